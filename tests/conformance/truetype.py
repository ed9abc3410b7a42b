"""As much of a TrueType program as the rules ask for: its glyphs, by which code, and how wide."""

import struct


class Program:
    """An embedded font program."""

    def __init__(self, data: bytes) -> None:
        (count,) = struct.unpack(">H", data[4:6])
        rows = (struct.unpack(">4s3I", data[12 + 16 * n : 28 + 16 * n]) for n in range(count))
        self._tables = {tag: data[start : start + size] for tag, _, start, size in rows}
        (self.glyphs,) = struct.unpack(">H", self._tables[b"maxp"][4:6])
        (self._units,) = struct.unpack(">H", self._tables[b"head"][18:20])
        (self._metrics,) = struct.unpack(">H", self._tables[b"hhea"][34:36])

        self._cmap = self._tables[b"cmap"]
        tables, *where = struct.unpack(">2xHHHI", self._cmap[:12])
        if (tables, where[:2]) != (1, [1, 0]) or self._cmap[where[2] : where[2] + 2] != b"\0\6":
            raise ValueError("a symbolic program has one table of codes")
        self._codes = where[2] + 6

    def glyph(self, code: int) -> int:
        """Return the glyph of a code; 0 for none."""
        first, count = struct.unpack(">HH", self._cmap[self._codes : self._codes + 4])
        place = self._codes + 4 + 2 * (code - first)
        known = 0 <= code - first < count
        return int(struct.unpack(">H", self._cmap[place : place + 2])[0]) if known else 0

    def width(self, glyph: int) -> float:
        """Return the advance of a glyph in thousandths of the size."""
        place = 4 * min(glyph, self._metrics - 1)
        (advance,) = struct.unpack(">H", self._tables[b"hmtx"][place : place + 2])
        return float(advance) * 1000 / self._units
