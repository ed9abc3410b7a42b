"""Typing that is not yet a revision: durable as soon as `keep` returns, local to this copy."""

from collections.abc import Mapping

from fieldaudit.store.survey import Survey
from fieldaudit.visit.stamp import Moment


def keep(survey: Survey, record: str, changes: Mapping[str, str | None], *, moment: Moment) -> None:
    """Remember what was typed into a record; None stands for a value removed."""
    rows = [(record, path, value, moment.ms) for path, value in changes.items()]
    with survey.atomic() as db:
        db.conn.executemany(
            "insert into draft (record, path, value, typed_at) values (?, ?, ?, ?)"
            " on conflict (record, path)"
            " do update set value = excluded.value, typed_at = excluded.typed_at",
            rows,
        )


def typed(survey: Survey, record: str) -> dict[str, str | None]:
    """Return what waits in the draft of one record."""
    with survey.reading() as db:
        rows = db.execute("select path, value from draft where record = ? order by path", (record,))
        return dict(rows.fetchall())


def waiting(survey: Survey) -> list[str]:
    """Return the records that have a draft."""
    with survey.reading() as db:
        rows = db.execute("select distinct record from draft order by record")
        return [record for (record,) in rows]


def clear(survey: Survey, record: str) -> None:
    """Forget the draft of a record, in the transaction that made a revision of it."""
    with survey.atomic() as db:
        db.execute("delete from draft where record = ?", (record,))
