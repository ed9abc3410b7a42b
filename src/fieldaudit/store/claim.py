"""Who works in a survey file: a lock file beside it, held while it is open for long.

The operating system's lock decides, and ends with the process that held it, however that ended;
what is written in the file only tells people who it is. A file that cannot be locked (a folder
without write permission, a volume without locks) is simply not claimed.
"""

import getpass
import json
import os
import socket
import sys
import threading
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from fieldaudit.visit.filelock import lock
from fieldaudit.visit.stamp import Moment

_LONGEST = 4096


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a survey open for writing."""

    pid: int
    """Process, on that machine."""

    host: str
    """Name of the machine."""

    user: str
    """Login name."""

    since: str
    """When, ISO 8601."""


class Claim:
    """The right to work in a survey file; shared by all who have it open in this process."""

    def __init__(self, key: Path, handle: int) -> None:
        """Keep the locked handle."""
        self._key = key
        self._handle = handle
        self._users = 1

    def release(self) -> None:
        """Give the right back; the last one to do so removes the lock file."""
        with _guard:
            self._users -= 1
            if self._users:
                return
            _HELD.pop(self._key, None)
            _let_go(self._key, self._handle)

    def share(self) -> "Claim":
        """Let one more user of this process have it."""
        self._users += 1
        return self


_HELD: dict[Path, Claim] = {}
_guard = threading.Lock()


def lock_file(survey: Path) -> Path:
    """Return the lock file of a survey."""
    real = survey.resolve()
    return real.with_name(f"{real.name}.lock")


def claim(survey: Path, *, moment: Moment) -> Claim | Holder | None:
    """Claim a survey file: a Claim, or who has it, or None where nothing can be locked.

    The lock file of a process that has died is taken over.
    """
    key = lock_file(survey)
    with _guard:
        if key in _HELD:
            return _HELD[key].share()
        try:
            handle = _locked(key)
        except OSError:
            return None
        if handle is None:
            return _told(key)
        _write(handle, moment)
        _HELD[key] = Claim(key, handle)
        return _HELD[key]


def holder(survey: Path) -> Holder | None:
    """Return who else has a survey open for writing; None when nobody does."""
    key = lock_file(survey)
    with _guard:
        if key in _HELD or not key.exists():
            return None
        try:
            handle = _locked(key)
        except OSError:
            return None
        if handle is None:
            return _told(key)
        # Whoever wrote it has died.
        _let_go(key, handle)
        return None


def _locked(key: Path) -> int | None:
    """Return a handle on the locked file; None when another process has locked it."""
    while True:
        handle = os.open(key, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o644)
        try:
            if not lock(handle):
                os.close(handle)
                return None
            # Between opening and locking, the one who had it may have removed the file.
            if os.path.samestat(os.fstat(handle), os.stat(key)):
                return handle
        except FileNotFoundError:
            pass
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)


def _write(handle: int, moment: Moment) -> None:
    told = {"pid": os.getpid(), "host": socket.gethostname(), "user": _user()}
    with suppress(OSError):
        os.ftruncate(handle, 0)
        os.write(handle, json.dumps({**told, "since": moment.iso()}).encode())


def _told(key: Path) -> Holder:
    """Read who has it; a file that says nothing still means that somebody does."""
    try:
        with key.open("rb") as stream:
            said = json.loads(stream.read(_LONGEST))
        return Holder(int(said["pid"]), str(said["host"]), str(said["user"]), str(said["since"]))
    except (OSError, ValueError, KeyError, TypeError):
        return Holder(0, "", "", "")


def _let_go(key: Path, handle: int) -> None:
    if sys.platform == "win32":
        # An open file cannot be removed there; one that somebody opened meanwhile stays.
        os.close(handle)
        with suppress(OSError):
            key.unlink()
        return
    with suppress(OSError):
        key.unlink()
    os.close(handle)


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
