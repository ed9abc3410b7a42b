"""As much of a TrueType program as the rules ask for: how many glyphs, and how wide they are."""

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

    def width(self, glyph: int) -> float:
        """Return the advance of a glyph in thousandths of the size."""
        place = 4 * min(glyph, self._metrics - 1)
        (advance,) = struct.unpack(">H", self._tables[b"hmtx"][place : place + 2])
        return float(advance) * 1000 / self._units
