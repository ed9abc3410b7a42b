import shutil

import pytest

from fieldaudit.actions.backups import Reason, keep_backup
from fieldaudit.actions.opening import open_for_work
from fieldaudit.actions.restoring import Contents, look, put_back
from fieldaudit.errors import BadInput, Code, Surroundings
from fieldaudit.store import records
from fieldaudit.store.survey import open_survey
from tests.kit.surveys import a_photo, a_survey, fresh_id, moment, revise


@pytest.fixture
def path(tmp_path):
    """Return a survey with one site, a backup of it, and one more site since."""
    with a_survey(tmp_path / "a.gpkg") as survey:
        revise(survey, fresh_id(), {"code": "A"})
        a_photo(survey, b"x")
        keep_backup(survey, Reason.MANUAL, moment=moment())
        revise(survey, fresh_id(), {"code": "B"})
    return tmp_path / "a.gpkg"


def backup_of(path):
    (backup,) = path.with_name("a.gpkg.backups").iterdir()
    return backup


def codes(path) -> set[str]:
    with open_survey(path, readonly=True) as survey:
        return {site.get("code") for site in records.records(survey, "site")}


def test_a_backup_is_looked_into(path):
    assert look(backup_of(path)) == Contents("两江新区核查", 3, 0, 1, 0, 0)


def test_the_backup_takes_the_place_and_the_file_is_kept_aside(path):
    aside = put_back(backup_of(path), path, moment=moment())
    assert codes(path) == {"A"}
    assert aside is not None
    assert codes(aside) == {"A", "B"}
    assert sorted(each.suffix for each in path.parent.iterdir() if each.is_file()) == [".gpkg"] * 2


def test_a_damaged_file_is_kept_byte_for_byte(path):
    path.write_bytes(b"SQLite format 3\0" + b"damaged" * 1000)
    before = path.read_bytes()
    aside = put_back(backup_of(path), path)
    assert aside is not None
    assert aside.read_bytes() == before
    assert codes(path) == {"A"}


def test_a_missing_file_comes_back(path):
    path.unlink()
    assert put_back(backup_of(path), path) is None
    assert codes(path) == {"A"}


def test_nothing_changes_while_somebody_works_in_the_file(path):
    with open_for_work(path) as survey:
        other = path.with_name("copy.gpkg")
        shutil.copy(backup_of(path), other)
        survey.db.execute("select 1")
        assert put_back(other, path) is not None  # this very process may
    assert codes(path) == {"A"}


def test_a_damaged_backup_replaces_nothing(path, tmp_path):
    bad = tmp_path / "bad.gpkg"
    bad.write_bytes(b"no survey")
    with pytest.raises((BadInput, Surroundings)) as caught:
        put_back(bad, path)
    assert isinstance(caught.value.code, Code)
    assert codes(path) == {"A", "B"}
    assert not list(path.parent.glob("*before-restore*"))
