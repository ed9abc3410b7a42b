"""Pages of a PDF as pictures, for showing them on a screen."""

import io
from pathlib import Path

import pypdfium2

from fieldaudit.errors import BadInput, Code

_WIDEST = 4000


def page_count(path: Path) -> int:
    """Return the number of pages; raise BadInput when the file is no PDF."""
    with _opened(path) as pdf:
        return len(pdf)


def page_image(path: Path, number: int, width: int) -> bytes:
    """Return page `number`, counted from 0, as a PNG `width` pixels wide.

    Raises:
        BadInput: the file is no PDF, or has no such page.
    """
    with _opened(path) as pdf:
        # Signatures are form fields: without this PDFium leaves them out.
        pdf.init_forms()
        try:
            page = pdf[number]
        except (IndexError, pypdfium2.PdfiumError) as error:
            raise BadInput(Code.PACKAGE_PAGE, file=path.name, page=number + 1) from error
        scale = min(width, _WIDEST) / page.get_width()
        out = io.BytesIO()
        page.render(scale=scale, may_draw_forms=True).to_pil().save(out, "PNG")
        return out.getvalue()


def _opened(path: Path) -> pypdfium2.PdfDocument:
    if not path.is_file():
        raise BadInput(Code.FILE_NOT_FOUND, file=str(path))
    try:
        return pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        raise BadInput(Code.FILE_UNREADABLE, file=path.name, reason="PDF") from error
