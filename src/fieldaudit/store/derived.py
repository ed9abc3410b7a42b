"""Comparing what is derived with the revisions it comes from, without writing anything."""

from collections.abc import Iterator

from fieldaudit.errors import BadInput
from fieldaudit.store import projections, records
from fieldaudit.store.fold import fold
from fieldaudit.store.survey import Survey


def differing(survey: Survey) -> Iterator[str]:
    """Yield the ids of records whose rows say something else than their revisions.

    Raises:
        NotARevision: the history itself is damaged.
    """
    with survey.reading() as db:
        known = {name for (name,) in db.execute("select id from record")}
        folded = [str(name) for (name,) in db.execute(_RECORDS)]
        yield from sorted(known - set(folded))
        for name in folded:
            told = fold(projections.revisions_of(db, name))
            try:
                shown = records.record(survey, name)
            except BadInput:
                yield name
                continue
            same = (shown.kind, dict(shown.values), shown.heads, shown.deleted) == (
                told.kind,
                dict(told.values),
                told.heads,
                told.deleted,
            )
            if not same:
                yield name


_RECORDS = """
select distinct substr(name, 1, 8) || '-' || substr(name, 9, 4) || '-' || substr(name, 13, 4)
    || '-' || substr(name, 17, 4) || '-' || substr(name, 21)
from (select lower(hex(record)) as name from revision) order by 1
"""
