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
_MANY = 2_000
_USUAL = 1 << 20
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
        if len(rows) > _MANY:
            self._gather(_MOST_WAITING)
        many("insert or replace into search (rowid, grams, record) values (?, ?, ?)", rows)
        if len(rows) > _MANY:
            self._gather(_USUAL)
        self._waiting, self._size = {}, 0

    def _gather(self, size: int) -> None:
        """Let FTS5 gather that many bytes before it writes them out."""
        self._db.execute("insert into search (search, rank) values ('hashsize', ?)", (size,))


def _gathered(folded: Folded) -> str:
    """Return the bigrams of a record; answers come again and again, and are kept in mind."""
    if folded.kind != "visit":
        texts = dict.fromkeys(folded.values.get(path, "") for path in _FIELDS.get(folded.kind, ()))
        return " ".join(filter(None, map(_grams, texts)))
    told = dict(folded.values)
    inspector = told.get("$inspector", "")
    for path in [path for path in told if "$" in path and not path.endswith("/$reason")]:
        del told[path]
    # A dict keeps the order and drops what was said before.
    shown = dict.fromkeys(told.values())
    known = list(map(_KNOWN.get, shown))
    if None in known:
        known = list(map(_answer, shown))
    return " ".join(filter(None, dict.fromkeys([_grams(inspector), *known])))


_KNOWN: dict[str, str] = {}
_MOST_KNOWN = 1 << 15
_SHORT = 64


def _answer(text: str) -> str:
    """Return the bigrams of an answer; none for a number or a mark."""
    grams = _KNOWN.get(text)
    if grams is None:
        grams = _grams(text) if _WORD.search(text) else ""
        if len(text) <= _SHORT:
            if len(_KNOWN) >= _MOST_KNOWN:
                _KNOWN.clear()
            _KNOWN[text] = grams
    return grams


def find(survey: Survey, text: str, kind: str) -> list[str]:
    """Return the ids of the records of `kind` that contain `text`, in the order of ids."""
    words = phrase(text)
    if not words:
        return []
    with survey.reading() as db:
        rows = db.execute(
            "select id from search join record on id = search.record"
            " where grams match ? and kind = ? order by id",
            (words, kind),
        )
        return [name for (name,) in rows]


@lru_cache(4096)
def _grams(text: str) -> str:
    runs = _RUN.findall(text[:_LONGEST].casefold())
    return " ".join(" ".join(run[i : i + 2] for i in range(len(run))) for run in runs)


def phrase(text: str) -> str:
    """Return a text as the index is asked for it; empty when nothing in it can be found."""
    runs = _RUN.findall(text[:_LONGEST].casefold())
    return " ".join(_quoted(run) for run in runs)


def _quoted(run: str) -> str:
    if len(run) == 1:
        return f'"{run}"*'
    return '"' + " ".join(run[i : i + 2] for i in range(len(run) - 1)) + '"'
