"""The checklists behave on site: what is asked, refused, failed, and left alone."""

import pytest

from fieldaudit.form.state import RowKind, Violation
from fieldaudit.visit.draft import Draft
from fieldaudit.visit.judgement import Judgement
from tests.forms.checklists import EN, PREFIXES, ZH, draft, live

LIFTS_AND_ROOMS = ("has_lift", "RES-33", "RES-16")
NEW_BUILDINGS = ("RES-15", "RES-16", "RES-23", "RES-24")


def answer(opened: Draft, number: int = 0, **values: str) -> None:
    """Answer questions; an underscore stands for the hyphen of an item's name."""
    for name, value in values.items():
        opened.set(live(opened, name.replace("_", "-"), number), value)


def relevant(opened: Draft, *names: str) -> list[bool]:
    return [opened.shown(live(opened, name)).relevant for name in names]


def judged(opened: Draft, name: str, value: str, number: int = 0) -> Judgement:
    path = live(opened, name, number)
    opened.set(path, value)
    return opened.shown(path).judgement


def violated(opened: Draft, name: str, value: str, number: int = 0) -> bool:
    path = live(opened, name, number)
    opened.set(path, value)
    return opened.shown(path).violation is Violation.CONSTRAINT


@pytest.mark.parametrize("name", PREFIXES.values())
def test_an_empty_visit_evaluates_without_a_fault(name: str) -> None:
    opened = draft(name)
    questions = [row.path for row in opened.rows() if row.kind is RowKind.QUESTION]
    assert [path for path in questions if opened.shown(path).fault] == []
    assert opened.problems()


def test_villas_are_not_asked_about_lifts_and_rooms() -> None:
    opened = draft("residential")
    answer(opened, RES_16="yes", RES_33="none", RES_01="villa")
    assert relevant(opened, *LIFTS_AND_ROOMS, "RES-17") == [False] * 4
    assert opened.shown(live(opened, "RES-33")).judgement is Judgement.HIDDEN
    answer(opened, RES_01="high_rise")
    assert relevant(opened, *LIFTS_AND_ROOMS, "RES-17") == [True] * 4
    assert opened.shown(live(opened, "RES-33")).value == "none"
    assert opened.shown(live(opened, "RES-33")).judgement is Judgement.FAILED


def test_an_older_community_is_not_held_to_new_rules() -> None:
    opened = draft("residential")
    answer(opened, RES_02="2008")
    assert relevant(opened, *NEW_BUILDINGS) == [False] * 4
    answer(opened, RES_02="2015")
    assert relevant(opened, *NEW_BUILDINGS) == [True] * 4


def two_operators() -> Draft:
    opened = draft("residential")
    answer(opened, RES_05="300", RES_09_operator="ct", RES_09_homes="280")
    opened.add("gigabit/RES-09")
    answer(opened, 1, RES_09_operator="cm", RES_09_homes="290")
    return opened


@pytest.mark.parametrize(
    ("homes", "refused"),
    [("289", True), ("290", False), ("300", False), ("301", True), ("570", True)],
)
def test_de_duplicated_homes_lie_between_their_bounds(homes: str, refused: bool) -> None:
    assert violated(two_operators(), "RES-10", homes) is refused


def test_the_refusal_names_both_bounds() -> None:
    opened = two_operators()
    answer(opened, RES_10="570")
    message = opened.shown(live(opened, "RES-10")).message
    assert all("290" in message[language] and "300" in message[language] for language in (ZH, EN))


def test_an_operator_is_listed_once() -> None:
    opened = two_operators()
    assert violated(opened, "RES-09-operator", "ct", 1)
    assert not violated(opened, "RES-09-operator", "cu", 1)


def test_ten_gigabit_ports_are_among_all_ports() -> None:
    opened = draft("residential")
    answer(opened, RES_12_all="48")
    assert violated(opened, "RES-12-ten", "64")
    assert not violated(opened, "RES-12-ten", "48")


@pytest.mark.parametrize(
    ("end", "refused"),
    [
        ("2022-07-08T08:59:00.000+08:00", True),
        ("2022-07-08T11:00:00.000+08:00", False),
        ("2022-07-08T12:30:00.000+08:00", True),
    ],
)
def test_a_visit_ends_after_its_start_and_not_in_the_future(end: str, refused: bool) -> None:
    opened = draft("residential")
    answer(opened, COM_04_start="2022-07-08T09:00:00.000+08:00")
    assert violated(opened, "COM-04-end", end) is refused


