import pytest

from fieldaudit.actions.sharing_finder import find
from fieldaudit.errors import BadInput, Code
from fieldaudit.store.survey import Survey
from tests.kit.office import GOOD, a_signed_visit, a_visit, site_id
from tests.kit.surveys import fresh_id, revise


def an_asset(survey: Survey, **fields: str | None) -> str:
    told = {"kind": "pole", "name": "路灯杆", "capacity_free": "2", "owner": "municipal"}
    record = fresh_id()
    revise(survey, record, {**told, "position": "29.6205 106.49", **fields}, kind="asset")
    return record


def test_assets_near_a_place_are_found_with_distance_and_owner(survey: Survey) -> None:
    record = an_asset(survey)
    an_asset(survey, position="29.72 106.49")
    (offer,) = find(survey, near="29.62,106.49", radius=500).offers
    assert (offer.asset, offer.owner, offer.possible) == (record, "municipal", True)
    assert offer.metres == pytest.approx(55.4, abs=1)


def test_an_asset_at_a_site_lies_where_the_site_is(survey: Survey) -> None:
    an_asset(survey, position=None, site=site_id(survey))
    (offer,) = find(survey, street="大竹林街道").offers
    assert (offer.site.code, offer.metres) == ("RES-0001", None)


def test_a_secret_asset_is_never_told(survey: Survey) -> None:
    an_asset(survey, secrecy="restricted")
    assert find(survey, near="29.62，106.49", radius=500).offers == ()


def test_signed_visits_are_looked_through_and_restricted_ones_counted(survey: Survey) -> None:
    a_visit(survey, GOOD)
    a_signed_visit(survey, {**GOOD, "site/COM-14": "yes"}, code="RES-0002")
    found = find(survey, street="礼嘉街道")
    assert (found.offers, found.visits, found.restricted) == ((), 1, 1)


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({}, Code.FINDER_PLACE),
        ({"near": "29.62,106.49"}, Code.FINDER_PLACE),
        ({"near": "29.62,106.49", "radius": 1.0, "street": "x"}, Code.FINDER_PLACE),
        ({"near": "there", "radius": 1.0}, Code.POSITION_UNREADABLE),
        ({"street": "无此街道"}, Code.STREET_UNKNOWN),
    ],
)
def test_a_place_or_a_street_must_be_given(
    asked: dict[str, object], code: Code, survey: Survey
) -> None:
    with pytest.raises(BadInput) as caught:
        find(survey, **asked)  # type: ignore[arg-type]
    assert caught.value.code is code
