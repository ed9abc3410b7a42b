"""A survey of very many revisions: from opening to the first list, and what else reads all of it.

Run: `python benchmarks/large.py [REVISIONS]` (200,000; half as many sites as visits, 50 revisions a
visit). Each deed runs in a process of its own: seconds of wall time after the imports, and the
largest memory it had. The first lists have to stay under a second, everything under 300 MB. One
JSON line at the end.
"""

import itertools
import json
import multiprocessing
import resource
import sys
import time
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from fieldaudit.actions import glance, judging, sites, surveys, visits
from fieldaudit.actions.opening import open_for_work
from fieldaudit.actions.survey_verdict import verify_survey
from fieldaudit.store import projections, revisions
from fieldaudit.store.revision import Revision
from fieldaudit.store.survey import Survey, create_survey
from fieldaudit.visit.stamp import Moment, make_id_source

REVISIONS = 200_000
EACH = 50
AUTHOR = "f" * 64
PORTION = 1_000

Deeds = Callable[[Path, Any], dict[str, Callable[[], object]]]
"""What is measured, by name, of files at a path."""

_ticks = itertools.count(1_657_267_200_000)


def moment() -> Moment:
    """Return a time later than all before."""
    return Moment(next(_ticks), 480)


make_id = make_id_source(moment)


def first(record: str, kind: str, changes: dict[str, str | None]) -> Revision:
    """Return the first revision of a record."""
    return Revision(make_id(), record, kind, (), 1, AUTHOR, moment(), changes)


def history(site: str) -> Iterator[Revision]:
    """Yield the revisions of a visit, as somebody saves it again and again."""
    record = make_id()
    head = {"$site": site, "$inspector": "张三", "$started": moment().iso(), "$status": "draft"}
    last = first(record, "visit", dict(head))
    yield last
    for clock in range(2, EACH + 1):
        changes: dict[str, str | None] = {f"fibre/q{clock:02d}": "合格", "note": f"第 {clock} 次"}
        parents, when = (last.hash,), moment()
        last = Revision(make_id(), record, "visit", parents, clock, AUTHOR, when, changes)
        yield last


def everything(count: int) -> Iterator[Revision]:
    """Yield about as many revisions as wanted."""
    yield first(make_id(), "survey", {"name": "很大的核查", "founder": AUTHOR})
    for number in range(count // EACH):
        if number % 2 == 0:
            site = make_id()
            named = {"code": f"RES-{number:06d}", "name": f"示例小区 {number}"}
            yield first(site, "site", {**named, "kind": "residential", "street": "500112"})
        yield from history(site)


def make(path: Path, count: int) -> int:
    """Make the file in bulk; return the number of revisions."""
    with create_survey(path) as survey:
        with survey.bulk(), survey.atomic() as db:
            left = everything(count)
            while portion := list(itertools.islice(left, PORTION)):
                revisions.insert(db, portion)
            projections.rebuild(survey)
        return revisions.count(survey)


def deeds(path: Path, count: int) -> dict[str, Callable[[], object]]:
    """Return what is measured, by name."""

    def opened(deed: Callable[[Survey], object]) -> Callable[[], object]:
        def run() -> object:
            with open_for_work(path) as survey:
                return deed(survey)

        return run

    out = path.with_name("handed-over.gpkg")
    return {
        "make": lambda: make(path, count),
        "open": opened(lambda survey: None),
        "open, sites": opened(sites.list_sites),
        "open, one search": opened(lambda survey: sites.list_sites(survey, text="示例小区 7")),
        "open, visits": opened(lambda survey: judging.rows(survey, visits.visit_ids(survey)[:60])),
        "open, figures": opened(lambda survey: glance.glance(survey, author=AUTHOR)),
        "info": opened(surveys.info),
        "verify": lambda: verify_survey(path, trusted=()),
        "handover": opened(lambda survey: surveys.handover(survey, out, identity=None)),
    }


def measured(deeds: Deeds, path: Path, count: Any, name: str) -> tuple[float, float]:
    """Do one deed in a process of its own; return the seconds and the largest MB."""
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=alone, args=(deeds, path, count, name, there))
    process.start()
    seconds, megabytes = here.recv()
    process.join()
    return seconds, megabytes


def alone(deeds: Deeds, path: Path, count: Any, name: str, answer: Connection) -> None:
    """Do one deed and send what it took."""
    deed = deeds(path, count)[name]
    start = time.perf_counter()
    deed()
    spent = time.perf_counter() - start
    answer.send((spent, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024))


def main() -> None:
    """Make the file, measure each deed, print."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else REVISIONS
    with TemporaryDirectory(prefix="fieldaudit-") as place:
        path = Path(place) / "large.gpkg"
        # Each in a process of its own, the making as well: a child starts with its parent's peak.
        found = {name: measured(deeds, path, wanted, name) for name in deeds(path, wanted)}
        size = round(path.stat().st_size / 1e6)
    for name, (seconds, megabytes) in found.items():
        print(f"{name:18} {seconds:8.3f} s {megabytes:8.0f} MB")
    told = {name: {"seconds": s, "MB": round(m)} for name, (s, m) in found.items()}
    print(json.dumps({"benchmark": "large", "revisions": wanted, "MB": size, "deeds": told}))


if __name__ == "__main__":
    main()
