"""Findings: what follows from the failed items of accepted visits, until a later visit closes them.

Everything here is a value worked out from the visits of one site; writing it down happens
elsewhere. The same visits give the same findings in every file.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from fieldaudit.form.definition import Severity
from fieldaudit.texts import QT_TRANSLATE_NOOP
from fieldaudit.visit.judgement import Judgement
from fieldaudit.visit.stamp import derived_id, parse_moment


class FindingState(StrEnum):
    """Where a finding stands."""

    OPEN = "open"
    CLOSED = "closed"


FINDING_STATES = {
    FindingState.OPEN: QT_TRANSLATE_NOOP("Domain", "待整改"),
    FindingState.CLOSED: QT_TRANSLATE_NOOP("Domain", "已闭环"),
}
"""Names of the states."""


@dataclass(frozen=True, slots=True)
class JudgedItem:
    """One question of a visit with what it came to."""

    path: str
    """Live path."""

    name: str
    """Name of the question: RES-26."""

    judgement: Judgement
    """What it came to."""

    severity: Severity
    """How much a failure weighs."""

    value: str = ""
    """The answer."""

    unit: str = ""
    """Unit of a number."""

    limit: str = ""
    """The limit in words."""

    clause: str = ""
    """Standard and clause."""

    owner: str = ""
    """Party codes of who mends it; empty: not known."""

    photos: tuple[str, ...] = ()
    """Record ids of its photos."""

    @property
    def fails(self) -> bool:
        """Whether it is a finding; information never is."""
        return self.judgement is Judgement.FAILED and self.severity is not Severity.INFORMATION


@dataclass(frozen=True, slots=True)
class JudgedVisit:
    """An accepted visit of a site."""

    id: str
    """Record id."""

    site: str
    """Record id of its site."""

    started: str
    """When it began, ISO 8601; orders the visits of a site."""

    items: tuple[JudgedItem, ...]
    """Its questions that were asked."""

    recheck_photos: tuple[str, ...] = ()
    """Photos of the question on earlier findings (COM-13); they stand for any item."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A failed item that somebody has to mend."""

    id: str
    """Record id, derived from visit and path: the same in every file."""

    visit: str
    """Record id of the visit that found it."""

    site: str
    """Record id of the site."""

    path: str
    """Live path of the failed question."""

    item: str
    """Name of the question."""

    severity: str
    """critical, major or minor."""

    value: str = ""
    """The answer that failed."""

    unit: str = ""
    """Unit of a number."""

    limit: str = ""
    """The limit in words."""

    clause: str = ""
    """Standard and clause."""

    owner: str = ""
    """Party codes of who mends it, separated by spaces; empty: not known."""

    accepted: str = ""
    """When the office accepted the visit, ISO 8601."""

    due: str = ""
    """Last day for mending it, ISO date; empty without a parameter for it."""

    before: tuple[str, ...] = ()
    """Record ids of the photos that show it."""

    state: FindingState = FindingState.OPEN
    """Where it stands."""

    closed_by: str = ""
    """Record id of the later visit in which the item conforms."""

    closed_on: str = ""
    """When that visit began, ISO 8601."""

    after: tuple[str, ...] = ()
    """Record ids of the photos of that visit."""

    unproven_by: str = ""
    """Record id of a later visit in which the item conforms, but without the photo it needs."""

    repeats: str = ""
    """Record id of an older finding of the same item that was still open."""


_LISTS = ("before", "after")


def finding_id(visit: str, path: str) -> str:
    """Return the record id of the finding of a visit's item."""
    return derived_id(f"finding:{visit}:{path}")


def due_on(severity: str, accepted: str, parameters: Mapping[str, str]) -> str:
    """Return the last day for mending: `due.<severity>` days after the day of acceptance."""
    days = parameters.get(f"due.{severity}", "")
    if not days.isdigit():
        return ""
    accepted_on = parse_moment(accepted).datetime().date()
    return (accepted_on + timedelta(days=int(days))).isoformat()


