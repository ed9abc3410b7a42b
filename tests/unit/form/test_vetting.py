"""Files are vetted before they are opened."""

import io
import zipfile
from pathlib import Path

import pytest

from fieldaudit.errors import BadInput, Code, Surroundings
from fieldaudit.form.markup import LARGEST
from fieldaudit.form.vetting import LONGEST_CELL, MOST_CELLS, taken
from fieldaudit.form_codes import FormCode


def archive(size: int, content: bytes = b"") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("xl/worksheets/sheet1.xml", content or b"0" * size)
    return out.getvalue()


def test_content_kind_and_name(tmp_path: Path) -> None:
    path = tmp_path / "a.MD"
    path.write_text("| survey |", encoding="utf-8")
    assert taken(path, "") == (b"| survey |", "md", "a.MD")
    assert taken(b"<a/>", ".xml") == (b"<a/>", "xml", "*.xml")


@pytest.mark.parametrize(
    ("data", "kind", "code"),
    [
        (b"x", "docx", FormCode.FORM_KIND),
        (b"x", "", FormCode.FORM_KIND),
        (b"x" * (LARGEST + 1), "md", FormCode.FORM_TOO_LARGE),
        (b"x" * 300_000, "csv", FormCode.FORM_CELL_LENGTH),
        (b"\xff\xfe", "md", FormCode.FORM_ENCODING),
        (b"a\0b", "md", FormCode.FORM_ENCODING),
        (b"PK", "xlsx", FormCode.FORM_UNREADABLE),
        (archive(101_000_000), "xlsx", FormCode.FORM_TOO_LARGE),
        (archive(LONGEST_CELL * 6 + 1), "xlsx", FormCode.FORM_CELL_LENGTH),
        (archive(0, b"<c " * (MOST_CELLS + 1)), "xlsx", FormCode.FORM_ROWS),
        (archive(0, b"<!DOCTYPE a>"), "xlsx", FormCode.FORM_DOCTYPE),
        (archive(0, "<a/>".encode("utf-16")), "xlsx", FormCode.FORM_ENCODING),
        (b"|" * 10 + b"\n" + b"|\n" * MOST_CELLS, "md", FormCode.FORM_ROWS),
        (b"| a " + b"#" * 40_000, "md", FormCode.FORM_CELL_LENGTH),
    ],
    ids=lambda value: value.name if isinstance(value, Code) else None,
)
def test_what_is_refused(data: bytes, kind: str, code: Code) -> None:
    with pytest.raises(BadInput) as caught:
        taken(data, kind)
    assert caught.value.code is code


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as caught:
        taken(tmp_path / "none.md", "")
    assert caught.value.code is Code.FILE_NOT_FOUND
    with pytest.raises(Surroundings):
        taken(tmp_path, "md")
