"""What checklists made of visits, kept beside the records: a cache that anybody may drop.

A row counts only while everything that it was made from is as it was; whoever reads compares its
`basis`. A survey that cannot be written keeps its rows in memory until it is closed.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from fieldaudit.store.batch import batches, marks
from fieldaudit.store.failures import translated
from fieldaudit.store.schema import OF_VISIT
from fieldaudit.store.survey import Survey


@dataclass(frozen=True, slots=True)
class Row:
    """What was kept of one visit."""

    visit: str
    """Record id."""

    form: str
    """Hash of the form version that judged it."""

    basis: str
    """Hash of all that it was made from."""

    moment: str
    """When it was made, where that matters; empty: it never ends."""

    body: str
    """JSON, the caller's."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What the file says now that a judgement of a visit rests on."""

    heads: str
    """Hashes of the visit's newest revisions."""

    attached: tuple[str, ...]
    """Those of its photos and papers, by ids."""

    photos: int
    """How many of these are photos."""

    typed: tuple[tuple[str, str | None], ...]
    """What waits in its draft."""


def grounds(survey: Survey, visits: Iterable[str]) -> dict[str, Ground]:
    """Return what judgements of these visits rest on, by id; a deleted visit rests on nothing."""
    found: dict[str, Ground] = {}
    with survey.reading() as db:
        for portion in batches(visits):
            found |= _grounds(db, portion)
    return found


def kept(survey: Survey, visits: Iterable[str]) -> dict[str, Row]:
    """Return what was kept of these visits, whether or not it still holds."""
    if survey.readonly:
        _in_memory(survey)
    found: dict[str, Row] = {}
    with survey.reading() as db:
        for portion in batches(visits):
            told = f"select * from judged where visit in ({marks(portion)})"  # noqa: S608 - ours
            found |= {row[0]: Row(*row) for row in db.execute(told, portion)}
    return found


def keep(survey: Survey, rows: Sequence[Row]) -> None:
    """Keep what was made of some visits."""
    values = [(row.visit, row.form, row.basis, row.moment, row.body) for row in rows]
    told = "insert or replace into judged values (?, ?, ?, ?, ?)"
    if survey.readonly:
        _in_memory(survey)
        with translated(survey.path):
            survey.db.conn.executemany(told, values)
    elif values:
        with survey.atomic() as db:
            db.conn.executemany(told, values)


def _in_memory(survey: Survey) -> None:
    """A table of the connection's own stands before that of the file, which may be older."""
    with translated(survey.path):
        names = "select name from sqlite_temp_master where name = 'judged'"
        if survey.db.execute(names).fetchone():
            return
        survey.db.execute("pragma temp_store = memory")
        survey.db.execute(
            "create temp table judged (visit text primary key, form text not null,"
            " basis text not null, moment text not null, body text not null) without rowid"
        )
        if "judged" in survey.db.table_names():
            survey.db.execute("insert into temp.judged select * from main.judged")


def _grounds(db: Database, portion: list[str]) -> dict[str, Ground]:
    named = marks(portion)
    heads = f"select id, heads from record where kind = 'visit' and deleted = 0 and id in ({named})"  # noqa: S608
    attached = (
        f"select {OF_VISIT}, kind, heads from record where {OF_VISIT} in ({named})"  # noqa: S608
        " and kind in ('photo', 'paper', 'log') and kind <> 'log' and deleted = 0 order by id"
    )
    typed = f"select record, path, value from draft where record in ({named}) order by record, path"  # noqa: S608
    pinned: dict[str, list[tuple[str, str]]] = {}
    for visit, kind, head in db.execute(attached, [f'{visit}"' for visit in portion]):
        pinned.setdefault(visit[:-1], []).append((kind, head))
    waiting: dict[str, list[tuple[str, str | None]]] = {}
    for visit, path, value in db.execute(typed, portion):
        waiting.setdefault(visit, []).append((path, value))
    return {
        visit: Ground(
            heads=head,
            attached=tuple(head for _, head in pinned.get(visit, ())),
            photos=sum(kind == "photo" for kind, _ in pinned.get(visit, ())),
            typed=tuple(waiting.get(visit, ())),
        )
        for visit, head in db.execute(heads, portion)
    }
