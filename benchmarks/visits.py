"""The lists of very many visits: from opening to the first rows, a search, a sort, the counts.

Run: `python benchmarks/visits.py [SMALL [REAL]]` (100,000 visits of one answer; 4,000 visits with
the bundled checklist for residential areas, 10 photos each). Each deed runs in a process of its
own: seconds of wall time after the imports, and the largest memory it had. First rows have to be
there within 0.1 s of the question, a page of counts that are remembered within a frame or two.
One JSON line at the end.
"""

import json
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from large import AUTHOR, first, make_id, measured, moment

from fieldaudit.actions import judging, sheets, surveys, visits
from fieldaudit.actions.glance import glance
from fieldaudit.paths import bundled_form
from fieldaudit.store import blobs, projections, revisions
from fieldaudit.store.revision import Revision
from fieldaudit.store.survey import Survey
from fieldaudit.visit.listed import Order
from fieldaudit.visit.stamp import Author

PHOTOS = 10
PAGE = 60
STATES = ("draft", "signed", "accepted", "returned")


def small(survey: Survey, count: int) -> Iterator[Revision]:
    """Yield sites and visits of one answer."""
    form = form_hash(survey)
    for number in range(count):
        yield from visit_at(number, {"$form": form, "note": f"第 {number} 次"})


def real(survey: Survey, count: int) -> Iterator[Revision]:
    """Yield visits that answer everything a checklist asks in the simplest way, with photos."""
    picture = blobs.add(survey, b"not looked at")
    form = sheets.form_of(survey, form_hash(survey))
    answers: dict[str, str | None] = {
        each.path: "1" for each in form.root.questions() if "repeat" not in each.path
    }
    for number in range(count):
        made = list(visit_at(number, {**answers, "$form": form.hash}))
        yield from made
        for each in range(PHOTOS):
            told = {"visit": made[-1].record, "name": f"{each}.jpg", "blob": picture}
            yield first(make_id(), "photo", dict(told))


def visit_at(number: int, answers: dict[str, str | None]) -> Iterator[Revision]:
    """Yield a site and a visit of it."""
    site = make_id()
    street = f"街道 {number % 40}"
    named = {"code": f"RES-{number:06d}", "name": f"示例小区 {number}", "street": street}
    yield first(site, "site", {**named, "kind": "residential"})
    state = STATES[number % len(STATES)]
    head = {"$site": site, "$inspector": f"检查员 {number % 80}", "$started": moment().iso()}
    yield first(make_id(), "visit", {**head, "$status": state, **answers})


def form_hash(survey: Survey) -> str:
    """Return the hash of the only checklist."""
    (record,) = sheets.records.records(survey, "form")
    return record.get("hash")


def make(path: Path, made: Callable[[Survey], Iterator[Revision]]) -> None:
    """Make a file in bulk."""
    office = Author("专班", AUTHOR, "office", "")
    forms = [bundled_form("residential.md")]
    surveys.new_survey(path, name="核查", founder=office, forms=forms)
    with surveys.open_survey(path) as survey, survey.atomic() as db:
        revisions.insert(db, made(survey))
        projections.rebuild(survey)


def deeds(path: Path, count: tuple[int, int]) -> dict[str, Callable[[], object]]:
    """Return what is measured, by name."""
    one, other = path.with_name("small.gpkg"), path.with_name("real.gpkg")

    def opened(file: Path, deed: Callable[[Survey], object]) -> Callable[[], object]:
        def run() -> object:
            with surveys.open_survey(file) as survey:
                return deed(survey)

        return run

    return {
        "make small": lambda: make(one, partial(small, count=count[0])),
        "make real": lambda: make(other, partial(real, count=count[1])),
        **{
            f"{name}: {what}": opened(file, deed)
            for name, file in (("small", one), ("real", other))
            for what, deed in LISTS.items()
        },
        "real: judge 100": opened(other, lambda survey: judge(survey, 100)),
        "real: judge all": opened(other, lambda survey: judge(survey, count[1])),
        "real: all remembered": opened(other, lambda survey: judge(survey, count[1])),
        "real: page remembered": opened(other, page),
    }


def page(survey: Survey, **which: Any) -> object:
    """Return the first rows of a list, as the window asks for them."""
    return judging.rows(survey, visits.visit_ids(survey, **which)[:PAGE])


def judge(survey: Survey, count: int) -> object:
    """Judge some visits in slices."""
    left: tuple[str, ...] = tuple(visits.visit_ids(survey)[:count])
    while left:
        left = judging.judge_slice(survey, left).left
    return left


LISTS: dict[str, Callable[[Survey], object]] = {
    "open": lambda _: None,
    "first rows": page,
    "by code": partial(page, order=Order.CODE),
    "one state": partial(page, status="signed"),
    "search": partial(page, text="小区 77"),
    "figures": visits.figures,
    "glance": lambda survey: glance(survey, author=AUTHOR),
}


def main() -> None:
    """Make the files, measure each deed, print."""
    wanted = [int(text) for text in sys.argv[1:]]
    count = (wanted + [100_000, 4_000][len(wanted) :])[:2]
    start = time.perf_counter()
    with TemporaryDirectory(prefix="fieldaudit-") as place:
        path = Path(place) / "visits"
        pair = (count[0], count[1])
        found = {name: measured(deeds, path, pair, name) for name in deeds(path, pair)}
    for name, (seconds, megabytes) in found.items():
        print(f"{name:24} {seconds:8.3f} s {megabytes:8.0f} MB")
    told = {name: {"seconds": round(s, 4), "MB": round(m)} for name, (s, m) in found.items()}
    spent = round(time.perf_counter() - start)
    print(json.dumps({"benchmark": "visits", "visits": count, "spent": spent, "deeds": told}))


if __name__ == "__main__":
    main()
