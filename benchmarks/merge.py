"""Merging the files of many inspectors beside copying their bytes: seconds, and the ratio.

Run: `python benchmarks/merge.py [FILES [VISITS]]` (100 files of 1,000 visits of 60 answers). The
limit is one file written from all of them and synced. Ours checks every hash, folds and makes
searchable; *again* is the same merge once more, with nothing new. The peers take over the same
rows and check, fold and find nothing: `ogr2ogr -append`, and geodiff as Mergin uses it (rebase,
apply); of a slow one only some files are done, and scaled. A peer that is not installed is named.
Medians of turns, the largest memory, and one JSON line at the end.
"""

import itertools
import json
import os
import random
import resource
import shutil
import sqlite3
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from fieldaudit.merge.join import join
from fieldaudit.store import revisions
from fieldaudit.store.revisions import Edit
from fieldaudit.store.survey import create_survey, open_survey
from fieldaudit.visit.stamp import Moment, make_id_source

TURNS = 3
QUESTIONS = 60
WORDS = [
    "是",
    "否",
    "不适用",
    "合格",
    "不合格",
    "北京市朝阳区望京街道",
    "光缆接头盒完好",
    "铁塔螺栓缺失",
]

_ticks = itertools.count(1_657_267_200_000)


def moment() -> Moment:
    """Return a time later than all before."""
    return Moment(next(_ticks), 480)


def files(folder: Path, count: int, visits: int) -> list[Path]:
    """Make an empty survey, and copies of it with visits of their own."""
    make_id, chance = make_id_source(moment), random.Random(3)
    with create_survey(folder / "empty.gpkg") as survey:
        first = Edit(make_id(), "survey", {"name": "两江新区核查"})
        revisions.append(survey, [first], author="f" * 64, moment=moment(), make_id=make_id)
    made = []
    for number in range(count):
        made.append(folder / f"source-{number:03d}.gpkg")
        shutil.copyfile(folder / "empty.gpkg", made[-1])
        edits = [Edit(make_id(), "visit", answers(chance)) for _ in range(visits)]
        with open_survey(made[-1]) as survey, survey.bulk():
            author = f"{number:064x}"
            revisions.append(survey, edits, author=author, moment=moment(), make_id=make_id)
    return made


def answers(chance: random.Random) -> dict[str, str | None]:
    """Return a visit's answers: every third is a number."""
    return {
        f"group{place // 10}/q{place:02d}": chance.choice(WORDS)
        if place % 3
        else str(round(chance.random() * 100, 2))
        for place in range(QUESTIONS)
    }


def limit(sources: list[Path], target: Path) -> float:
    """Copy the bytes of all sources into one file and sync it; return the seconds."""
    start = time.perf_counter()
    with target.open("wb") as out:
        for source in sources:
            with source.open("rb") as file:
                shutil.copyfileobj(file, out, 1 << 20)
        out.flush()
        os.fsync(out.fileno())
    return time.perf_counter() - start


def merge(sources: list[Path], target: Path, expected: int) -> float:
    """Merge all sources into a survey; return the seconds."""
    with open_survey(target) as survey:
        start = time.perf_counter()
        balance = join(survey, sources, moment=moment(), step=lambda done, total: None)
        spent = time.perf_counter() - start
    if balance.new != expected:
        raise SystemExit(f"{balance.new} of {expected} revisions were taken")
    return spent


ROWS = """create table revision (
    seq integer primary key, id blob, record blob, kind text, clock integer, author text,
    hash blob, body text
)"""


def plain(sources: list[Path], folder: Path) -> list[Path]:
    """Write the rows of each source into a plain file, for peers; the last one is empty."""
    made = []
    for number, source in enumerate([*sources, None]):
        made.append(folder / f"plain-{number:03d}.db")
        with closing(sqlite3.connect(made[-1])) as connection:
            connection.execute(ROWS)
            if source:
                connection.execute("attach ? as source", (str(source),))
                connection.execute("insert into revision select * from source.revision")
            connection.commit()
    return made


