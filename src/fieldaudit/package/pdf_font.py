"""A face as a PDF embeds it: glyphs numbered as they are first shown, one subset at the end.

Follows ISO 32000-2, 9.7: a composite font with Identity-H, and a map back to Unicode so that
text can be searched and copied.
"""

import hashlib
import zlib

from fieldaudit.package.fonts import face
from fieldaudit.package.pdf_file import PdfFile

_AT_ONCE = 100
"""Entries of a block of a CMap (Adobe Technical Note 5014)."""
_CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{blocks}endcmap
CMapName currentdict /CMap defineresource pop
end
end"""


class PdfFont:
    """The glyphs of one face that a file shows."""

    def __init__(self, number: int, *, bold: bool) -> None:
        """Begin with none; `number` is reserved for the font in the file."""
        self.number = number
        self.bold = bold
        self._codes = _Codes(face(bold=bold).font.glyphs)

    def shown(self, text: str) -> str:
        """Return the operand that shows a text: four hex digits for each glyph."""
        return text.translate(self._codes)

    def embed(self, file: PdfFile) -> None:
        """Write the font with the glyphs that were shown."""
        font = face(bold=self.bold).font
        chosen = [0, *(font.glyphs.get(point, 0) for point in self._codes)]
        subset = font.subset(chosen)
        widths = " ".join(f"{font.advances[glyph]}" for glyph in chosen)
        tag = hashlib.sha256(subset).digest()[:6]
        name = "".join(chr(65 + byte % 26) for byte in tag)
        name += "+NotoSansSC-Bold" if self.bold else "+NotoSansSC-Regular"
        data = file.stream(f"/Filter/FlateDecode/Length1 {len(subset)}", zlib.compress(subset))
        descriptor = file.put(self._descriptor(name, data))
        cid = file.put(
            f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/FontDescriptor {descriptor} 0 R"
            "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            f"/CIDToGIDMap/Identity/DW 1000/W[0[{widths}]]>>"
        )
        unicode = file.packed("", [self._to_unicode().encode()])
        file.put(
            f"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H"
            f"/DescendantFonts[{cid} 0 R]/ToUnicode {unicode} 0 R>>",
            self.number,
        )

    def _descriptor(self, name: str, data: int) -> str:
        font = face(bold=self.bold).font
        told = font.metrics
        box = " ".join(map(str, font.box))
        # Faces do not tell the width of stems; this is how others derive it from the weight.
        stem = 50 + (told["weight"] // 65) ** 2
        return (
            f"<</Type/FontDescriptor/FontName/{name}/Flags 4/FontBBox[{box}]/ItalicAngle 0"
            f"/Ascent {told['ascent']}/Descent {told['descent']}/CapHeight {told['capitals']}"
            f"/StemV {stem}/FontFile2 {data} 0 R>>"
        )

    def _to_unicode(self) -> str:
        rows = [
            f"<{code}> <{chr(point).encode('utf-16-be').hex().upper()}>\n"
            for point, code in self._codes.items()
        ]
        blocks = []
        for start in range(0, len(rows), _AT_ONCE):
            block = rows[start : start + _AT_ONCE]
            blocks.append(f"{len(block)} beginbfchar\n{''.join(block)}endbfchar\n")
        return _CMAP.format(blocks="".join(blocks))


class _Codes(dict[int, str]):
    """Code point → hex digits of its glyph in the subset, given out when first asked for."""

    def __init__(self, known: dict[int, int]) -> None:
        super().__init__()
        self._known = known

    def __missing__(self, point: int) -> str:
        # The blank glyph 0 stands for what the face lacks.
        code = f"{len(self) + 1:04X}" if point in self._known else "0000"
        if point in self._known:
            self[point] = code
        return code
