import hashlib

import pytest

from fieldaudit.errors import Code, Surroundings
from fieldaudit.store import blobs, records, revisions, seals, union
from fieldaudit.store.seals import Seal
from tests.kit.history import Copies, record_id
from tests.kit.logs import a_log, a_row
from tests.kit.surveys import a_survey, fresh_id, revise, rows

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
    with union.uniting(survey) as united:
        united.add_blob(LOG_NAME, LOG)
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
