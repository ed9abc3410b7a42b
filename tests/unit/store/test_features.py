import struct

import pytest

from fieldaudit.store import blobs, features
from tests.kit.logs import a_log, a_row
from tests.kit.surveys import a_photo, a_survey, fresh_id, revise

LOG = a_log(a_row(Level="-97"))


@pytest.fixture
def survey(tmp_path):
    with a_survey(tmp_path / "a.gpkg") as survey:
        yield survey


def all_of(survey, table: str, columns: str = "*") -> list[tuple]:
    return survey.db.execute(f"select {columns} from {table}").fetchall()


def test_a_site_is_a_point_with_its_texts(survey):
    record = fresh_id()
    texts = {"code": "RES-1", "name": "小区", "kind": "residential", "example": "true"}
    revise(survey, record, texts | {"position": "29.6 106.5 0 5"})
    ((fid, geometry, *rest),) = all_of(survey, "sites")
    assert fid == features.feature_id(record)
    assert struct.unpack("<dd", geometry[-16:]) == (106.5, 29.6)
    assert rest == [record, "RES-1", "小区", "residential", None, None, None, 1]


def test_a_photo_and_a_visit_have_rows(survey):
    photo, visit = a_photo(survey, b"jpeg"), fresh_id()
    revise(survey, visit, {"$status": "draft", "$inspector": "张三"}, kind="visit")
    assert all_of(survey, "photos", "record") == [(photo,)]
    assert all_of(survey, "visits", "record, status, inspector") == [(visit, "draft", "张三")]


def test_an_edit_replaces_and_a_deletion_removes(survey):
    record = fresh_id()
    revise(survey, record, {"name": "旧"})
    revise(survey, record, {"name": "新"})
    assert all_of(survey, "sites", "name") == [("新",)]
    revise(survey, record, {"$deleted": "true"})
    assert all_of(survey, "sites") == []


def test_a_log_has_its_samples(survey):
    values = {"blob": blobs.add(survey, LOG), "name": "a.txt", "datum": "wgs84", "visit": "v"}
    revise(survey, fresh_id(), values, kind="log")
    (sample,) = all_of(survey, "samples", "visit, technology, rsrp")
    assert sample == ("v", "5G", -97.0)


@pytest.mark.parametrize(
    "damage",
    [
        {"blob": "0" * 64},
        {"blob": "no hash"},
        {"offset": "9" * 30},
        {"offset": "x"},
        {"datum": "mars"},
        {"blob": None},
    ],
)
def test_a_log_that_cannot_be_read_has_none(survey, damage):
    values = {"blob": blobs.add(survey, LOG), "name": "a.txt", "datum": "wgs84"}
    revise(survey, fresh_id(), values | damage, kind="log")
    assert all_of(survey, "samples") == []


def test_no_bytes_at_all_break_a_log(survey):
    for content in (
        b"",
        b"\x00" * 100,
        b"\xff\xfe",
        b'"' * 1000,
        LOG.replace(b"2022", b"9999"),
        LOG[:-9],
    ):
        values = {"blob": blobs.add(survey, content), "name": "a.txt", "datum": "wgs84"}
        revise(survey, fresh_id(), values, kind="log")


def test_a_pair_of_ids_searched_for_breaks_nothing(survey, monkeypatch):
    monkeypatch.setattr(features, "feature_id", lambda record: 1)
    revise(survey, fresh_id(), {"name": "甲"})
    revise(survey, fresh_id(), {"name": "乙"})
    assert len(all_of(survey, "sites")) == 1


def test_feature_ids_fit_into_63_bits_and_differ():
    ids = {features.feature_id(fresh_id()) for _ in range(1000)}
    assert len(ids) == 1000
    assert all(0 <= each < 1 << 63 for each in ids)


@pytest.mark.parametrize(
    ("size", "kept"), [("24", 24), ("", None), ("many", None), ("9" * 30, None), ("-1", None)]
)
def test_a_paper_is_listed_with_its_size(survey, size, kept):
    values = {"visit": "v", "question": "q", "name": "a.pdf", "media_type": "application/pdf"}
    record = fresh_id()
    revise(survey, record, {**values, "size": size, "blob": "ab" * 32}, kind="paper")
    ((_, *told),) = all_of(survey, "papers")
    assert told == [record, "v", "q", None, "a.pdf", "application/pdf", kept, "ab" * 32]
