"""Which visits a package holds: those named, of a street, of a month, of a site."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from fieldaudit.actions.sheets import status_of
from fieldaudit.actions.snapshots import site_with_code, sites_by_id
from fieldaudit.actions.wording import status_word
from fieldaudit.errors import BadInput, Code
from fieldaudit.store import records
from fieldaudit.store.records import Record
from fieldaudit.store.survey import Survey
from fieldaudit.visit.records import Status

_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")


@dataclass(frozen=True, slots=True)
class Choice:
    """Accepted visits that meet every condition given."""

    visits: Sequence[str] | None = None
    """Record ids; None: all that are accepted."""

    street: str = ""
    """Name of a street."""

    month: str = ""
    """`2022-07`, by the local day on which a visit began."""

    site: str = ""
    """Code of a site: its history."""


def choose(survey: Survey, choice: Choice) -> list[Record]:
    """Return the chosen visits, the oldest first.

    Raises:
        BadInput: none is left, one is not accepted or has an undecided conflict, the month is
            none, or no site has this code.
    """
    if choice.month and not _MONTH.fullmatch(choice.month):
        raise BadInput(Code.PACKAGE_MONTH, month=choice.month)
    sites = _sites(survey, choice)
    found = [
        record
        for record in _named(survey, choice.visits)
        if record.get("$site") in sites and record.get("$started").startswith(choice.month)
    ]
    if not found:
        raise BadInput(Code.PACKAGE_EMPTY)
    for record in found:
        _check(record)
    return sorted(found, key=lambda record: (record.get("$started"), record.id))


def _named(survey: Survey, visits: Sequence[str] | None) -> list[Record]:
    if visits is not None:
        return [records.record(survey, visit) for visit in dict.fromkeys(visits)]
    everything = records.records(survey, "visit")
    return [record for record in everything if status_of(record) is Status.ACCEPTED]


def _sites(survey: Survey, choice: Choice) -> set[str]:
    """Return the ids of the sites whose visits count."""
    if choice.site:
        chosen = site_with_code(survey, choice.site)
        return {chosen.id} if choice.street in ("", chosen.street) else set()
    known = sites_by_id(survey).values()
    return {site.id for site in known if choice.street in ("", site.street)}


def _check(record: Record) -> None:
    status = status_of(record)
    if status is not Status.ACCEPTED:
        raise BadInput(Code.PACKAGE_NOT_ACCEPTED, where=record.id, status=status_word(status))
    if record.conflicts:
        raise BadInput(Code.VISIT_CONFLICT, where=record.id)
