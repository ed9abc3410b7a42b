"""A reportlab document that goes to the file while it is made: what is finished is not kept.

reportlab keeps every object until the end and then makes one string of all. Here pages and
streams are written as they come, the rest at the end. The same calls give the same bytes.
"""

import hashlib
import re
import zlib
from collections.abc import Iterable
from concurrent.futures import Future
from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObjectReference
from reportlab.pdfgen.canvas import Canvas

from fieldaudit.package.pdf_output import Output

_HEAD = b"%PDF-1.7\n%\xe6\xa3\x80\xe6\x9f\xa5\n"
_ASTRAL = re.compile(r"<([0-9A-F]{5,6})>")
_END = b"\nendstream\nendobj\n"
_BRANCH = 64
"""Pages of one node of the page tree."""


class Spelled(pdfdoc.PDFObject):  # type: ignore[misc] # reportlab is untyped
    """The place of an object that is not made of reportlab's own.

    Streams that go to the file at once, and the tens of thousands of elements of a structure,
    for which dictionaries take too long.
    """


class StreamedDocument(pdfdoc.PDFDocument):  # type: ignore[misc]
    """A document whose finished objects are in the file already."""

    def __init__(self, output: Output) -> None:
        """Write the head of the file."""
        super().__init__(compression=1, invariant=1, pdfVersion=(1, 7))
        self.output = output
        self.page_entries: dict[str, Any] = {}
        self.drawings: list[str] = []
        self.Pages = self.Catalog.Pages = _PageTree()
        self._offsets: dict[int, int] = {}
        output.write(_HEAD)

    def addPage(self, page: Any) -> None:
        """Write a page and its drawing."""
        drawing = zlib.compress(page.stream.encode("ascii"))
        self.drawings.append(hashlib.sha256(drawing).hexdigest())
        page.Contents = self.stream({"Filter": PDFName("FlateDecode")}, drawing)
        page.stream = None
        page.__NoDefault__ = [*page.__NoDefault__, *self.page_entries]
        for key, value in self.page_entries.items():
            setattr(page, key, value)
        if (self.pageCounter - 1) % _BRANCH == 0:
            self.Pages.branches.append(pdfdoc.PDFPages())
        branch = self.Pages.branches[-1]
        branch.Parent = self.Reference(self.Pages)
        page.Parent = self.Reference(branch)
        name = self.thisPageName()
        super().addPage(page)
        branch.pages.append(self.Pages.pages.pop() and PDFObjectReference(name))
        self.write(name)

    def stream(
        self, entries: dict[str, Any], data: bytes, *, name: str | None = None
    ) -> PDFObjectReference:
        """Write a stream at once, its bytes as they are; return what leads to it."""
        reference = self.Reference(Spelled(), name)
        self._begin(reference.name, {**entries, "Length": len(data)})
        self.output.write(data + _END)
        return reference

    def stream_apart(self, entries: dict[str, Any], data: bytes, name: str) -> "Future[str]":
        """Write a large stream at once; return the SHA-256 of its bytes, hex."""
        self.Reference(Spelled(), name)
        self._begin(name, {**entries, "Length": len(data)})
        told = self.output.write_apart(data)
        self.output.write(_END)
        return told

    def pieces(self, entries: dict[str, Any], pieces: Iterable[bytes]) -> PDFObjectReference:
        """Write a stream of `pieces` behind one another, packed on the way."""
        reference, length = self.Reference(Spelled()), Spelled()
        told = {"Filter": PDFName("FlateDecode"), "Length": self.Reference(length)}
        self._begin(reference.name, {**entries, **told})
        start, packer = self.output.place, zlib.compressobj()
        for piece in pieces:
            self.output.write(packer.compress(piece))
        self.output.write(packer.flush())
        size = self.output.place - start
        self.output.write(_END)
        self.write_spelled(length, f"{size}")
        return reference

    def write_spelled(self, place: Spelled, text: str) -> None:
        """Write an object that many others may have led to before."""
        name = self.Reference(place).name
        number = self._offset(name)
        self.output.write(b"%d 0 obj\n%s\nendobj\n" % (number, text.encode("ascii")))

    def told(self, thing: object, name: str | None = None) -> str:
        """Return what leads to an object, as it is spelled in a file."""
        return str(self.Reference(thing, name).format(self).decode())

    def known(self, name: str) -> str:
        """Return what leads to the object of this name, as it is spelled in a file."""
        number, generation = self.idToObjectNumberAndVersion[name]
        return f"{number} {generation} R"

    def write(self, name: str) -> None:
        """Write the object of this name, and let go of it."""
        held = self.idToObject[name]
        if isinstance(held, pdfdoc.PDFStream):
            self._write_stream(name, held)
        else:
            shown = pdfdoc.PDFIndirectObject(name, held).format(self)
            self._offset(name)
            self.output.write(shown)

    def finish(self, canvas: Canvas, *, info: PDFDictionary, identity: str) -> None:
        """Write all that is left, and the end of the file.

        Args:
            canvas: that the pages were drawn on.
            info: the document information.
            identity: 32 hex digits that tell the file from others.
        """
        for font in self.delayedFonts:
            font.addObjects(self)
        self._mend_unicode()
        self.Outlines.prepare(self, canvas)
        if self.Outlines.ready < 0:
            self.Catalog.Outlines = None
        root, told = self.Reference(self.Catalog), self.Reference(info)
        number = 0
        while (number := number + 1) in self.numberToId:
            if number not in self._offsets:
                self.write(self.numberToId[number])
        place = self.output.place
        rows = b"".join(b"%010d 00000 n \n" % self._offsets[n] for n in range(1, number))
        self.output.write(b"xref\n0 %d\n0000000000 65535 f \n" % number + rows)
        digits = PDFArray([f"<{identity}>"] * 2)
        trailer = PDFDictionary({"Size": number, "Root": root, "Info": told, "ID": digits})
        self.output.write(b"trailer\n" + trailer.format(self))
        self.output.write(b"\nstartxref\n%d\n%%%%EOF\n" % place)

    def _mend_unicode(self) -> None:
        """Spell characters beyond U+FFFF in UTF-16, which reportlab does not."""
        for name, held in self.idToObject.items():
            if name.startswith("toUnicodeCMap:"):
                held.content = _ASTRAL.sub(_in_utf16, held.content)

    def _offset(self, name: str) -> int:
        """Say that the object of this name begins here, and let go of it; return its number."""
        number = int(self.idToObjectNumberAndVersion[name][0])
        self._offsets[number] = self.output.place
        self.idToObject[name] = None
        return number

    def _begin(self, name: str, entries: dict[str, Any]) -> None:
        shown = PDFDictionary(entries).format(self)
        number = self._offset(name)
        self.output.write(b"%d 0 obj\n%s\nstream\n" % (number, shown))

    def _write_stream(self, name: str, held: Any) -> None:
        """Write a stream of reportlab's; PDF/A asks for a line break before its end."""
        data, entries = pdfdoc.pdfdocEnc(held.content), dict(held.dictionary.dict)
        if held.filters:
            entries["Filter"], data = PDFName("FlateDecode"), zlib.compress(data)
        self._begin(name, {**entries, "Length": len(data)})
        self.output.write(data)
        self.output.write(_END)


def _in_utf16(found: re.Match[str]) -> str:
    return f"<{chr(int(found[1], 16)).encode('utf-16-be').hex().upper()}>"


class _PageTree(pdfdoc.PDFPages):  # type: ignore[misc]
    """The root of a page tree in branches: a reader need not walk past all pages to one."""

    def __init__(self) -> None:
        super().__init__()
        self.branches: list[pdfdoc.PDFPages] = []

    def check_format(self, document: Any) -> None:
        self.Kids = PDFArray([document.Reference(branch) for branch in self.branches])
        self.Count = sum(len(branch.pages) for branch in self.branches)
