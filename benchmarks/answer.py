"""One answer made durable, beside one synced write of 4 KiB: microseconds, and the ratio.

Run: `python benchmarks/answer.py`. *Draft* is what happens while somebody types, *revision* what
happens when a visit is left, both in a survey that already holds 5,000 visits. Medians and the
99th percentile, with one JSON line at the end.
"""

import itertools
import json
import os
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from fieldaudit.store import drafts, revisions
from fieldaudit.store.revisions import Edit
from fieldaudit.store.survey import Survey, create_survey
from fieldaudit.visit.stamp import Moment, make_id_source

TIMES = 300
VISITS = 5_000
BLOCK = bytes(4096)

_ticks = itertools.count(1_657_267_200_000)


def moment() -> Moment:
    """Return a time later than all before."""
    return Moment(next(_ticks), 480)


make_id = make_id_source(moment)


def answers(number: int) -> dict[str, str | None]:
    """Return a visit's answers."""
    return {f"group{place // 10}/q{place:02d}": f"合格 {number}" for place in range(60)}


def write(survey: Survey, edits: list[Edit]) -> None:
    """Append revisions."""
    revisions.append(survey, edits, author="f" * 64, moment=moment(), make_id=make_id)


def measure(works: dict[str, Callable[[int], None]]) -> dict[str, list[float]]:
    """Do the works again and again, by turns; return the seconds of each time."""
    spent: dict[str, list[float]] = {name: [] for name in works}
    for number in range(TIMES):
        for name, work in works.items():
            start = time.perf_counter()
            work(number)
            spent[name].append(time.perf_counter() - start)
    return spent


def limit(path: Path) -> Callable[[int], None]:
    """Return what writes 4 KiB into a file that has its size, and syncs it."""
    handle = os.open(path, os.O_CREAT | os.O_RDWR)
    os.write(handle, BLOCK * TIMES)
    os.fsync(handle)
    sync = getattr(os, "fdatasync", os.fsync)

    def step(number: int) -> None:
        os.lseek(handle, number * len(BLOCK), os.SEEK_SET)
        os.write(handle, BLOCK)
        sync(handle)

    return step


def deeds(survey: Survey, folder: Path) -> dict[str, list[float]]:
    """Measure the limit and what is kept while somebody types, and leaves a visit."""
    visits = [make_id() for _ in range(VISITS)]
    with survey.bulk():
        write(survey, [Edit(visit, "visit", answers(0)) for visit in visits])

    def draft(number: int) -> None:
        drafts.keep(survey, visits[0], {f"q{number % 60}": str(number)}, moment=moment())

    def revision(number: int) -> None:
        write(survey, [Edit(visits[number], "visit", answers(number))])

    def new_visit(number: int) -> None:
        write(survey, [Edit(make_id(), "visit", answers(number))])

    works = {"draft": draft, "revision": revision, "new visit": new_visit}
    return measure({"limit": limit(folder / "limit"), **works})


def main() -> None:
    """Measure, print, and say the ratios."""
    with TemporaryDirectory(prefix="fieldaudit-") as place:
        folder = Path(place)
        with create_survey(folder / "a.gpkg") as survey:
            spent = deeds(survey, folder)
    medians = {name: statistics.median(times) * 1e6 for name, times in spent.items()}
    slowest = {name: statistics.quantiles(times, n=100)[-1] * 1e6 for name, times in spent.items()}
    ratios = {name: round(each / medians["limit"], 1) for name, each in medians.items()}
    for name, each in medians.items():
        beyond = slowest[name] - slowest["limit"]
        print(
            f"{name:10} {each:8.0f} µs {ratios[name]:7.1f} ×"
            f"   p99 {slowest[name]:8.0f} µs, {beyond:+8.0f} beyond the limit's"
        )
    told = {"benchmark": "answer", "microseconds": medians, "p99": slowest}
    print(json.dumps({**told, "ratio_to_limit": ratios}))


if __name__ == "__main__":
    main()
