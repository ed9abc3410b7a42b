"""Trust lists: write that of a survey, read one that came."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from fieldaudit.actions.files import read_file
from fieldaudit.actions.surveys import open_survey
from fieldaudit.errors import BadInput, Code, Problem
from fieldaudit.store import people
from fieldaudit.store.people import Signatory
from fieldaudit.store.records import records
from fieldaudit.store.survey import Survey
from fieldaudit.visit.identity import Identity, describe_certificate, fingerprint_of
from fieldaudit.visit.identity_certificates import is_authority, parsed
from fieldaudit.visit.identity_trustlist import (
    Listed,
    TrustList,
    read_trustlist,
    spell_trustlist,
)
from fieldaudit.visit.newfile import new_file
from fieldaudit.visit.stamp import now

_LARGEST = 4 << 20


@dataclass(frozen=True, slots=True)
class Known:
    """Whose signatures count, and whose no longer."""

    trusted: Collection[str] = ()
    """Fingerprints of keys that somebody vouched for."""

    revoked: Mapping[str, str] = field(default_factory=dict)
    """Fingerprints of keys for which the word was taken back, and since when."""

    authorities: Collection[str] = ()
    """Fingerprints of keys that may vouch for others, and for the time."""

    problems: tuple[Problem, ...] = ()
    """Why less is known than the list says."""

    def joined(self, more: "Known") -> "Known":
        """Return what both know; whom this one revokes is not trusted by the other's word."""
        return Known(
            {*self.trusted, *more.trusted},
            {**more.revoked, **self.revoked},
            {*self.authorities, *more.authorities},
            (*self.problems, *more.problems),
        )


def write_trustlist(survey: Survey, out: Path, *, identity: Identity) -> TrustList:
    """Write whom the founder trusts, and whom no longer, to the new file `out`, signed.

    Raises:
        BadInput: NOT_FOUNDER, IDENTITY_EXPIRED, FILE_EXISTS.
    """
    moment = now()
    if identity.fingerprint != people.founder(survey):
        raise BadInput(Code.NOT_FOUNDER, name=identity.name)
    identity.check_time(moment.datetime())
    known = people.signatories(survey).values()
    told = [each for each in known if each.certificate and (each.trusted or each.revoked)]
    listed = tuple(_listed(each) for each in sorted(told, key=_order))
    name = records(survey, "survey")[0].id
    trustlist = TrustList(name, moment.iso(), identity.certificate, listed)
    with new_file(out) as part:
        part.write_text(spell_trustlist(trustlist, identity), encoding="utf-8")
    return trustlist


def known_in(file: Path | None) -> Known:
    """Return whose signatures count by a survey file; nobody's without one."""
    if file is None:
        return Known()
    with open_survey(file, readonly=True) as survey:
        return known_of(survey)


def known_of(survey: Survey) -> Known:
    """Return whose signatures count by a survey that is open."""
    found = people.signatories(survey).items()
    trusted = frozenset(key for key, person in found if person.trusted)
    gone = {key: person.revoked for key, person in found if person.revoked}
    return Known(trusted, gone, people.authorities(survey))


def known_by(file: Path, authority: Path | None) -> Known:
    """Return whose signatures count by a trust list.

    Without the `authority`'s certificate nobody knows who made the list: then whom it trusts
    stays unknown, and whom it revokes stays revoked.

    Raises:
        BadInput: TRUSTLIST_UNREADABLE, TRUSTLIST_BROKEN, CERTIFICATE_UNREADABLE.
    """
    data = read_file(file, _LARGEST)
    pem = read_file(authority, _LARGEST).decode("ascii", "replace") if authority else ""
    trustlist = read_trustlist(data, file=file.name, authority=pem)
    if authority:
        return Known(trustlist.trusted(), trustlist.revoked(), _authorities(pem))
    name, _ = describe_certificate(trustlist.authority)
    told = {"name": name, "fingerprint": fingerprint_of(trustlist.authority)}
    problem = Problem(Code.TRUSTLIST_UNKNOWN, file.name, told)
    return Known((), trustlist.revoked(), problems=(problem,))


def _authorities(pem: str) -> frozenset[str]:
    """Return the key of a certificate that may issue others; none of any other one."""
    return frozenset({fingerprint_of(pem)} if is_authority(parsed(pem)) else ())


def _order(one: Signatory) -> tuple[str, str]:
    return one.name, one.fingerprint


def _listed(one: Signatory) -> Listed:
    return Listed(
        name=one.name,
        role=one.record.get("role"),
        fingerprint=one.fingerprint,
        state="revoked" if one.revoked else "trusted",
        since=one.revoked,
        expires=parsed(one.certificate).not_valid_after_utc.isoformat(),
    )
