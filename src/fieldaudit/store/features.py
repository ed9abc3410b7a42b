"""The GeoPackage layers of a survey: one maker of rows for each kind of record."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta, timezone
from functools import lru_cache

from sqlite_utils import Database

from fieldaudit.errors import BadInput
from fieldaudit.store.batch import marks
from fieldaudit.store.fold import Folded
from fieldaudit.store.geopackage import geopoint_geometry, point
from fieldaudit.visit.datum import Datum
from fieldaudit.visit.sample import Sample
from fieldaudit.visit.stamp import Moment

Row = tuple[object, ...]
RowMaker = Callable[[Database, Folded], Iterable[Row]]

_SAMPLE_BITS = 21
_SIZE_DIGITS = 18


@lru_cache(2048)
def feature_id(record: str) -> int:
    """Return the 63-bit feature id that a record has in every file."""
    return int.from_bytes(hashlib.sha256(record.encode()).digest()[:8], "big") >> 1


def remove(db: Database, folded: Folded) -> None:
    """Remove the features of one record."""
    if folded.kind in _LAYERS:
        table = _LAYERS[folded.kind][0]
        db.execute(f"delete from {table} where record = ?", (folded.record,))  # noqa: S608 - ours


def add(db: Database, folded: Iterable[Folded]) -> None:
    """Add the features of some records."""
    by_kind: dict[str, list[Folded]] = {}
    for each in folded:
        if each.kind in _LAYERS and not each.deleted:
            by_kind.setdefault(each.kind, []).append(each)
    for kind, those in by_kind.items():
        table, columns, rows = _LAYERS[kind]
        # Two ids fall together only where somebody searched for such a pair.
        values = marks(columns.split(","))
        statement = f"insert or ignore into {table} ({columns}) values ({values})"  # noqa: S608
        those.sort(key=lambda each: feature_id(each.record))
        db.conn.executemany(statement, (row for each in those for row in rows(db, each)))


def _site(_: Database, folded: Folded) -> Iterator[Row]:
    v = folded.values.get
    texts = (v("code"), v("name"), v("kind"), v("street"), v("address"), v("datum"))
    place = geopoint_geometry(v("position", ""))
    yield (feature_id(folded.record), place, folded.record, *texts, int(v("example") == "true"))


def _photo(_: Database, folded: Folded) -> Iterator[Row]:
    v = folded.values.get
    texts = (v("visit"), v("question"), v("caption"), v("name"), v("taken_at"), v("blob"))
    yield (feature_id(folded.record), geopoint_geometry(v("position", "")), folded.record, *texts)


def _visit(_: Database, folded: Folded) -> Iterator[Row]:
    v = folded.values.get
    texts = (v("$site"), v("$status"), v("$inspector"), v("$started"), v("$ended"))
    yield (feature_id(folded.record), folded.record, *texts)


def _paper(_: Database, folded: Folded) -> Iterator[Row]:
    v = folded.values.get
    size = v("size", "")
    texts = (v("visit"), v("question"), v("caption"), v("name"), v("media_type"))
    known = int(size) if size.isascii() and size.isdigit() and len(size) <= _SIZE_DIGITS else None
    yield (feature_id(folded.record), folded.record, *texts, known, v("blob"))


def _samples(db: Database, folded: Folded) -> Iterator[Row]:
    visit = folded.values.get("visit")
    first = feature_id(folded.record) >> _SAMPLE_BITS << _SAMPLE_BITS
    for number, sample in enumerate(_read_again(db, folded)):
        yield (
            first + number,
            point(sample.longitude, sample.latitude),
            folded.record,
            visit,
            None if sample.at is None else Moment(sample.at).iso(),
            sample.operator,
            sample.technology.value,
            sample.rsrp,
            sample.rsrq,
            sample.sinr,
        )


def _read_again(db: Database, folded: Folded) -> tuple[Sample, ...]:
    """Read a log's samples; a log that cannot be read (it may come from anywhere) has none."""
    from fieldaudit.visit.log import read_log

    v = folded.values.get
    try:
        blob = bytes.fromhex(v("blob", ""))
        zone = timezone(timedelta(minutes=int(v("offset", "0"))))
        datum = Datum(v("datum", Datum.WGS84))
        found = db.execute("select content from blob where hash = ?", (blob,)).fetchone()
        if found is None:
            return ()
        reading = read_log(
            found[0], v("name", ""), datum=datum, timezone=zone, operator=v("operator", "")
        )
    except (BadInput, ValueError, OverflowError):
        return ()
    return reading.samples


_LAYERS: dict[str, tuple[str, str, RowMaker]] = {
    "site": (
        "sites",
        "fid, geom, record, code, name, kind, street, address, datum, example",
        _site,
    ),
    "photo": (
        "photos",
        "fid, geom, record, visit, question, caption, name, taken_at, sha256",
        _photo,
    ),
    "visit": ("visits", "fid, record, site, status, inspector, started, ended", _visit),
    "paper": (
        "papers",
        "fid, record, visit, question, caption, name, media_type, size, sha256",
        _paper,
    ),
    "log": (
        "samples",
        "fid, geom, record, visit, taken_at, operator, technology, rsrp, rsrq, sinr",
        _samples,
    ),
}
