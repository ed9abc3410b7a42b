"""Photos, logs and papers, byte for byte, by their SHA-256."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping

from sqlite_utils import Database

from fieldaudit.codes import Trouble
from fieldaudit.errors import BadInput, Code
from fieldaudit.store.batch import batches, marks
from fieldaudit.store.pieces import Changed, Pieces, held, insert, of_bytes
from fieldaudit.store.records import values
from fieldaudit.store.survey import Survey

ATTACHED = ("photo", "paper")
"""Kinds of records that a person attaches to a visit, and that are counted as attachments."""

ORIGINALS = (*ATTACHED, "log")
"""Kinds of records whose original is a blob."""

NAMING = (*ORIGINALS, "form", "survey")
"""Kinds of records whose values name blobs."""

_NAMES = frozenset(["blob", "xform", "parameters"])
_FOLDERS = ("attachments/", "mappings/")


def add(survey: Survey, content: bytes | Pieces, *, name: str = "") -> str:
    """Keep `content` and return its SHA-256, hex; bytes that are already here are kept once.

    The bytes are read back and hashed before anything can refer to them.

    Args:
        survey: where to.
        content: the bytes.
        name: their SHA-256, hex, where it is known already.

    Raises:
        BadInput: BLOB_DAMAGED, when they were others at the second reading.
    """
    given = content if isinstance(content, Pieces) else of_bytes(content)
    key = bytes.fromhex(name) if name else given.digest()
    with survey.atomic() as db:
        if not _exists(db, key.hex()):
            try:
                insert(db, key, given)
            except Changed as error:
                raise BadInput(Code.BLOB_DAMAGED, blob=key.hex()) from error
            _verified(db, key.hex())
    return key.hex()


def read(survey: Survey, name: str) -> bytes:
    """Return the bytes of a blob; raise BadInput when they are missing or damaged."""
    with survey.reading() as db:
        return _proven(_held(db, name).whole(), name)


def write(survey: Survey, name: str, put: Callable[[bytes], object]) -> None:
    """Hand the bytes of a blob to `put`, piece by piece.

    Raises:
        BadInput: they are missing or damaged; what was put is of no use then.
    """
    with survey.reading() as db:
        told = hashlib.sha256()
        for piece in _held(db, name).read():
            told.update(piece)
            put(piece)
        if told.hexdigest() != name:
            raise BadInput(Code.BLOB_DAMAGED, blob=name)


def exists(survey: Survey, name: str) -> bool:
    """Tell whether a blob is in the file, without reading it."""
    with survey.reading() as db:
        return _exists(db, name)


def expected(survey: Survey) -> list[str]:
    """Return the hashes of the originals that records refer to, sorted, each once.

    Those that were purged are not expected.
    """
    found = [*_kept(survey), *values(survey, "log")]
    return sorted({each["blob"] for each in found if "blob" in each})


def named(changes: Mapping[str, str | None]) -> Iterator[str]:
    """Yield the names of blobs that a record's values refer to: originals, forms, thresholds."""
    for path, value in changes.items():
        if value and (path in _NAMES or path.startswith(_FOLDERS)):
            yield value


def attached(survey: Survey) -> list[str]:
    """Return the hash of the original of every photo and paper that was not purged, one each."""
    return [each.get("blob", "") for each in _kept(survey)]


def _kept(survey: Survey) -> list[dict[str, str]]:
    found = (each for kind in ATTACHED for each in values(survey, kind))
    return [each for each in found if not each.get("purged")]


def count_damaged(survey: Survey, names: list[str]) -> int:
    """Return how many of the given originals are missing or damaged, each read once."""
    hurt = {name for name, _ in check(survey, sorted(set(names)))}
    return sum(name in hurt for name in names)


def missing(survey: Survey, names: Iterable[str]) -> set[str]:
    """Return those of the given blobs that are not in the file; none of them is read."""
    wanted = set(names)
    with survey.reading() as db:
        for portion in batches(sorted(wanted)):
            keys = [_key(name) for name in portion]
            found = db.execute(f"select hash from blob where hash in ({marks(keys)})", keys)  # noqa: S608
            wanted.difference_update(name.hex() for (name,) in found)
    return wanted


def present(survey: Survey) -> list[str]:
    """Return the hashes of all blobs in the file, sorted; none of them is read."""
    with survey.reading() as db:
        return sorted(name.hex() for (name,) in db.execute("select hash from blob"))


def check(survey: Survey, names: list[str]) -> Iterator[tuple[str, Trouble]]:
    """Re-hash the given blobs and yield those that are missing or damaged."""
    for name in names:
        try:
            with survey.reading() as db:
                _verified(db, name)
        except BadInput as error:
            yield name, error.code


def _exists(db: Database, name: str) -> bool:
    return db.execute("select 1 from blob where hash = ?", (_key(name),)).fetchone() is not None


def _held(db: Database, name: str) -> Pieces:
    found = held(db, _key(name))
    if found is None:
        raise BadInput(Code.BLOB_MISSING, blob=name)
    return found


def _verified(db: Database, name: str) -> None:
    if _held(db, name).digest().hex() != name:
        raise BadInput(Code.BLOB_DAMAGED, blob=name)


def _proven(content: bytes, name: str) -> bytes:
    if hashlib.sha256(content).hexdigest() != name:
        raise BadInput(Code.BLOB_DAMAGED, blob=name)
    return content


def _key(name: str) -> bytes:
    """Return what a blob is filed under; a name that is no hash is filed nowhere."""
    try:
        return bytes.fromhex(name)
    except ValueError:
        return b""
