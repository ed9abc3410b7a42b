"""Large packages: printing, signing and verifying, beside what the bytes alone cost and peers.

Run: `python benchmarks/package.py [--visits 200] [--photos 6] [--runs 3] [--peers PYTHON]`. Each
visit has two pages of tables and six photos of some 290 KB. Printing (data embedded, every page
read back, signed) stands beside `cat` of the same photos to the disk and beside other makers of
PDF, where the interpreter given (or FIELDAUDIT_PEERS) has them; signing and verifying beside the
SHA-256 of the file, pdfsig and openssl, where they are installed. All take turns, and medians are
compared; seconds of makers are without the import of their libraries. Prints a table with the
bars, and one JSON line at the end. `--visits 5000 --photos 0` is a large package without photos.
"""

import argparse
import hashlib
import io
import json
import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fieldaudit.package.evidence import ItemContent

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

EDGE, ITEMS = 650, 36
BARS = {"build_to_cat": 8.0, "build_mb": 150.0, "sign_to_hash": 1.5, "verify_to_hash": 2.0}
BARS |= {"sign_mb": 200.0, "verify_mb": 200.0, "build_to_best_peer": 1.0}
"""What must not be exceeded."""

FONT = ROOT / "resources/fonts/NotoSansSC_400Regular.ttf"
TOOLS = {"pdfsig": ["pdfsig"], "openssl": ["openssl", "dgst", "-sha256"]}
_ABSENT = 3
PEERS = {"fpdf2": 0.25, "pymupdf": 1.0, "typst": 0.25, "weasyprint": 0.05}
"""Other makers, and the share of the visits that they are given; their time is scaled."""


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


def build(folder: Path, out: Path, visits: int, photos: int) -> None:
    """Build and sign a package of the photos in `folder`."""
    from fieldaudit.package.build import build_package
    from tests.kit.content import a_package, a_photo, a_visit
    from tests.kit.identity import an_identity

    files = sorted(folder.glob("*.jpg"))
    every = []
    for number in range(visits):
        mine = files[number * photos : (number + 1) * photos]
        shown = tuple(
            a_photo(place, "照片", jpeg=file.read_bytes, sha256=f"{number * photos + place:064x}")
            for place, file in enumerate(mine, 1)
        )
        plain = a_visit(f"RES-{number:04}", f"示例小区 {number}")
        section = replace(plain.sections[0], items=tuple(_items()))
        every.append(
            replace(
                plain, sections=(section,), photos=shown, coverage=(), relations=(), signoffs=()
            )
        )
    content, identity = a_package(*every), an_identity()
    started, used = time.perf_counter(), time.process_time()
    report = build_package(content, out, identity=identity)
    seconds = time.perf_counter() - started
    print(f"pages {report.pages} cpu {time.process_time() - used} seconds {seconds}")


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
    from fieldaudit.package.sign import Place, sign_in_place
    from fieldaudit.package.stamp import signature_look
    from fieldaudit.texts import Catalog
    from tests.kit.packages import NOW, reviewer

    look = signature_look(reviewer(), NOW, (200, 50), Catalog("zh"))
    started = time.perf_counter()
    sign_in_place(path, reviewer(), Place("Signature2", NOW, look))
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


def child(*arguments: object, python: str = sys.executable) -> dict[str, float]:
    """Run a script; return what it tells by name, its wall seconds, and its peak in MB."""
    read, write = os.pipe()
    started = time.perf_counter()
    with subprocess.Popen([python, *map(str, arguments)], stdout=write) as run:
        os.close(write)
        with os.fdopen(read) as said:
            told = said.read().split()
        _, status, usage = os.wait4(run.pid, 0)
        run.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - started
    if run.returncode not in (0, _ABSENT):
        raise SystemExit(f"{arguments[:2]}: {run.returncode}")
    pairs = zip(told[::2], map(float, told[1::2]), strict=False)
    return {"wall": wall, "mb": usage.ru_maxrss / 1024, **dict(pairs)}


def cat(files: list[Path], out: Path) -> float:
    """Write the photos behind one another, to the disk."""
    command = ["sh", "-c", f'cat "$@" > "{out}" && sync "{out}"', "sh", *map(str, files)]
    return _timed(lambda: subprocess.run(command, check=True))


def _timed(deed: Callable[[], object]) -> float:
    started = time.perf_counter()
    deed()
    return time.perf_counter() - started


@dataclass(frozen=True, slots=True)
class Run:
    """What is measured, and with what."""

    folder: Path
    files: list[Path]
    visits: int
    photos: int
    peers: str

    def build(self) -> dict[str, float]:
        """Build the package anew."""
        (self.folder / "package.pdf").unlink(missing_ok=True)
        given = (self.folder, self.folder / "package.pdf", self.visits, self.photos)
        return child(__file__, "build", *given)

    def peer(self, name: str) -> dict[str, float]:
        """Let another maker work on its share; seconds are scaled to the whole."""
        share = max(2, int(self.visits * PEERS[name]))
        script, out = Path(__file__).with_name("package_peers.py"), self.folder / "peer.pdf"
        told = child(script, name, self.folder, share, FONT, out, python=self.peers)
        out.unlink(missing_ok=True)
        return {key: told[key] * self.visits / share for key in ("seconds", "cpu") if key in told}