def test_a_visit_lasts_twelve_hours_at_most() -> None:
    opened = draft("residential")
    answer(opened, COM_04_start="2022-07-07T20:00:00.000+08:00")
    assert violated(opened, "COM-04-end", "2022-07-08T08:01:00.000+08:00")
    assert not violated(opened, "COM-04-end", "2022-07-08T08:00:00.000+08:00")


def test_weak_light_is_kept_fails_and_asks_for_a_photo() -> None:
    opened = draft("residential")
    assert judged(opened, "RES-26", "-31") is Judgement.FAILED
    shown = opened.shown(live(opened, "RES-26"))
    assert (shown.violation, shown.photo_missing) == (Violation.NONE, True)
    assert judged(opened, "RES-26", "-20.5") is Judgement.CONFORMING
    assert violated(opened, "RES-26", "5")


def test_no_instrument_and_no_report_asks_for_no_measurement() -> None:
    opened = draft("residential")
    answer(opened, measured="none")
    assert relevant(opened, "RES-26", "RES-27", "RES-28") == [False, False, True]


@pytest.mark.parametrize("name", PREFIXES.values())
def test_a_refused_visit_asks_only_why(name: str) -> None:
    opened = draft(name)
    answer(opened, COM_11="refused")
    asked = {
        row.path.rpartition("/")[2]
        for row in opened.rows()
        if row.kind is RowKind.QUESTION and opened.shown(row.path).relevant
    }
    site = {each for each in asked if each < "COM-08"}
    reasons = {"COM-11", "COM-12", "COM-12-refusal", "COM-12-witness"}
    place = {"COM-08", "COM-09", "COM-10", "COM-14"}
    assert asked - site == reasons | place
    assert violated(opened, "COM-12", "不让进")
    assert not violated(opened, "COM-12", "物业拒绝进入")


def test_a_secret_site_gives_neither_photo_nor_position() -> None:
    opened = draft("base_station")
    answer(opened, COM_14="yes")
    assert relevant(opened, "COM-08", "COM-10", "BTS-02", "COM-14-permission") == [
        *(False, False, False, True)
    ]


@pytest.mark.parametrize("position", ["29.62 106.49 0 8", "31.9 109.8 0 0"])
def test_a_position_in_chongqing_is_taken(position: str) -> None:
    assert not violated(draft("residential"), "COM-08", position)


@pytest.mark.parametrize("position", ["106.49 29.62 0 8", "39.9 116.4 0 8"])
def test_a_position_elsewhere_is_refused(position: str) -> None:
    opened = draft("residential")
    answer(opened, COM_08=position)
    assert opened.shown(live(opened, "COM-08")).violation is not Violation.NONE


def test_six_inspectors_and_no_phone_number() -> None:
    opened = draft("residential")
    for _ in range(6):
        opened.add("site/COM-05")
    assert not violated(opened, "COM-05-person", "DZL-06", 5)
    assert violated(opened, "COM-05-person", "DZL-07", 6)
    assert violated(opened, "COM-05-person", "13800000000", 0)


def test_a_shared_station_has_one_key() -> None:
    opened = draft("base_station")
    answer(opened, BTS_01_tower="50011214000123", BTS_11="ct_cu", BTS_04="cu ct")
    assert opened.shown(live(opened, "BTS-12")).value == "T50011214000123/ct_cu"


def test_high_soil_resistivity_excuses_the_earth_resistance() -> None:
    opened = draft("base_station")
    assert judged(opened, "BTS-22", "12") is Judgement.FAILED
    answer(opened, BTS_22_soil="1500", BTS_22_radius="21")
    assert opened.shown(live(opened, "BTS-22")).judgement is Judgement.CONFORMING


@pytest.mark.parametrize(
    ("lean", "judgement"),
    [("1/1499", Judgement.FAILED), ("1/1500", Judgement.CONFORMING)],
)
def test_a_tower_may_lean_so_far(lean: str, judgement: Judgement) -> None:
    assert judged(draft("base_station"), "BTS-17", lean) is judgement


@pytest.mark.parametrize(
    ("frequency", "density", "judgement"),
    [
        ("900", "0.41", Judgement.FAILED),
        ("3500", "0.46", Judgement.CONFORMING),
        ("3500", "0.47", Judgement.FAILED),
    ],
)
def test_radiation_is_judged_by_its_frequency(
    frequency: str, density: str, judgement: Judgement
) -> None:
    opened = draft("base_station")
    answer(opened, BTS_35_frequency=frequency)
    assert judged(opened, "BTS-35", density) is judgement


