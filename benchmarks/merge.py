"""Merging the files of many inspectors beside copying their bytes: seconds, and the ratio.

Run: `python benchmarks/merge.py [FILES [VISITS]]` (100 files of 1,000 visits of 60 answers). The
limit is one file written from all of them and synced. Ours checks every hash, folds and makes
searchable; *again* is the same merge once more, with nothing new. Medians of turns, with one
JSON line at the end.
"""

import itertools
import json
import os
import random
import shutil
import statistics
import sys
import time
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


def main() -> None:
    """Measure, print, and say the ratios."""
    count, visits = (int(word) for word in [*sys.argv[1:], *("100", "1000")[len(sys.argv) - 1 :]])
    spent: dict[str, list[float]] = {"limit": [], "merge": [], "again": []}
    with TemporaryDirectory(prefix="fieldaudit-") as place:
        folder = Path(place)
        sources = files(folder, count, visits)
        size = sum(each.stat().st_size for each in sources)
        for _ in range(TURNS):
            target = folder / "target.gpkg"
            spent["limit"].append(limit(sources, folder / "copied"))
            shutil.copyfile(folder / "empty.gpkg", target)
            spent["merge"].append(merge(sources, target, count * visits))
            spent["again"].append(merge(sources, target, 0))
    medians = {name: statistics.median(times) for name, times in spent.items()}
    ratios = {name: round(each / medians["limit"], 1) for name, each in medians.items()}
    for name, each in medians.items():
        print(f"{name:8} {each:8.3f} s {ratios[name]:8.1f} ×")
    megabytes = round(size / 1e6)
    told = {"benchmark": "merge", "files": count, "visits": visits, "MB": megabytes}
    print(json.dumps({**told, "seconds": medians, "ratio_to_limit": ratios}))


if __name__ == "__main__":
    main()
