"""Records as they are now: read from the projections, never folded on the way."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import orjson

from fieldaudit.errors import BadInput, Code
from fieldaudit.store.batch import batches, marks
from fieldaudit.store.revision import key
from fieldaudit.store.schema import OF_VISIT
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
    which = "" if deleted else "and deleted = 0"
    told = f"select {_COLUMNS} from record where kind = ? {which} order by id"  # noqa: S608 - ours
    with survey.reading() as db:
        return [_record(survey, row) for row in db.execute(told, (kind,))]


def some(survey: Survey, names: Iterable[str]) -> dict[str, Record]:
    """Return those of the named records that there are, by id."""
    found: dict[str, Record] = {}
    with survey.reading() as db:
        for portion in batches(names):
            told = f"select {_COLUMNS} from record where id in ({marks(portion)})"  # noqa: S608
            found |= {row[0]: _record(survey, row) for row in db.execute(told, portion)}
    return found


def of_visit(survey: Survey, kind: str, visit: str) -> list[Record]:
    """Return the photos, papers or logs of one visit in the order of ids."""
    told = (
        f"select {_COLUMNS} from record where {OF_VISIT} = ? and kind in ('photo', 'paper', 'log')"  # noqa: S608
        " and kind = ? and deleted = 0 order by id"
    )
    with survey.reading() as db:
        return [_record(survey, row) for row in db.execute(told, (f'{visit}"', kind))]


def sharing(survey: Survey, kind: str, paths: tuple[str, str]) -> list[Record]:
    """Return the records of one kind that say at one of the paths what another one says there."""
    told = (
        "with said as materialized (select id, json_extract(body, :one) as one,"
        " json_extract(body, :two) as two from record"
        " where kind = :kind and deleted = 0 and json_valid(body))"
        " select id from said where one in"
        " (select one from said where one <> '' group by one having count(*) > 1)"
        " or two in (select two from said where two <> '' group by two having count(*) > 1)"
    )
    one, two = (f'$."{path}"' for path in paths)
    with survey.reading() as db:
        rows = db.execute(told, {"kind": kind, "one": one, "two": two}).fetchall()
        found = some(survey, sorted(name for (name,) in rows))
    return [found[name] for name in sorted(found)]


def values(survey: Survey, kind: str) -> list[dict[str, str]]:
    """Return only the values of the records of one kind that are not deleted, by ids."""
    told = "select body from record where kind = ? and deleted = 0 order by id"
    with survey.reading() as db:
        return [_read_back(survey, body) for (body,) in db.execute(told, (kind,))]


def counts(survey: Survey) -> dict[str, int]:
    """Return the number of records by kind, the deleted ones left out."""
    with survey.reading() as db:
        rows = db.execute("select kind, count(*) from record where deleted = 0 group by kind")
        return dict(rows.fetchall())


def conflicts(survey: Survey, *, record: str = "") -> list[ConflictRow]:
    """Return every undecided path, or those of one record."""
    which = "where conflict.record = ?" if record else ""
    told = (
        "select conflict.record, kind, path, conflict.body from conflict"  # noqa: S608 - ours
        f" join record on record.id = conflict.record {which} order by conflict.record, path"
    )
    with survey.reading() as db:
        rows = db.execute(told, (record,) if record else ())
        return [_conflict(survey, row) for row in rows]


def conflict_count(survey: Survey) -> int:
    """Return the number of undecided paths."""
    told = "select count(*) from conflict join record on id = record"
    with survey.reading() as db:
        return int(db.execute(told).fetchone()[0])


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
