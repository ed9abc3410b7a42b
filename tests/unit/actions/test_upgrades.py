"""Moving a visit to a newer version of its checklist."""

import json
from pathlib import Path

import pytest

from fieldaudit.actions import forms, upgrades, visits
from fieldaudit.actions.sheets import draft_of, open_sheet
from fieldaudit.actions.snapshots import photos_of
from fieldaudit.errors import BadInput, Code
from fieldaudit.form_codes import FormCode
from fieldaudit.store import records, revisions
from fieldaudit.store.revisions import Edit
from fieldaudit.store.survey import Survey
from fieldaudit.visit.records import Status
from fieldaudit.visit.stamp import Author, new_id, now
from tests.kit.office import FORM, GOOD, a_visit
from tests.kit.surveys import another, merged

NEW = "2023010101"
RULES = {
    "form": "residential",
    "from": "2022070801",
    "to": NEW,
    "rules": [
        {"from": "fibre/RES-26", "to": "fibre/RES-26-power"},
        {"from": "fibre/RES-20", "to": "fibre/RES-20-cabinet"},
    ],
}


def add_newer(survey: Survey, folder: Path, author: Author) -> str:
    """Add a version in which two questions bear other names."""
    (folder / "mappings").mkdir(exist_ok=True)
    (folder / "mappings" / "residential.json").write_text(json.dumps(RULES), "utf-8")
    text = FORM.replace("{version}", NEW)
    text = text.replace("RES-26", "RES-26-power").replace("RES-20", "RES-20-cabinet")
    file = folder / "newer.md"
    file.write_text(text, "utf-8")
    return forms.add_form(survey, file=file, author=author).value


def a_photo(survey: Survey, visit: str, question: str) -> str:
    changes = {"visit": visit, "question": question, "name": "a.jpg", "blob": "0" * 64}
    photo = new_id()
    revisions.append(survey, [Edit(photo, "photo", changes)], author="x", moment=now())
    return photo


def test_a_newer_version_leaves_old_visits_alone(
    survey: Survey, author: Author, tmp_path: Path
) -> None:
    visit = a_visit(survey, answers=GOOD)
    before = open_sheet(survey, visit)
    newer = add_newer(survey, tmp_path, author)
    assert open_sheet(survey, visit) == before
    assert upgrades.upgradable(survey, visit=visit) == (newer,)


def test_answers_marks_and_photos_move_in_one_revision(
    survey: Survey, author: Author, tmp_path: Path
) -> None:
    visit = a_visit(survey, answers=GOOD)
    photo = a_photo(survey, visit, "fibre/RES-20")
    newer = add_newer(survey, tmp_path, author)
    heads = records.record(survey, visit).heads
    done = upgrades.upgrade_visit(survey, visit=visit, form=newer, author=author, reason="换版")
    assert done.value.moved["fibre/RES-26"] == "fibre/RES-26-power"
    sheet = open_sheet(survey, visit)
    shown = draft_of(sheet).shown("fibre/RES-26-power")
    assert (sheet.form.hash, shown.value, shown.carried) == (newer, "-19.5", "fibre/RES-26")
    assert "fibre/RES-26" not in sheet.answers
    assert {each.id: each.question for each in photos_of(survey, visit)} == {
        photo: "fibre/RES-20-cabinet"
    }
    assert len(records.record(survey, visit).heads) == len(heads) == 1
    assert upgrades.upgradable(survey, visit=visit) == ()


def test_answering_anew_ends_the_mark(survey: Survey, author: Author, tmp_path: Path) -> None:
    visit = a_visit(survey, answers=GOOD)
    newer = add_newer(survey, tmp_path, author)
    upgrades.upgrade_visit(survey, visit=visit, form=newer, author=author, reason="换版")
    draft = draft_of(open_sheet(survey, visit))
    draft.set("fibre/RES-26-power", "-20")
    assert draft.shown("fibre/RES-26-power").carried == ""
    assert draft.changes()["fibre/RES-26-power/$carried"] is None


def test_files_with_different_versions_merge(
    survey: Survey, author: Author, tmp_path: Path
) -> None:
    visit = a_visit(survey, answers=GOOD)
    with another(survey, tmp_path / "other.gpkg") as other:
        newer = add_newer(other, tmp_path, author)
        upgrades.upgrade_visit(other, visit=visit, form=newer, author=author, reason="换版")
        second = a_visit(other, answers={})
        visits.keep_draft(survey, visit=visit, changes={"fibre/RES-07": "no"})
        visits.save_visit(survey, visit=visit, author=author, reason="更正")
        other.db.execute("pragma wal_checkpoint(truncate)")
    merged(survey, tmp_path / "other.gpkg")
    sheet = open_sheet(survey, visit)
    assert sheet.form.hash == newer
    assert sheet.answers["fibre/RES-26-power"] == "-19.5"
    assert sheet.answers["fibre/RES-07"] == "no"
    assert sheet.conflicts == ()
    assert open_sheet(survey, second).form.version == NEW


def test_an_edit_of_a_moved_answer_elsewhere_is_a_conflict_not_a_loss(
    survey: Survey, author: Author, tmp_path: Path
) -> None:
    visit = a_visit(survey, answers=GOOD)
    with another(survey, tmp_path / "other.gpkg") as other:
        newer = add_newer(other, tmp_path, author)
        upgrades.upgrade_visit(other, visit=visit, form=newer, author=author, reason="换版")
        other.db.execute("pragma wal_checkpoint(truncate)")
    visits.keep_draft(survey, visit=visit, changes={"fibre/RES-26": "-21"})
    visits.save_visit(survey, visit=visit, author=author, reason="更正")
    merged(survey, tmp_path / "other.gpkg")
    assert [each.path for each in open_sheet(survey, visit).conflicts] == ["fibre/RES-26"]


def test_what_is_refused(survey: Survey, author: Author, tmp_path: Path) -> None:
    visit = a_visit(survey, answers=GOOD)
    newer = add_newer(survey, tmp_path, author)
    other = tmp_path / "other.md"
    other.write_text(FORM.replace("{version}", "1").replace("| residential |", "| pole |"), "utf-8")
    pole = forms.add_form(survey, file=other, author=author).value
    rules = tmp_path / "rules.json"
    rules.write_text(json.dumps({**RULES, "from": "1999"}), "utf-8")
    wrong = upgrades.load_mapping(rules)
    for form, reason, mapping, code in (
        (newer, " ", None, Code.REASON_MISSING),
        (pole, "换版", None, FormCode.FORM_OTHER),
        (newer, "换版", wrong, FormCode.FORM_MAPPING_OTHER),
    ):
        with pytest.raises(BadInput) as caught:
            upgrades.upgrade_visit(
                survey, visit=visit, form=form, author=author, reason=reason, mapping=mapping
            )
        assert caught.value.code is code
    assert open_sheet(survey, visit).summary.status is Status.DRAFT
