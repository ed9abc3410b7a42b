from pathlib import Path

from fieldaudit.actions import photos
from fieldaudit.actions.affected import affected, called, damaged_originals, damaged_others
from fieldaudit.actions.checks import check
from fieldaudit.actions.writing import write
from fieldaudit.errors import Code
from fieldaudit.store import blobs, records
from fieldaudit.store.revisions import Edit
from fieldaudit.store.survey import Survey
from fieldaudit.visit.stamp import Author, new_id
from tests.kit.office import a_visit
from tests.kit.photos import a_photo


def test_a_damaged_original_is_named_by_site_visit_and_file(
    survey: Survey, author: Author, tmp_path: Path
) -> None:
    (tmp_path / "门.jpg").write_bytes(a_photo())
    visit = a_visit(survey)
    photos.add_photos(survey, visit=visit, files=[tmp_path / "门.jpg"], author=author)
    assert list(damaged_originals(survey)) == []
    blob = photos.list_photos(survey)[0].blob
    with survey.atomic() as db:
        db.execute("update blob set content = x'00' where hash = ?", (bytes.fromhex(blob),))
    (problem,) = damaged_originals(survey)
    day = records.record(survey, visit).get("$started")[:10]
    assert problem.code is Code.BLOB_DAMAGED
    assert problem.where == f"RES-0001 {day} {author.name} 门.jpg"
    assert problem.where == affected(survey, blob)
    assert affected(survey, "0" * 64) == ""


def test_a_record_whose_visit_is_lost_still_has_a_name(survey: Survey, author: Author) -> None:
    lost = new_id()
    edits = [
        Edit(new_id(), "photo", {"visit": lost, "name": "门.jpg"}),
        Edit(new_id(), "visit", {"$site": lost}),
    ]
    write(survey, edits, author=author)
    assert called(survey, records.records(survey, "photo")[0]) == "门.jpg"
    assert called(survey, records.records(survey, "visit")[0]) == lost
    assert called(survey, None) == ""


def test_damaged_forms_and_thresholds_are_named_and_what_nobody_names_is_hashed_too(
    survey: Survey,
) -> None:
    a_visit(survey)
    assert list(damaged_others(survey)) == []
    (form, *_), (head,) = records.records(survey, "form"), records.records(survey, "survey")
    form_text, thresholds = form.get("xform"), head.get("parameters")
    loose = blobs.add(survey, b"nobody's")
    with survey.atomic() as db:
        for blob in (form_text, loose):
            db.execute("update blob set content = x'00' where hash = ?", (bytes.fromhex(blob),))
        db.execute("delete from blob where hash = ?", (bytes.fromhex(thresholds),))
    found = {(each.code, each.where) for each in damaged_others(survey)}
    assert found == {
        (Code.BLOB_DAMAGED, called(survey, form)),
        (Code.BLOB_MISSING, called(survey, head)),
        (Code.BLOB_DAMAGED, loose[:16]),
    }
    assert found <= {(each.code, each.where) for each in check(survey)}
