"""Keys on a token (PKCS#11): a stick or card that signs and never gives its key away.

A small file without secrets stands for such a key and says on which token it lies. The maker's
library is not named in that file: who sends a file must not choose what code runs. The library
python-pkcs11 is optional and loaded only here.
"""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cryptography import x509
from cryptography.hazmat.primitives.serialization import load_der_public_key
from cryptography.x509.oid import NameOID

from fieldaudit.errors import BadInput, Code, FieldauditError, Surroundings
from fieldaudit.visit.identity_certificates import NO_CERTIFICATE, name_part, parsed, spelled
from fieldaudit.visit.identity_keys import kind_of, signed_with, sound

if TYPE_CHECKING:
    from pkcs11 import Session, Token

KIND = "fieldaudit token key 1"
_FIELDS = {"kind", "token", "serial", "key", "certificates"}
_MOST_OBJECTS = 200


@dataclass(frozen=True, slots=True)
class TokenKey:
    """One key that a token holds, as far as it can be told without the PIN."""

    token: str
    """Label of the token."""

    serial: str
    """Serial number of the token."""

    key: str
    """Id of the key on it (CKA_ID), hex."""

    name: str = ""
    """Name in its certificate; empty when the token has none for it."""

    algorithm: str = ""
    """Kind of key, `P-256`; empty while unknown."""

    usable: bool = True
    """Whether a key of this kind signs here."""

    certificates: tuple[str, ...] = ()
    """Its certificate and those of the issuers, PEM; empty when the token has none."""


@dataclass(slots=True)
class Door:
    """A token that was opened with its PIN; keys ask it for the session of the moment."""

    library: Path
    """The maker's library."""

    key: TokenKey
    """Which key."""

    session: "Session | None" = field(default=None, repr=False)
    """Open until the program ends or `shut`."""

    held: Any = field(default=None, repr=False)
    """The private key object of that session."""

    def shut(self) -> None:
        """Log out; the key signs no more."""
        session, self.session = self.session, None
        if session is not None:
            from pkcs11.exceptions import PKCS11Error

            if _OPEN.get(self.key.serial) is session:
                del _OPEN[self.key.serial]

            try:
                session.close()
            except PKCS11Error:
                return

    def proven(self, public: object, data: bytes, signature: bytes) -> bytes:
        """Return a signature that the certificate's key made; another key's is refused.

        Raises:
            BadInput: TOKEN_KEY.
        """
        if not signed_with(public, data, signature):
            raise BadInput(Code.TOKEN_KEY, token=self.key.token)
        return signature

    @contextmanager
    def private(self) -> Iterator[Any]:
        """Give the private key object of the token, and say in words what goes wrong."""
        with told(self.library, self.key.token):
            if self.session is None:
                raise BadInput(Code.TOKEN_SHUT, token=self.key.token)
            yield self.held


def list_token_keys(library: Path) -> tuple[TokenKey, ...]:
    """Return the keys on all tokens that are plugged in; no PIN is needed.

    Raises:
        Surroundings: TOKEN_SUPPORT, TOKEN_LIBRARY, TOKEN_NONE.
    """
    with told(library, "*"):
        found = [key for token in _tokens(library) for key in _keys_on(token)]
    return tuple(found)


def public_on(library: Path, wanted: TokenKey) -> object:
    """Return the public key of a key that has no certificate on its token.

    Raises:
        BadInput: TOKEN_KEY, KEY_KIND.
        Surroundings: TOKEN_GONE; what `list_token_keys` raises.
    """
    with told(library, wanted.token):
        import pkcs11

        with _token(library, wanted).open() as session:
            held = session.get_key(
                object_class=pkcs11.ObjectClass.PUBLIC_KEY, id=bytes.fromhex(wanted.key)
            )
            return _public(held, wanted)


def _public(held: Any, wanted: TokenKey) -> object:
    import pkcs11
    from asn1crypto.keys import PublicKeyInfo, RSAPublicKey
    from pkcs11.util.ec import encode_ec_public_key
    from pkcs11.util.rsa import encode_rsa_public_key

    if held.key_type is pkcs11.KeyType.EC:
        return load_der_public_key(encode_ec_public_key(held))
    if held.key_type is pkcs11.KeyType.RSA:
        bare = RSAPublicKey.load(encode_rsa_public_key(held))
        return load_der_public_key(PublicKeyInfo.wrap(bare, "rsa").dump())
    raise BadInput(Code.KEY_KIND, kind=wanted.algorithm)


