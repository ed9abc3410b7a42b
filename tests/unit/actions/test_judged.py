from pathlib import Path

from fieldaudit.actions import photos
from fieldaudit.actions.judged import judged_visit, seen_visits
from fieldaudit.assess.verdict import Conclusion
from fieldaudit.store.survey import Survey
from fieldaudit.visit.judgement import Judgement
from fieldaudit.visit.records import Status
from fieldaudit.visit.stamp import Author
from tests.kit.office import GOOD, a_signed_visit, a_visit, an_accepted_visit, site_id
from tests.kit.photos import a_photo

EXCUSED = {
    **GOOD,
    "fibre/RES-07/$state": "not_checked",
    "fibre/RES-07/$reason": "停电",
    "sharing/RES-34-any": "no",
    "sharing/RES-34/01890000-0000-7000-8000-0000000000aa/RES-34-form": "F25",
}


def test_only_visits_in_the_states_asked_for_are_read(survey: Survey) -> None:
    a_visit(survey)
    signed, accepted = a_signed_visit(survey), an_accepted_visit(survey)
    found = seen_visits(survey, statuses=(Status.ACCEPTED,))
    assert [(each.visit, each.conclusion) for each in found] == [(accepted, Conclusion.CONFORMING)]
    both = seen_visits(survey, statuses=(Status.SIGNED, Status.ACCEPTED))
    assert {each.visit for each in both} == {signed, accepted}


def test_only_what_counts_is_read(survey: Survey) -> None:
    visit = a_visit(survey, EXCUSED)
    (seen,) = seen_visits(survey, statuses=(Status.DRAFT,))
    assert (seen.visit, seen.site.id, seen.form) == (visit, site_id(survey), "residential")
    assert seen.one("RES-26") == "-19.5"
    assert seen.one("RES-07") == seen.one("RES-34-form") == ""
    assert seen.one("entered") == "yes"
    assert seen.entered


def test_a_visit_that_was_not_let_in_has_not_entered(survey: Survey) -> None:
    a_visit(survey, {"site/COM-11": "refused"})
    (seen,) = seen_visits(survey, statuses=(Status.DRAFT,))
    assert (seen.entered, seen.one("RES-26")) == (False, "")


def test_items_come_with_judgement_value_and_photos(
    survey: Survey, author: Author, tmp_path: Path
) -> None:
    visit = a_visit(survey, {**GOOD, "fibre/RES-07": "no"})
    file = tmp_path / "1.jpg"
    file.write_bytes(a_photo(seed=1))
    photos.add_photos(survey, visit=visit, files=[file], question="RES-07", author=author)
    items = {item.name: item for item in judged_visit(survey, visit).items}
    failed = items["RES-07"]
    assert (failed.judgement, failed.value) == (Judgement.FAILED, "no")
    assert items["RES-26"].limit == "−27 … −8"
    assert (failed.owner, failed.path) == ("property", "fibre/RES-07")
    assert failed.photos == tuple(each.id for each in photos.list_photos(survey, visit=visit))
    assert (items["RES-26"].judgement, items["RES-26"].owner) == (Judgement.CONFORMING, "")
