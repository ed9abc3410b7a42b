"""Seals: a person's key vouches for all revisions of that person not sealed before.

A seal names the hashes of its revisions and of the author's last seal, so that a revision
altered, removed or reordered, and a seal removed, are found. An excerpt holds some records of a
survey and says so in its journal: there, what a seal names and the file lacks is only counted.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from fieldaudit.errors import BadInput, Code
from fieldaudit.store import journal
from fieldaudit.store.people import Signatory, signatories
from fieldaudit.store.revision import canonical, digest
from fieldaudit.store.survey import Survey
from fieldaudit.visit.identity import Identity, verify_signature
from fieldaudit.visit.records import SealState
from fieldaudit.visit.stamp import Moment


@dataclass(frozen=True, slots=True)
class SealTally:
    """How far the revisions of one author are vouched for."""

    author: str
    """Key fingerprint."""

    name: str
    """Name of the person; empty for an unknown key."""

    state: SealState
    """The verdict over all of them."""

    revisions: int
    """Revisions by this author."""

    sealed: int
    """Of those, covered by a good seal."""

    seals: int
    """Number of seals."""

    reason: str = ""
    """What is broken."""

    absent: int = 0
    """Revisions that the seals name and an excerpt does not hold."""


@dataclass(frozen=True, slots=True)
class Seal:
    """One seal, as it lies in a file."""

    hash: bytes
    """SHA-256 of the body."""

    author: str
    """Key fingerprint."""

    body: str
    """Canonical JSON: author, time, the hash of the last seal, hashes of revisions."""

    signature: bytes
    """Over the body, DER."""

    def fields(self) -> Mapping[str, Any] | None:
        """Return what the body says; None when it is not the body of such a seal."""
        try:
            fields = json.loads(self.body)
            whole = canonical(fields) == self.body and digest(self.body) == self.hash.hex()
        except (ValueError, RecursionError):
            return None
        if not whole or not isinstance(fields, dict) or fields.keys() != _FIELDS:
            return None
        names = fields["revisions"]
        shaped = isinstance(names, list) and all(isinstance(name, str) for name in names)
        whose = fields["author"] == self.author and isinstance(fields["previous"], str)
        return fields if shaped and whose else None

    def genuine(self, certificate: str) -> bool:
        """Tell whether the key of a certificate (PEM) signed the body."""
        return verify_signature(certificate, self.body.encode(), self.signature)


_FIELDS = frozenset(["author", "made_at", "offset", "previous", "revisions"])

EXCERPT = "excerpt"
"""The deed in the journal that says: this file holds only some records of its survey."""


def seal(survey: Survey, identity: Identity, *, moment: Moment) -> int:
    """Seal every revision of `identity` written here and not sealed yet; return their number.

    What a merge brought in their name without a seal stays unsealed: anybody could have written
    it. Who did write it elsewhere seals it there.

    Raises:
        BadInput: IDENTITY_EXPIRED, IDENTITY_REVOKED, or IDENTITY_SUCCESSOR for a key that
            named its next one.
    """
    author = identity.fingerprint
    _check(survey, identity, moment)
    with survey.atomic() as db:
        before = _seals(db).get(author, [])
        done = _covered(before) | _brought(survey, db)
        fresh = sorted(name.hex() for name in _uncovered(db, author, done))
        if fresh:
            body = canonical(
                {
                    "author": author,
                    "made_at": moment.ms,
                    "offset": moment.offset,
                    "previous": _last(before),
                    "revisions": fresh,
                }
            )
            signature = identity.sign(body.encode())
            add(db, [Seal(bytes.fromhex(digest(body)), author, body, signature)])
    return len(fresh)


def _check(survey: Survey, identity: Identity, moment: Moment) -> None:
    """Raise BadInput when a key may not seal any more."""
    identity.check_time(moment.datetime())
    person = signatories(survey).get(identity.fingerprint)
    if person and person.revoked:
        date = person.revoked[:10]
        raise BadInput(Code.IDENTITY_REVOKED, name=identity.name, date=date)
    if person and person.successor:
        raise BadInput(Code.IDENTITY_SUCCESSOR, name=identity.name)


def add(db: Database, seals: Iterable[Seal]) -> None:
    """Write seals as they are; those already here stay as they are."""
    db.conn.executemany(
        "insert or ignore into seal (hash, author, body, signature) values (?, ?, ?, ?)",
        ((each.hash, each.author, each.body, each.signature) for each in seals),
    )


def tallies(survey: Survey) -> tuple[SealTally, ...]:
    """Return the verdict on each author of the survey, sorted by fingerprint."""
    with survey.reading() as db:
        known, found, some = signatories(survey), _seals(db), is_excerpt(survey)
        works = {name: _Work(name, theirs, _covered(theirs)) for name, theirs in found.items()}
        for author, name in db.execute("select author, hash from revision"):
            work = works.get(author) or works.setdefault(author, _Work(author, [], set()))
            work.revisions += 1
            work.sealed += name in work.covered
    return tuple(_tally(works[author], known, some) for author in sorted(works))


def count(survey: Survey) -> int:
    """Return the number of seals."""
    with survey.reading() as db:
        return int(db.execute("select count(*) from seal").fetchone()[0])


def is_excerpt(survey: Survey) -> bool:
    """Tell whether the file says that it holds only some records of its survey."""
    with survey.reading() as db:
        found = db.execute("select 1 from journal where deed = ? limit 1", (EXCERPT,))
        return found.fetchone() is not None


def incomplete(survey: Survey, found: Iterable[Seal]) -> set[str]:
    """Return the authors of `found` whose seals name what is not here."""
    seals = list(found)
    named = {seal.hash: _covered([seal]) for seal in seals}
    with survey.reading() as db:
        missing = set().union(*named.values())
        missing.difference_update(name for (name,) in db.execute("select hash from revision"))
    return {seal.author for seal in seals if named[seal.hash] & missing}


def vouched(survey: Survey) -> set[str]:
    """Return the hashes of the revisions that whole seals of trusted keys cover."""
    with survey.reading() as db:
        known, covered = signatories(survey), set[str]()
        for author, theirs in _seals(db).items():
            person = known.get(author)
            if person and person.trusted and not _broken(theirs, person, 0):
                named = _covered(theirs)
                here = db.execute("select hash from revision where author = ?", (author,))
                covered |= {name.hex() for (name,) in here if name in named}
    return covered


def _brought(survey: Survey, db: Database) -> set[bytes]:
    """Return the hashes of the revisions that merges brought into this copy."""
    ranges: list[list[int]] = []
    for _, deed, body in journal.entries(survey):
        # A rescue numbers the rows anew.
        ranges = [] if deed == "rescue" else [*ranges, *([body["rows"]] if "rows" in body else [])]
    return {
        name
        for first, last in ranges
        for (name,) in db.execute(
            "select hash from revision where seq between ? and ?", (first, last)
        )
    }


def unsealed(survey: Survey, author: str) -> int:
    """Return the number of revisions of `author` that no seal covers yet."""
    with survey.reading() as db:
        return len(_uncovered(db, author, _covered(_seals(db).get(author, []))))


@dataclass(slots=True)
class _Work:
    """What a file has of one author: names are kept of what is sealed, the rest is counted."""

    author: str
    seals: list[Seal]
    covered: set[bytes]
    revisions: int = 0
    sealed: int = 0


def _tally(work: _Work, known: Mapping[str, Signatory], some: bool) -> SealTally:
    person = known.get(work.author)
    absent = len(work.covered) - work.sealed
    reason = _broken(work.seals, person, 0 if some else absent)
    if reason:
        state = SealState.BROKEN
    elif person is None or not person.trusted:
        state = SealState.UNKNOWN_KEY
    else:
        state = SealState.SEALED if work.sealed == work.revisions else SealState.UNSEALED
    return SealTally(
        author=work.author,
        name=person.name if person else "",
        state=state,
        revisions=work.revisions,
        sealed=0 if reason else work.sealed,
        seals=len(work.seals),
        reason=reason,
        absent=absent if some else 0,
    )


def _broken(seals: list[Seal], person: Signatory | None, absent: int) -> str:
    """Say in one word what is wrong with an author's seals; empty when nothing is."""
    names = {each.hash.hex() for each in seals}
    for each in seals:
        fields = each.fields()
        if fields is None:
            return "altered"
        if fields["previous"] and fields["previous"] not in names:
            return "seal removed"
        if person and person.certificate and not each.genuine(person.certificate):
            return "signature"
    return "revision removed" if absent else ""


def _uncovered(db: Database, author: str, covered: set[bytes]) -> list[bytes]:
    """Return the hashes of an author's revisions that no seal names."""
    found = db.execute("select hash from revision where author = ?", (author,))
    return [name for (name,) in found if name not in covered]


def _seals(db: Database) -> dict[str, list[Seal]]:
    found: dict[str, list[Seal]] = {}
    for row in db.execute("select hash, author, body, signature from seal order by seq"):
        found.setdefault(row[1], []).append(Seal(*row))
    return found


def _covered(seals: list[Seal]) -> set[bytes]:
    """Return the hashes that some seals name; what is none names nothing that is here."""
    known = filter(None, (each.fields() for each in seals))
    return {_bytes_of(name) for fields in known for name in fields["revisions"]}


def _bytes_of(name: str) -> bytes:
    try:
        return bytes.fromhex(name)
    except ValueError:
        return name.encode()


def _last(seals: list[Seal]) -> str:
    """Return the newest seal that no other one follows; the largest hash when there are two."""
    followed = {fields["previous"] for fields in filter(None, (each.fields() for each in seals))}
    names = {each.hash.hex() for each in seals}
    return max(names - followed, default="")