def open_door(library: Path, wanted: TokenKey, pin: str) -> Door:
    """Open the token of a key with its PIN.

    Raises:
        BadInput: TOKEN_PIN, TOKEN_PIN_LAST or TOKEN_LOCKED for a wrong one.
        Surroundings: TOKEN_GONE when it is not plugged in; what `list_token_keys` raises.
    """
    with told(library, wanted.token):
        import pkcs11

        session = _logged_in(_token(library, wanted), pin)
        held = session.get_key(
            object_class=pkcs11.ObjectClass.PRIVATE_KEY, id=bytes.fromhex(wanted.key)
        )
        return Door(library, wanted, session, held)


def reference_of(key: TokenKey, links: Sequence[x509.Certificate]) -> bytes:
    """Return the file that stands for a key on a token; it holds no secret."""
    said = {
        "kind": KIND,
        "token": key.token,
        "serial": key.serial,
        "key": key.key,
        "certificates": [spelled(each) for each in links],
    }
    return (json.dumps(said, ensure_ascii=False, indent=2) + "\n").encode()


def referred(data: bytes) -> tuple[TokenKey, list[x509.Certificate]] | None:
    """Return the key that a file stands for, with its certificates; None for any other file."""
    if not data.lstrip().startswith(b"{"):
        return None
    try:
        said = json.loads(data)
        if said.keys() != _FIELDS or said["kind"] != KIND:
            return None
        texts = [said[name] for name in ("token", "serial", "key")]
        links = [parsed(each) for each in said["certificates"]]
        bytes.fromhex(said["key"])
    except (ValueError, TypeError, AttributeError, RecursionError, BadInput):
        return None
    if not links or not all(isinstance(each, str) and each.isprintable() for each in texts):
        return None
    return TokenKey(*texts), links


@contextmanager
def told(library: Path, token: str) -> Iterator[None]:
    """Turn what a token or its library raises into a sentence.

    Raises:
        Surroundings: TOKEN_SUPPORT, TOKEN_LIBRARY, TOKEN_GONE, TOKEN_TROUBLE.
        BadInput: TOKEN_KEY.
    """
    try:
        import pkcs11  # noqa: F401 - whether it is there at all
        from pkcs11 import exceptions as raised
    except ImportError as error:
        raise Surroundings(Code.TOKEN_SUPPORT) from error
    gone = (
        raised.TokenNotPresent,
        raised.DeviceRemoved,
        raised.DeviceError,
        raised.SessionHandleInvalid,
        raised.SessionClosed,
        raised.UserNotLoggedIn,
        raised.SlotIDInvalid,
        raised.ObjectHandleInvalid,
        raised.KeyHandleInvalid,
    )
    try:
        yield
    except FieldauditError:
        raise
    except gone as error:
        raise Surroundings(Code.TOKEN_GONE, token=token) from error
    except (raised.NoSuchKey, raised.MultipleObjectsReturned) as error:
        raise BadInput(Code.TOKEN_KEY, token=token) from error
    except raised.PKCS11Error as error:
        reason = type(error).__name__
        raise Surroundings(Code.TOKEN_TROUBLE, token=token, reason=reason) from error


def _tokens(library: Path) -> "list[Token]":
    import pkcs11

    if not library.is_file():
        raise Surroundings(Code.TOKEN_LIBRARY, file=str(library), reason="–")
    try:
        loaded = pkcs11.lib(str(library))
        ready = _ready(loaded)
        if not ready and not _OPEN:
            # Some libraries look only once at what is plugged in, or fail until asked afresh.
            loaded.reinitialize()
            ready = _ready(loaded)
    except (pkcs11.PKCS11Error, OSError) as error:
        reason = type(error).__name__
        raise Surroundings(Code.TOKEN_LIBRARY, file=str(library), reason=reason) from error
    if not ready:
        raise Surroundings(Code.TOKEN_NONE)
    return ready


def _ready(loaded: Any) -> "list[Token]":
    import pkcs11

    try:
        tokens = [each.get_token() for each in loaded.get_slots(token_present=True)]
    except pkcs11.GeneralError:
        # What was plugged in is gone, and its sessions with it.
        _OPEN.clear()
        return []
    return [each for each in tokens if pkcs11.TokenFlag.TOKEN_INITIALIZED in each.flags]


