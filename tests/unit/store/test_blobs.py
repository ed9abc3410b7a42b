import hashlib

import pytest

from fieldaudit.errors import BadInput, Code
from fieldaudit.store import blobs
from tests.kit.surveys import a_photo, a_survey, fresh_id, revise, tamper


@pytest.fixture
def survey(tmp_path):
    with a_survey(tmp_path / "a.gpkg") as survey:
        yield survey


@pytest.mark.parametrize("content", [b"", b"\xff\xd8 jpeg", bytes(100_000)])
def test_bytes_come_back_as_they_went_in(survey, content):
    name = blobs.add(survey, content)
    assert name == hashlib.sha256(content).hexdigest()
    assert blobs.read(survey, name) == content
    assert blobs.exists(survey, name)


def test_the_same_bytes_are_kept_once(survey):
    assert blobs.add(survey, b"a") == blobs.add(survey, b"a")
    assert survey.db.table("blob").count == 1


@pytest.mark.parametrize("name", ["0" * 64, "", "no hash", "zz" * 32])
def test_what_is_not_there_is_missing(survey, name):
    assert not blobs.exists(survey, name)
    with pytest.raises(BadInput) as caught:
        blobs.read(survey, name)
    assert caught.value.code is Code.BLOB_MISSING


def test_other_bytes_under_the_name_are_damage(survey):
    name = blobs.add(survey, b"a")
    tamper(survey.path, "update blob set content = x'00'")
    assert list(blobs.check(survey, [name, "0" * 64])) == [
        (name, Code.BLOB_DAMAGED),
        ("0" * 64, Code.BLOB_MISSING),
    ]


def test_whole_bytes_pass_the_check(survey):
    assert not list(blobs.check(survey, [blobs.add(survey, b"a")]))


def test_photos_and_logs_that_are_not_deleted_are_expected_once(survey):
    first, again = a_photo(survey, b"a"), a_photo(survey, b"a")
    log = fresh_id()
    revise(survey, log, {"blob": "5" * 64, "name": "a.txt"}, kind="log")
    revise(survey, fresh_id(), {"blob": "6" * 64}, kind="site")
    revise(survey, fresh_id(), {"caption": "没有原文"}, kind="photo")
    name = hashlib.sha256(b"a").hexdigest()
    assert blobs.expected(survey) == sorted([name, "5" * 64])
    revise(survey, first, {"$deleted": "true"}, kind="photo")
    assert name in blobs.expected(survey)
    revise(survey, again, {"$deleted": "true"}, kind="photo")
    assert blobs.expected(survey) == ["5" * 64]


def test_photos_and_papers_are_attached_and_logs_are_expected_too(survey):
    photo, paper, log = (blobs.add(survey, each) for each in (b"photo", b"paper", b"log"))
    for kind, name in (("photo", photo), ("paper", paper), ("log", log)):
        revise(survey, fresh_id(), {"blob": name}, kind=kind)
    gone = fresh_id()
    revise(survey, gone, {"blob": blobs.add(survey, b"gone")}, kind="paper")
    revise(survey, gone, {"$deleted": "true"}, kind="paper")
    assert blobs.attached(survey) == [photo, paper]
    assert blobs.expected(survey) == sorted([photo, paper, log])


def test_bytes_are_written_piece_by_piece_and_damage_is_told(survey, tmp_path):
    name, got = blobs.add(survey, bytes(9_000_000)), list[bytes]()
    blobs.write(survey, name, got.append)
    assert len(got) > 1
    assert b"".join(got) == bytes(9_000_000)
    tamper(survey.path, "update blob set content = x'00'")
    with pytest.raises(BadInput) as caught:
        blobs.write(survey, name, got.append)
    assert caught.value.code is Code.BLOB_DAMAGED


def test_bytes_that_are_others_at_the_second_reading_are_not_kept(survey):
    name = hashlib.sha256(b"first").hexdigest()
    with pytest.raises(BadInput) as caught:
        blobs.add(survey, b"other", name=name)
    assert caught.value.code is Code.BLOB_DAMAGED
    assert not blobs.exists(survey, name)
