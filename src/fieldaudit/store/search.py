"""Search over names, addresses, codes and remarks, two-character Chinese words included.

FTS5's own trigrams find no two-character word, and its word tokens nothing inside a run of
Chinese; so texts are indexed as overlapping bigrams, and a query is a phrase of them.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from sqlite_utils import Database

from fieldaudit.store.features import feature_id
from fieldaudit.store.fold import Folded
from fieldaudit.store.survey import Survey

_RUN = re.compile(r"[^\W_]+")
# What has no two letters in a row is a number or a mark, and nobody searches for it.
_WORD = re.compile(r"[^\W\d_]{2}")
_LONGEST = 2000
_FIELDS = {
    "site": ("code", "name", "street", "address"),
    "photo": ("caption", "name"),
    "paper": ("caption", "name"),
    "person": ("name",),
}


def remove(db: Database, folded: Folded) -> None:
    """Forget what was searchable of one record."""
    db.execute("delete from search where rowid = ?", (feature_id(folded.record),))


def add(db: Database, folded: Iterable[Folded]) -> None:
    """Make some records searchable.

    In the order of row ids: FTS5 writes out what it has gathered whenever an id is smaller than
    the last one.
    """
    found = ((each, _gathered(each)) for each in folded if not each.deleted)
    rows = [(feature_id(each.record), grams, each.record) for each, grams in found if grams]
    db.conn.executemany(
        "insert or replace into search (rowid, grams, record) values (?, ?, ?)", sorted(rows)
    )


def _gathered(folded: Folded) -> str:
    return " ".join(filter(None, map(_grams, dict.fromkeys(_texts(folded)))))


def find(survey: Survey, text: str, kind: str) -> list[str]:
    """Return the ids of the records of `kind` that contain `text`, in the order of ids."""
    phrase = _phrase(text)
    if not phrase:
        return []
    with survey.reading() as db:
        rows = db.execute(
            "select id from search join record on id = search.record"
            " where grams match ? and kind = ? order by id",
            (phrase, kind),
        )
        return [name for (name,) in rows]


def _texts(folded: Folded) -> list[str]:
    if folded.kind == "visit":
        told = folded.values
        hidden = {path for path in told if "$" in path and not path.endswith("/$reason")}
        shown = told.values() if not hidden else (v for p, v in told.items() if p not in hidden)
        return [told.get("$inspector", ""), *filter(_WORD.search, dict.fromkeys(shown))]
    return [folded.values.get(path, "") for path in _FIELDS.get(folded.kind, ())]


@lru_cache(4096)
def _grams(text: str) -> str:
    runs = _RUN.findall(text[:_LONGEST].casefold())
    return " ".join(" ".join(run[i : i + 2] for i in range(len(run))) for run in runs)


def _phrase(text: str) -> str:
    runs = _RUN.findall(text[:_LONGEST].casefold())
    return " ".join(_quoted(run) for run in runs)


def _quoted(run: str) -> str:
    if len(run) == 1:
        return f'"{run}"*'
    return '"' + " ".join(run[i : i + 2] for i in range(len(run) - 1)) + '"'
