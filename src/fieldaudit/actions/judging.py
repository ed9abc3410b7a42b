"""What a checklist makes of visits, as lists and figures show it: judged once, then remembered.

What is remembered is never the truth: it counts while nothing that it was made from has changed,
and whatever leaves the survey is judged anew.
"""

import hashlib
import re
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache

import orjson

from fieldaudit import __version__
from fieldaudit.actions.changes import Progress, Silent
from fieldaudit.actions.forms import form_id
from fieldaudit.actions.sheets import VisitSheet, local_now, open_sheet, status_of
from fieldaudit.actions.snapshots import site_of
from fieldaudit.errors import BadInput
from fieldaudit.form.saved import asks_last_saved
from fieldaudit.store import judged, records, revisions
from fieldaudit.store.judged import Ground, Row
from fieldaudit.store.records import Record
from fieldaudit.store.survey import Survey
from fieldaudit.visit.listed import Counts
from fieldaudit.visit.records import Site, VisitSummary

_CLOCK = re.compile(rb"\b(?:now|today|random)\s*\(")
_SLICE = 0.05
"""Seconds of judging after which somebody else may have a turn."""


@dataclass(frozen=True, slots=True)
class Slice:
    """What one turn of judging came to."""

    counts: Mapping[str, Counts]
    """By visit."""

    hopeless: frozenset[str]
    """Visits that cannot be judged: their site, checklist or thresholds are not in the file."""

    left: tuple[str, ...]
    """Visits that nobody looked at yet."""


def rows(survey: Survey, visits: Sequence[str]) -> tuple[VisitSummary, ...]:
    """Return rows of a list in the order asked for; what is not judged yet says so."""
    with survey.reading():
        found = records.some(survey, visits)
        named = {record.get("$site") for record in found.values()}
        named |= {form_id(record.get("$form")) for record in found.values()}
        known, here = _known(survey, visits)
        others = records.some(survey, sorted(named))
        plain = {
            visit: _row(found[visit], others, here[visit]) for visit in visits if visit in here
        }
    return tuple(
        row.counted(known[visit]) if visit in known else row for visit, row in plain.items()
    )


def judge_slice(survey: Survey, visits: Sequence[str], *, seconds: float = _SLICE) -> Slice:
    """Judge visits until the time is over; what is remembered takes next to none."""
    with survey.reading():
        known, here = _known(survey, visits)
    missing = [visit for visit in visits if visit in here and visit not in known]
    end = time.monotonic() + seconds
    fresh: list[Row] = []
    hopeless = set()
    for number, visit in enumerate(missing):
        if number and time.monotonic() > end:
            missing = missing[number:]
            break
        made = _judged(survey, visit)
        if made is None:
            hopeless.add(visit)
        else:
            known[visit] = made[0]
            fresh.append(made[1])
    else:
        missing = []
    judged.keep(survey, fresh)
    return Slice(known, frozenset(hopeless), tuple(missing))


def judged_rows(
    survey: Survey, visits: Sequence[str], progress: Progress | None = None
) -> tuple[VisitSummary, ...]:
    """Return rows of a list, all of them judged but those that cannot be."""
    told, left = progress or Silent(), tuple(visits)
    while left and not told.cancelled():
        left = judge_slice(survey, left).left
        told.step(len(visits) - len(left), len(visits))
    return rows(survey, visits)


def _known(survey: Survey, visits: Sequence[str]) -> tuple[dict[str, Counts], dict[str, Ground]]:
    """Return what is remembered and still holds, and what all of the visits rest on."""
    here, kept = judged.grounds(survey, visits), judged.kept(survey, visits)
    if not kept:
        return {}, here
    basis = _Basis(survey)
    holding = (
        (visit, row)
        for visit, row in kept.items()
        if visit in here
        and row.moment in basis.moments
        and row.basis == basis.of(row.form, here[visit])
    )
    return {visit: _read(row.body) for visit, row in holding}, here


def _judged(survey: Survey, visit: str) -> tuple[Counts, Row] | None:
    with survey.reading():
        try:
            sheet = open_sheet(survey, visit)
        except BadInput:
            return None
        basis = _Basis(survey)
        ground = judged.grounds(survey, [visit])[visit]
        form = sheet.form.hash
        counts, moment = sheet.summary.counts(), basis.moment(sheet)
        body = orjson.dumps(asdict(counts)).decode()
        return counts, Row(visit, form, basis.of(form, ground), moment, body)


class _Basis:
    """Hashes what judgements rest on, in the state in which a survey is now."""

    def __init__(self, survey: Survey) -> None:
        head = next(iter(records.records(survey, "survey")), None)
        said = head.values.items() if head else ()
        wanted = [(p, v) for p, v in said if p == "parameters" or p.startswith("streets/")]
        now = local_now()
        self._whole = f"{__version__} {now.utcoffset()} {sorted(wanted)}"
        self._forms = {
            record.get("hash"): " ".join(record.heads) for record in records.records(survey, "form")
        }
        self._day, self._state = now.date().isoformat(), str(revisions.last(survey))
        both = f"{self._day} {self._state}"
        self.moments = frozenset(["", self._day, self._state, both])

    def of(self, form: str, ground: Ground) -> str:
        """Return the hash of everything that a visit's judgement rests on, but the time."""
        whole = (self._whole, form, self._forms.get(form), ground.heads, ground.attached)
        return hashlib.sha256(repr((*whole, ground.typed)).encode()).hexdigest()

    def moment(self, sheet: VisitSheet) -> str:
        """Return how long a judgement holds: for ever, this day, until anything is written."""
        today = sheet.clock is local_now and _asks_clock(sheet.form.xform)
        parts = (self._day if today else "", self._state if asks_last_saved(sheet.form) else "")
        return " ".join(filter(None, parts))


@lru_cache(maxsize=64)
def _asks_clock(xform: bytes) -> bool:
    return _CLOCK.search(xform) is not None


def _read(body: str) -> Counts:
    return Counts(**orjson.loads(body))


def _row(record: Record, others: Mapping[str, Record], ground: Ground) -> VisitSummary:
    """Return what is known of a visit without its checklist."""
    site, form = others.get(record.get("$site")), others.get(form_id(record.get("$form")))
    return VisitSummary(
        id=record.id,
        site=site_of(site) if site else Site(record.get("$site"), "", "", "", ""),
        form=form.get("id") if form else "",
        status=status_of(record),
        inspector=record.get("$inspector"),
        started=record.get("$started"),
        answered=0,
        asked=0,
        problems=0,
        failures=0,
        photos=ground.photos,
        conflicts=record.conflicts,
        drafted=bool(ground.typed),
        judged=False,
    )
