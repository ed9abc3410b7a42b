import io
from collections.abc import Callable

import pikepdf
import pytest

from fieldaudit.package.pdf_file import PdfFile, date, text_string, write_names

Deed = Callable[[PdfFile], str]


def written(deed: Deed) -> bytes:
    """Return a file whose catalogue has the entries that `deed` returns."""
    made = io.BytesIO()
    file = PdfFile(made)
    pages = file.put("<</Type/Pages/Kids[]/Count 0>>")
    root = file.put(f"<</Type/Catalog/Pages {pages} 0 R{deed(file)}>>")
    file.finish(root=root, info=file.put("<<>>"), identity="12" * 16)
    assert file.size == len(made.getvalue())
    return made.getvalue()


def opened(deed: Deed) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(written(deed)))


def test_another_reader_needs_no_repair() -> None:
    with opened(lambda file: f"/A {file.stream('/B 1', b'abc')} 0 R") as pdf:
        assert pdf.check_pdf_syntax() == []
        assert pdf.Root.A.read_raw_bytes() == b"abc"
        assert bytes(pdf.trailer.ID[0]) == b"\x12" * 16


def test_a_reserved_object_may_come_late() -> None:
    def deed(file: PdfFile) -> str:
        number = file.reserve()
        other = file.put("(second)")
        file.put("(first)", number)
        return f"/A[{number} 0 R {other} 0 R]"

    with opened(deed) as pdf:
        assert [str(each) for each in pdf.Root.A] == ["first", "second"]


def test_pieces_are_packed_into_one_stream() -> None:
    with opened(lambda file: f"/A {file.packed('', [b'ab', b'', b'c' * 5000])} 0 R") as pdf:
        assert pdf.Root.A.read_bytes() == b"ab" + b"c" * 5000
        assert len(pdf.Root.A.read_raw_bytes()) < 100


@pytest.mark.parametrize("text", ["", "plain", "(a)\\", "千兆 🏠", "a\nb", "þÿ", "é"])
def test_a_text_comes_back(text: str) -> None:
    with opened(lambda file: f"/A {file.put(text_string(text))} 0 R") as pdf:
        assert str(pdf.Root.A) == text


@pytest.mark.parametrize("count", [0, 1, 2, 1203])
def test_every_name_is_found(count: int) -> None:
    keys = [f"{'千' if n % 3 else 'n'}{n}" for n in reversed(range(count))]

    def deed(file: PdfFile) -> str:
        return f"/A {write_names(file, [(key, text_string(key)) for key in keys])} 0 R"

    with opened(deed) as pdf:
        tree = pikepdf.NameTree(pdf.Root.A)
        assert len(tree) == count
        assert all(str(tree[key]) == key for key in keys)


@pytest.mark.parametrize(
    ("iso", "spelled"),
    [
        ("2022-07-09T10:00:00+08:00", "D:20220709100000+08'00'"),
        ("2022-07-09T10:00:00-03:30", "D:20220709100000-03'30'"),
        ("2022-07-09T10:00:00", "D:20220709100000"),
    ],
)
def test_dates_are_spelled_as_pdf_wants(iso: str, spelled: str) -> None:
    assert date(iso) == spelled