def _token(library: Path, wanted: TokenKey) -> "Token":
    for each in _tokens(library):
        if _serial(each) == wanted.serial:
            return each
    raise Surroundings(Code.TOKEN_GONE, token=wanted.token)


def _serial(token: "Token") -> str:
    return token.serial.decode("ascii", "replace").strip("\0 ")


def _logged_in(token: "Token", pin: str) -> "Session":
    from pkcs11 import exceptions as raised

    before = _OPEN.pop(_serial(token), None)
    if before is not None:
        # A token that is open takes any PIN for the right one.
        before.close()
    try:
        session = token.open(user_pin=pin)
    except (raised.PinIncorrect, raised.PinLenRange, raised.PinInvalid) as error:
        raise _wrong_pin(token) from error
    except raised.PinLocked as error:
        raise BadInput(Code.TOKEN_LOCKED, token=token.label) from error
    _OPEN[_serial(token)] = session
    return session


_OPEN: "dict[str, Session]" = {}
"""The session of each token that was opened, by serial number."""


def _wrong_pin(token: "Token") -> BadInput:
    """Return what a wrong PIN means by what the token says of itself now."""
    from pkcs11 import TokenFlag

    flags = token.slot.get_token().flags
    code = Code.TOKEN_PIN
    if TokenFlag.USER_PIN_FINAL_TRY in flags:
        code = Code.TOKEN_PIN_LAST
    if TokenFlag.USER_PIN_LOCKED in flags:
        code = Code.TOKEN_LOCKED
    return BadInput(code, token=token.label)


def _keys_on(token: "Token") -> Iterator[TokenKey]:
    """Yield a key for each certificate, then for each public key that has none."""
    import pkcs11

    serial, label = _serial(token), token.label
    found: dict[str, list[x509.Certificate]] = {}
    bare: dict[str, str] = {}
    with token.open() as session:
        kind = pkcs11.Attribute.CLASS
        for each in _some(session, {kind: pkcs11.ObjectClass.CERTIFICATE}):
            found.setdefault(_id(each), []).append(_certificate(each))
        for each in _some(session, {kind: pkcs11.ObjectClass.PUBLIC_KEY}):
            bare[_id(each)] = str(getattr(each.key_type, "name", each.key_type))
    everybody = [each for several in found.values() for each in several]
    for key, certificates in found.items():
        yield _described(TokenKey(label, serial, key), certificates[0], everybody)
    for key in bare.keys() - found.keys():
        yield TokenKey(label, serial, key, algorithm=bare[key])


def _some(session: "Session", wanted: dict[Any, Any]) -> list[Any]:
    found = []
    objects = session.get_objects(wanted)
    for each in objects:
        found.append(each)
        if len(found) == _MOST_OBJECTS:
            break
    return found


def _id(held: Any) -> str:
    import pkcs11

    return bytes(held[pkcs11.Attribute.ID]).hex()


def _certificate(held: Any) -> x509.Certificate:
    import pkcs11

    try:
        return x509.load_der_x509_certificate(bytes(held[pkcs11.Attribute.VALUE]))
    except NO_CERTIFICATE as error:
        raise BadInput(Code.CERTIFICATE_UNREADABLE) from error


def _described(
    key: TokenKey, certificate: x509.Certificate, others: list[x509.Certificate]
) -> TokenKey:
    public = certificate.public_key()
    try:
        sound(public)
        usable = True
    except BadInput:
        usable = False
    return TokenKey(
        key.token,
        key.serial,
        key.key,
        name=name_part(certificate, NameOID.COMMON_NAME),
        algorithm=kind_of(public),
        usable=usable,
        certificates=tuple(map(spelled, _chain(certificate, others))),
    )


def _chain(certificate: x509.Certificate, others: list[x509.Certificate]) -> list[x509.Certificate]:
    """Return a certificate and those of its issuers among `others`, nearest first."""
    links = [certificate]
    while links[-1].issuer != links[-1].subject and len(links) <= len(others):
        above = [each for each in others if each.subject == links[-1].issuer]
        if not above or above[0] in links:
            break
        links.append(above[0])
    return links
