import hashlib
from contextlib import suppress

import pytest

from fieldaudit.errors import Code, Surroundings
from fieldaudit.store import blobs, projections, records, revisions, seals, union
from fieldaudit.store.seals import Seal
from fieldaudit.store.source import open_source
from tests.kit.history import Copies, record_id
from tests.kit.logs import a_log, a_row
from tests.kit.surveys import a_survey, another, fresh_id, revise, rows

LOG = a_log(a_row())
LOG_NAME = hashlib.sha256(LOG).digest()


@pytest.fixture
def survey(tmp_path):
    with a_survey(tmp_path / "a.gpkg") as survey:
        yield survey


@pytest.fixture
def history() -> list:
    copies = Copies()
    copies.play([("edit", 0, 1, {"name": "甲"}), ("edit", 0, 1, {"name": "乙"})])
    return list(copies.held[0].values())


def test_fresh_revisions_are_here_and_folded(survey, history):
    with union.uniting(survey) as united:
        united.add_revisions(history)
    assert records.record(survey, record_id(1)).values == {"name": "乙"}
    with survey.reading() as db:
        first = _id_of(history[0])
        found = union.known(db, [b"\x00" * 16, first])
        assert {name: row.hash.hex() for name, row in found.items()} == {first: history[0].hash}
        assert union.clocks(db, [record_id(1), record_id(2)]) == {
            record_id(1): {history[0].hash: (1, "visit"), history[1].hash: (2, "visit")},
            record_id(2): {},
        }


def test_a_number_that_does_not_come_out_undoes_all(survey, history):
    survey.db.execute(
        "create trigger swallow after insert on revision begin"
        " delete from revision where seq = new.seq; end"
    )
    before = revisions.state(survey)
    with pytest.raises(Surroundings) as caught, union.uniting(survey) as united:
        united.add_revisions(history)
    assert caught.value.code is Code.BALANCE_OPEN
    assert revisions.state(survey) == before


def test_a_whole_blob_replaces_a_damaged_one(survey):
    name = blobs.add(survey, b"jpeg")
    survey.db.execute("update blob set content = x'00'")
    union.add_blob(survey, bytes.fromhex(name), b"jpeg")
    assert blobs.read(survey, name) == b"jpeg"
    assert survey.db.table("blob").count == 1
    with survey.reading() as db:
        assert union.has_blob(db, bytes.fromhex(name))
        assert not union.has_blob(db, b"")


def test_a_log_gets_its_samples_when_its_bytes_arrive(survey):
    changes = {"blob": LOG_NAME.hex(), "name": "a.txt", "datum": "wgs84"}
    revise(survey, fresh_id(), changes, kind="log")
    before = rows(survey)["samples"]
    with another(survey, survey.path.with_name("b.gpkg")) as other:
        blobs.add(other, LOG)
    source = open_source(other.path)
    with source.survey, union.uniting(survey) as united:
        assert united.add_original(source, LOG_NAME)
    assert (len(before), len(rows(survey)["samples"])) == (0, 1)


def test_seals_are_added_once(survey):
    one = Seal(b"\x01" * 32, "a" * 64, "{}", b"s")
    for _ in range(2):
        with union.uniting(survey) as united:
            united.add_seals([one])
    assert survey.db.table("seal").count == 1
    assert seals.tallies(survey)[0].author == "a" * 64


def _id_of(revision) -> bytes:
    return bytes.fromhex(revision.id.replace("-", ""))


@pytest.mark.parametrize("hurt", [False, True])
def test_a_large_original_comes_piece_by_piece(survey, monkeypatch, hurt):
    monkeypatch.setattr("fieldaudit.store.union._AT_ONCE", 10)
    monkeypatch.setattr("fieldaudit.store.source._PIECE", 1000)
    content = bytes(range(256)) * 300
    with another(survey, survey.path.with_name("b.gpkg")) as other:
        name = bytes.fromhex(blobs.add(other, content))
        if hurt:
            other.db.execute("update blob set content = zeroblob(?)", (len(content),))
    source = open_source(other.path)
    with source.survey, union.uniting(survey) as united:
        assert united.add_original(source, name) is not hurt
        assert not united.add_original(source, bytes(32))
    assert blobs.exists(survey, name.hex()) is not hurt
    assert hurt or blobs.read(survey, name.hex()) == content


def test_what_was_taken_tentatively_is_taken_back_with_what_waited(survey, history):
    before = rows(survey)
    with union.uniting(survey) as united:
        with suppress(KeyboardInterrupt), united.tentative():
            united.add_revisions(history)
            raise KeyboardInterrupt
        assert united.new == 0
    assert rows(survey) == before
    with union.uniting(survey) as united, united.tentative():
        united.add_revisions(history)
    assert rows(survey) != before
    after = rows(survey)
    projections.rebuild(survey)
    assert rows(survey) == after
