import hashlib

import pytest

from fieldaudit.store import blobs, purge
from tests.kit.surveys import a_photo, a_survey, another, fresh_id, merged, revise, rows

NAME = hashlib.sha256(b"jpeg" * 99).hexdigest()


@pytest.fixture
def survey(tmp_path):
    with a_survey(tmp_path / "a.gpkg") as survey:
        yield survey


def mark(survey, record: str) -> None:
    revise(survey, record, {"purged": "2022-07-08"}, kind="photo", reason="保存期满")


def test_what_was_purged_is_neither_expected_nor_missed(survey):
    photo = a_photo(survey, b"jpeg" * 99)
    assert purge.purged(survey) == set()
    mark(survey, photo)
    assert purge.purged(survey) == {NAME}
    assert blobs.attached(survey) == blobs.expected(survey) == []


def test_an_original_that_another_photo_needs_is_not_purged(survey):
    first, second = a_photo(survey, b"jpeg" * 99), a_photo(survey, b"jpeg" * 99)
    mark(survey, first)
    assert purge.purged(survey) == set()
    assert blobs.attached(survey) == blobs.expected(survey) == [NAME]
    mark(survey, second)
    assert purge.purged(survey) == {NAME}


def test_an_original_that_is_a_log_too_is_not_purged(survey):
    mark(survey, a_photo(survey, b"jpeg" * 99))
    revise(survey, fresh_id(), {"blob": NAME}, kind="log")
    assert purge.purged(survey) == set()


def test_no_byte_of_it_is_left_in_the_file(survey):
    a_photo(survey, b"jpeg" * 9999)
    name = hashlib.sha256(b"jpeg" * 9999).hexdigest()
    with purge.unreadable(survey):
        assert purge.remove(survey, [name, "no hash"]) == 1
    survey.close()
    assert b"jpegjpeg" not in survey.path.read_bytes()
    assert not survey.path.with_name(survey.path.name + "-wal").exists()


def test_a_copy_that_still_has_it_does_not_bring_it_back(survey, tmp_path):
    photo = a_photo(survey, b"jpeg" * 99)
    with another(survey, tmp_path / "b.gpkg") as other:
        a_photo(other, b"new")
    mark(survey, photo)
    purge.remove(survey, [NAME])
    balance = merged(survey, tmp_path / "b.gpkg")
    assert balance.closes
    assert not blobs.exists(survey, NAME)
    assert blobs.exists(survey, hashlib.sha256(b"new").hexdigest())
    assert (balance.photos_expected, balance.photos_damaged) == (1, 0)


def test_a_source_that_says_it_is_gone_and_has_it_does_not_bring_it_in(survey, tmp_path):
    with another(survey, tmp_path / "b.gpkg") as other:
        mark(other, a_photo(other, b"jpeg" * 99))
    assert merged(survey, tmp_path / "b.gpkg").photos_damaged == 0
    assert not blobs.exists(survey, NAME)


def test_a_merge_removes_nothing_that_is_here(survey, tmp_path):
    photo = a_photo(survey, b"jpeg" * 99)
    with another(survey, tmp_path / "b.gpkg") as other:
        mark(other, photo)
    merged(survey, tmp_path / "b.gpkg")
    assert blobs.read(survey, NAME) == b"jpeg" * 99
    assert rows(survey)["photos"]
