"""Identities: make one, open one, have it certified, and vouch for somebody else's."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from fieldaudit.actions.changes import Changes, Done
from fieldaudit.actions.files import read_file
from fieldaudit.actions.writing import author_of, write
from fieldaudit.errors import BadInput, Code, FieldauditError
from fieldaudit.paths import tries_folder
from fieldaudit.store import people, seals
from fieldaudit.store.people import SUCCESSOR, VOUCHED
from fieldaudit.store.revisions import Edit
from fieldaudit.store.survey import Survey
from fieldaudit.visit import identity as identity_files
from fieldaudit.visit.identity import (
    Identity,
    create_identity,
    describe_certificate,
    fingerprint_of,
    open_identity,
)
from fieldaudit.visit.identity_certificates import issuance, parsed
from fieldaudit.visit.identity_token import TokenKey
from fieldaudit.visit.identity_tries import Wait, tries_at
from fieldaudit.visit.newfile import new_file
from fieldaudit.visit.records import Person
from fieldaudit.visit.stamp import Author, now

_LARGEST_REQUEST = 1 << 20


def create(
    path: Path, *, name: str, role: str, unit: str, password: str, authority: bool = False
) -> Identity:
    """Make a key in the new file `path`, and its certificate in a `.pem` file beside it.

    The certificate is what the office needs to vouch for the key; it holds no secret. The key
    of an `authority` may issue certificates.
    """
    _refuse_existing(certificate_path(path))
    identity = create_identity(
        path,
        name=name,
        role=role,
        unit=unit,
        password=password,
        now=datetime.now(UTC),
        authority=authority,
    )
    _publish(identity, path)
    return identity


def unlock(path: Path, password: str, *, library: Path | None = None) -> Identity:
    """Open an identity file with its password; wrong ones are counted and slowed.

    A file that stands for a key on a token is opened with the token's PIN; `library` is that
    of the token's maker.

    Raises:
        BadInput: IDENTITY_PASSWORD or TOKEN_PIN; IDENTITY_WAIT with the seconds until the
            next try.
    """
    with _counted(path):
        return open_identity(path, password, library=library)


def take_over(path: Path, out: Path, *, password: str) -> Identity:
    """Write the identity of somebody else's PKCS#12 file, and its certificate, to new files.

    Raises:
        BadInput: its key or certificate is no good for signing, or `out` exists.
    """
    _refuse_existing(certificate_path(out))
    with _counted(path):
        identity = identity_files.take_over(path, out, password=password, now=datetime.now(UTC))
    _publish(identity, out)
    return identity


def use_token(
    key: TokenKey,
    out: Path,
    *,
    library: Path,
    pin: str,
    name: str = "",
    role: str = "",
    unit: str = "",
) -> Identity:
    """Write a file that stands for a key on a token, and its certificate, to new files.

    Raises:
        BadInput: a wrong PIN; a key that may not sign; `out` exists.
        Surroundings: the token or its library is not there.
    """
    _refuse_existing(certificate_path(out))
    identity = identity_files.token_identity(
        key,
        out,
        library=library,
        pin=pin,
        name=name,
        role=role,
        unit=unit,
        now=datetime.now(UTC),
    )
    _publish(identity, out)
    return identity


def remaining_wait(path: Path) -> Wait:
    """Return how many passwords for a file were wrong, and how long nobody may try."""
    return tries_at(tries_folder(), path).wait(datetime.now(UTC))


def change_password(path: Path, *, old: str, new: str) -> None:
    """Lock an identity file with another password; wrong old ones count as for opening."""
    with _counted(path):
        identity_files.change_password(path, old, new)


def request(path: Path, out: Path, *, password: str, library: Path | None = None) -> Identity:
    """Write a request (PKCS#10) for a certificate of an identity's key to the new file `out`."""
    identity = unlock(path, password, library=library)
    with new_file(out) as part:
        part.write_text(identity.request(), encoding="ascii")
    return identity


def adopt(
    path: Path,
    out: Path,
    *,
    certificate: str,
    chain: Sequence[str] = (),
    password: str,
    library: Path | None = None,
) -> Identity:
    """Write an identity with the certificate issued for it to the new file `out`.

    Raises:
        BadInput: the certificate is another key's, or the chain does not lead on from it.
    """
    _refuse_existing(certificate_path(out))
    with _counted(path):
        identity = identity_files.adopt_certificate(
            path,
            out,
            certificate=certificate,
            chain=chain,
            password=password,
            now=datetime.now(UTC),
            library=library,
        )
    _publish(identity, out)
    return identity


def issue(asked: Path, out: Path, *, identity: Identity, years: int) -> Author:
    """Write a certificate for a request to the new file `out`, issued by an office's identity.

    Raises:
        BadInput: the identity may not issue, has expired, or the request cannot be granted.
    """
    at = datetime.now(UTC)
    identity.check_time(at)
    wanted = read_file(asked, _LARGEST_REQUEST)
    builder = issuance(wanted, parsed(identity.certificate), years=years, now=at)
    issued = identity.certify(builder)
    with new_file(out) as part:
        part.write_text(issued, encoding="ascii")
    name, role = describe_certificate(issued)
    return Author(name, fingerprint_of(issued), role, issued)


def rotate(survey: Survey, path: Path, out: Path, *, password: str) -> Done[Person]:
    """Make a new key for the same person in `out`; the old key says so under its last seal.

    Raises:
        BadInput: the key is the founder's, has expired, was revoked or rotated before.
    """
    old = unlock(path, password)
    if old.fingerprint == people.founder(survey):
        raise BadInput(Code.IDENTITY_FOUNDER, name=old.name)
    # Whether the old key may still seal is known before anything is made.
    seals.seal(survey, old, moment=now())
    new = create(out, name=old.name, role=old.role, unit=old.unit, password=password)
    try:
        _succeed(survey, old, new)
    except FieldauditError:
        with suppress(OSError):
            out.unlink(missing_ok=True)
            certificate_path(out).unlink(missing_ok=True)
        raise
    found = _person(people.signatories(survey)[new.fingerprint])
    return Done(found, Changes(survey=True, journal=True))


def certificate_path(path: Path) -> Path:
    """Return where the certificate of an identity file lies."""
    return path.with_suffix(".pem")


def author_at(path: Path) -> Author:
    """Return the author of an identity file by its certificate; no password is needed."""
    public = certificate_path(path)
    try:
        pem = public.read_text(encoding="ascii")
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(Code.FILE_NOT_FOUND, file=str(public)) from error
    name, role = describe_certificate(pem)
    return Author(name, fingerprint_of(pem), role, pem)


def trust(survey: Survey, *, certificate: str, identity: Identity) -> Done[Person]:
    """Let the survey's founder vouch for a key; the word counts because it is sealed at once.

    Raises:
        BadInput: `identity` is not the founder's, or the certificate cannot be read.
    """
    return _vouch(survey, certificate, identity, "true")


def revoke(survey: Survey, *, certificate: str, identity: Identity) -> Done[Person]:
    """Let the survey's founder take back the word for a key."""
    return _vouch(survey, certificate, identity, None)


def list_people(survey: Survey) -> tuple[Person, ...]:
    """Return the persons whose keys the survey knows, by name."""
    found = people.signatories(survey).values()
    return tuple(sorted(map(_person, found), key=lambda person: person.name))


def _succeed(survey: Survey, old: Identity, new: Identity) -> None:
    heir = people.person_id(new.fingerprint)
    changes = _introduced(new.certificate)
    edits = [
        Edit(people.person_id(old.fingerprint), "person", {SUCCESSOR: new.fingerprint}),
        Edit(heir, "person", changes),
    ]
    with survey.atomic():
        write(survey, edits, author=author_of(old))
        seals.seal(survey, old, moment=now())


def _vouch(survey: Survey, certificate: str, identity: Identity, word: str | None) -> Done[Person]:
    if identity.fingerprint != people.founder(survey):
        raise BadInput(Code.NOT_FOUNDER, name=identity.name)
    changes = _introduced(certificate)
    key = changes["fingerprint"]
    if key == identity.fingerprint and word is None:
        raise BadInput(Code.IDENTITY_FOUNDER, name=identity.name)
    edit = Edit(people.person_id(key), "person", {**changes, VOUCHED: word})
    with survey.atomic():
        write(survey, [edit], author=author_of(identity))
        seals.seal(survey, identity, moment=now())
    return Done(_person(people.signatories(survey)[key]), Changes(survey=True, journal=True))


def _introduced(certificate: str) -> dict[str, str]:
    key = fingerprint_of(certificate)
    name, role = describe_certificate(certificate)
    return {"certificate": certificate, "fingerprint": key, "name": name, "role": role}


def _refuse_existing(file: Path) -> None:
    if file.exists():
        raise BadInput(Code.FILE_EXISTS, file=file.name)


def _publish(identity: Identity, path: Path) -> None:
    with new_file(certificate_path(path)) as part:
        part.write_text(identity.certificate, encoding="ascii")


@contextmanager
def _counted(path: Path) -> Iterator[None]:
    """Let somebody try a password unless it is too soon; count a wrong one."""
    tries, at = tries_at(tries_folder(), path), datetime.now(UTC)
    told = tries.wait(at)
    if told.seconds:
        raise _too_soon(path, told)
    try:
        yield
    except BadInput as error:
        if error.code not in (Code.IDENTITY_PASSWORD, Code.TOKEN_PIN):
            raise
        told = tries.wrong(at)
        # What a token says of the tries that are left is worth more than the wait.
        if told.seconds and error.code is Code.IDENTITY_PASSWORD:
            raise _too_soon(path, told) from error
        raise
    tries.right()


def _too_soon(path: Path, told: Wait) -> BadInput:
    return BadInput(Code.IDENTITY_WAIT, file=path.name, count=told.count, seconds=told.seconds)


def _person(one: people.Signatory) -> Person:
    return Person(
        id=one.record.id,
        name=one.name,
        role=one.record.get("role"),
        fingerprint=one.fingerprint,
        certificate=one.certificate,
        trusted=one.trusted,
    )
