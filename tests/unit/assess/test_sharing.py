from fractions import Fraction

import pytest

from fieldaudit.assess.offers import Why
from fieldaudit.assess.seen import Seen
from fieldaudit.assess.sharing import Area, duplicates_in, offers_in, ordered, place_of
from fieldaudit.errors import Code
from fieldaudit.visit.place import Position
from fieldaudit.visit.relation import Relation
from fieldaudit.visit.sharing_states import State
from tests.kit.seen import a_seen, a_site

LIMITS = {"P18.urban": Fraction(500), "P18.rural": Fraction(3000)}
HERE = Position(29.62, 106.49)


def tower(code: str, north: float, state: str = "in_service", **answers: str) -> Seen:
    """A station `north` metres from HERE; a degree of latitude is about 110.85 km here."""
    site = a_site(code, "base_station", position=f"{29.62 + north / 110_850:.7f} 106.49")
    told = {name.replace("_", "-"): text for name, text in answers.items()}
    return a_seen({"BTS-09": state, **told}, site=site)


def test_a_circle_holds_what_is_near_on_the_ellipsoid() -> None:
    near, far = tower("A", 400), tower("B", 800)
    (offer,) = offers_in(Area(HERE, 500), [far, near], [])
    assert offer.site.code == "A"
    assert offer.metres == pytest.approx(400, abs=1)


def test_a_street_is_asked_for_by_name() -> None:
    visits = [tower("A", 0)]
    assert offers_in(Area(street="礼嘉街道"), visits, []) == ()
    (offer,) = offers_in(Area(street="大竹林街道"), visits, [])
    assert offer.metres is None


def test_a_restricted_place_is_never_told() -> None:
    secret = tower("A", 100, COM_14="yes")
    assert offers_in(Area(HERE, 500), [secret], []) == ()
    assert duplicates_in(Area(HERE, 500), [secret], LIMITS) == ()


def test_relations_at_the_site_speak_for_and_against() -> None:
    seen = tower("A", 0)
    refused = Relation("r1", form="F01", site="A", state=State.REFUSED, refusal=("R04",))
    in_use = Relation("r2", form="F04", site="A", state=State.IN_USE)
    elsewhere = Relation("r3", form="F01", site="B", refusal=("R01",))
    (offer,) = offers_in(Area(HERE, 500), [seen], [refused, in_use, elsewhere])
    assert offer.reasons == (Why.EXISTING_TOWER, Why.REFUSED)
    assert (offer.refusals, offer.relations, offer.possible) == (("R04",), ("r2",), False)


def test_what_is_possible_comes_first_then_what_is_near() -> None:
    full = a_seen(
        {"POL-01": "lamp_pole", "POL-07": "0"},
        site=a_site("P", "pole", position="29.62 106.49"),
    )
    found = offers_in(Area(HERE, 5000), [full, tower("B", 900), tower("A", 1200)], [])
    assert [each.site.code for each in ordered(found)] == ["B", "A", "P"]


def test_a_place_without_register_position_is_where_it_was_measured() -> None:
    seen = a_seen({"COM-08": "29.62 106.49 0 5"})
    assert place_of(seen.site, seen) == Position(29.62, 106.49, 0.0, 5.0)
    assert place_of(seen.site) is None


@pytest.mark.parametrize(
    ("metres", "area", "alarm"),
    [(480, "urban", True), (520, "urban", False), (520, "rural", True), (3100, "rural", False)],
)
def test_a_new_station_near_a_tower_alarms_by_kind_of_area(
    metres: int, area: str, alarm: bool
) -> None:
    new = tower("NEW", 0, "building", BTS_40_area=area)
    street = Area(street="大竹林街道")
    found = duplicates_in(street, [new, tower("OLD", metres)], LIMITS)
    assert [(each.new, each.standing.code) for each in found] == ([("NEW", "OLD")] if alarm else [])
    for each in found:
        assert each.problem().code is Code.DUPLICATE_BUILD
        assert each.visits == (new.visit, tower("OLD", metres).visit)


def test_the_middle_of_the_circle_is_judged_as_a_planned_tower() -> None:
    found = duplicates_in(Area(HERE, 100), [tower("OLD", 700)], LIMITS)
    assert found == ()
    (planned,) = duplicates_in(Area(HERE, 100), [tower("OLD", 700)], LIMITS, rural=True)
    assert (planned.limit, planned.standing.code) == (3000, "OLD")


@pytest.mark.parametrize("other", [{"state": "demolished"}, {"BTS_05": "das"}])
def test_only_standing_towers_alarm(other: dict[str, str]) -> None:
    assert duplicates_in(Area(HERE, 500), [tower("OLD", 10, **other)], LIMITS) == ()
