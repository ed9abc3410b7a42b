"""Folders for what is needed for a moment, and the removal of those that a killed process left.

What lies in one may be a decrypted copy, so that it must not outlive the deed. Each holds a lock
file that its process keeps locked; a folder whose lock can be had belongs to nobody any more.
"""

import logging
import os
import re
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from fieldaudit.visit.filelock import lock

_LOCK = ".fieldaudit-scratch"
_OURS = re.compile(r"\.(handover|mail|merge|open|package)-[a-z0-9_]{8}")
_TRIES = 5

_log = logging.getLogger(__name__)


@contextmanager
def scratch(folder: Path, purpose: str) -> Iterator[Path]:
    """Yield a new folder inside `folder`, removed afterwards; after a kill, by the next `sweep`.

    Args:
        folder: where there is room.
        purpose: first part of its name: handover, mail, merge, open or package.

    Raises:
        OSError: the folder cannot be written.
    """
    sweep(folder)
    with _owned(folder, purpose) as (place, handle):
        try:
            yield place
        finally:
            # An open file cannot be removed on Windows.
            if handle is not None:
                os.close(handle)


@contextmanager
def _owned(folder: Path, purpose: str) -> Iterator[tuple[Path, int | None]]:
    """Yield the folder and the handle of its lock; None where nothing can be locked."""
    for _ in range(_TRIES):
        made = TemporaryDirectory(dir=folder, prefix=f".{purpose}-", ignore_cleanup_errors=True)
        with made as name, suppress(_Swept):
            handle = _taken(Path(name, _LOCK))
            yield Path(name), handle
            return
    raise OSError(f"no folder for {purpose} could be kept")


class _Swept(Exception):
    """Another process took the folder for a leftover before it was locked."""


def _taken(file: Path) -> int | None:
    try:
        handle = os.open(file, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
    except FileNotFoundError as error:
        raise _Swept from error
    try:
        if lock(handle) and os.path.samestat(os.fstat(handle), file.stat()):
            return handle
    except FileNotFoundError:
        pass
    except OSError:
        # Without a lock nobody can tell that it is in use: without its file none will sweep it.
        os.close(handle)
        file.unlink(missing_ok=True)
        return None
    os.close(handle)
    raise _Swept


def sweep(folder: Path) -> int:
    """Remove the folders that processes which died left in `folder`; return how many.

    Only those of `scratch` whose process has ended; no link is followed, and nothing is raised:
    what cannot be removed stays.
    """
    try:
        found = [each for each in folder.iterdir() if _OURS.fullmatch(each.name)]
    except OSError:
        return 0
    gone = sum(_removed(each) for each in found if _is_folder(each))
    if gone:
        _log.info("removed %d folders left by processes that ended", gone)
    return gone


def _is_folder(path: Path) -> bool:
    try:
        return stat.S_ISDIR(path.lstat().st_mode)
    except OSError:
        return False


def _removed(place: Path) -> bool:
    with suppress(OSError):
        # One killed before it had its lock is empty; a living process makes itself another.
        place.rmdir()
        return True
    try:
        handle = os.open(place / _LOCK, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0))
    except OSError:
        return False
    try:
        free = lock(handle)
    except OSError:
        free = False
    if os.name == "nt":
        os.close(handle)
    if free:
        shutil.rmtree(place, ignore_errors=True)
    if os.name != "nt":
        os.close(handle)
    return free and not place.exists()
