"""Findings: write them down when the office accepts a visit, and list them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from fieldaudit.actions.forms import form_of
from fieldaudit.actions.judged import judged_visit
from fieldaudit.actions.sheets import VisitSheet, status_of
from fieldaudit.actions.snapshots import sites_by_id, visit_record
from fieldaudit.actions.thresholds import parameters_of
from fieldaudit.assess.findings import (
    FINDING_STATES,
    Finding,
    FindingState,
    finding_from_values,
    finding_id,
    finding_values,
    findings_of,
    is_overdue,
)
from fieldaudit.errors import BadInput
from fieldaudit.form.definition import Form, Severity
from fieldaudit.package.words import SEVERITIES, words
from fieldaudit.store import records
from fieldaudit.store.records import Record
from fieldaudit.store.revision import DELETED
from fieldaudit.store.revisions import Edit
from fieldaudit.store.survey import Survey
from fieldaudit.texts import QT_TRANSLATE_NOOP, Catalog
from fieldaudit.visit.records import Site, Status
from fieldaudit.visit.sharing_words import PARTY_TEXTS
from fieldaudit.visit.stamp import Moment

_OVERDUE = QT_TRANSLATE_NOOP("Domain", "已逾期")
_KEPT = ("accepted", "due", "owner")
"""What is fixed when a finding is first written: accepting again gives no more time."""

_WEIGHTS = ("critical", "major", "minor")


@dataclass(frozen=True, slots=True)
class ListedFinding:
    """One row of the list of findings."""

    number: str
    """Number that people use: site, item and the beginning of the record id."""

    finding: Finding
    """The finding."""

    site: Site
    """Where."""

    label: str
    """What was asked, in the list's language."""

    owner: str
    """Who mends it, in words; empty: not known."""

    severity: str
    """How much it weighs, in words."""

    state: str
    """Where it stands, in words."""

    overdue: bool
    """Whether it should have been mended by now."""


class _Visits:
    """Visits looked up once each: whether they are accepted, and with which form."""

    def __init__(self, survey: Survey) -> None:
        self._survey = survey
        self._known: dict[str, Record | None] = {}

    def accepted(self, visit: str) -> Record | None:
        """Return the record of an accepted visit, None for any other."""
        if visit not in self._known:
            self._known[visit] = self._looked_up(visit)
        return self._known[visit]

    def _looked_up(self, visit: str) -> Record | None:
        record = _record(self._survey, visit)
        kept = record and record.kind == "visit" and not record.deleted
        return record if record and kept and status_of(record) is Status.ACCEPTED else None


def finding_edits(
    survey: Survey, *, accepted: Sequence[str] = (), left: Sequence[str] = (), moment: Moment
) -> list[Edit]:
    """Return the edits that make the findings what the accepted visits say.

    All accepted visits of the sites concerned are judged again, so it makes no difference in
    which order they were accepted. A finding that is no longer among them is deleted.

    Args:
        survey: where the visits are.
        accepted: visits that are being accepted now.
        left: visits that stop being accepted now.
        moment: when.
    """
    places = {each: visit_record(survey, each).get("$site") for each in (*accepted, *left)}
    standing: dict[str, set[str]] = {site: set() for site in places.values()}
    for record in records.records(survey, "visit"):
        site = record.get("$site")
        if site in standing and (record.id in accepted or status_of(record) is Status.ACCEPTED):
            standing[site].add(record.id)
    written: dict[str, dict[str, Record]] = {site: {} for site in standing}
    for record in records.records(survey, "finding", deleted=True):
        written.get(record.get("site"), {})[record.id] = record
    return [
        edit
        for site in sorted(standing)
        for edit in _site_edits(survey, standing[site] - set(left), written[site], moment)
    ]


def list_findings(
    survey: Survey,
    *,
    today: date,
    street: str = "",
    only_open: bool = False,
    only_overdue: bool = False,
    catalog: Catalog | None = None,
) -> tuple[ListedFinding, ...]:
    """Return the findings of accepted visits: the overdue first, then by due date and severity.

    A finding counts as open again when the visit that closed it is no longer accepted.

    Args:
        survey: where they are.
        today: the day on which something is overdue.
        street: name of a street; all when empty.
        only_open: leaves the closed ones out.
        only_overdue: leaves those out that are not overdue, and puts each unit's together.
        catalog: the language of labels and units; Chinese when None.
    """
    language = catalog or Catalog("zh")
    sites = sites_by_id(survey)
    visits = _Visits(survey)
    found = []
    for record in records.records(survey, "finding"):
        finding = _as_it_stands(record, visits)
        site = sites.get(finding.site)
        visit = visits.accepted(finding.visit)
        if visit is None or site is None or (street and site.street != street):
            continue
        overdue = is_overdue(finding, today)
        if overdue or not (only_overdue or (only_open and finding.state is FindingState.CLOSED)):
            form = form_of(survey, visit.get("$form"))
            found.append(_listed(finding, site, form, today=today, catalog=language))
    return tuple(sorted(found, key=_unit if only_overdue else _urgency))


