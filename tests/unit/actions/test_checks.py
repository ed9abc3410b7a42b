from pathlib import Path

import pytest

from fieldaudit.actions import photos
from fieldaudit.actions.checks import check, check_file, purged_photos
from fieldaudit.errors import BadInput, Code
from fieldaudit.store.survey import Survey
from fieldaudit.visit.stamp import Author
from tests.kit.office import a_signed_visit
from tests.kit.photos import a_photo


def test_a_whole_survey_has_no_findings(survey: Survey) -> None:
    a_signed_visit(survey)
    assert check(survey) == check_file(survey.path) == purged_photos(survey) == ()


def test_unreadable_pages_lead_to_the_rescue_and_hide_nothing(
    survey: Survey, author: Author, tmp_path: Path
) -> None:
    (tmp_path / "a.jpg").write_bytes(a_photo())
    a_signed_visit(survey, files=[tmp_path / "a.jpg"])
    blob = photos.list_photos(survey)[0].blob
    with survey.atomic() as db:
        db.execute("delete from blob where hash = ?", (bytes.fromhex(blob),))
    query = "select rootpage from sqlite_master where name = 'seal'"
    page = survey.db.execute(query).fetchone()[0]
    survey.close()
    data = bytearray(survey.path.read_bytes())
    data[(page - 1) * 16384 : page * 16384] = bytes(16384)
    survey.path.write_bytes(data)
    found = check_file(survey.path)
    codes = {each.code for each in found}
    assert codes == {Code.PAGES_UNREADABLE, Code.BLOB_MISSING}
    (missing,) = [each for each in found if each.code is Code.BLOB_MISSING]
    assert missing.where.startswith("RES-0001 ")
    assert missing.where.endswith(" a.jpg")
    assert "rescue" in str(found[0])


def test_what_cannot_be_opened_leads_to_the_rescue(survey: Survey) -> None:
    survey.close()
    survey.path.write_bytes(survey.path.read_bytes()[:50_000])
    (problem,) = check_file(survey.path)
    assert (problem.code, problem.params["reason"]) == (Code.PAGES_UNREADABLE, "truncated")


def test_what_is_no_survey_is_refused(tmp_path: Path) -> None:
    (tmp_path / "letter.gpkg").write_bytes(b"Dear office, ..." * 20)
    with pytest.raises(BadInput) as caught:
        check_file(tmp_path / "letter.gpkg")
    assert caught.value.code is Code.SURVEY_NOT_SQLITE
