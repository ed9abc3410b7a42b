"""What checklists made of visits, kept beside the records: a cache that anybody may drop.

A row counts only while everything that it was made from is as it was; whoever reads compares its
`basis`. A survey that cannot be written keeps its rows in memory until it is closed.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from fieldaudit.store.batch import batches, marks
from fieldaudit.store.failures import translated
from fieldaudit.store.schema import ASIDE, OF_VISIT
from fieldaudit.store.survey import Survey

_KEEP = "insert or replace into {} values (?, ?, ?, ?, ?)"


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
    found: dict[str, Row] = {}
    with survey.reading() as db:
        tables = [name for name in ("judged",) if not survey.readonly or name in db.table_names()]
        tables += [f"temp.{ASIDE}"] if survey.readonly else []
        for portion in batches(visits):
            for table in tables:
                told = f"select * from {table} where visit in ({marks(portion)})"  # noqa: S608
                found |= {row[0]: Row(*row) for row in db.execute(told, portion)}
    return found


def keep(survey: Survey, rows: Sequence[Row]) -> None:
    """Keep what was made of some visits."""
    values = [(row.visit, row.form, row.basis, row.moment, row.body) for row in rows]
    if values and survey.readonly:
        with translated(survey.path):
            survey.db.conn.executemany(_KEEP.format(f"temp.{ASIDE}"), values)
    elif values:
        with survey.atomic() as db:
            db.conn.executemany(_KEEP.format("judged"), values)


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
