import hashlib
import random
import sqlite3
from contextlib import closing

import pytest

from fieldaudit.store.carve import Carver

SIZES = (0, 1, 400, 4_000, 16_349, 16_350, 20_000, 300_000)


def content_of(size: int) -> bytes:
    return random.Random(size).randbytes(size)


@pytest.fixture(params=[512, 4096, 16384, 65536])
def file(request, tmp_path):
    """Make a database of blobs around the sizes where rows begin to overflow."""
    path = tmp_path / "a.db"
    with closing(sqlite3.connect(path)) as db:
        db.execute(f"pragma page_size = {request.param}")
        db.execute(
            "create table blob (seq integer primary key, hash blob, size integer, content blob)"
        )
        for size in SIZES:
            content = content_of(size)
            row = (hashlib.sha256(content).digest(), size, content)
            db.execute("insert into blob (hash, size, content) values (?, ?, ?)", row)
        db.commit()
    return path


def sizes(data: bytes) -> list[int]:
    return sorted(len(row.columns[-1]) for row in Carver(data).rows(set()))


def test_rows_of_every_length_are_found(file):
    assert sizes(file.read_bytes()) == list(SIZES)


def test_what_is_known_is_not_read_again(file):
    known = {row.hash for row in Carver(file.read_bytes()).rows(set())}
    assert list(Carver(file.read_bytes()).rows(known)) == []


def test_a_row_that_was_altered_is_no_row(file):
    end = content_of(300_000)[-16:]
    data = file.read_bytes()
    assert end in data
    assert sizes(data.replace(end, bytes(16))) == list(SIZES[:-1])


def test_a_chain_that_leads_nowhere_ends(file):
    data = bytearray(file.read_bytes())
    size = 65536 if data[16:18] == b"\x00\x01" else int.from_bytes(data[16:18], "big")
    for page in range(2, len(data) // size):
        data[page * size : page * size + 4] = (3).to_bytes(4, "big")
    assert set(sizes(bytes(data))) < set(SIZES)


@pytest.mark.parametrize("length", [0, 1, 17, 99, 3000])
def test_a_stump_is_read_without_harm(file, length):
    assert set(sizes(file.read_bytes()[:length])) <= set(SIZES)
