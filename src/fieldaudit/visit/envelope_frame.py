"""The outside of an encrypted file: CMS AuthEnvelopedData (RFC 5083) in DER, or in BER when read.

Finds where the ciphertext lies without reading it into memory. Knows no key and no cipher.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from asn1crypto import cms, core

SEQUENCE, SET, OCTETS, OID, INTEGER = 0x30, 0x31, 0x04, 0x06, 0x02
_CONTEXT, _CONSTRUCTED, _LONG = 0x80, 0x20, 0x80
_AUTHENTICATED = bytes.fromhex("060b2a864886f70d0109100117")
"""id-ct-authEnvelopedData (RFC 5083), as DER."""

_ENVELOPED = bytes.fromhex("06092a864886f70d010703")
_DATA = bytes.fromhex("06092a864886f70d010701")
_MOST_SMALL = 1 << 20
_MOST_LENGTH = 6
_MOST_CONTENT = (1 << 36) - 32
"""What AES-GCM encrypts under one nonce (SP 800-38D, section 5.2.1.1)."""

_TAG = 16


class NotAFrame(ValueError):
    """The bytes are not the outside of an encrypted file."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the parts of an encrypted file lie."""

    recipients: bytes
    """RecipientInfos, DER."""

    cipher: bytes
    """The AlgorithmIdentifier of the content's encryption, DER."""

    start: int
    """Where the encrypted content begins."""

    length: int | None
    """Its bytes, when it lies in one piece; None when it lies in pieces until an end mark."""

    attributes: bytes
    """What is authenticated besides the content, as it is fed to the cipher; mostly nothing."""

    tag: bytes
    """The authentication tag."""


def opening(stream: BinaryIO) -> bytes:
    """Return the content type that a file begins with, as DER; empty when it is no CMS."""
    head = stream.read(40)
    for name in (_AUTHENTICATED, _ENVELOPED):
        if head[:1] == bytes([SEQUENCE]) and name in head[2:24]:
            return name
    return b""


def is_authenticated(name: bytes) -> bool:
    """Tell whether a content type is the one that no change escapes."""
    return name == _AUTHENTICATED


def heading(recipients: bytes, cipher: bytes, size: int) -> bytes:
    """Return what stands before `size` bytes of ciphertext; the tag comes after them."""
    content = _head(_CONTEXT, size)
    inner = _head(SEQUENCE, len(_DATA) + len(cipher) + len(content) + size)
    version = bytes([INTEGER, 1, 0])
    before = version + recipients + inner + _DATA + cipher + content
    whole = len(before) + size + 2 + _TAG
    enveloped = _head(SEQUENCE, whole)
    wrapped = _head(_CONTEXT | _CONSTRUCTED, len(enveloped) + whole)
    outside = len(_AUTHENTICATED) + len(wrapped) + len(enveloped) + whole
    return _head(SEQUENCE, outside) + _AUTHENTICATED + wrapped + enveloped + before


def ending(tag: bytes) -> bytes:
    """Return what stands after the ciphertext."""
    return bytes([OCTETS, _TAG]) + tag


def read_frame(stream: BinaryIO) -> Frame:
    """Find the parts of a file; raise NotAFrame where it is not exactly one such container."""
    reader = _Reader(stream)
    outer = reader.enter(SEQUENCE)
    if reader.whole(OID) != _AUTHENTICATED:
        raise NotAFrame("content type")
    content = reader.enter(_CONTEXT | _CONSTRUCTED)
    enveloped = reader.enter(SEQUENCE)
    if reader.whole(INTEGER) != bytes([INTEGER, 1, 0]):
        raise NotAFrame("version")
    if reader.peek() == _CONTEXT | _CONSTRUCTED:
        reader.whole(_CONTEXT | _CONSTRUCTED)
    recipients = reader.whole(SET)
    encrypted = reader.enter(SEQUENCE)
    reader.whole(OID)
    cipher = reader.whole(SEQUENCE)
    start, length = reader.content()
    reader.leave(encrypted)
    attributes = b""
    if reader.peek() == _CONTEXT | _CONSTRUCTED | 1:
        # What is hashed is a SET OF, whatever tag it is filed under (RFC 5083, section 2.2).
        attributes = bytes([SET]) + reader.whole(_CONTEXT | _CONSTRUCTED | 1)[1:]
    tag = bytes(core.OctetString.load(reader.whole(OCTETS)).native)
    if reader.peek() == _CONTEXT | _CONSTRUCTED | 2:
        reader.whole(_CONTEXT | _CONSTRUCTED | 2)
    for level in (enveloped, content, outer):
        reader.leave(level)
    if stream.read(1):
        raise NotAFrame("more follows")
    return Frame(recipients, cipher, start, length, attributes, tag)


