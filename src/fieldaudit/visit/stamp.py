"""Who, when, and a fresh identity: what every record of a visit is stamped with."""

import hashlib
import os
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

_RANDOM_BITS = 74


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """A point in time as the device's clock told it."""

    ms: int
    """Milliseconds since 1970-01-01 UTC."""

    offset: int = 0
    """Local offset from UTC, minutes."""

    def iso(self) -> str:
        """Return ISO 8601 with milliseconds and offset."""
        zone = timezone(timedelta(minutes=self.offset))
        return self.datetime().astimezone(zone).isoformat(timespec="milliseconds")

    def datetime(self) -> datetime:
        """Return an aware datetime in the local offset."""
        whole = datetime.fromtimestamp(self.ms // 1000, UTC) + timedelta(
            milliseconds=self.ms % 1000
        )
        return whole.astimezone(timezone(timedelta(minutes=self.offset)))


@dataclass(frozen=True, slots=True)
class Author:
    """Who makes revisions; no password is needed to be one."""

    name: str
    """Name as signed."""

    fingerprint: str
    """SHA-256 of the public key, hex; `name:…` for somebody without a key."""

    role: str = "inspector"
    """inspector, reviewer, office …"""

    certificate: str = ""
    """PEM of the key's certificate, where the author has a key."""


def now() -> Moment:
    """Read the device's clock."""
    here = datetime.now().astimezone()
    offset = here.utcoffset() or timedelta()
    return Moment(time.time_ns() // 1_000_000, int(offset.total_seconds() // 60))


def parse_moment(text: str) -> Moment:
    """Read ISO 8601 with offset; raise ValueError for anything else."""
    when = datetime.fromisoformat(text)
    offset = when.utcoffset()
    if offset is None:
        raise ValueError(f"no offset in {text}")
    elapsed = when - datetime(1970, 1, 1, tzinfo=UTC)
    return Moment(elapsed // timedelta(milliseconds=1), int(offset.total_seconds() // 60))


def make_id_source(
    clock: Callable[[], Moment] = now,
    randomness: Callable[[int], bytes] = os.urandom,
) -> Callable[[], str]:
    """Return a maker of UUIDv7 texts (RFC 9562 §5.7) that never go backwards.

    Within one millisecond, or when the clock is set back, the random part counts up, so that
    ids made by one device keep their order.
    """
    last = [0, 0]
    lock = threading.Lock()

    def make() -> str:
        ms = clock().ms
        with lock:
            fresh = int.from_bytes(randomness(10), "big") >> (80 - _RANDOM_BITS + 1)
            last[:] = [ms, fresh] if ms > last[0] else [last[0], last[1] + 1]
            return _layout(*last)

    return make


def _layout(ms: int, tail: int) -> str:
    rand_a, rand_b = tail >> 62, tail & ((1 << 62) - 1)
    whole = (ms << 80) | (0x7 << 76) | (rand_a << 64) | (0b10 << 62) | rand_b
    return _hyphenated(whole)


def _hyphenated(whole: int) -> str:
    digits = f"{whole:032x}"
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


new_id = make_id_source()
"""Make a fresh UUIDv7 text on this device."""


def derived_id(name: str) -> str:
    """Return the UUIDv8 (RFC 9562 §5.8) that stands for `name` in every file.

    For records that are the same thing wherever they are made: a form version, a person's key.
    """
    whole = int.from_bytes(hashlib.sha256(name.encode()).digest()[:16], "big")
    whole = whole & ~(0xF << 76) | 0x8 << 76
    whole = whole & ~(0b11 << 62) | 0b10 << 62
    return _hyphenated(whole)


def is_derived(name: str) -> bool:
    """Tell whether an id was derived from what is known, by its version (RFC 9562, section 5.8)."""
    return name[14:15] == "8"
