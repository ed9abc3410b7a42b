"""A PDF file under way: objects written one after the other, none of them kept.

Knows the file structure of ISO 32000-2, 7.5, and nothing of pages. The same calls give the same
bytes.
"""

import hashlib
import zlib
from array import array
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import BinaryIO

_HEAD = b"%PDF-1.7\n%\xe6\xa3\x80\xe6\x9f\xa5\n"
_ROWS = 5_000
_LEAF = 500
_PLAIN = frozenset(map(chr, range(0x20, 0x7F))) - set("()\\")


class PdfFile:
    """Takes the objects of a PDF and writes them to a stream."""

    def __init__(self, stream: BinaryIO) -> None:
        """Write the head of the file."""
        self.digest = hashlib.sha256()
        self._stream = stream
        self._offsets = array("Q", [0])
        self._place = 0
        self._write(_HEAD)

    @property
    def size(self) -> int:
        """Bytes so far."""
        return self._place

    def reserve(self) -> int:
        """Return the number of an object that is written later."""
        self._offsets.append(0)
        return len(self._offsets) - 1

    def put(self, body: str, number: int = 0) -> int:
        """Write an object under a reserved number or the next one; return the number."""
        number = self._begin(number)
        self._write(b"%d 0 obj\n%s\nendobj\n" % (number, body.encode("latin-1")))
        return number

    def stream(self, entries: str, data: bytes, number: int = 0) -> int:
        """Write a stream whose bytes are `data` as they are, with the entries of its dictionary."""
        number = self._begin(number)
        head = f"{number} 0 obj\n<<{entries}/Length {len(data)}>>\nstream\n"
        self._write(head.encode("latin-1"))
        self._write(data)
        self._write(b"\nendstream\nendobj\n")
        return number

    def packed(self, entries: str, pieces: Iterable[bytes]) -> int:
        """Write a stream of `pieces` behind one another, packed on the way."""
        number, length = self._begin(0), self.reserve()
        head = f"{number} 0 obj\n<<{entries}/Filter/FlateDecode/Length {length} 0 R>>\nstream\n"
        self._write(head.encode("latin-1"))
        start, packer = self._place, zlib.compressobj()
        for piece in pieces:
            self._write(packer.compress(piece))
        self._write(packer.flush())
        size = self._place - start
        self._write(b"\nendstream\nendobj\n")
        self.put(f"{size}", length)
        return number

    def finish(self, *, root: int, info: int, identity: str) -> None:
        """Write cross-reference table and trailer; `identity` is 32 hex digits."""
        place, size = self._place, len(self._offsets)
        self._write(b"xref\n0 %d\n0000000000 65535 f \n" % size)
        for start in range(1, size, _ROWS):
            rows = self._offsets[start : start + _ROWS]
            self._write(b"".join(b"%010d 00000 n \n" % offset for offset in rows))
        trailer = f"<</Size {size}/Root {root} 0 R/Info {info} 0 R/ID[<{identity}><{identity}>]>>"
        self._write(f"trailer\n{trailer}\nstartxref\n{place}\n%%EOF\n".encode())

    def _begin(self, number: int) -> int:
        number = number or self.reserve()
        self._offsets[number] = self._place
        return number

    def _write(self, data: bytes) -> None:
        self._stream.write(data)
        self.digest.update(data)
        self._place += len(data)


def text_string(text: str) -> str:
    """Return a text as a string object: as it is, or as UTF-16 in hex."""
    if _PLAIN.issuperset(text):
        return f"({text})"
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


def write_names(file: PdfFile, pairs: Iterable[tuple[str, str]]) -> int:
    """Write a name tree, in the order that readers search by; return its number."""
    ordered = [
        row for _, *row in sorted((_order(key), text_string(key), value) for key, value in pairs)
    ]
    leaves = [ordered[start : start + _LEAF] for start in range(0, len(ordered), _LEAF)]
    if len(leaves) <= 1:
        return file.put(f"<<{_leaf(ordered)}>>")
    kids = [file.put(f"<</Limits[{leaf[0][0]} {leaf[-1][0]}]{_leaf(leaf)}>>") for leaf in leaves]
    return file.put(f"<</Kids[{references(kids)}]>>")


def references(numbers: Iterable[int]) -> str:
    """Return what leads to other objects, with spaces between."""
    return " ".join(f"{number} 0 R" for number in numbers)


def _leaf(rows: Sequence[Sequence[str]]) -> str:
    return f"/Names[{' '.join(part for row in rows for part in row)}]"


def date(iso: str) -> str:
    """Return an ISO time as a PDF date."""
    text = datetime.fromisoformat(iso).strftime("D:%Y%m%d%H%M%S%z")
    return f"{text[:-2]}'{text[-2:]}'" if len(text) > len("D:20220708094100") else text


def _order(key: str) -> bytes:
    return key.encode() if _PLAIN.issuperset(key) else b"\xfe\xff" + key.encode("utf-16-be")
