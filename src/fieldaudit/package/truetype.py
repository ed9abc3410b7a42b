"""A TrueType face (ISO/IEC 14496-22): its glyphs and widths, and a small face of chosen glyphs.

Reads only the bundled faces; knows nothing of PDF.
"""

import mmap
from array import array
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from struct import Struct, iter_unpack, pack, unpack_from

_FORMAT_12 = 12
_RECORD = Struct(">4sLLL")
_COMPOSED = b"\x80"
"""First byte of an outline with a negative count of contours."""
_KEPT = ("prep", "cvt ", "fpgm")
_MAGIC = 0xB1B0AFBA


class TrueType:
    """A face in a file, read where it is asked."""

    def __init__(self, path: Path) -> None:
        """Open the file at `path`."""
        with path.open("rb") as stream:
            self._data = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
        records = (_RECORD.unpack_from(self._data, 12 + 16 * n) for n in range(self._short(4)))
        self._tables = {tag.decode(): (start, length) for tag, _, start, length in records}

    @cached_property
    def glyphs(self) -> dict[int, int]:
        """Code point → number of its glyph."""
        start = self._tables["cmap"][0]
        for number in range(self._short(start + 2)):
            place = start + int(unpack_from(">L", self._data, start + 8 + 8 * number)[0])
            if self._short(place) == _FORMAT_12:
                length = int(unpack_from(">L", self._data, place + 4)[0])
                groups = iter_unpack(">LLL", self._data[place + 16 : place + length])
                return dict(_pairs(groups))
        raise ValueError("cmap")

    @cached_property
    def advances(self) -> "array[int]":
        """Width of each glyph in thousandths of the size."""
        unit = self._short(self._tables["head"][0] + 18)
        full = self._short(self._tables["hhea"][0] + 34)
        count = self._short(self._tables["maxp"][0] + 4)
        metrics = _shorts(self.table("hmtx"))[: 2 * full : 2]
        metrics.extend(metrics[-1:] * (count - full))
        return array("H", (round(each * 1000 / unit) for each in metrics))

    @property
    def metrics(self) -> dict[str, int]:
        """Ascent, descent, height of capitals and weight, as the face tells them."""
        place = self._tables["OS/2"][0]
        ascent, descent = unpack_from(">hh", self._data, place + 68)
        (capitals,) = unpack_from(">h", self._data, place + 88)
        weight = self._short(place + 4)
        return {"ascent": ascent, "descent": descent, "capitals": capitals, "weight": weight}

    @property
    def box(self) -> tuple[int, ...]:
        """What no glyph exceeds: left, bottom, right, top."""
        return unpack_from(">4h", self._data, self._tables["head"][0] + 36)

    def table(self, tag: str) -> bytes:
        """Return a table; nothing when the face has none of this name."""
        start, length = self._tables.get(tag, (0, 0))
        return self._data[start : start + length]

    def outline(self, glyph: int) -> bytes:
        """Return the outline of a glyph; nothing for a blank."""
        loca, start = self._tables["loca"][0], self._tables["glyf"][0]
        if self._short(self._tables["head"][0] + 50):
            first, end = unpack_from(">LL", self._data, loca + 4 * glyph)
        else:
            first, end = (2 * each for each in unpack_from(">HH", self._data, loca + 2 * glyph))
        return self._data[start + first : start + end]

    def subset(self, glyphs: Sequence[int]) -> bytes:
        """Return a face of just these glyphs, numbered as they come.

        Raises:
            ValueError: one is composed of others; the bundled faces have none such.
        """
        outlines = [self.outline(glyph) for glyph in glyphs]
        if any(outline[:1] >= _COMPOSED for outline in outlines):
            raise ValueError("composed glyph")
        padded = [outline + bytes(-len(outline) % 4) for outline in outlines]
        return _file(self._chosen_tables(glyphs, padded))

    def _chosen_tables(self, chosen: Sequence[int], outlines: list[bytes]) -> dict[str, bytes]:
        full, bearings = self._short(self._tables["hhea"][0] + 34), _shorts(self.table("hmtx"))
        rows = [
            (bearings[2 * glyph], bearings[2 * glyph + 1])
            if glyph < full
            else (bearings[2 * full - 2], bearings[full + glyph])
            for glyph in chosen
        ]
        places = [0]
        for outline in outlines:
            places.append(places[-1] + len(outline))
        count = pack(">H", len(chosen))
        head, widths, most = self.table("head"), self.table("hhea"), self.table("maxp")
        tables = {
            "glyf": b"".join(outlines),
            "head": head[:8] + bytes(4) + head[12:50] + b"\0\1" + head[52:],
            "hhea": widths[:34] + count,
            "hmtx": b"".join(pack(">HH", *row) for row in rows),
            "loca": pack(f">{len(places)}L", *places),
            "maxp": most[:4] + count + most[6:],
        }
        return tables | {tag: self.table(tag) for tag in _KEPT if tag in self._tables}

    def _short(self, place: int) -> int:
        return int(unpack_from(">H", self._data, place)[0])


def _pairs(groups: Iterator[tuple[int, ...]]) -> Iterator[tuple[int, int]]:
    for first, last, glyph in groups:
        yield from zip(range(first, last + 1), range(glyph, glyph + last - first + 1), strict=True)


def _shorts(data: bytes) -> "array[int]":
    shorts = array("H", data)
    shorts.byteswap()  # every machine the program runs on counts the small end first
    return shorts


def _file(tables: dict[str, bytes]) -> bytes:
    """Put tables into a file, each with its sum, and the sum of all into `head`."""
    power = len(tables).bit_length() - 1
    first = (16 << power, power, 16 * len(tables) - (16 << power))
    start = pack(">LHHHH", 0x00010000, len(tables), *first)
    place, records, bodies = 12 + 16 * len(tables), [], []
    for tag, data in sorted(tables.items()):
        body = data + bytes(-len(data) % 4)
        records.append(_RECORD.pack(tag.encode(), _sum(body), place, len(data)))
        bodies.append(body)
        place += len(body)
    made = bytearray(b"".join([start, *records, *bodies]))
    where = _RECORD.unpack(records[sorted(tables).index("head")])[2]
    made[where + 8 : where + 12] = pack(">L", (_MAGIC - _sum(made)) & 0xFFFFFFFF)
    return bytes(made)


def _sum(data: bytes | bytearray) -> int:
    words = array("I", data)
    words.byteswap()
    return sum(words) & 0xFFFFFFFF