def printing(run: Run, rounds: int) -> dict[str, float]:
    """Return the figures of printing."""
    found: dict[str, list[float]] = {"cat_s": [], "build_s": [], "build_cpu_s": [], "process_s": []}
    ratios, peak, pages = [], 0.0, 0.0
    for number in range(rounds):
        copied = cat(run.files, run.folder / "cat") if run.files else 0.0
        (run.folder / "cat").unlink(missing_ok=True)
        told = run.build()
        found["cat_s"].append(copied)
        found["build_s"].append(told["seconds"])
        found["build_cpu_s"].append(told["cpu"])
        found["process_s"].append(told["wall"])
        ratios.append(told["seconds"] / copied if copied else 0.0)
        peak, pages = max(peak, told["mb"]), told["pages"]
        for name in PEERS if run.peers and run.files and not number else ():
            peer = run.peer(name)
            if peer:
                found[f"{name}_s"] = [peer["seconds"]]
                found[f"{name}_cpu_s"] = [peer["cpu"]]
            else:
                print(f"{name} is not installed", file=sys.stderr)
    figures = {name: median(values) for name, values in found.items()}
    figures |= {"build_mb": peak, "pages": pages, "pages_per_s": pages / figures["build_s"]}
    others = [figures[f"{name}_s"] for name in PEERS if f"{name}_s" in figures]
    if others:
        figures["build_to_best_peer"] = figures["build_s"] / min(others)
        busy = min(figures[f"{name}_cpu_s"] for name in PEERS if f"{name}_cpu_s" in figures)
        figures["build_cpu_to_best_peer"] = figures["build_cpu_s"] / busy
    if run.files:
        figures["build_to_cat"] = median(ratios)
        # On a busy machine the wall tells more of the others than of the program.
        figures["build_cpu_to_cat"] = figures["build_cpu_s"] / figures["cat_s"]
    return figures


def signing(out: Path, rounds: int) -> dict[str, float]:
    """Return the figures of verifying and of signing, beside the hash of the file."""
    found: dict[str, list[float]] = {"hash_s": [], "verify_s": [], "sign_s": []}
    found |= {"verify_to_hash": [], "sign_to_hash": [], "verify_mb": [], "sign_mb": []}
    for _ in range(rounds):
        plain = child(__file__, "hashed", out)["seconds"]
        found["hash_s"].append(plain)
        for name in ("verify", "sign"):
            copy = out.with_name("copy.pdf")
            shutil.copyfile(out, copy)
            told = child(__file__, name, copy)
            found[f"{name}_s"].append(told["seconds"])
            found[f"{name}_mb"].append(told["mb"])
            found[f"{name}_to_hash"].append(told["seconds"] / plain)
            copy.unlink()
        for name, command in TOOLS.items():
            if shutil.which(command[0]):
                seconds = _timed(partial(_quietly, [*command, str(out)]))
                found.setdefault(f"{name}_s", []).append(seconds)
    return {name: median(values) for name, values in found.items()}


def _quietly(command: list[str]) -> None:
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def measure(visits: int, photos_each: int, rounds: int, peers: str) -> dict[str, float]:
    """Return every figure."""
    with TemporaryDirectory() as place:
        folder, out = Path(place), Path(place, "package.pdf")
        files = photos(folder, visits * photos_each)
        figures = printing(Run(folder, files, visits, photos_each, peers), rounds)
        figures["package_mb"] = out.stat().st_size / 1e6
        figures |= signing(out, rounds)
    return {name: round(value, 3) for name, value in figures.items()}


def main() -> None:
    """Measure in children, so that each has a peak of its own."""
    deeds: dict[str, Callable[..., None]] = {"sign": sign, "verify": verify, "hashed": hashed}
    if sys.argv[1:2] == ["build"]:
        build(Path(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4]), int(sys.argv[5]))
    elif sys.argv[1:2] and sys.argv[1] in deeds:
        deeds[sys.argv[1]](Path(sys.argv[2]))
    else:
        parser = argparse.ArgumentParser()
        parser.add_argument("--visits", type=int, default=200)
        parser.add_argument("--photos", type=int, default=6)
        parser.add_argument("--runs", type=int, default=3)
        parser.add_argument("--peers", default=os.environ.get("FIELDAUDIT_PEERS", ""))
        given = parser.parse_args()
        figures = measure(given.visits, given.photos, given.runs, given.peers)
        for name, value in figures.items():
            bar = BARS.get(name)
            mark = "" if bar is None else f"  {'ok' if value <= bar else 'OVER'} ({bar:g})"
            print(f"{name:18} {value:10.3f}{mark}")
        print(json.dumps(figures))


if __name__ == "__main__":
    main()
