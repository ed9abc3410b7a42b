"""Large packages: printing, signing and verifying, beside what the bytes alone cost.

Run: `python benchmarks/package.py [--visits 200] [--fpdf2 PYTHON]`. Each visit has two pages of
tables and six photos of some 290 KB. Printing stands beside `cat` of the same photos (and, when
an interpreter that has it is given, beside fpdf2 placing them), signing and verifying beside the
SHA-256 of the file. Prints a table with the bars, and one JSON line at the end.
"""

import argparse
import hashlib
import io
import json
import os
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fieldaudit.package.evidence import ItemContent

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

PHOTOS, EDGE, ITEMS = 6, 650, 36
BARS = {"build_to_cat": 8.0, "build_mb": 150.0, "sign_to_hash": 1.5, "verify_to_hash": 2.0}
"""What must not be exceeded."""

_FPDF2 = """
import sys
from fpdf import FPDF
pdf = FPDF(unit="pt", format="A4")
for number, name in enumerate(open(sys.argv[1]).read().split()):
    if number % 6 == 0:
        pdf.add_page()
    pdf.image(name, 40 + number % 2 * 260, 40 + number % 6 // 2 * 250, 240)
pdf.output(sys.argv[2])
"""


def photos(folder: Path, count: int) -> list[Path]:
    """Write photos of random noise; each differs from the others behind its end."""
    from PIL import Image

    noise = random.Random(1).randbytes(EDGE * EDGE * 3)
    made = io.BytesIO()
    Image.frombytes("RGB", (EDGE, EDGE), noise).save(made, "JPEG", quality=80)
    files = [folder / f"{number:05}.jpg" for number in range(count)]
    for number, file in enumerate(files):
        file.write_bytes(made.getvalue() + number.to_bytes(4, "big"))
    return files


def build(folder: Path, out: Path, visits: int) -> None:
    """Build and sign a package of the photos in `folder`."""
    from fieldaudit.package.build import build_package
    from tests.kit.content import a_package, a_photo, a_visit
    from tests.kit.identity import an_identity

    files = sorted(folder.glob("*.jpg"))
    every = []
    for number in range(visits):
        mine = files[number * PHOTOS : (number + 1) * PHOTOS]
        shown = tuple(
            a_photo(place, "照片", jpeg=file.read_bytes, sha256=f"{number * PHOTOS + place:064x}")
            for place, file in enumerate(mine, 1)
        )
        plain = a_visit(f"RES-{number:04}", f"示例小区 {number}")
        section = replace(plain.sections[0], items=tuple(_items()))
        every.append(
            replace(
                plain, sections=(section,), photos=shown, coverage=(), relations=(), signoffs=()
            )
        )
    build_package(a_package(*every), out, identity=an_identity())


def _items() -> Iterator["ItemContent"]:
    """Yield what fills the better part of two pages."""
    from fieldaudit.form.definition import Severity
    from fieldaudit.package.evidence import ItemContent, Verdict

    for number in range(ITEMS):
        yield ItemContent(
            f"RES-{number:02}",
            "用户光缆链路衰减与接收光功率",
            "−19.5",
            Verdict.CONFORMING,
            Severity.MAJOR,
            "dBm",
            "−27 … −8",
            "GB 50847-2012 第 6.0.1 条",
        )


def sign(path: Path) -> None:
    """Add a signature to the package in place."""
    from fieldaudit.package.sign import sign_in_place
    from fieldaudit.package.stamp import signature_look
    from fieldaudit.texts import Catalog
    from tests.kit.packages import NOW, reviewer

    look = signature_look(reviewer(), NOW, (200, 50), Catalog("zh"))
    place = {"field": "Signature2", "at": NOW, "certify": False, "appearance": look}
    started = time.perf_counter()
    sign_in_place(path, reviewer(), **place)  # type: ignore[arg-type]
    _say(time.perf_counter() - started)


