from pathlib import Path

import pytest
from pyhanko.pdf_utils.reader import PdfFileReader

from fieldaudit.package.revisions import changed_pages
from tests.kit.packages import countersigned_bytes, repaint, signed_bytes


def changed(path: Path) -> tuple[int, ...]:
    with path.open("rb") as stream:
        reader = PdfFileReader(stream)
        return changed_pages(reader, reader.embedded_signatures[0].signed_revision)


def test_a_further_signature_changes_no_page(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(countersigned_bytes())
    assert changed(tmp_path / "a.pdf") == ()


@pytest.mark.parametrize("page", [0, 2, 8])
def test_a_repainted_page_is_named(tmp_path: Path, page: int) -> None:
    (tmp_path / "a.pdf").write_bytes(signed_bytes())
    repaint(tmp_path / "a.pdf", page)
    assert changed(tmp_path / "a.pdf") == (page + 1,)
