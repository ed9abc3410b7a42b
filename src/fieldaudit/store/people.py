"""The persons of a survey and whom its founder vouches for."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from sqlite_utils import Database

from fieldaudit.errors import BadInput
from fieldaudit.store import projections
from fieldaudit.store.records import Record, records
from fieldaudit.store.revision import Revision
from fieldaudit.store.survey import Survey
from fieldaudit.visit.identity import describe_certificate, fingerprint_of, verify_signature
from fieldaudit.visit.identity_certificates import is_authority, issued_by, parsed
from fieldaudit.visit.stamp import derived_id

VOUCHED = "vouched"
"""Path of a person record; it counts only under the founder's seal."""

SUCCESSOR = "successor"
"""Path of a person record: the fingerprint of the next key; counts under the seal of this one."""

_MOST_ROTATIONS = 50


@dataclass(frozen=True, slots=True)
class Signatory:
    """A person whose key is known to the survey."""

    record: Record
    """The person record."""

    fingerprint: str
    """SHA-256 of the public key, hex."""

    name: str
    """Name as certified; as recorded for somebody without a key."""

    certificate: str
    """PEM; empty for somebody without a key."""

    trusted: bool
    """True for the founder, those whom the founder vouched for or issued a certificate to, and
    their next keys."""

    revoked: str = ""
    """When the founder took the word back, ISO 8601; empty while nobody did."""

    successor: str = ""
    """Fingerprint of the key that this one named as its next; empty without one."""


def founder(survey: Survey) -> str:
    """Return the fingerprint of the key that made the survey; empty for an empty file."""
    with survey.reading() as db:
        row = db.execute("select author from record where kind = 'survey' order by id").fetchone()
        return str(row[0]) if row else ""


def authorities(survey: Survey) -> frozenset[str]:
    """Return the fingerprint of the founder's key when it may issue certificates."""
    head = founder(survey)
    with survey.reading() as db:
        return frozenset({head} if _office(db, head).authority else ())


def person_id(fingerprint: str) -> str:
    """Return the record id of the person who holds a key, the same in every file."""
    return derived_id(f"person:{fingerprint}")


def signatories(survey: Survey) -> Mapping[str, Signatory]:
    """Return the persons by fingerprint."""
    head = founder(survey)
    with survey.reading() as db:
        office = _office(db, head)
        found = [_signatory(db, person, office) for person in records(survey, "person")]
        known = {one.fingerprint: one for one in found if one is not None}
    return _with_successors(known)


@dataclass(frozen=True, slots=True)
class _Office:
    """The founder's key and what it said."""

    key: str
    authority: str
    words: frozenset[str]


def _office(db: Database, head: str) -> _Office:
    own = _certificates_of(db, head)
    # Anybody can write a certificate for the founder's key; only that key signs itself into one.
    authority = next((pem for pem in own if is_authority(parsed(pem))), "")
    return _Office(head, authority, _sealed_by(db, head))


def _signatory(db: Database, person: Record, office: _Office) -> Signatory | None:
    """Return who a record stands for; None when it stands for nobody.

    Anybody can write a revision of any record. But the id of a person is that of the key, so
    that nobody can put another key where somebody was vouched for; and a name that the founder
    certified goes before one that somebody wrote.
    """
    history = sorted(projections.revisions_of(db, person.id), key=lambda each: each.id)
    own = [pem for pem in _certificates(history) if person.id == person_id(_fingerprint(pem))]
    if not own:
        key = person.get("fingerprint")
        keyless = person.id == person_id(key)
        told = person.get("name")
        return Signatory(person, key, told, "", key == office.key) if keyless else None
    issued = [pem for pem in own if issued_by(pem, office.authority)]
    # Of several issued to one key the newest counts: it is the office's later word.
    pem = issued[-1] if issued else own[0]
    key = _fingerprint(pem)
    name, _ = describe_certificate(pem)
    word = _word(history, office.words)
    vouched = bool(issued) if word is None else word.changes[VOUCHED] == "true"
    trusted = key == office.key or vouched
    revoked = word.made.iso() if word and not trusted else ""
    named = any(SUCCESSOR in each.changes for each in history)
    successor = _successor(history, _sealed_by(db, key)) if named else ""
    return Signatory(person, key, name, pem, trusted, revoked, successor)


def _certificates(history: list[Revision]) -> Iterator[str]:
    return (pem for each in history if (pem := each.changes.get("certificate")))


@lru_cache(maxsize=4096)
def _fingerprint(pem: str) -> str:
    try:
        return fingerprint_of(pem)
    except BadInput:
        return ""


def _word(history: list[Revision], words: frozenset[str]) -> Revision | None:
    """Return the founder's last word on a key: their own, under their own seal.

    Anybody can write somebody else's name into a revision; nobody else can seal it.
    """
    said = [each for each in history if VOUCHED in each.changes and each.hash in words]
    return max(said, key=lambda each: (each.clock, each.id), default=None)


def _successor(history: list[Revision], words: frozenset[str]) -> str:
    """Return the next key that a key named; none when it named two: one of them is a thief's."""
    said = {each.changes.get(SUCCESSOR) or "" for each in history if each.hash in words} - {""}
    return said.pop() if len(said) == 1 else ""


def _with_successors(known: dict[str, Signatory]) -> dict[str, Signatory]:
    """Pass trust on from a key to its next one, when it bears the same name."""
    for _ in range(_MOST_ROTATIONS):
        fresh = [heir for one in known.values() if (heir := _heir(one, known)) is not None]
        if not fresh:
            break
        known |= {heir.fingerprint: heir for heir in fresh}
    return known


def _heir(one: Signatory, known: dict[str, Signatory]) -> Signatory | None:
    heir = known.get(one.successor)
    if heir is None or not one.trusted or heir.trusted or heir.revoked:
        return None
    if not heir.certificate or heir.name != one.name:
        return None
    return replace(heir, trusted=True)


def certificate_of(survey: Survey, key: str) -> str:
    """Return a certificate (PEM) of a key, whoever wrote it here; empty without one.

    A fingerprint is the hash of the key, so a certificate vouches for itself.
    """
    with survey.reading() as db:
        return next(iter(_certificates_of(db, key)), "")


def _certificates_of(db: Database, key: str) -> list[str]:
    """Return the certificates with that key, oldest first."""
    history = projections.revisions_of(db, person_id(key))
    ordered = sorted(history, key=lambda each: (each.clock, each.id))
    return [pem for pem in _certificates(ordered) if _fingerprint(pem) == key]


def _sealed_by(db: Database, key: str) -> frozenset[str]:
    """Return the hashes of the revisions that a key's genuine seals name."""
    pem = next(iter(_certificates_of(db, key)), "")
    if not pem:
        return frozenset()
    rows = db.execute("select body, signature from seal where author = ? order by seq", (key,))
    return frozenset(
        name for body, signature in rows if _genuine(pem, body, signature) for name in _named(body)
    )


@lru_cache(maxsize=4096)
def _genuine(pem: str, body: str, signature: bytes) -> bool:
    return verify_signature(pem, body.encode(), signature)


def _named(body: str) -> list[str]:
    return [str(name) for name in json.loads(body)["revisions"]]
