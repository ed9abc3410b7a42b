"""Large values in pieces."""

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest

from fieldaudit.store import blobs, pieces
from fieldaudit.store.pieces import PIECE, Changed, Pieces, held, insert, of_bytes
from fieldaudit.store.survey import open_survey
from tests.kit.surveys import a_survey

SIZES = (0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE, 3 * PIECE + 7)


@pytest.fixture
def survey(tmp_path):
    with a_survey(tmp_path / "a.gpkg") as survey:
        yield survey


def some(size: int) -> bytes:
    return (bytes(range(251)) * (size // 251 + 1))[:size]


@pytest.mark.parametrize("size", SIZES)
def test_bytes_of_any_size_come_back(survey, size):
    content = some(size)
    given = of_bytes(content)
    name = hashlib.sha256(content).digest()
    assert (given.size, given.digest(), given.whole()) == (size, name, content)
    with survey.atomic() as db:
        insert(db, name, given)
    with survey.reading() as db:
        found = held(db, name)
        assert found is not None
        assert (found.size, found.whole()) == (size, content)
        assert all(len(piece) <= PIECE for piece in found.read())
        stored = db.execute("select hash, size, content from blob").fetchone()
    assert stored == (name, size, content)


def test_what_is_there_is_replaced_and_what_is_not_is_none(survey):
    with survey.atomic() as db:
        for content in (b"a", some(PIECE + 1), b"b"):
            insert(db, b"name", of_bytes(content))
        found = held(db, b"name")
        assert found is not None
        assert found.whole() == b"b"
        assert held(db, b"other") is None
    assert survey.db.table("blob").count == 1


@pytest.mark.parametrize("told", [1, 3, PIECE + 1, PIECE + 3])
def test_bytes_that_change_while_they_are_read_are_refused(survey, told):
    lying = Pieces(told, of_bytes(some(told + (-1 if told % 2 == 0 else 1))).read)
    with pytest.raises(Changed), survey.atomic() as db:
        insert(db, b"name", lying)
    with survey.reading() as db:
        assert held(db, b"name") is None


def test_a_shorter_file_is_refused_too(survey):
    with pytest.raises(Changed), survey.atomic() as db:
        insert(db, b"name", Pieces(2 * PIECE, of_bytes(some(PIECE)).read))
    assert survey.db.table("blob").count == 0


KILLED = """
import os, signal, sys
from pathlib import Path
from fieldaudit.store import blobs
from fieldaudit.store.pieces import PIECE, Pieces
from fieldaudit.store.survey import open_survey

def read():
    for number in range(16):
        if number == 11 and readings.pop() == 2:
            os.kill(os.getpid(), signal.SIGKILL)
        yield bytes([number]) * PIECE

readings = [2, 1]
survey = open_survey(Path(sys.argv[1]))
blobs.add(survey, Pieces(16 * PIECE, read))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_killed_in_the_middle_nothing_of_it_is_there(survey, tmp_path: Path):
    before = blobs.add(survey, b"before")
    survey.close()
    done = subprocess.run([sys.executable, "-c", KILLED, survey.path], check=False, timeout=120)
    assert done.returncode == -9
    with open_survey(survey.path) as again:
        assert again.db.execute("select hash from blob").fetchall() == [(bytes.fromhex(before),)]
        assert again.db.execute("pragma integrity_check").fetchone() == ("ok",)
        content = b"".join(bytes([number]) * PIECE for number in range(16))
        name = blobs.add(again, pieces.of_bytes(content))
        assert blobs.read(again, name) == content
