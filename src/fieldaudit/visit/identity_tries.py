"""Wrong passwords: counted per identity file, and slowed.

A record holds a number and a time, never a password. The wait is told, not slept through.
"""

import hashlib
import json
import logging
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

_log = logging.getLogger(__name__)

_FREE = 2
_LONGEST = 30


@dataclass(frozen=True, slots=True)
class Wait:
    """How long nobody may try."""

    count: int
    """Wrong passwords in a row."""

    seconds: int
    """From now on; 0: try again at once."""


@dataclass(frozen=True, slots=True)
class Tries:
    """The wrong passwords for one identity file."""

    record: Path
    """Where they are counted."""

    def wait(self, now: datetime) -> Wait:
        """Return how long to wait before the next try."""
        count, until = self._read()
        left = until - now.timestamp()
        # More than the longest wait means that the clock was set back.
        return Wait(count, max(0, -int(-left // 1)) if left <= _LONGEST else 0)

    def wrong(self, now: datetime) -> Wait:
        """Count one wrong password; two are free, then each wait is twice as long."""
        count = self._read()[0] + 1
        seconds = 0 if count <= _FREE else min(_LONGEST, 2 ** min(count - _FREE, 10))
        try:
            self.record.parent.mkdir(parents=True, exist_ok=True)
            told = {"count": count, "until": now.timestamp() + seconds}
            self.record.write_text(json.dumps(told), "utf-8")
        except OSError as error:
            _log.info("cannot count a wrong password: %s", error.strerror)
        return Wait(count, seconds)

    def right(self) -> None:
        """Forget the wrong ones."""
        try:
            self.record.unlink(missing_ok=True)
        except OSError as error:
            _log.info("cannot forget wrong passwords: %s", error.strerror)

    def _read(self) -> tuple[int, float]:
        try:
            told = json.loads(self.record.read_text("utf-8"))
            return int(told["count"]), float(told["until"])
        except (OSError, ValueError, KeyError, TypeError, OverflowError):
            return 0, 0.0


def tries_at(folder: Path, file: Path) -> Tries:
    """Return the count of an identity file, kept in `folder` under a hash of its place."""
    name = hashlib.sha256(str(file.resolve()).encode("utf-8", "surrogateescape")).hexdigest()
    return Tries(folder / f"{name}.json")
