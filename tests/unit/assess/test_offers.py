import pytest

from fieldaudit.assess.offers import Why, offer_of_asset, offers_of
from tests.kit.seen import a_seen, a_site


@pytest.mark.parametrize(
    ("form", "answers", "resource", "quantity", "reasons"),
    [
        ("pole", {"POL-01": "lamp_pole", "POL-23": "yes", "POL-07": "2"}, "pole", "2",
         (Why.OPEN, Why.FREE_MOUNTS)),
        ("pole", {"POL-01": "telecom_tower", "POL-07": "0"}, "tower", "0", (Why.FULL,)),
        ("pole", {"POL-23": "no"}, "pole", "", (Why.CLOSED,)),
        ("duct", {"DUC-05-free": "3"}, "duct", "3", (Why.FREE_DUCTS,)),
        ("duct", {"DUC-18-swappable": "24"}, "fibre", "24", (Why.SPARE_CORES,)),
        ("equipment_room", {"ROM-04-racks": "4"}, "room", "4", (Why.FREE_RACKS,)),
        ("base_station", {"BTS-09": "built"}, "tower", "", (Why.EXISTING_TOWER,)),
        ("key_place", {"KEY-24": "conditional"}, "roof", "", (Why.CONDITIONAL,)),
        ("residential", {"RES-18": "yes"}, "building", "", (Why.SPACE_RESERVED,)),
    ],
)  # fmt: skip
def test_a_visit_offers_what_it_saw(
    form: str, answers: dict[str, str], resource: str, quantity: str, reasons: tuple[Why, ...]
) -> None:
    (offer,) = offers_of(a_seen(answers, form=form))
    assert (offer.resource, offer.quantity, offer.reasons) == (resource, quantity, reasons)
    assert offer.visit
    assert offer.possible is not bool({Why.FULL, Why.CLOSED} & set(reasons))


@pytest.mark.parametrize("form", ["pole", "duct", "base_station", "residential", "a_new_list"])
def test_a_visit_that_says_nothing_offers_nothing(form: str) -> None:
    assert list(offers_of(a_seen({}, form=form))) == []


def test_a_park_offers_each_resource_with_its_owner() -> None:
    told = {
        "s/PRK-30/a/PRK-30-kind": "lamp_pole",
        "s/PRK-30/a/PRK-30-owner": "park",
        "s/PRK-30/a/PRK-30-quantity": "18",
        "s/PRK-30/b/PRK-30-kind": "room",
    }
    poles, room = offers_of(a_seen(told, form="industrial_park"))
    assert (poles.quantity, poles.owner, poles.forms) == ("18", "park", ("F02", "F16"))
    assert room.forms == ("F15",)


def test_a_refusal_stands_against_it_with_its_reasons() -> None:
    (offer,) = offers_of(a_seen({"COM-12-refusal": "R01 R03"}))
    assert (offer.possible, offer.refusals) == (False, ("R01", "R03"))


@pytest.mark.parametrize(("free", "possible"), [("2", True), ("0", False), ("", False)])
def test_an_asset_offers_its_spare_capacity(free: str, possible: bool) -> None:
    offer = offer_of_asset("id", {"kind": "manhole", "capacity_free": free}, a_site())
    assert (offer.resource, offer.asset, offer.possible) == ("duct", "id", possible)
