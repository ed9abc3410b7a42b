from pathlib import Path

import pytest

from fieldaudit.actions import photos, surveys
from fieldaudit.actions.changes import Silent
from fieldaudit.actions.rescues import rescue
from fieldaudit.errors import BadInput, Cancelled, Code
from fieldaudit.store import purge
from fieldaudit.store.survey import Survey
from fieldaudit.visit.stamp import Author
from tests.kit.office import a_signed_visit, history
from tests.kit.photos import a_photo


@pytest.fixture
def visit(survey: Survey, author: Author, tmp_path: Path) -> str:
    (tmp_path / "a.jpg").write_bytes(a_photo())
    return a_signed_visit(survey, files=[tmp_path / "a.jpg"])


def test_a_whole_file_is_rescued_whole(survey: Survey, visit: str, tmp_path: Path) -> None:
    before = surveys.info(survey)
    done = rescue(survey.path, tmp_path / "out.gpkg")
    assert (done.losses, done.revisions_lost) == ((), 0)
    assert (done.photos_expected, done.photos_present) == (1, 1)
    assert [each.name for each in tmp_path.glob("out.gpkg*")] == ["out.gpkg"]
    with surveys.open_survey(tmp_path / "out.gpkg", readonly=True) as fresh:
        found = surveys.info(fresh)
        assert (found.state, found.seals) == (before.state, before.seals)
        assert surveys.check(fresh) == ()


def test_what_is_lost_is_said_by_name(survey: Survey, visit: str, tmp_path: Path) -> None:
    first = history(survey, visit)[0]
    blob = photos.list_photos(survey)[0].blob
    with purge.unreadable(survey), survey.atomic() as db:
        db.execute("update revision set body = 'x' where hash = ?", (bytes.fromhex(first.hash),))
        db.execute("update blob set content = x'00' where hash = ?", (bytes.fromhex(blob),))
    done = rescue(survey.path, tmp_path / "out.gpkg")
    codes = [each.code for each in done.losses]
    assert codes[:2] == [Code.RESCUE_PHOTO, Code.RESCUE_HISTORY]
    assert done.losses[0].where.endswith("a.jpg")
    assert done.losses[1].params["record"] == visit
    assert (done.revisions_lost, done.photos_present) == (1, 0)
    assert done.revisions == surveys.info(survey).revisions - 1


def test_nothing_is_written_over_or_left_behind(survey: Survey, tmp_path: Path) -> None:
    (tmp_path / "out.gpkg").write_bytes(b"mine")
    with pytest.raises(BadInput) as caught:
        rescue(survey.path, tmp_path / "out.gpkg")
    assert caught.value.code is Code.FILE_EXISTS
    (tmp_path / "letter.gpkg").write_bytes(b"Dear office, ..." * 20)
    before = sorted(tmp_path.iterdir())
    with pytest.raises(BadInput) as caught:
        rescue(tmp_path / "letter.gpkg", tmp_path / "new.gpkg")
    assert (caught.value.code, caught.value.params["file"]) == (Code.RESCUE_NOTHING, "letter.gpkg")
    with pytest.raises(Cancelled):
        rescue(survey.path, tmp_path / "new.gpkg", progress=_Stopped())
    assert sorted(tmp_path.iterdir()) == before


class _Stopped(Silent):
    def cancelled(self) -> bool:
        return True