def test_a_rate_is_judged_by_the_class_of_its_point() -> None:
    opened = draft("base_station")
    answer(opened, BTS_37_rsrp="-85", BTS_37_sinr="10")
    assert judged(opened, "BTS-38-dl", "350") is Judgement.CONFORMING
    answer(opened, BTS_37_rsrp="-75", BTS_37_sinr="20")
    assert opened.shown(live(opened, "BTS-38-dl")).judgement is Judgement.FAILED


def test_a_new_tower_near_another_needs_a_reason() -> None:
    opened = draft("base_station")
    answer(opened, BTS_09="building", BTS_40_nearest="800", BTS_40_area="rural")
    assert judged(opened, "BTS-40-justified", "no") is Judgement.FAILED
    answer(opened, BTS_40_area="urban")
    assert opened.shown(live(opened, "BTS-40-justified")).judgement is Judgement.CONFORMING


def test_a_link_of_a_public_building_is_judged_by_its_length() -> None:
    opened = draft("industrial_park")
    assert judged(opened, "PRK-11", "0.7") is Judgement.CONFORMING
    answer(opened, PRK_11_length="500", PRK_11_splices="1", PRK_11_fibre="g652d")
    assert opened.shown(live(opened, "PRK-11")).judgement is Judgement.FAILED
    assert judged(opened, "PRK-11", "0.47") is Judgement.CONFORMING


def test_one_operator_makes_a_key_place_reached() -> None:
    opened = draft("key_place")
    answer(opened, KEY_05_name="门诊大厅", KEY_05_tested="yes")
    answer(opened, KEY_07_operator="cu", KEY_07_reached="no")
    assert opened.shown(live(opened, "KEY-29")).judgement is Judgement.FAILED
    assert opened.shown(live(opened, "KEY-07-reached")).judgement is Judgement.FAILED
    opened.add("reach/KEY-07")
    answer(opened, 1, KEY_07_operator="ct", KEY_07_reached="yes")
    assert opened.shown(live(opened, "KEY-29")).value == "reached"
    assert opened.shown(live(opened, "KEY-07-reached")).judgement is Judgement.CONFORMING


def test_untested_points_keep_the_result_provisional() -> None:
    opened = draft("key_place")
    answer(opened, KEY_05_name="门诊大厅", KEY_05_tested="yes")
    opened.add("points/KEY-05")
    answer(opened, 1, KEY_05_name="住院楼电梯厅", KEY_05_tested="no")
    answer(opened, KEY_07_operator="ct", KEY_07_reached="yes")
    assert opened.shown(live(opened, "KEY-06")).value == "50"
    assert opened.shown(live(opened, "KEY-29")).value == "provisional"


@pytest.mark.parametrize(
    ("crossing", "judgement"),
    [("street_along", Judgement.CONFORMING), ("street_across", Judgement.FAILED)],
)
def test_clearance_is_judged_by_what_the_cable_crosses(crossing: str, judgement: Judgement) -> None:
    opened = draft("pole")
    answer(opened, POL_15_class=crossing)
    assert judged(opened, "POL-15", "5") is judgement


def test_ducts_add_up() -> None:
    opened = draft("duct")
    answer(opened, DUC_05_total="10", DUC_05_used="6", DUC_05_blocked="1")
    assert violated(opened, "DUC-05-free", "4")
    assert not violated(opened, "DUC-05-free", "3")


def test_ports_add_up() -> None:
    opened = draft("equipment_room")
    answer(opened, ROM_06="100", ROM_07_type="combo", ROM_07_ports="30")
    assert violated(opened, "ROM-06-other", "60")
    assert not violated(opened, "ROM-06-other", "70")
    assert violated(opened, "ROM-06", "29")


def test_an_agreed_relation_needs_its_agreement_and_others_as_users() -> None:
    opened = draft("pole")
    answer(opened, POL_22_any="yes", POL_22_form="F16", POL_22_owner="municipal")
    answer(opened, POL_22_state="agreed")
    assert opened.shown(live(opened, "POL-22-agreement")).required
    assert violated(opened, "POL-22-users", "municipal")
    assert not violated(opened, "POL-22-users", "ct cu")
    answer(opened, POL_22_state="refused")
    assert relevant(opened, "POL-22-refusal") == [True]
    assert not opened.shown(live(opened, "POL-22-agreement")).required
