from pathlib import Path

import pytest

from fieldaudit.actions import merges, packages, reviews, surveys, visits
from fieldaudit.actions.writing import author_of
from fieldaudit.errors import BadInput, Code
from fieldaudit.store.survey import Survey
from fieldaudit.visit.records import Status
from fieldaudit.visit.stamp import Author
from tests.kit.office import (
    a_signed_visit,
    a_visit,
    an_inspector,
    an_office,
    answer,
    history,
    site_id,
)
from tests.kit.surveys import revise


def status(survey: Survey, visit: str) -> Status:
    return visits.open_visit(survey, visit=visit).summary.status


def test_signed_visits_are_accepted(survey: Survey, office: Author) -> None:
    pair = [a_signed_visit(survey), a_signed_visit(survey)]
    done = reviews.accept(survey, visits=pair, author=office)
    assert (done.value, done.changes.visits) == (2, True)
    assert {status(survey, each) for each in pair} == {Status.ACCEPTED}
    assert history(survey, pair[0])[-1].author == office.fingerprint


def test_a_visit_is_given_back_with_a_reason(survey: Survey, office: Author) -> None:
    visit = a_signed_visit(survey)
    before = surveys.info(survey).state
    with pytest.raises(BadInput) as caught:
        reviews.give_back(survey, visits=[visit], reason=" ", author=office)
    assert caught.value.code is Code.REASON_MISSING
    assert surveys.info(survey).state == before
    reviews.give_back(survey, visits=[visit], reason="照片不清 ", author=office)
    assert status(survey, visit) is Status.RETURNED
    assert history(survey, visit)[-1].reason == "照片不清"


def test_one_draft_holds_up_all(survey: Survey, office: Author) -> None:
    pair = [a_signed_visit(survey), a_visit(survey)]
    before = surveys.info(survey).state
    for deed in (
        lambda: reviews.accept(survey, visits=pair, author=office),
        lambda: reviews.give_back(survey, visits=pair, reason="x", author=office),
    ):
        with pytest.raises(BadInput) as caught:
            deed()
        assert caught.value.code is Code.VISIT_STATUS
        assert surveys.info(survey).state == before


@pytest.mark.parametrize("name", ["nowhere", "site"])
def test_only_visits_are_reviewed(name: str, survey: Survey, office: Author) -> None:
    record = site_id(survey) if name == "site" else name
    with pytest.raises(BadInput) as caught:
        reviews.accept(survey, visits=[record], author=office)
    assert caught.value.code is Code.RECORD_UNKNOWN


def test_an_unknown_status_from_outside_counts_as_a_draft(survey: Survey, office: Author) -> None:
    visit = a_signed_visit(survey)
    revise(survey, visit, {"$status": "blessed"}, kind="visit")
    with pytest.raises(BadInput) as caught:
        reviews.accept(survey, visits=[visit], author=office)
    assert caught.value.code is Code.VISIT_STATUS


def test_the_reason_stays_until_the_visit_is_signed_again(survey: Survey, office: Author) -> None:
    visit = a_signed_visit(survey)
    reviews.give_back(survey, visits=[visit], reason="照片不清", author=office)
    assert because(survey, visit) == "照片不清"
    answer(survey, visit, {"fibre/RES-26": "-20"})
    assert status(survey, visit) is Status.DRAFT
    assert because(survey, visit) == "照片不清"
    visits.sign_visits(survey, visits=[visit], identity=an_inspector())
    assert because(survey, visit) == ""


def because(survey: Survey, visit: str) -> str:
    return visits.open_visit(survey, visit=visit).summary.returned_because


def test_an_acceptance_in_the_offices_name_that_it_never_wrote_is_told(
    survey: Survey, tmp_path: Path
) -> None:
    """The office does not seal what others bring in its name, and says so before it is printed."""
    visit = a_signed_visit(survey)
    surveys.handover(survey, tmp_path / "theirs.gpkg", identity=None)
    with surveys.open_survey(tmp_path / "theirs.gpkg") as theirs:
        reviews.accept(theirs, visits=[visit], author=author_of(an_office()))
    merges.merge(survey, sources=[tmp_path / "theirs.gpkg"])
    assert visits.list_visits(survey)[0].status is Status.ACCEPTED
    (doubt,) = packages.build(survey, out=tmp_path / "a.pdf", identity=an_office()).value.problems
    assert (doubt.code, doubt.params["name"]) == (Code.ACCEPTANCE_UNSEALED, "专班")
    assert "RES-0001" in doubt.where
    reviews.accept(survey, visits=[visit], author=author_of(an_office()))
    assert reviews.unsealed_acceptances(survey, [visit])
    made = packages.build(survey, out=tmp_path / "b.pdf", identity=an_office()).value
    assert made.problems == ()
    assert reviews.unsealed_acceptances(survey, [visit]) == ()


def test_who_wrote_it_elsewhere_seals_it_there(survey: Survey, tmp_path: Path) -> None:
    visit = a_signed_visit(survey)
    surveys.handover(survey, tmp_path / "copy.gpkg", identity=None)
    with surveys.open_survey(tmp_path / "copy.gpkg") as elsewhere:
        reviews.accept(elsewhere, visits=[visit], author=author_of(an_office()))
        surveys.handover(elsewhere, tmp_path / "sealed.gpkg", identity=an_office())
    merges.merge(survey, sources=[tmp_path / "sealed.gpkg"])
    assert reviews.unsealed_acceptances(survey, [visit]) == ()


def test_nobody_without_a_key_can_accept_for_good(survey: Survey) -> None:
    visit = a_signed_visit(survey)
    reviews.accept(survey, visits=[visit], author=Author("王五", "name:王五"))
    (doubt,) = reviews.unsealed_acceptances(survey, [visit])
    assert doubt.params["name"] == "王五"
