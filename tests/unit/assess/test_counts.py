from fractions import Fraction

import pytest

from fieldaudit.assess.counts import (
    Count,
    count_cases,
    count_homes,
    count_places,
    count_ports,
    count_stations,
)
from fieldaudit.assess.seen import Gap, Seen
from fieldaudit.errors import Code
from tests.kit.seen import a_seen, a_site, some_rules

HOMES = {"RES-05": "300", "RES-10": "290", "RES-10-sum": "570"}
ROOM = {
    "ROM-09-urban": "90",
    "ROM-09-urban-ten": "40",
    "olt/ROM-07/a/ROM-07-type": "combo",
    "olt/ROM-07/a/ROM-07-ports": "16",
    "olt/ROM-07/b/ROM-07-type": "xgs_pon",
    "olt/ROM-07/b/ROM-07-ports": "30",
}


def told(count: Count) -> tuple[float, float]:
    return float(count.numerator), float(count.denominator)


@pytest.mark.parametrize(("choice", "numerator"), [("union", 290), ("sum", 570)])
def test_homes_count_once_or_for_each_operator(choice: str, numerator: int) -> None:
    count = count_homes([a_seen(HOMES)], [], some_rules(GC1_numerator=choice))
    assert told(count) == (numerator, 300)
    assert count.rows[0].visits == ("visit-RES-0001-2022-07-08",)


def test_a_community_that_let_nobody_in_is_not_verified() -> None:
    sites = [a_site("A"), a_site("B"), a_site("C", "pole")]
    seen = [a_seen(HOMES, site=sites[0]), a_seen({}, site=sites[1], entered=False)]
    count = count_homes(seen, sites, some_rules())
    assert [row.sites for row in count.rows] == [("A",)]
    assert [(each.site, each.why) for each in count.unverified] == [("B", Gap.NO_ACCESS)]


@pytest.mark.parametrize(("combo", "numerator", "notes"), [("yes", 40, 0), ("no", 30, 1)])
def test_combo_ports_count_or_not(combo: str, numerator: int, notes: int) -> None:
    rooms = [a_seen(ROOM, form="equipment_room")]
    count = count_ports(rooms, [], some_rules(GC2_combo=combo))
    assert (*told(count), len(count.notes)) == (numerator, 90, notes)


def test_ports_of_communities_stand_in_only_without_a_room() -> None:
    home = a_seen({"RES-12-ten": "26", "RES-12-all": "38"})
    park = a_seen({"PRK-13-ten": "48", "PRK-13-all": "96"}, form="industrial_park")
    count = count_ports([home, park], [], some_rules())
    assert told(count) == (74, 134)
    assert [note.code for note in count.notes] == [Code.INDICATOR_COMMUNITY_PORTS]
    room = a_seen(ROOM, form="equipment_room")
    assert count_ports([home, park, room], [], some_rules()).denominator == 90


def test_key_places_are_divided_by_the_register_not_by_the_visits() -> None:
    sites = [a_site(code, "key_place") for code in ("A", "B", "C")]
    reached = {"r/x/KEY-07-operator": "ct", "r/x/KEY-07-reached": "yes", "KEY-06": "90"}
    seen = [
        a_seen(reached, site=sites[0]),
        a_seen({"KEY-02": "no"}, site=sites[1]),
    ]
    count = count_places(seen, sites, some_rules())
    assert told(count) == (1, 2)
    assert [each.site for each in count.unverified] == ["C"]


def test_a_provisional_place_is_told_and_not_counted() -> None:
    site = a_site("A", "key_place")
    said = {"r/x/KEY-07-operator": "ct", "r/x/KEY-07-reached": "yes", "KEY-06": "75"}
    count = count_places([a_seen(said, site=site)], [site], some_rules())
    assert told(count) == (0, 1)
    assert [note.code for note in count.notes] == [Code.INDICATOR_PROVISIONAL]


def station(code: str, **answers: str) -> Seen:
    usual = {
        "BTS-04": "ct cu",
        "BTS-09": "in_service",
        "BTS-10": "2021-06-18",
        "BTS-11": "ct_cu",
        "BTS-12": "T5001/ct_cu",
    }
    said = {name.replace("_", "-"): text for name, text in answers.items()}
    return a_seen({**usual, **said}, site=a_site(code, "base_station"))


@pytest.mark.parametrize(
    ("unit", "shared", "stations"),
    [("physical", "once", 1), ("physical", "each", 2), ("logical", "once", 2)],
)
def test_a_shared_station_entered_twice_counts_by_the_setting(
    unit: str, shared: str, stations: int
) -> None:
    rules = some_rules(GC4_unit=unit, GC4_shared=shared)
    count = count_stations([station("B1"), station("B2")], [], rules)
    assert count.numerator == stations
    assert count.rows[0].sites == ("B1", "B2")
    assert [note.code for note in count.notes] == [Code.INDICATOR_SHARED]


@pytest.mark.parametrize(
    "answers",
    [{"BTS_09": "built"}, {"BTS_09": "retired"}, {"BTS_10": "2022-10-01"}],
)
def test_only_what_is_in_service_at_the_cut_off_date_counts(answers: dict[str, str]) -> None:
    count = count_stations([station("B1", **answers)], [], some_rules())
    assert count.rows == ()


def test_stations_on_other_sites_are_others() -> None:
    alone = station("B2", BTS_04="cm", BTS_11="solo", BTS_12="T5002/cm")
    same = station("B3", BTS_04="cm", BTS_11="solo", BTS_12="T5001/cm")
    seen = [station("B1"), alone, same]
    assert count_stations(seen, [], some_rules()).numerator == 2
    assert count_stations(seen, [], some_rules(GC4_unit="logical")).numerator == 4


def test_a_case_needs_a_description() -> None:
    park = a_seen({"PRK-32": "industry", "PRK-32-note": "5G质检"}, form="industrial_park")
    place = a_seen({"KEY-30": "society"}, form="key_place")
    count = count_cases([park, place])
    assert [(row.key, row.numerator) for row in count.rows] == [("industry", Fraction(1))]
