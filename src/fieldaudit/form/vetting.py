"""Whether a checklist file is safe to open: sizes, zip bombs, kinds.

Looks at bytes only; reads no tables.
"""

import io
import re
import zipfile
import zlib
from pathlib import Path

from fieldaudit.errors import BadInput, Code, Surroundings
from fieldaudit.form.markup import LARGEST
from fieldaudit.form_codes import FormCode

KINDS = ("md", "csv", "xlsx", "xml")
"""Kinds of files that hold a checklist."""

LONGEST_CELL = 32_767
"""Characters of one cell; what a spreadsheet program itself allows."""

MOST_CELLS = 1_000_000
"""Cells of one table."""

_UNPACKED = 100_000_000
_CHUNK = 1 << 20
_WIDEST = 6  # bytes that one character takes at most, escapes included
_PARTS = 2_000
_LINE = 200_000
_EFFORT = 200_000_000
_TAGS_A_CELL = 8
_OTHER_TAGS = 500_000
_DECLARED = re.compile(rb"<!(DOCTYPE|ENTITY)")
_OTHER_CODING = (b"\xff\xfe", b"\xfe\xff", b"\x00")


def taken(source: Path | str | bytes, kind: str) -> tuple[bytes, str, str]:
    """Return content, kind and name of a checklist file.

    Args:
        source: where it lies, or its content.
        kind: `md`, `csv`, `xlsx` or `xml`; empty: by the file's suffix.

    Raises:
        BadInput: too large, of no known kind, or made to do harm.
        Surroundings: it cannot be read.
    """
    kind = kind.lower().lstrip(".")
    if isinstance(source, bytes):
        data, name = source, f"*.{kind}"
    else:
        path = Path(source)
        data, name = _content(path), path.name
        kind = kind or path.suffix.lower().lstrip(".")
    if kind not in KINDS:
        raise BadInput(FormCode.FORM_KIND, file=name)
    if len(data) > LARGEST:
        raise BadInput(FormCode.FORM_TOO_LARGE, file=name, limit=LARGEST // 1_000_000)
    if kind == "xlsx":
        _vet_archive(data, name)
    elif kind != "xml":
        _vet_text(data, name)
    return data, kind, name


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except FileNotFoundError as error:
        raise BadInput(Code.FILE_NOT_FOUND, file=path) from error
    except OSError as error:
        raise Surroundings(Code.FILE_UNREADABLE, file=path, reason=error.strerror) from error


def _vet_archive(data: bytes, name: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise BadInput(FormCode.FORM_UNREADABLE, file=name, reason=str(error)) from error
    if len(parts) > _PARTS or sum(part.file_size for part in parts) > _UNPACKED:
        raise BadInput(FormCode.FORM_TOO_LARGE, file=name, limit=_UNPACKED // 1_000_000)
    cells = rows = tags = 0
    for part in parts:
        if part.filename.endswith((".xml", ".rels")):
            counted = _vet_part(data, part, name)
            cells, rows, tags = cells + counted[0], rows + counted[1], tags + counted[2]
    if cells + rows > MOST_CELLS or tags > _TAGS_A_CELL * (cells + rows) + _OTHER_TAGS:
        raise BadInput(FormCode.FORM_ROWS, file=name, most=MOST_CELLS)


def _vet_part(data: bytes, part: zipfile.ZipInfo, name: str) -> tuple[int, int, int]:
    """Look through one XML part of a workbook; return how many cells, rows and tags it has."""
    cells, rows, tags, longest, run, tail = 0, 0, 0, 0, 0, b""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open(part) as stream:
            while chunk := stream.read(_CHUNK):
                if not tail and chunk.startswith(_OTHER_CODING):
                    raise BadInput(FormCode.FORM_ENCODING, file=name)
                if _DECLARED.search(tail + chunk):
                    raise BadInput(FormCode.FORM_DOCTYPE, file=name)
                whole = tail[-2:] + chunk
                cells += whole.count(b"<c ") + whole.count(b"<si")
                rows += (tail[-3:] + chunk).count(b"<row")
                tags += chunk.count(b"<")
                lengths = [len(piece) for piece in chunk.split(b"<")]
                lengths[0] += run
                longest, run, tail = max(longest, *lengths), lengths[-1], chunk[-16:]
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
        raise BadInput(FormCode.FORM_UNREADABLE, file=name, reason=str(error)) from error
    if longest > LONGEST_CELL * _WIDEST:
        raise BadInput(FormCode.FORM_CELL_LENGTH, file=name, most=LONGEST_CELL)
    return cells, rows, tags


def _vet_text(data: bytes, name: str) -> None:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput(FormCode.FORM_ENCODING, file=name) from error
    if "\0" in text:
        raise BadInput(FormCode.FORM_ENCODING, file=name)
    if text.count("|") + text.count(",") > MOST_CELLS:
        raise BadInput(FormCode.FORM_ROWS, file=name, most=MOST_CELLS)
    effort = 0
    for line in text.splitlines():
        # Many marks of a comment in a line take pyxform their number times the line's length.
        effort += line.count("#") * len(line)
        if len(line) > _LINE or effort > _EFFORT:
            raise BadInput(FormCode.FORM_CELL_LENGTH, file=name, most=LONGEST_CELL)
