"""Trust list: whom a survey's founder vouches for, and whom no longer, as a signed JSON text.

It travels beside packages, so that whoever has no survey file can tell their signers.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from typing import Any

from fieldaudit.errors import BadInput, Code
from fieldaudit.visit.identity import Identity, fingerprint_of, verify_signature

_KIND = "fieldaudit trust list 1"
_LARGEST = 4 << 20
_MOST_PEOPLE = 10_000
_FIELDS = frozenset(["kind", "survey", "made_at", "authority", "people", "signature"])


@dataclass(frozen=True, slots=True)
class Listed:
    """One person on the list."""

    name: str
    """Name as certified."""

    role: str
    """Role as recorded."""

    fingerprint: str
    """SHA-256 of the key, hex."""

    state: str
    """`trusted` or `revoked`."""

    since: str
    """When the word was taken back, ISO 8601; empty for a trusted key."""

    expires: str
    """End of the certificate's validity, ISO 8601."""


@dataclass(frozen=True, slots=True)
class TrustList:
    """What a founder said of the keys of a survey."""

    survey: str
    """Record id of the survey."""

    made_at: str
    """When it was made, ISO 8601."""

    authority: str
    """Certificate of the founder, PEM; a claim until somebody compares it."""

    people: tuple[Listed, ...]
    """Everybody of whom the founder said something, by name."""

    def trusted(self) -> frozenset[str]:
        """Return the fingerprints of the trusted keys."""
        return frozenset(each.fingerprint for each in self.people if each.state == "trusted")

    def revoked(self) -> Mapping[str, str]:
        """Return the fingerprints of the revoked keys, and since when."""
        return {each.fingerprint: each.since for each in self.people if each.state == "revoked"}


def spell_trustlist(trustlist: TrustList, identity: Identity) -> str:
    """Return the list as JSON, signed by the founder's identity."""
    body = _body(trustlist)
    signature = identity.sign(_canonical(body)).hex()
    return json.dumps({**body, "signature": signature}, ensure_ascii=False, indent=2) + "\n"


def read_trustlist(data: bytes, *, file: str, authority: str = "") -> TrustList:
    """Read a list whose signature holds.

    Args:
        data: the file's content, from anywhere.
        file: its name, for messages.
        authority: certificate (PEM) of who must have signed it; empty: of whoever it names.

    Raises:
        BadInput: TRUSTLIST_UNREADABLE for anything else than a list; TRUSTLIST_BROKEN when
            it was changed or somebody else signed it.
    """
    try:
        told = json.loads(data[: _LARGEST + 1])
        trustlist, signature = _parsed(told), bytes.fromhex(told["signature"])
        genuine = verify_signature(
            authority or trustlist.authority, _canonical(_body(trustlist)), signature
        )
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise BadInput(Code.TRUSTLIST_UNREADABLE, file=file) from error
    if not genuine:
        raise BadInput(Code.TRUSTLIST_BROKEN, file=file)
    if authority and fingerprint_of(authority) != fingerprint_of(trustlist.authority):
        raise BadInput(Code.TRUSTLIST_BROKEN, file=file)
    return trustlist


def _parsed(told: Any) -> TrustList:
    """Return the list that a JSON value spells; raise ValueError when it spells none."""
    if not isinstance(told, dict) or told.keys() != _FIELDS or told["kind"] != _KIND:
        raise ValueError("not the fields of a trust list")
    texts = ("survey", "made_at", "authority", "signature")
    people = told["people"]
    if not _all_texts(told[name] for name in texts) or not isinstance(people, list):
        raise ValueError("a field has the wrong kind")
    if len(people) > _MOST_PEOPLE:
        raise ValueError("too many people")
    datetime.fromisoformat(told["made_at"])
    listed = tuple(map(_person, people))
    keys = {each.fingerprint for each in listed}
    if len(keys) < len(listed):
        raise ValueError("a key occurs twice")
    return TrustList(told["survey"], told["made_at"], told["authority"], listed)


def _person(told: Any) -> Listed:
    names = {each.name for each in fields(Listed)}
    if not isinstance(told, dict) or told.keys() != names or not _all_texts(told.values()):
        raise ValueError("not the fields of a person")
    person = Listed(**told)
    if person.state not in ("trusted", "revoked"):
        raise ValueError("an unknown state")
    return person


def _all_texts(values: Any) -> bool:
    return all(isinstance(value, str) for value in values)


def _body(trustlist: TrustList) -> dict[str, Any]:
    people: Sequence[Mapping[str, str]] = [asdict(each) for each in trustlist.people]
    return {
        "kind": _KIND,
        "survey": trustlist.survey,
        "made_at": trustlist.made_at,
        "authority": trustlist.authority,
        "people": people,
    }


def _canonical(body: Mapping[str, Any]) -> bytes:
    return json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
