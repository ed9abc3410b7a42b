"""Other makers of PDF with the photos and tables that `package.py` prints; each in its own process.

Run by `package.py --peers PYTHON` with an interpreter that has them (fpdf2, PyMuPDF, typst,
weasyprint): `PYTHON package_peers.py NAME PHOTOS VISITS FONT OUT`. None of them embeds the data,
reads the pages back, or signs. Prints the seconds without the import of the library.
"""

import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

ROWS, PHOTOS, PAGE = 36, 6, (595.28, 841.89)
COLUMNS = (40, 90, 250, 320, 410, 500)
CELLS = ("用户光缆链路衰减与接收光功率", "−19.5 dBm", "−27 … −8", "GB 50847-2012 6.0.1", "符合")


def rows() -> Iterator[tuple[str, ...]]:
    """Yield the rows of one visit's table."""
    for number in range(ROWS):
        yield (f"RES-{number:02}", *CELLS)


def spots() -> Iterator[tuple[float, float]]:
    """Yield the upper left corners of six photos."""
    for number in range(PHOTOS):
        yield 40 + number % 2 * 265, 60 + number // 2 * 250


def fpdf(visits: list[list[Path]], font: str, out: str) -> Callable[[], None]:
    """Return what makes the file with fpdf2."""
    from fpdf import FPDF

    def make() -> None:
        pdf = FPDF(unit="pt", format="A4")
        pdf.set_auto_page_break(False)
        pdf.add_font("F", "", font)
        for photos in visits:
            for half in (0, ROWS // 2):
                pdf.add_page()
                pdf.set_font("F", size=9)
                for line, row in enumerate(list(rows())[half : half + ROWS // 2]):
                    base = 70 + 36 * line
                    for x, text in zip(COLUMNS, row, strict=True):
                        pdf.text(x, base, text)
                    pdf.line(38, base + 6, PAGE[0] - 38, base + 6)
            pdf.add_page()
            for (x, y), photo in zip(spots(), photos, strict=False):
                pdf.image(str(photo), x, y, 240, 240)
        pdf.output(out)

    return make


def pymupdf(visits: list[list[Path]], font: str, out: str) -> Callable[[], None]:
    """Return what makes the file with PyMuPDF."""
    import pymupdf as mu

    def make() -> None:
        document, face = mu.open(), mu.Font(fontfile=font)
        for photos in visits:
            for half in (0, ROWS // 2):
                page = document.new_page(width=PAGE[0], height=PAGE[1])
                writer, shape = mu.TextWriter(page.rect), page.new_shape()
                for line, row in enumerate(list(rows())[half : half + ROWS // 2]):
                    y = 70 + 36 * line
                    for x, text in zip(COLUMNS, row, strict=True):
                        writer.append((x, y), text, font=face, fontsize=9)
                    shape.draw_line((38, y + 6), (PAGE[0] - 38, y + 6))
                shape.finish(width=0.4)
                shape.commit()
                writer.write_text(page)
            page = document.new_page(width=PAGE[0], height=PAGE[1])
            for (x, y), photo in zip(spots(), photos, strict=False):
                page.insert_image((x, y, x + 240, y + 240), filename=str(photo))
        document.subset_fonts()
        document.save(out, deflate=True, garbage=1)

    return make


def typst(visits: list[list[Path]], font: str, out: str) -> Callable[[], None]:
    """Return what makes the file with typst."""
    import typst as maker

    def make() -> None:
        folder = visits[0][0].parent
        parts = [
            "#set page(width:595.28pt,height:841.89pt,margin:40pt)",
            '#set text(font:"Noto Sans SC",size:9pt)',
        ]
        for photos in visits:
            for half in (0, ROWS // 2):
                cells = (f"[{t}]" for r in list(rows())[half : half + ROWS // 2] for t in r)
                widths = "columns:(50pt,1fr,70pt,90pt,90pt,40pt)"
                parts.append(f"#table({widths},rows:36pt,{','.join(cells)})\n#pagebreak()")
            shown = (f'image("{photo.name}",width:240pt)' for photo in photos)
            parts.append(f"#grid(columns:2,gutter:10pt,{','.join(shown)})\n#pagebreak(weak:true)")
        source = folder / "peer.typ"
        source.write_text("\n".join(parts), "utf-8")
        maker.compile(source, output=out, font_paths=[str(Path(font).parent)])

    return make


def weasyprint(visits: list[list[Path]], font: str, out: str) -> Callable[[], None]:
    """Return what makes the file with WeasyPrint."""
    from weasyprint import HTML

    def make() -> None:
        parts = [
            "<style>@page{size:595pt 842pt;margin:40pt}"
            f"@font-face{{font-family:F;src:url('file://{font}')}}body{{font:9pt F}}"
            "table{border-collapse:collapse;width:100%;page-break-after:always}"
            "td{border-bottom:.4pt solid;height:36pt}img{width:240pt}"
            "div{page-break-after:always}</style>"
        ]
        for photos in visits:
            for half in (0, ROWS // 2):
                lines = (
                    "<tr>" + "".join(f"<td>{text}</td>" for text in row) + "</tr>"
                    for row in list(rows())[half : half + ROWS // 2]
                )
                parts.append(f"<table>{''.join(lines)}</table>")
            shown = (f"<img src='file://{photo}'>" for photo in photos)
            parts.append(f"<div>{''.join(shown)}</div>")
        HTML(string="".join(parts)).write_pdf(out)

    return make


MAKERS = {"fpdf2": fpdf, "pymupdf": pymupdf, "typst": typst, "weasyprint": weasyprint}


def main() -> None:
    """Make one file and say how long it took; 3 when the library is not there."""
    name, folder, visits, font, out = sys.argv[1:6]
    files = sorted(Path(folder).glob("*.jpg"))
    shown = [files[n * PHOTOS : (n + 1) * PHOTOS] for n in range(int(visits))]
    try:
        make = MAKERS[name](shown, font, out)
    except ImportError:
        raise SystemExit(3) from None
    started, used = time.perf_counter(), time.process_time()
    make()
    seconds = time.perf_counter() - started
    print(f"cpu {time.process_time() - used} seconds {seconds}")


if __name__ == "__main__":
    main()