def is_overdue(finding: Finding, today: date) -> bool:
    """Tell whether an open finding should have been mended before `today`."""
    return finding.state is FindingState.OPEN and "" < finding.due < today.isoformat()


def findings_of(
    visits: Sequence[JudgedVisit],
    *,
    accepted: Mapping[str, str],
    parameters: Mapping[str, str],
) -> tuple[Finding, ...]:
    """Return every finding of the accepted visits of one site, closed ones included.

    A finding is closed by the first later visit in which the item conforms; where there is a
    photo of the failure, that visit must have one too.

    Args:
        visits: all accepted visits of the site.
        accepted: visit → when it was accepted, ISO 8601.
        parameters: `due.critical`, `due.major`, `due.minor` in days.
    """
    ordered = sorted(visits, key=lambda visit: (instant(visit.started), visit.id))
    found: list[Finding] = []
    for place, visit in enumerate(ordered):
        later = ordered[place + 1 :]
        for item in visit.items:
            if item.fails:
                made = _made(visit, item, accepted[visit.id], parameters)
                made = replace(made, repeats=_repeated(found, visit, item.name))
                found.append(_followed(made, later))
    return tuple(found)


def instant(started: str) -> int:
    """Return when a visit began in ms since 1970; what is no time comes first."""
    try:
        return parse_moment(started).ms
    except ValueError:
        return 0


def _made(
    visit: JudgedVisit, item: JudgedItem, accepted: str, parameters: Mapping[str, str]
) -> Finding:
    return Finding(
        id=finding_id(visit.id, item.path),
        visit=visit.id,
        site=visit.site,
        path=item.path,
        item=item.name,
        severity=item.severity.value,
        value=item.value,
        unit=item.unit,
        limit=item.limit,
        clause=item.clause,
        owner=item.owner,
        accepted=accepted,
        due=due_on(item.severity.value, accepted, parameters),
        before=item.photos,
    )


def _repeated(found: Sequence[Finding], visit: JudgedVisit, name: str) -> str:
    """Return the oldest finding of the item that was still open when `visit` began."""
    began = instant(visit.started)
    older = (each for each in found if each.item == name and each.visit != visit.id)
    return next((e.id for e in older if not e.closed_on or instant(e.closed_on) > began), "")


def _followed(finding: Finding, later: Sequence[JudgedVisit]) -> Finding:
    for visit in later:
        same = [item for item in visit.items if item.name == finding.item]
        judged = [each for each in same if each.judgement in _SAID]
        if not judged:
            continue
        if any(each.judgement is Judgement.FAILED for each in judged):
            finding = replace(finding, unproven_by="")
            continue
        photos = tuple(photo for each in judged for photo in each.photos) or visit.recheck_photos
        if photos or not finding.before:
            return replace(
                finding,
                state=FindingState.CLOSED,
                closed_by=visit.id,
                closed_on=visit.started,
                after=photos,
                unproven_by="",
            )
        finding = replace(finding, unproven_by=visit.id)
    return finding


_SAID = (Judgement.CONFORMING, Judgement.FAILED)


def finding_values(finding: Finding) -> dict[str, str]:
    """Return the record of a finding: path → text, only what it says."""
    values = {name: getattr(finding, name) for name in _PLAIN}
    values |= {name: " ".join(getattr(finding, name)) for name in _LISTS}
    values["state"] = finding.state.value
    return {path: text for path, text in values.items() if text}


def finding_from_values(record: str, values: Mapping[str, str]) -> Finding:
    """Return the finding of a record; an unknown state counts as open."""
    closed = values.get("state") == FindingState.CLOSED
    lists = {name: tuple(values.get(name, "").split()) for name in _LISTS}
    plain = {name: values.get(name, "") for name in _PLAIN}
    state = FindingState.CLOSED if closed else FindingState.OPEN
    return Finding(id=record, state=state, **plain, **lists)  # type: ignore[arg-type]


_PLAIN = (
    *("visit", "site", "path", "item", "severity", "value", "unit", "limit", "clause", "owner"),
    *("accepted", "due", "closed_by", "closed_on", "unproven_by", "repeats"),
)