def verify(path: Path) -> None:
    """Verify the package."""
    from fieldaudit.package.verify import verify_package

    started = time.perf_counter()
    verdict = verify_package(path, trusted=(), now=datetime(2022, 8, 1, tzinfo=UTC))
    _say(time.perf_counter() - started)
    if verdict.outcome.value != "genuine_unknown_signer":
        raise SystemExit(str(verdict))


def hashed(path: Path) -> None:
    """Hash the file."""
    started = time.perf_counter()
    with path.open("rb") as stream:
        hashlib.file_digest(stream, "sha256")
    _say(time.perf_counter() - started)


def _say(seconds: float) -> None:
    print(f"seconds {seconds}")


def child(*arguments: object) -> tuple[float, float, float]:
    """Run this file again; return wall seconds, those it tells itself, and its peak in MB."""
    read, write = os.pipe()
    started = time.perf_counter()
    with subprocess.Popen([sys.executable, __file__, *map(str, arguments)], stdout=write) as run:
        os.close(write)
        with os.fdopen(read) as said:
            told = said.read()
        _, status, usage = os.wait4(run.pid, 0)
        run.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - started
    if run.returncode:
        raise SystemExit(f"{arguments[0]}: {run.returncode}")
    inner = float(told.split()[-1]) if told.startswith("seconds") else wall
    return wall, inner, usage.ru_maxrss / 1024


def cat(files: list[Path], out: Path) -> float:
    """Write the photos behind one another, to the disk."""
    return _timed(
        lambda: subprocess.run(
            ["sh", "-c", f'cat "$@" > "{out}" && sync "{out}"', "sh", *files], check=True
        )
    )


def _timed(deed: Callable[[], object]) -> float:
    started = time.perf_counter()
    deed()
    return time.perf_counter() - started


def measure(visits: int, fpdf2: str) -> dict[str, float]:
    """Return every figure."""
    with TemporaryDirectory() as place:
        folder, out = Path(place), Path(place, "package.pdf")
        files = photos(folder, visits * PHOTOS)
        copied = min(cat(files, folder / "cat") for _ in range(3))
        wall, _, peak = child("build", folder, out, visits)
        figures = {"cat_s": copied, "build_s": wall, "build_mb": peak}
        figures["package_mb"] = out.stat().st_size / 1e6
        figures["build_to_cat"] = wall / copied
        (folder / "cat").unlink()
        if fpdf2:
            names = folder / "names"
            names.write_text("\n".join(map(str, files)))
            command = [fpdf2, "-c", _FPDF2, names, folder / "fpdf2.pdf"]
            figures["fpdf2_s"] = _timed(lambda: subprocess.run(command, check=True))
            (folder / "fpdf2.pdf").unlink()
        plain = min(child("hashed", out)[1] for _ in range(3))
        checked = [child("verify", out) for _ in range(3)]
        figures |= {"hash_s": plain, "verify_s": min(each[1] for each in checked)}
        figures["verify_mb"] = max(each[2] for each in checked)
        _, figures["sign_s"], figures["sign_mb"] = child("sign", out)
        figures["verify_to_hash"] = figures["verify_s"] / plain
        figures["sign_to_hash"] = figures["sign_s"] / plain
    return {name: round(value, 3) for name, value in figures.items()}


def main() -> None:
    """Measure in children, so that each has a peak of its own."""
    deeds: dict[str, Callable[..., None]] = {"sign": sign, "verify": verify, "hashed": hashed}
    if sys.argv[1:2] == ["build"]:
        build(Path(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4]))
    elif sys.argv[1:2] and sys.argv[1] in deeds:
        deeds[sys.argv[1]](Path(sys.argv[2]))
    else:
        parser = argparse.ArgumentParser()
        parser.add_argument("--visits", type=int, default=200)
        parser.add_argument("--fpdf2", default="", metavar="PYTHON")
        given = parser.parse_args()
        figures = measure(given.visits, given.fpdf2)
        for name, value in figures.items():
            bar = BARS.get(name)
            mark = "" if bar is None else f"  {'ok' if value <= bar else 'OVER'} ({bar:g})"
            print(f"{name:16} {value:10.3f}{mark}")
        print(json.dumps(figures))


if __name__ == "__main__":
    main()
