"""Reading a file from outside, within bounds."""

from pathlib import Path

from fieldaudit.errors import BadInput, Code
from fieldaudit.store.failures import explained


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