def findings_of_visit(
    survey: Survey, sheet: VisitSheet, paths: Iterable[str], *, today: date, catalog: Catalog
) -> tuple[ListedFinding, ...]:
    """Return the findings of one accepted visit, without looking at those of others.

    Args:
        survey: where they are.
        sheet: the visit.
        paths: live paths of its failed items.
        today: the day on which something is overdue.
        catalog: the language.
    """
    visits, summary = _Visits(survey), sheet.summary
    written = [_record(survey, finding_id(summary.id, path)) for path in paths]
    return tuple(
        _listed(
            _as_it_stands(record, visits), summary.site, sheet.form, today=today, catalog=catalog
        )
        for record in written
        if record and not record.deleted and visits.accepted(summary.id)
    )


def number_of(finding: Finding, site: Site) -> str:
    """Return the number that people use; the same in every file."""
    return f"{site.code}-{finding.item}-{finding.id[:4].upper()}"


def owner_words(owner: str, catalog: Catalog) -> str:
    """Return party codes in words."""
    codes = owner.split()
    return catalog.joined(catalog.text("Domain", PARTY_TEXTS.get(code, code)) for code in codes)


def _as_it_stands(record: Record, visits: _Visits) -> Finding:
    closed_by = record.get("closed_by")
    if not closed_by or visits.accepted(closed_by):
        return finding_from_values(record.id, record.values)
    undone = ("closed_by", "closed_on", "after", "state")
    kept = {name: text for name, text in record.values.items() if name not in undone}
    return finding_from_values(record.id, kept)


def _unit(listed: ListedFinding) -> tuple[object, ...]:
    return listed.finding.owner, *_urgency(listed)


def _urgency(listed: ListedFinding) -> tuple[object, ...]:
    finding = listed.finding
    weight = _WEIGHTS.index(finding.severity) if finding.severity in _WEIGHTS else len(_WEIGHTS)
    closed = finding.state is FindingState.CLOSED
    return closed, not listed.overdue, finding.due, weight, listed.number


def _listed(
    finding: Finding, site: Site, form: Form, *, today: date, catalog: Catalog
) -> ListedFinding:
    overdue = is_overdue(finding, today)
    state = _OVERDUE if overdue else FINDING_STATES[finding.state]
    known = finding.severity in list(Severity)
    severity = SEVERITIES[Severity(finding.severity)] if known else finding.severity
    return ListedFinding(
        number=number_of(finding, site),
        finding=finding,
        site=site,
        label=_label(form, finding.item, catalog),
        owner=owner_words(finding.owner, catalog),
        severity=words(catalog, severity),
        state=catalog.text("Domain", state),
        overdue=overdue,
    )


def _label(form: Form, item: str, catalog: Catalog) -> str:
    language = form.language(catalog.language)
    questions = (question for question in form.root.questions() if question.name == item)
    return next((question.label.get(language, "") for question in questions), "")


def _record(survey: Survey, name: str) -> Record | None:
    try:
        return records.record(survey, name)
    except BadInput:
        return None


def _site_edits(
    survey: Survey, standing: Iterable[str], written: Mapping[str, Record], moment: Moment
) -> Iterator[Edit]:
    known = dict(written)
    visits = sorted(standing)
    wanted = findings_of(
        [judged_visit(survey, visit) for visit in visits],
        accepted=dict.fromkeys(visits, moment.iso()),
        parameters=parameters_of(survey).values(),
    )
    for finding in wanted:
        record = known.pop(finding.id, None)
        changes = _changes(finding_values(finding), record)
        if changes:
            yield Edit(finding.id, "finding", changes)
    for record in known.values():
        if not record.deleted:
            yield Edit(record.id, "finding", {DELETED: "true"})


def _changes(wanted: Mapping[str, str], record: Record | None) -> dict[str, str | None]:
    if record is None:
        return dict(wanted)
    here = {path: text for path, text in record.values.items() if path != DELETED}
    whole = {**wanted, **{path: here[path] for path in _KEPT if path in here}}
    changes: dict[str, str | None] = {p: t for p, t in whole.items() if here.get(p) != t}
    changes |= {path: None for path in here if path not in whole}
    return {**changes, DELETED: None} if record.deleted else changes
