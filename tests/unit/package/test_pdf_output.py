import hashlib
import io
import threading

import pytest

from fieldaudit.package.pdf_output import Output


@pytest.mark.parametrize("size", [0, 1, 1000, 1 << 17, 1 << 20])
def test_bytes_are_counted_and_hashed_as_they_go(size: int) -> None:
    made = io.BytesIO()
    output = Output(made)
    for number in range(9):
        output.write(bytes([number]) * size)
    assert output.place == len(made.getvalue()) == 9 * size
    assert output.digest.digest() == hashlib.sha256(made.getvalue()).digest()


def test_the_hash_can_be_asked_for_in_between() -> None:
    made = io.BytesIO()
    output = Output(made)
    for _ in range(3):
        output.write(b"a" * 300_000)
        assert output.digest.digest() == hashlib.sha256(made.getvalue()).digest()


def test_large_pieces_have_a_hash_of_their_own_too() -> None:
    made = io.BytesIO()
    output = Output(made)
    asked = []
    for number in range(20):
        output.write(bytes([number]) * 40_000)
        asked.append(output.write_apart(bytes([number]) * 70_000))
    told = [hashlib.sha256(bytes([number]) * 70_000).hexdigest() for number in range(20)]
    assert [each.result() for each in asked] == told
    assert output.place == len(made.getvalue())
    assert output.digest.digest() == hashlib.sha256(made.getvalue()).digest()
    output.close()


def test_nothing_runs_on_when_it_is_closed() -> None:
    before = set(threading.enumerate())
    output = Output(io.BytesIO())
    output.write_apart(b"a")
    assert set(threading.enumerate()) > before
    output.close()
    assert set(threading.enumerate()) == before
