"""What of one file is in another: the record of each revision, and one hash for each record."""

import hashlib
import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field

from fieldaudit.store import union
from fieldaudit.store.batch import batches
from fieldaudit.store.source import Source
from fieldaudit.store.survey import Survey

_UUID_BYTES = 16


@dataclass(slots=True)
class Arrivals:
    """The revisions of a source that are here too."""

    count: int = 0
    """Their number."""

    state: str = ""
    """One hash over them: equal to the state of the source when all of them arrived."""

    digests: dict[str, str] = field(default_factory=dict)
    """Record id → one hash over the hashes of its revisions that arrived."""


def arrivals(survey: Survey, source: Source) -> Arrivals:
    """Return what of `source` is in `survey`."""
    found, state = Arrivals(), hashlib.sha256()
    by_record: dict[bytes, list[bytes]] = {}
    with survey.reading() as db:
        for portion in batches(source.names()):
            here = union.known(db, [row[0] for row in portion])
            for name, record, _, told in portion:
                if name in here and (here[name].record, here[name].hash) == (record, told):
                    state.update(told)
                    by_record.setdefault(record, []).append(told)
                    found.count += 1
    found.state = state.hexdigest()
    found.digests = _digests(by_record)
    return found


def held(survey: Survey) -> dict[str, str]:
    """Return record id → one hash over the hashes of all its revisions."""
    by_record: dict[bytes, list[bytes]] = {}
    with survey.reading() as db:
        for record, told in db.execute("select record, hash from revision"):
            by_record.setdefault(record, []).append(told)
    return _digests(by_record)


def _digests(by_record: dict[bytes, list[bytes]]) -> dict[str, str]:
    whole = ((name, told) for name, told in by_record.items() if len(name) == _UUID_BYTES)
    return {str(uuid.UUID(bytes=name)): _digest(told) for name, told in whole}


def _digest(hashes: Iterable[bytes]) -> str:
    return hashlib.sha256(b"".join(sorted(hashes))).hexdigest()
