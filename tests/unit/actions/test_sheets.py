from pathlib import Path

import pytest

from fieldaudit.actions import photos, sheets, visits
from fieldaudit.actions.snapshots import signed_at
from fieldaudit.assess.verdict import Conclusion
from fieldaudit.errors import BadInput, Code
from fieldaudit.form.definition import Severity
from fieldaudit.store import records
from fieldaudit.store.survey import Survey
from fieldaudit.visit.judgement import Judgement
from fieldaudit.visit.records import Status
from fieldaudit.visit.stamp import Author
from tests.kit.office import GOOD, a_signed_visit, a_visit, answer, site_id
from tests.kit.photos import a_photo
from tests.kit.surveys import revise


def test_a_sheet_is_what_is_saved_and_what_was_typed_since(survey: Survey) -> None:
    visit = a_visit(survey, GOOD)
    visits.keep_draft(survey, visit=visit, changes={"fibre/RES-07": "no", "site/COM-14": None})
    sheet = sheets.open_sheet(survey, visit)
    assert sheet.answers["fibre/RES-07"] == "yes"
    assert sheet.draft == {"fibre/RES-07": "no", "site/COM-14": None}
    draft = sheets.draft_of(sheet)
    assert draft.shown("fibre/RES-07").value == "no"
    assert draft.shown("site/COM-14").value == ""
    assert draft.shown("fibre/RES-26").judgement is Judgement.CONFORMING


def test_a_photo_answers_its_question(survey: Survey, author: Author, tmp_path: Path) -> None:
    visit = a_visit(survey, {**GOOD, "fibre/RES-26": "-31"})
    file = tmp_path / "a.jpg"
    file.write_bytes(a_photo())
    for question in ("RES-20", "RES-26"):
        photos.add_photos(survey, visit=visit, files=[file], question=question, author=author)
    draft = sheets.draft_of(sheets.open_sheet(survey, visit))
    assert draft.shown("fibre/RES-20").value == "a.jpg"
    assert draft.problems() == ()


@pytest.mark.parametrize(
    ("answers", "conclusion"),
    [
        (GOOD, Conclusion.CONFORMING),
        ({**GOOD, "fibre/RES-26": "-31"}, Conclusion.BASICALLY_CONFORMING),
        ({**GOOD, "fibre/RES-07": "no"}, Conclusion.FAILED),
        ({"site/COM-11": "refused"}, Conclusion.NOT_CHECKED),
        ({**GOOD, "fibre/RES-07": "no", "site/COM-11": "refused"}, Conclusion.NOT_CHECKED),
    ],
)
def test_the_verdict_adds_up_what_is_asked(
    answers: dict[str, str], conclusion: Conclusion, survey: Survey
) -> None:
    verdict = sheets.open_sheet(survey, a_visit(survey, answers)).verdict
    assert verdict.conclusion is conclusion


def test_the_rules_of_the_verdict_are_thresholds(survey: Survey) -> None:
    assert sheets.rules_of({"verdict.critical_fails": "2"}).critical_fails == 2
    assert sheets.rules_of({}) == sheets.rules_of(
        sheets.open_sheet(survey, a_visit(survey)).parameters
    )


def test_only_judged_items_count(survey: Survey) -> None:
    visit = a_visit(
        survey, {**GOOD, "fibre/RES-07/$state": "no_access", "fibre/RES-07/$reason": "锁"}
    )
    verdict = sheets.open_sheet(survey, visit).verdict
    assert (verdict.judged, verdict.conforming, verdict.failed[Severity.CRITICAL]) == (1, 1, 0)


def test_a_question_is_found_by_its_name(survey: Survey) -> None:
    answers = {f"fibre/homes/{name}/home-place": "甲" for name in ("one", "two")}
    draft = sheets.draft_of(sheets.open_sheet(survey, a_visit(survey, answers)))
    first = next(r.path for r in draft.rows() if r.path.endswith("home-place"))
    for name, path in (
        ("", ""),
        ("RES-26", "fibre/RES-26"),
        ("fibre/RES-26", "fibre/RES-26"),
        ("home-place", first),
        ("fibre/homes/two/home-place", "fibre/homes/two/home-place"),
        ("RES-34-form", "sharing/RES-34/RES-34-form"),
    ):
        assert sheets.live_path(draft, name) == path
    with pytest.raises(BadInput) as caught:
        sheets.live_path(draft, "RES-99")
    assert caught.value.code is Code.ANSWER_UNKNOWN


def test_a_signed_visit_keeps_the_time_of_its_signature(survey: Survey) -> None:
    visit = a_signed_visit(survey)
    clock = sheets.open_sheet(survey, visit).clock
    assert clock() == clock()
    signed = signed_at(records.record(survey, visit))
    assert clock().isoformat(timespec="milliseconds") == signed
    assert sheets.open_sheet(survey, a_visit(survey)).clock is sheets.local_now


def test_an_unknown_status_counts_as_a_draft(survey: Survey) -> None:
    visit = a_visit(survey)
    assert sheets.status_of(records.record(survey, visit)) is Status.DRAFT
    revise(survey, visit, {"$status": "blessed", "$signed/x": "never"}, kind="visit")
    assert sheets.open_sheet(survey, visit).summary.status is Status.DRAFT


def test_what_is_no_visit_cannot_be_opened(survey: Survey) -> None:
    for name in ("nowhere", site_id(survey)):
        with pytest.raises(BadInput) as caught:
            sheets.open_sheet(survey, name)
        assert caught.value.code is Code.RECORD_UNKNOWN


def test_hidden_answers_are_kept_and_not_shown(survey: Survey) -> None:
    visit = a_visit(survey, GOOD)
    answer(survey, visit, {"site/COM-11": "refused"})
    sheet = sheets.open_sheet(survey, visit)
    draft = sheets.draft_of(sheet)
    assert not sheets.entered(draft)
    assert sheet.answers["fibre/RES-26"] == "-19.5"
    assert "fibre/RES-26" not in {each.path for each in sheets.shown_questions(draft)}
    answer(survey, visit, {"site/COM-11": "normal"})
    assert sheets.open_sheet(survey, visit).verdict.conforming == 2
