import pytest

from fieldaudit.actions import reviews, sites, visits
from fieldaudit.actions.package_choice import Choice, choose
from fieldaudit.codes import Trouble
from fieldaudit.errors import BadInput, Code
from fieldaudit.store.survey import Survey
from fieldaudit.visit.stamp import Author
from tests.kit.office import GOOD, a_signed_visit, a_visit, an_inspector


@pytest.fixture
def three(survey: Survey, office: Author) -> list[str]:
    """Return three accepted visits: two of one site, one of another street."""
    found = [
        a_signed_visit(survey),
        a_signed_visit(survey),
        a_signed_visit(survey, code="RES-0002"),
    ]
    reviews.accept(survey, visits=found, author=office)
    return found


def chosen(survey: Survey, **conditions: object) -> list[str]:
    return [record.id for record in choose(survey, Choice(**conditions))]  # type: ignore[arg-type]


def refused(survey: Survey, **conditions: object) -> Trouble:
    with pytest.raises(BadInput) as caught:
        chosen(survey, **conditions)
    return caught.value.code


def month_of(survey: Survey) -> str:
    return visits.list_visits(survey)[0].started[:7]


def test_all_accepted_visits_are_chosen_the_oldest_first(survey: Survey, three: list[str]) -> None:
    a_signed_visit(survey)
    assert chosen(survey) == three


def test_a_site_gives_its_history(survey: Survey, three: list[str]) -> None:
    assert chosen(survey, site="RES-0001") == three[:2]
    assert refused(survey, site="RES-0009") is Code.SITE_UNKNOWN
    assert refused(survey, site="BTS-0001") is Code.PACKAGE_EMPTY


def test_a_street_and_a_month_narrow_it_down(survey: Survey, three: list[str]) -> None:
    street = {site.code: site.street for site in sites.list_sites(survey)}["RES-0002"]
    assert chosen(survey, street=street) == three[2:]
    assert chosen(survey, month=month_of(survey)) == three
    assert refused(survey, month="1999-12") is Code.PACKAGE_EMPTY
    assert refused(survey, street=street, site="RES-0001") is Code.PACKAGE_EMPTY


@pytest.mark.parametrize("month", ["2022", "2022-13", "2022-07-01", "July"])
def test_a_month_is_written_in_one_way(survey: Survey, three: list[str], month: str) -> None:
    assert refused(survey, month=month) is Code.PACKAGE_MONTH


def test_a_visit_named_twice_is_chosen_once(survey: Survey, three: list[str]) -> None:
    assert chosen(survey, visits=[three[1], three[0], three[1]]) == three[:2]


def test_a_named_visit_has_to_be_accepted(survey: Survey) -> None:
    visit = a_visit(survey, GOOD)
    assert refused(survey, visits=[visit]) is Code.PACKAGE_NOT_ACCEPTED
    visits.sign_visits(survey, visits=[visit], identity=an_inspector())
    assert refused(survey, visits=[visit]) is Code.PACKAGE_NOT_ACCEPTED
