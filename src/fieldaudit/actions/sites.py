"""Sites: take in a register, and list it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from fieldaudit.actions.attached import streets_of
from fieldaudit.actions.changes import Changes, Done
from fieldaudit.actions.snapshots import sites_by_id
from fieldaudit.actions.writing import write
from fieldaudit.errors import BadInput, Code, Problem
from fieldaudit.store import records, search
from fieldaudit.store.revisions import Edit
from fieldaudit.store.survey import Survey
from fieldaudit.visit.datum import Datum
from fieldaudit.visit.records import Balance, Site
from fieldaudit.visit.register import SiteRow, read_register
from fieldaudit.visit.stamp import Author, new_id


@dataclass(frozen=True, slots=True)
class SiteImport:
    """What came of importing a register."""

    balance: Balance
    """Rows taken, new, already known, refused."""

    problems: tuple[Problem, ...]
    """The rows refused, and doubts about others."""


def import_sites(
    survey: Survey,
    *,
    file: Path,
    datum: str = "wgs84",
    mapping: Mapping[str, str] | None = None,
    example: bool = False,
    author: Author,
) -> Done[SiteImport]:
    """Take a register (CSV, XLSX) in; a site whose code is here already is brought up to date.

    Args:
        survey: where to.
        file: the register.
        datum: what its coordinates refer to: wgs84, cgcs2000, gcj02, bd09.
        mapping: header name → field, for headers that are not recognised.
        example: True marks the sites as invented.
        author: who brings it.

    Raises:
        BadInput: a column is missing, a code occurs twice, or the file cannot be read.
    """
    if not file.is_file():
        raise BadInput(Code.FILE_NOT_FOUND, file=str(file))
    rows, problems = read_register(file, mapping=mapping or {}, datum=Datum(datum))
    here = {site.code: site for site in sites_by_id(survey).values()}
    streets = streets_of(survey)
    edits, known = [], 0
    for row in rows:
        wanted = _changes(row, streets, example=example)
        site = here.get(row.code)
        now = records.record(survey, site.id).values if site else {}
        changes: dict[str, str | None] = {p: v for p, v in wanted.items() if now.get(p, "") != v}
        known += not changes
        if changes:
            edits.append(Edit(site.id if site else new_id(), "site", changes))
    write(survey, edits, author=author)
    refused = len({problem.where for problem in problems} - {str(row.row) for row in rows})
    taken = len(rows) + refused
    balance = Balance("import", taken=taken, new=len(edits), known=known, refused=refused)
    return Done(SiteImport(balance, problems), Changes(sites=True))


def list_sites(survey: Survey, *, text: str = "") -> tuple[Site, ...]:
    """Return the register by code, or the sites that contain `text`."""
    sites = sites_by_id(survey)
    found = search.find(survey, text, "site") if text.strip() else sites
    return tuple(sorted((sites[name] for name in found if name in sites), key=lambda s: s.code))


def _changes(row: SiteRow, streets: Mapping[str, str], *, example: bool) -> dict[str, str]:
    fields = {
        "code": row.code,
        "name": row.name,
        "kind": row.kind,
        "street": streets.get(row.street, row.street),
        "address": row.address,
        "position": row.position,
        "datum": row.datum,
        "position_original": row.position_original,
        "example": "true" if example else "",
    }
    return {path: value for path, value in fields.items() if value}
