"""Records as they are now: read from the projections, never folded on the way."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import orjson

from fieldaudit.errors import BadInput, Code
from fieldaudit.store.revision import key
from fieldaudit.store.survey import Survey
from fieldaudit.visit.stamp import Moment


@dataclass(frozen=True, slots=True)
class Record:
    """One record as folded."""

    id: str
    """Record id."""

    kind: str
    """Its kind."""

    values: Mapping[str, str]
    """Path → text."""

    heads: tuple[str, ...]
    """Hashes of its newest revisions."""

    form: str
    """Hash of the form version its answers belong to."""

    deleted: bool
    """True when it counts as deleted."""

    conflicts: int
    """Number of undecided paths."""

    author: str
    """Key fingerprint of who made it."""

    made: Moment
    """When it was made."""

    def get(self, path: str, default: str = "") -> str:
        """Return the value at `path`."""
        return self.values.get(path, default)


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One value of a conflict."""

    value: str | None
    """The text; None: removed."""

    author: str
    """Key fingerprint."""

    made: Moment
    """When."""

    revision: str
    """Hash of the revision that says so."""


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """One undecided path of a record."""

    record: str
    """Record id."""

    kind: str
    """Its kind."""

    path: str
    """Where."""

    base: str | None
    """What everybody saw."""

    claims: tuple[ClaimRow, ...]
    """The values, the provisional one first."""


_COLUMNS = "id, kind, heads, form, deleted, conflicts, author, made_at, made_offset, body"


def record(survey: Survey, name: str) -> Record:
    """Return one record; raise BadInput when there is none."""
    with survey.reading() as db:
        row = db.execute(f"select {_COLUMNS} from record where id = ?", (name,)).fetchone()  # noqa: S608 - ours
        if row is None:
            raise BadInput(Code.RECORD_UNKNOWN, record=name)
        return _record(survey, row)


def records(survey: Survey, kind: str, *, deleted: bool = False) -> list[Record]:
    """Return the records of one kind in the order of ids; the deleted ones only when asked."""
    with survey.reading() as db:
        rows = db.execute(f"select {_COLUMNS} from record where kind = ? order by id", (kind,))  # noqa: S608 - ours
        return [_record(survey, row) for row in rows if deleted or not row[4]]


def values(survey: Survey, kind: str) -> list[dict[str, str]]:
    """Return only the values of the records of one kind that are not deleted, by ids."""
    told = "select body from record where kind = ? and not deleted order by id"
    with survey.reading() as db:
        return [_read_back(survey, body) for (body,) in db.execute(told, (kind,))]


def counts(survey: Survey) -> dict[str, int]:
    """Return the number of records by kind, the deleted ones left out."""
    with survey.reading() as db:
        rows = db.execute("select kind, count(*) from record where not deleted group by kind")
        return dict(rows.fetchall())


def conflicts(survey: Survey) -> list[ConflictRow]:
    """Return every undecided path."""
    with survey.reading() as db:
        rows = db.execute(
            "select conflict.record, kind, path, conflict.body from conflict"
            " join record on record.id = conflict.record order by conflict.record, path"
        )
        return [_conflict(survey, row) for row in rows]


def said(survey: Survey, name: str, path: str) -> list[tuple[str, str]]:
    """Return what revisions of a record said at `path`, each with its reason, the latest first."""
    place = f'$.changes."{path}"'
    with survey.reading() as db:
        rows = db.execute(
            "select json_extract(body, ?), json_extract(body, '$.reason') from revision"
            " where record = ? and json_extract(body, ?) is not null order by clock desc, id desc",
            (place, key(name), place),
        )
        return rows.fetchall()


def _record(survey: Survey, row: tuple[str, str, str, str, int, int, str, int, int, str]) -> Record:
    name, kind, heads, form, deleted, clashes, author, made_at, offset, body = row
    return Record(
        id=name,
        kind=kind,
        values=_read_back(survey, body),
        heads=tuple(heads.split()),
        form=form,
        deleted=bool(deleted),
        conflicts=clashes,
        author=author,
        made=Moment(made_at, offset),
    )


def _conflict(survey: Survey, row: tuple[str, str, str, str]) -> ConflictRow:
    name, kind, path, body = row
    fields = _read_back(survey, body)
    claims = tuple(
        ClaimRow(
            claim["value"],
            claim["author"],
            Moment(claim["made_at"], claim["offset"]),
            claim["revision"],
        )
        for claim in fields["claims"]
    )
    return ConflictRow(name, kind, path, fields["base"], claims)


def _read_back(survey: Survey, body: str) -> Any:
    try:
        return orjson.loads(body)
    except ValueError as error:
        raise BadInput(Code.SURVEY_DAMAGED, file=survey.path.name, reason=str(error)) from error
