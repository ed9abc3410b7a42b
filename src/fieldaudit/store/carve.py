"""Finding rows in the bytes of a damaged file, whatever became of its pages and trees.

A row is recognised by the header of SQLite's record format and believed only when its SHA-256
fits. Long rows are followed through their chain of overflow pages (file format, sections 1.5, 2.1).
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from mmap import mmap

Buffer = bytes | mmap

_START = re.compile(rb"[\x05-\x14]\x00(?=\x4c|\x2c\x2c)")
"""The length of the header, the key that is no column, then a SHA-256 or two UUIDs."""

_BODY = re.compile(rb'\{"author":"')
_END = re.compile(rb'"record":"[0-9a-f-]{36}"\}')
"""How the canonical form of a revision begins and ends; a quote inside a value has a backslash."""

_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8, 8: 0, 9: 0}
_HASH, _UUID = 76, 44
_LARGEST = 512 << 20
_USUAL_PAGE = 16384


@dataclass(frozen=True, slots=True)
class Found:
    """A row whose hash fits."""

    table: str
    """revision, blob or seal."""

    hash: bytes
    """SHA-256 of its body or its content."""

    columns: tuple[bytes, ...]
    """What the row holds, without its key."""


class Carver:
    """The bytes of one file."""

    def __init__(self, data: Buffer) -> None:
        """Take the page size from the header where that is still one."""
        self._data = data
        self._size = _page_size(data)
        reserved = data[20] if len(data) > 20 else 0  # noqa: PLR2004 - a place in the header
        self._usable = self._size - (reserved if reserved <= 32 else 0)  # noqa: PLR2004

    def rows(self, known: set[bytes]) -> Iterator[Found]:
        """Yield every whole row whose hash is not in `known`, to which it is added."""
        for start in _START.finditer(self._data):
            types = _types(self._data, start.start())
            shape = _shape(types)
            if shape is None:
                continue
            table, place, proof = shape
            header = self._data[start.start()]
            at = start.start() + header + sum(map(_length, types[:place]))
            name = bytes(self._data[at : at + 32])
            if name in known:
                continue
            payload = self._payload(start.start(), header + sum(map(_length, types)))
            if payload is None:
                continue
            columns = _columns(payload[header:], types)
            if hashlib.sha256(columns[proof]).digest() == name:
                known.add(name)
                yield Found(table, name, tuple(columns[1:]))

    def bodies(self, known: set[bytes]) -> Iterator[Found]:
        """Yield revisions whose row is spoilt but for its hash and the body right behind it."""
        for start in _BODY.finditer(self._data):
            at = start.start()
            name = bytes(self._data[at - 32 : at]) if at >= 32 else b""  # noqa: PLR2004
            end = _END.search(self._data, at, at + self._size) if name not in known else None
            body = bytes(self._data[at : end.end()]) if end else b""
            if body and hashlib.sha256(body).digest() == name:
                known.add(name)
                yield Found("revision", name, (name, body))

    def _payload(self, start: int, length: int) -> bytes | None:
        """Return a row's bytes, those in overflow pages included; None when they are not there."""
        if length > min(_LARGEST, len(self._data)):
            return None
        local = self._local(length)
        parts = [bytes(self._data[start : start + local])]
        left, link = length - local, start + local
        while left > 0:
            page = int.from_bytes(self._data[link : link + 4], "big")
            link = (page - 1) * self._size
            if page < 2 or link + self._size > len(self._data):  # noqa: PLR2004 - never the first
                return None
            part = bytes(self._data[link + 4 : link + 4 + min(left, self._usable - 4)])
            parts.append(part)
            left -= len(part)
        whole = b"".join(parts)
        return whole if len(whole) == length else None

    def _local(self, length: int) -> int:
        """Return how much of a row lies in its own page (section 1.6)."""
        most = self._usable - 35
        if length <= most:
            return length
        least = (self._usable - 12) * 32 // 255 - 23
        wanted = least + (length - least) % (self._usable - 4)
        return wanted if wanted <= most else least


def _page_size(data: Buffer) -> int:
    size = int.from_bytes(data[16:18], "big")
    size = 65536 if size == 1 else size
    return size if size >= 512 and size & (size - 1) == 0 else _USUAL_PAGE  # noqa: PLR2004


def _types(data: Buffer, start: int) -> list[int]:
    """Return the serial types of a record's header; none when it is no header."""
    end = start + data[start]
    at, types = start + 1, []
    while at < end <= len(data):
        value = 0
        for _ in range(5):
            byte = data[at]
            at += 1
            value = value << 7 | byte & 0x7F
            if byte < 0x80 or at >= end:  # noqa: PLR2004 - the bit that says: more follows
                break
        types.append(value)
    return types if at == end else []


def _shape(types: list[int]) -> tuple[str, int, int] | None:
    """Return (table, column of the hash, column that is hashed) of a row of ours."""
    match types:
        case [0, t1, t2, kind, clock, author, t6, body]:
            whole = (t1, t2, t6) == (_UUID, _UUID, _HASH) and clock in _INTEGERS
            texts = all(each >= 13 and each % 2 for each in (kind, author, body))  # noqa: PLR2004
            return ("revision", 6, 7) if whole and texts else None
        case [0, t1, size, content]:
            whole = t1 == _HASH and size in _INTEGERS and content >= 12 and content % 2 == 0  # noqa: PLR2004
            return ("blob", 1, 3) if whole else None
        case [0, t1, author, body, signature]:
            texts = all(each >= 13 and each % 2 for each in (author, body))  # noqa: PLR2004
            whole = t1 == _HASH and signature >= 12 and signature % 2 == 0  # noqa: PLR2004
            return ("seal", 1, 3) if whole and texts else None
    return None


def _length(kind: int) -> int:
    return (kind - 12) // 2 if kind >= 12 else _INTEGERS.get(kind, 0)  # noqa: PLR2004


def _columns(body: bytes, types: list[int]) -> list[bytes]:
    found, at = [], 0
    for kind in types:
        found.append(body[at : at + _length(kind)])
        at += _length(kind)
    return found
