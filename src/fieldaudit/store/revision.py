"""The revision: the one kind of truth in a survey, immutable and hashed.

Knows nothing of SQL. The canonical form is JSON with sorted keys, UTF-8 and no spaces
(the RFC 8785 subset that texts, integers and nulls need).
"""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Any

import orjson

from fieldaudit.visit.stamp import Moment

KINDS = frozenset(
    [
        "survey",
        "form",
        "site",
        "visit",
        "photo",
        "paper",
        "log",
        "asset",
        "relation",
        "demand",
        "finding",
        "person",
        "figure",
    ]
)

DELETED = "$deleted"
"""The path whose value `true` says that the record was deleted."""

KIND = "$kind"
"""The path at which a conflict about what a record is at all is shown and decided."""

_FIELDS = frozenset(
    [
        "author",
        "changes",
        "clock",
        "form",
        "id",
        "kind",
        "made_at",
        "offset",
        "parents",
        "reason",
        "record",
    ]
)
_texts_of = itemgetter("id", "record", "kind", "author", "form", "reason")
_MAX_CHANGES = 20_000
_MAX_PARENTS = 1_000
_MAX_CLOCK = 1 << 53
# From 1970 to the end of 9998, so that no offset leads out of what a calendar can show.
_LATEST = 253_370_764_800_000
_MAX_OFFSET = 24 * 60 - 1
_HASH = re.compile("[0-9a-f]{64}")
_CHANGES, _CLOCK = b',"changes":', b',"clock":'
# One record must have one spelling, or it would be two.
_UUID = re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class NotARevision(ValueError):
    """A text is not the canonical form of a revision."""


@dataclass(frozen=True, slots=True)
class Revision:
    """One set of changes that one author made to one record."""

    id: str
    """UUIDv7, made on the device."""

    record: str
    """UUIDv7 of the record."""

    kind: str
    """One of KINDS."""

    parents: tuple[str, ...]
    """Hashes of the heads that the author saw, sorted."""

    clock: int
    """Lamport number: 1 + the largest of the parents'."""

    author: str
    """Key fingerprint."""

    made: Moment
    """Wall time of the device, untrusted."""

    changes: Mapping[str, str | None]
    """Path → text, or None where a value is removed."""

    form: str = ""
    """Hash of the form version that the answers belong to."""

    reason: str = ""
    """Why, where one is asked for."""

    body: bytes = field(init=False, repr=False, compare=False)
    """The canonical form, UTF-8."""

    hash: str = field(init=False, repr=False, compare=False)
    """SHA-256 of the canonical form, hex."""

    def __post_init__(self) -> None:
        """Spell the canonical form once; it is asked for again and again.

        Raises:
            ValueError: a text has no UTF-8, or a number no 64 bits.
        """
        body = spelled(
            {
                "author": self.author,
                "changes": self.changes,
                "clock": self.clock,
                "form": self.form,
                "id": self.id,
                "kind": self.kind,
                "made_at": self.made.ms,
                "offset": self.made.offset,
                "parents": sorted(self.parents),
                "reason": self.reason,
                "record": self.record,
            }
        )
        object.__setattr__(self, "body", body)
        object.__setattr__(self, "hash", hashlib.sha256(body).hexdigest())

    def spelled_changes(self) -> bytes:
        """Return the canonical form of the changes, cut out of the body.

        "author" and "changes" sort before all other fields, and no text can look like the next
        one: its quotation marks would be escaped.
        """
        start = self.body.index(_CHANGES) + len(_CHANGES)
        return self.body[start : self.body.rindex(_CLOCK)]


def spelled(value: object) -> bytes:
    """Spell `value` (dicts, lists, texts, integers, nulls) in its one canonical way, UTF-8.

    Raises:
        ValueError: it holds something else, or a text that has no UTF-8.
    """
    try:
        return orjson.dumps(value, option=orjson.OPT_SORT_KEYS)
    except orjson.JSONEncodeError as error:
        raise ValueError(str(error)) from error


def canonical(value: object) -> str:
    """Return the canonical spelling as a text."""
    return spelled(value).decode()


def key(name: str) -> bytes:
    """Return the 16 bytes of an id; raise ValueError when it is none."""
    return bytes.fromhex(name.replace("-", ""))


def digest(body: str) -> str:
    """Return the SHA-256 of a text's UTF-8, hex."""
    return hashlib.sha256(body.encode()).hexdigest()


def parse_revision(body: bytes) -> Revision:
    """Read a canonical form back; raise NotARevision when it is not exactly one.

    Whoever reads a file from outside relies on this: after it, `revision.body == body`.
    """
    try:
        fields = orjson.loads(body)
    except ValueError as error:
        raise NotARevision("not JSON") from error
    _check_shape(fields)
    revision = Revision(
        id=fields["id"],
        record=fields["record"],
        kind=fields["kind"],
        parents=tuple(fields["parents"]),
        clock=fields["clock"],
        author=fields["author"],
        made=Moment(fields["made_at"], fields["offset"]),
        changes=fields["changes"],
        form=fields["form"],
        reason=fields["reason"],
    )
    if revision.body != body:
        raise NotARevision("not in canonical form")
    return revision


def _check_shape(fields: Any) -> None:
    if not isinstance(fields, dict) or fields.keys() != _FIELDS:
        raise NotARevision("not the fields of a revision")
    if set(map(type, _texts_of(fields))) != {str}:
        raise NotARevision("a field is not a text")
    if fields["kind"] not in KINDS:
        raise NotARevision("an unknown kind")
    if not _UUID.fullmatch(fields["id"]) or not _UUID.fullmatch(fields["record"]):
        raise NotARevision("an id is not a UUID in its one spelling")
    _check_numbers(fields)
    _check_parents(fields["parents"])
    _check_changes(fields["changes"])


def _check_numbers(fields: dict[str, Any]) -> None:
    clock, made_at, offset = fields["clock"], fields["made_at"], fields["offset"]
    if {type(clock), type(made_at), type(offset)} != {int}:
        raise NotARevision("a field is not a whole number")
    if not 1 <= clock <= _MAX_CLOCK or not 0 <= made_at < _LATEST or abs(offset) > _MAX_OFFSET:
        raise NotARevision("a number is out of range")


def _check_parents(parents: Any) -> None:
    if not isinstance(parents, list) or len(parents) > _MAX_PARENTS:
        raise NotARevision("parents are not a list of bearable size")
    if not all(isinstance(parent, str) and _HASH.fullmatch(parent) for parent in parents):
        raise NotARevision("parents are not hashes")
    if len(set(parents)) < len(parents):
        raise NotARevision("a parent occurs twice")


def _check_changes(changes: Any) -> None:
    if not isinstance(changes, dict) or len(changes) > _MAX_CHANGES:
        raise NotARevision("changes are not a mapping of bearable size")
    if not set(map(type, changes.values())) <= {str, type(None)}:
        raise NotARevision("a value is not a text")