def ciphertext(stream: BinaryIO, frame: Frame, size: int) -> Iterator[bytes]:
    """Yield the encrypted content in pieces of at most `size` bytes."""
    stream.seek(frame.start)
    reader = _Reader(stream)
    if frame.length is not None:
        yield from reader.pieces(frame.length, size)
        return
    while reader.peek() == OCTETS:
        yield from reader.pieces(reader.length(OCTETS), size)


def algorithm(encoded: bytes) -> tuple[str, core.Asn1Value]:
    """Return the dotted name and the parameters of an AlgorithmIdentifier."""
    try:
        found = cms.KeyEncryptionAlgorithm.load(encoded, strict=True)
        return str(found["algorithm"].dotted), found["parameters"]
    except (ValueError, TypeError, KeyError) as error:
        raise NotAFrame("algorithm") from error


class _Reader:
    """Values of BER, one after the other, from a file of any size."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def peek(self) -> int:
        """Return the tag of what follows without taking it; -1 at the end of the file."""
        found = self._stream.read(1)
        if found:
            self._stream.seek(-1, 1)
        return found[0] if found else -1

    def head(self, tag: int) -> tuple[bytes, int | None]:
        """Take tag and length; None stands for a value that goes on until its end mark."""
        first = self._take(2)
        if first[0] != tag:
            raise NotAFrame(f"tag {first[0]:02x} where {tag:02x} belongs")
        if first[1] < _LONG:
            return first, first[1]
        if first[1] == _LONG:
            return first, None
        more = self._take(min(first[1] & ~_LONG, _MOST_LENGTH))
        if len(more) != first[1] & ~_LONG:
            raise NotAFrame("length")
        return first + more, int.from_bytes(more, "big")

    def length(self, tag: int) -> int:
        """Take a head whose length is told."""
        _, length = self.head(tag)
        if length is None:
            raise NotAFrame("length")
        return length

    def enter(self, tag: int) -> int | None:
        """Take the head of a value; return where it ends, None where an end mark says so."""
        _, length = self.head(tag)
        return None if length is None else self._stream.tell() + length

    def leave(self, end: int | None) -> None:
        """Be at the end of a value that was entered."""
        if end is None:
            if self._take(2) != b"\x00\x00":
                raise NotAFrame("end mark")
        elif self._stream.tell() != end:
            raise NotAFrame("length")

    def whole(self, tag: int) -> bytes:
        """Take a small value with its head."""
        head, length = self.head(tag)
        if length is None or length > _MOST_SMALL:
            raise NotAFrame("length")
        return head + self._take(length)

    def content(self) -> tuple[int, int | None]:
        """Pass over the ciphertext; return where it begins and its length in one piece."""
        if self.peek() == _CONTEXT:
            length = self.length(_CONTEXT)
            start = self._stream.tell()
            self._skip(length)
            return start, length
        end = self.enter(_CONTEXT | _CONSTRUCTED)
        start = self._stream.tell()
        while self.peek() == OCTETS:
            self._skip(self.length(OCTETS))
        self.leave(end)
        return start, None

    def pieces(self, length: int, size: int) -> Iterator[bytes]:
        """Yield so many bytes, in pieces."""
        while length:
            piece = self._take(min(length, size))
            length -= len(piece)
            yield piece

    def _skip(self, length: int) -> None:
        if length > _MOST_CONTENT:
            raise NotAFrame("length")
        self._stream.seek(length, 1)

    def _take(self, length: int) -> bytes:
        found = self._stream.read(length)
        if len(found) != length:
            raise NotAFrame("the end is missing")
        return found


def _head(tag: int, length: int) -> bytes:
    if length < _LONG:
        return bytes([tag, length])
    digits = length.to_bytes((length.bit_length() + 7) // 8, "big")
    return bytes([tag, _LONG | len(digits)]) + digits
