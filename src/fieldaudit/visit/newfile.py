"""Write a new file wholly or not at all, and never over another one.

A power cut leaves either nothing or the whole file; a full disk leaves nothing.
"""

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from fieldaudit.errors import BadInput, Code, FieldauditError, Surroundings

# EFBIG is how a quota or a FAT volume says that no more fits.
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}


@contextmanager
def new_file(path: Path) -> Iterator[Path]:
    """Yield a path beside `path` to write to; it becomes `path` when the body succeeds.

    Raises:
        BadInput: FILE_EXISTS when `path` is there already, before or after the body;
            FILE_NOT_FOUND when its folder is not.
        Surroundings: DISK_FULL or FOLDER_READ_ONLY; nothing is left behind.
    """
    if path.exists():
        raise BadInput(Code.FILE_EXISTS, file=path.name)
    if not path.parent.is_dir():
        raise BadInput(Code.FILE_NOT_FOUND, file=str(path.parent))
    if not os.access(path.parent, os.W_OK):
        raise Surroundings(Code.FOLDER_READ_ONLY, file=path.name)
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        yield draft
        _flush(draft)
        _publish(draft, path)
    except OSError as error:
        trouble = _explained(error, path)
        if trouble is None:
            raise
        raise trouble from error
    except FieldauditError as error:
        if error.params.get("file") != draft.name:
            raise
        # The name of the draft would tell a person nothing.
        raise type(error)(error.code, **{**error.params, "file": path.name}) from error
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def _explained(error: OSError, path: Path) -> BadInput | Surroundings | None:
    if error.errno in _FULL:
        return Surroundings(Code.DISK_FULL, file=path.name)
    if error.errno in _FORBIDDEN:
        return Surroundings(Code.FOLDER_READ_ONLY, file=path.name)
    if isinstance(error, FileNotFoundError) and not path.parent.is_dir():
        return BadInput(Code.FILE_NOT_FOUND, file=str(path.parent))
    return None


def _flush(draft: Path) -> None:
    with draft.open("rb+") as stream:
        os.fsync(stream.fileno())


def _publish(draft: Path, path: Path) -> None:
    """Give the finished draft its name; another file of that name wins."""
    try:
        os.link(draft, path)
    except FileExistsError as error:
        raise BadInput(Code.FILE_EXISTS, file=path.name) from error
    except OSError:
        # FAT and some network volumes have no links; Windows' rename refuses an existing target.
        if path.exists():
            raise BadInput(Code.FILE_EXISTS, file=path.name) from None
        draft.rename(path)
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
