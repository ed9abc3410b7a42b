"""Removing originals that the law says are to be removed: their names and their history stay.

A record of a photo or recording says in its field `purged` when that was due. From then on its
original is neither missed nor taken back from another copy.
"""

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager

from fieldaudit.store.blobs import ORIGINALS
from fieldaudit.store.failures import translated
from fieldaudit.store.records import Record, records
from fieldaudit.store.survey import Survey

PURGED = "purged"
"""The field of a record that holds the day from which on its original is gone."""


def is_purged(record: Record) -> bool:
    """Tell whether the original of a record was removed on purpose."""
    return bool(record.get(PURGED))


def purged(survey: Survey) -> set[str]:
    """Return the hashes of originals that were removed, and that no other record still needs."""
    found = [each for kind in ORIGINALS for each in records(survey, kind, deleted=True)]
    gone = {each.get("blob") for each in found if is_purged(each)}
    needed = {each.get("blob") for each in found if not is_purged(each)}
    return gone - needed - {""}


def remove(
    survey: Survey, names: Collection[str], step: Callable[[int, int], None] | None = None
) -> int:
    """Remove originals, overwriting their bytes; return how many there were.

    Args:
        survey: where.
        names: SHA-256 of each.
        step: called with (originals looked at, all of them); may raise to stop, and all stay.
    """
    removed = 0
    with survey.atomic() as db:
        for number, name in enumerate(sorted(names)):
            if step is not None:
                step(number, len(names))
            found = db.execute("delete from blob where hash = ?", (_key(name),))
            removed += found.rowcount
        if step is not None:
            step(len(names), len(names))
    return removed


@contextmanager
def unreadable(survey: Survey) -> Iterator[None]:
    """Within the block what is deleted is overwritten; after it no unused page is left."""
    with translated(survey.path):
        survey.db.execute("pragma secure_delete = on")
    try:
        yield
        with translated(survey.path):
            survey.db.execute("vacuum")
            survey.db.execute("pragma wal_checkpoint(truncate)")
    finally:
        with translated(survey.path):
            survey.db.execute("pragma secure_delete = off")


def _key(name: str) -> bytes:
    try:
        return bytes.fromhex(name)
    except ValueError:
        return b""
