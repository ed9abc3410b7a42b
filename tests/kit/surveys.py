"""Survey files for tests: an empty one is made once and copied, records are built by hand."""

import atexit
import hashlib
import itertools
import shutil
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from fieldaudit.merge.join import join
from fieldaudit.store import blobs, people, revisions, seals
from fieldaudit.store.revision import Revision
from fieldaudit.store.revisions import Edit
from fieldaudit.store.schema import PROJECTIONS
from fieldaudit.store.survey import Survey, create_survey, open_survey
from fieldaudit.visit.identity import Identity
from fieldaudit.visit.records import Balance
from fieldaudit.visit.stamp import Moment, make_id_source, now

SURVEY = "018f0000-0000-7000-8000-00000000000a"
FOUNDER = "f" * 64

_ticks = itertools.count(1_657_267_200_000)


def moment() -> Moment:
    """Return a time later than all before."""
    return Moment(next(_ticks), 480)


fresh_id = make_id_source(moment)
"""Make an id later than all before."""


@cache
def _template(founder: str) -> Path:
    folder = mkdtemp(prefix="fieldaudit-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    path = Path(folder, "empty.gpkg")
    with create_survey(path) as survey:
        edit = Edit(SURVEY, "survey", {"name": "两江新区核查", "founder": founder})
        revisions.append(survey, [edit], author=founder, moment=moment(), make_id=fresh_id)
    return path


def a_survey(path: Path, founder: str = FOUNDER) -> Survey:
    """Open a new copy of a survey that has a name and a founder, and nothing else."""
    shutil.copyfile(_template(founder), path)
    return open_survey(path)


def another(survey: Survey, path: Path) -> Survey:
    """Open a copy of a survey as it is now, in another place."""
    survey.db.execute("pragma wal_checkpoint(truncate)")
    shutil.copyfile(survey.path, path)
    return open_survey(path)


def revise(survey: Survey, record: str, changes: Mapping[str, str | None], **more) -> str:
    """Write one revision and return its hash."""
    kind = more.pop("kind", "site")
    author = more.pop("author", FOUNDER)
    edit = Edit(record, kind, changes, **more)
    made = revisions.append(survey, [edit], author=author, moment=moment(), make_id=fresh_id)
    return made[0].hash


def a_photo(survey: Survey, content: bytes, **more) -> str:
    """Write a photo record with its blob and return its id."""
    record = fresh_id()
    name = blobs.add(survey, content)
    changes = {"blob": name, "visit": fresh_id(), "name": "门.jpg", "position": "29.6 106.5 0 5"}
    revise(survey, record, changes, kind="photo", **more)
    return record


def introduce(survey: Survey, identity: Identity, **more) -> str:
    """Write the person record of an identity and return its id."""
    record = people.person_id(identity.fingerprint)
    changes = {
        "certificate": identity.certificate,
        "fingerprint": identity.fingerprint,
        "name": identity.name,
    }
    more.setdefault("author", identity.fingerprint)
    revise(survey, record, changes | more.pop("changes", {}), kind="person", **more)
    return record


def seal(survey: Survey, identity: Identity) -> int:
    """Seal what `identity` wrote."""
    at = moment()
    return seals.seal(survey, identity, moment=now() if at.datetime() < identity.starts else at)


def merged(survey: Survey, *sources: Path) -> Balance:
    """Merge files into a survey while nobody watches."""
    return join(survey, sources, moment=moment(), step=unwatched)


def unwatched(done: int, total: int) -> None:
    """Tell nobody how far a long deed is."""


def rows(survey: Survey) -> dict[str, list[tuple]]:
    """Return the rows of every derived table but the cache, in an order of their own."""
    return {
        table: sorted(survey.db.execute(f"select * from {table}").fetchall(), key=repr)
        for table in PROJECTIONS
        if table != "judged"
    }


def tamper(path: Path, *statements: str) -> None:
    """Change a file behind the program's back."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.create_function("sha", 1, _sha256)
        for statement in statements:
            connection.execute(statement)


def forge(survey, record: str, **more) -> Revision:
    """Put a revision into a file as a forger would: past all checks, its own hash right."""
    parts: dict[str, Any] = {
        "id": fresh_id(),
        "kind": "site",
        "parents": (),
        "clock": 1,
        "author": "e" * 64,
        "made": moment(),
        "changes": {"name": "假"},
    }
    revision = Revision(record=record, **(parts | more))
    with survey.atomic() as db:
        revisions.insert(db, [revision])
    return revision


def _sha256(content: bytes | str) -> bytes:
    return hashlib.sha256(content.encode() if isinstance(content, str) else content).digest()


def before_lists(db) -> None:
    """Take back what lists need, as in a file from before that."""
    for table in ("visits", "sites"):
        db.execute(f"drop index {table}_record")
        db.execute(f"create index {table}_record on {table} (record)")
    db.execute("drop index record_visit")
    db.execute("drop index record_kind")
    db.execute("create index record_kind on record (kind, id)")
    db.execute("drop table judged")
    db.execute("delete from _sqlite_migrations where name = 'm003_listed'")
