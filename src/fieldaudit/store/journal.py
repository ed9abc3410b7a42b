"""What this copy of the survey did: balances of merges, hand-overs, packages and imports."""

import json
from collections.abc import Mapping
from typing import Any

from fieldaudit.store.revision import canonical
from fieldaudit.store.survey import Survey
from fieldaudit.visit.stamp import Moment


def note(survey: Survey, deed: str, body: Mapping[str, object], *, moment: Moment) -> None:
    """Write an entry."""
    with survey.atomic() as db:
        db.execute(
            "insert into journal (made_at, deed, body) values (?, ?, ?)",
            (moment.ms, deed, canonical(body)),
        )


def entries(survey: Survey) -> list[tuple[int, str, dict[str, Any]]]:
    """Return (time in ms UTC, deed, body) of every entry, the oldest first."""
    with survey.reading() as db:
        rows = db.execute("select made_at, deed, body from journal order by seq")
        return [(made_at, deed, json.loads(body)) for made_at, deed, body in rows]