def with_ogr2ogr(files: list[Path], target: Path) -> float:
    """Append every file to one with GDAL, synced as little as it likes; return the seconds."""
    quiet = {**os.environ, "OGR_SQLITE_SYNCHRONOUS": "OFF"}
    start = time.perf_counter()
    for number, file in enumerate(files):
        more = ["-update", "-append"] if number else []
        words = ["ogr2ogr", "-f", "SQLite", "-gt", "unlimited", *more, target, file, "revision"]
        subprocess.run(words, check=True, env=quiet, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def with_geodiff_apply(files: list[Path], target: Path) -> float:
    """Make a changeset of each file and apply it; return the seconds."""
    import pygeodiff

    engine, base, change = pygeodiff.GeoDiff(), str(files[-1]), str(target) + ".change"
    numbered = list(apart(files[:-1], target.parent))
    shutil.copyfile(base, target)
    start = time.perf_counter()
    for file in numbered:
        engine.create_changeset(base, str(file), change)
        engine.apply_changeset(str(target), change)
    return time.perf_counter() - start


def with_geodiff_rebase(files: list[Path], target: Path) -> float:
    """Rebase each file on what is there already; return the seconds."""
    import pygeodiff

    engine, base, clash = pygeodiff.GeoDiff(), str(files[-1]), str(target) + ".clash"
    mine = list(apart(files[:-1], target.parent))
    shutil.copyfile(base, target)
    start = time.perf_counter()
    for file in mine:
        engine.rebase(base, str(target), str(file), clash)
        shutil.copyfile(file, target)
    return time.perf_counter() - start


def apart(files: list[Path], folder: Path) -> list[Path]:
    """Copy files for a peer that changes them, each with row numbers of its own."""
    made = [folder / f"peer-{file.name}" for file in files]
    for number, (file, copy) in enumerate(zip(files, made, strict=True)):
        shutil.copyfile(file, copy)
        with closing(sqlite3.connect(copy)) as connection:
            connection.execute("update revision set seq = seq + ?", (number * 10_000_000 + 10**9,))
            connection.commit()
    return made


def peers(
    count: int,
) -> tuple[dict[str, tuple[Callable[[list[Path], Path], float], int]], list[str]]:
    """Return the peers here, each with how many files it gets, and the names of the others."""
    found: dict[str, tuple[Callable[[list[Path], Path], float], int]] = {}
    missing = []
    if shutil.which("ogr2ogr"):
        found["ogr2ogr -append"] = (with_ogr2ogr, min(count, 20))
    else:
        missing.append("ogr2ogr")
    try:
        import pygeodiff  # noqa: F401
    except ImportError:
        missing.append("pygeodiff")
    else:
        found["geodiff apply"] = (with_geodiff_apply, min(count, 20))
        found["geodiff rebase"] = (with_geodiff_rebase, min(count, 5))
    return found, missing


def measure(folder: Path, count: int, visits: int) -> tuple[dict[str, list[float]], int]:
    """Measure everything in turns; return the seconds, and the bytes of the sources."""
    sources = files(folder, count, visits)
    found, missing = peers(count)
    rows = plain(sources, folder) if found else []
    spent: dict[str, list[float]] = {name: [] for name in ("limit", "merge", "again", *found)}
    for turn in range(TURNS):
        target = folder / "target.gpkg"
        spent["limit"].append(limit(sources, folder / "copied"))
        shutil.copyfile(folder / "empty.gpkg", target)
        spent["merge"].append(merge(sources, target, count * visits))
        spent["again"].append(merge(sources, target, 0))
        for name, (peer, some) in found.items() if turn == 0 else ():
            out = folder / "peer.db"
            out.unlink(missing_ok=True)
            empty = [] if peer is with_ogr2ogr else rows[-1:]
            spent[name].append(peer(rows[:some] + empty, out) * count / some)
    for name in missing:
        print(f"{name}: not installed, skipped")
    return spent, sum(each.stat().st_size for each in sources)


def main() -> None:
    """Measure, print, and say the ratios."""
    count, visits = (int(word) for word in [*sys.argv[1:], *("100", "1000")[len(sys.argv) - 1 :]])
    with TemporaryDirectory(prefix="fieldaudit-") as place:
        spent, size = measure(Path(place), count, visits)
    medians = {name: statistics.median(times) for name, times in spent.items()}
    ratios = {name: round(each / medians["limit"], 1) for name, each in medians.items()}
    for name, each in medians.items():
        print(f"{name:16} {each:8.3f} s {ratios[name]:8.1f} ×")
    again = round(100 * medians["again"] / medians["merge"], 1)
    largest = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"again: {again} % of the first time; largest memory {largest} MB")
    told = {"benchmark": "merge", "files": count, "visits": visits, "MB": round(size / 1e6)}
    told |= {"again_percent": again, "peak_MB": largest}
    print(json.dumps({**told, "seconds": medians, "ratio_to_limit": ratios}))


if __name__ == "__main__":
    main()
