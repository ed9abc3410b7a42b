"""Writing a clean copy of a survey to hand over, and a backup of one as it is."""

import hashlib
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils import Database

from fieldaudit.errors import BadInput, Code
from fieldaudit.store import projections
from fieldaudit.store.failures import explained
from fieldaudit.store.pieces import held, insert
from fieldaudit.store.seals import EXCERPT
from fieldaudit.store.survey import Survey, copy_pages, create_survey, open_survey
from fieldaudit.visit.newfile import new_file

_TRUTH = {
    "revision": "id, record, kind, clock, author, hash, body",
    "blob": "hash, size, seq",
    "seal": "hash, author, body, signature",
}
_ORDER = {"revision": "id", "blob": "seq", "seal": "seq"}


def write_copy(survey: Survey, out: Path, step: Callable[[int, int], None]) -> None:
    """Write the truth of `survey` into the new file `out`, with no draft, journal or log beside it.

    What is an excerpt stays marked as one.

    Args:
        survey: where to copy from.
        out: must not exist.
        step: called with (rows copied, rows in all); may raise to stop.
    """
    with new_file(out) as part, explained(out):
        with create_survey(part) as fresh, fresh.bulk():
            _copy_truth(survey, fresh, step)
            projections.rebuild(fresh)
        settle(part)
        _prove(part)


def backup(survey: Survey, out: Path, step: Callable[[int, int], None] | None = None) -> None:
    """Write an exact copy of `survey` as it is, drafts included, and open it to be sure.

    Args:
        survey: where to copy from.
        out: must not exist.
        step: called with (pages copied, pages in all); may raise to stop, and nothing is written.
    """
    with new_file(out) as part, explained(out):
        copy_pages(survey, part, step)
        _prove(part)
        if step is not None:
            step(1, 1)


def _copy_truth(survey: Survey, fresh: Survey, step: Callable[[int, int], None]) -> None:
    with survey.reading() as source, fresh.atomic() as target:
        total = sum(source.table(table).count for table in _TRUTH)
        done = 0
        for table, columns in _TRUTH.items():
            marks = ", ".join("?" * (columns.count(",") + 1))
            into = f"insert into {table} ({columns}) values ({marks})"  # noqa: S608 - ours
            order = _ORDER[table]
            for row in source.execute(f"select {columns} from {table} order by {order}"):  # noqa: S608
                if table == "revision":
                    _check_hash(survey, row[-2], row[-1])
                with _strict(survey):
                    if table == "blob":
                        _copy_blob(survey, source, target, row[0])
                    else:
                        target.execute(into, row)
                done += 1
                step(done, total)
        # Without its mark an excerpt's seals would read as broken.
        marked = source.execute(
            "select made_at, deed, body from journal where deed = ? order by seq", (EXCERPT,)
        )
        target.conn.executemany(
            "insert into journal (made_at, deed, body) values (?, ?, ?)", marked
        )


def _copy_blob(survey: Survey, source: Database, target: Database, name: bytes) -> None:
    """Copy the bytes as they are, damaged or not: they are counted elsewhere."""
    found = held(source, name)
    if found is None:
        raise BadInput(Code.SURVEY_DAMAGED, file=survey.path.name, reason="blob")
    insert(target, name, found)


@contextmanager
def _strict(survey: Survey) -> Iterator[None]:
    """A new table refuses what only damage can have put into an old one."""
    try:
        yield
    except sqlite3.IntegrityError as error:
        raise BadInput(Code.SURVEY_DAMAGED, file=survey.path.name, reason=str(error)) from error


def _check_hash(survey: Survey, stored: object, body: object) -> None:
    """A damaged photo is counted at the end; a damaged history is not handed on."""
    if hashlib.sha256(str(body).encode()).digest() != stored:
        raise BadInput(Code.SURVEY_DAMAGED, file=survey.path.name, reason="hash")


def settle(part: Path) -> None:
    """Leave one file, with no write-ahead log beside it."""
    with open_survey(part) as copy:
        copy.db.execute("pragma journal_mode = delete")


def _prove(part: Path) -> None:
    with open_survey(part, readonly=True) as copy:
        verdict = copy.db.execute("pragma integrity_check").fetchone()[0]
        if verdict != "ok":
            raise BadInput(Code.SURVEY_DAMAGED, file=part.name, reason=verdict)
