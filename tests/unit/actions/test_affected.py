from pathlib import Path

from fieldaudit.actions import photos
from fieldaudit.actions.affected import affected, called, damaged_originals
from fieldaudit.actions.writing import write
from fieldaudit.errors import Code
from fieldaudit.store import records
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
