"""Reading a file from outside, within bounds."""

from pathlib import Path

from fieldaudit.actions.changes import Progress
from fieldaudit.errors import BadInput, Cancelled, Code, Surroundings
from fieldaudit.store.failures import explained

_PORTION = 4 << 20
_PARTS = 100
"""Steps of progress for one file."""


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


def read_in_steps(file: Path, limit: int, told: Progress, place: tuple[int, int]) -> bytes:
    """Return the bytes of a large file, telling and asking between portions of it.

    Args:
        file: where they are.
        limit: most bytes.
        told: is told in portions of this file and of those before and after it.
        place: the file's number, from 0, and the number of files.

    Raises:
        BadInput: there is no such file, not any more, or it has more than `limit` bytes.
        Surroundings: it cannot be read.
        Cancelled: `told` said so.
    """
    if not file.is_file():
        raise BadInput(Code.FILE_NOT_FOUND, file=str(file))
    number, count = place
    data = bytearray()
    try:
        with explained(file), file.open("rb") as stream:
            size = max(stream.seek(0, 2), 1)
            stream.seek(0)
            while size <= limit and len(data) <= limit and (portion := stream.read(_PORTION)):
                data += portion
                done = number + min(len(data) / size, 1)
                told.step(int(done * _PARTS), count * _PARTS)
                if told.cancelled():
                    raise Cancelled
    except Surroundings as error:
        if isinstance(error.__cause__, FileNotFoundError):
            raise BadInput(Code.FILE_NOT_FOUND, file=str(file)) from error
        raise
    if size > limit or len(data) > limit:
        raise BadInput(Code.FILE_TOO_LARGE, file=file.name, limit=f"{limit >> 20} MB")
    return bytes(data)
