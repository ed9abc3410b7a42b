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
_MOST_WAITING = 16 << 20
_Row = tuple[int, str, str]
_FIELDS = {
    "site": ("code", "name", "street", "address"),
    "photo": ("caption", "name"),
    "paper": ("caption", "name"),
    "person": ("name",),
}


class Index:
    """What waits to become searchable, and is written in the order of row ids.

    FTS5 writes out what it has gathered whenever an id is smaller than the last one: one sorted
    run takes half the time of many short ones.
    """

    def __init__(self, db: Database) -> None:
        self._db = db
        self._waiting: dict[int, _Row | None] = {}
        self._size = 0

    def put(self, folded: Iterable[Folded]) -> None:
        """Make some records searchable as they are now."""
        for each in folded:
            grams = "" if each.deleted else _gathered(each)
            number = feature_id(each.record)
            self._waiting[number] = (number, grams, each.record) if grams else None
            self._size += len(grams)
        if self._size > _MOST_WAITING:
            self.write()

    def absorb(self, other: "Index") -> None:
        """Take over what waits in another one, which is later."""
        self._waiting |= other._waiting
        self._size += other._size
        if self._size > _MOST_WAITING:
            self.write()

    def write(self) -> None:
        """Write what waits."""
        many, waiting = self._db.conn.executemany, self._waiting
        gone = sorted(number for number, row in waiting.items() if row is None)
        many("delete from search where rowid = ?", zip(gone, strict=True))
        rows = sorted(filter(None, waiting.values()))
        many("insert or replace into search (rowid, grams, record) values (?, ?, ?)", rows)
        self._waiting, self._size = {}, 0


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
        # A dict keeps the order and drops what was said before.
        shown = {v: None for p, v in told.items() if "$" not in p or p.endswith("/$reason")}
        return [told.get("$inspector", ""), *filter(_WORD.search, shown)]
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
