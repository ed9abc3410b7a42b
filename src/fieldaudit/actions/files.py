"""Reading a file from outside, within bounds."""

import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from fieldaudit.actions.changes import Progress
from fieldaudit.errors import BadInput, Cancelled, Code, Surroundings
from fieldaudit.store.failures import explained
from fieldaudit.store.pieces import PIECE, Pieces

_PARTS = 100
"""Steps of progress for one file."""

_READINGS = 2
"""How often a file is read: for its hash, and when it is written."""


def read_file(file: Path, limit: int) -> bytes:
    """Return the bytes of a file.

    Raises:
        BadInput: there is no such file, or it has more than `limit` bytes.
        Surroundings: it cannot be read.
    """
    if not file.is_file():
        raise BadInput(Code.FILE_NOT_FOUND, file=str(file))
    if file.stat().st_size > limit:
        raise BadInput(Code.FILE_TOO_LARGE, file=file.name, limit=f"{limit >> 20} MB")
    with explained(file):
        return file.read_bytes()


def in_pieces(file: Path, limit: int, told: Progress, place: tuple[int, int]) -> Pieces:
    """Return the bytes of a large file in pieces, telling and asking after each.

    Each reading of them is half of the work.

    Args:
        file: where they are.
        limit: most bytes.
        told: is told in portions of this file and of those before and after it.
        place: the file's number, from 0, and the number of files.

    Raises:
        BadInput: there is no such file, or it has more than `limit` bytes; while reading also
            when it is not there any more.
        Surroundings: it cannot be read.
        Cancelled: `told` said so.
    """
    if not file.is_file():
        raise BadInput(Code.FILE_NOT_FOUND, file=str(file))
    with explained(file):
        size = file.stat().st_size
    if size > limit:
        raise BadInput(Code.FILE_TOO_LARGE, file=file.name, limit=f"{limit >> 20} MB")
    number, count = place
    readings = itertools.count()

    def read() -> Iterator[bytes]:
        begun, done = min(next(readings), _READINGS - 1) / _READINGS, 0
        with _opened(file) as stream:
            while piece := stream.read(PIECE):
                done += len(piece)
                part = number + begun + min(done / max(size, 1), 1) / _READINGS
                told.step(int(part * _PARTS), count * _PARTS)
                if told.cancelled():
                    raise Cancelled
                yield piece

    return Pieces(size, read)


@contextmanager
def _opened(file: Path) -> Iterator[BinaryIO]:
    try:
        with explained(file), file.open("rb") as stream:
            yield stream
    except Surroundings as error:
        if isinstance(error.__cause__, FileNotFoundError):
            raise BadInput(Code.FILE_NOT_FOUND, file=str(file)) from error
        raise
