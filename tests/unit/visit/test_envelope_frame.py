"""The container of an encrypted file is found in one way only."""

import io

import pytest

from fieldaudit.visit.envelope_frame import (
    NotAFrame,
    algorithm,
    ciphertext,
    ending,
    heading,
    is_authenticated,
    opening,
    read_frame,
)

CIPHER = bytes.fromhex("300b060960864801650304012e")
RECIPIENTS = bytes.fromhex("3103020105")
TAG = bytes(range(16))


def a_frame(content: bytes) -> bytes:
    return heading(RECIPIENTS, CIPHER, len(content)) + content + ending(TAG)


@pytest.mark.parametrize("size", [0, 1, 127, 128, 255, 256, 65535, 65536, 1 << 24])
def test_what_was_written_is_found_again(size: int) -> None:
    content = bytes(size)
    stream = io.BytesIO(a_frame(content))
    frame = read_frame(stream)
    assert (frame.recipients, frame.cipher, frame.tag) == (RECIPIENTS, CIPHER, TAG)
    assert (frame.length, frame.attributes) == (size, b"")
    assert b"".join(ciphertext(stream, frame, 1000)) == content


def test_the_head_of_a_large_file_needs_none_of_it() -> None:
    size = 5 << 30
    assert size.to_bytes(5, "big") in heading(RECIPIENTS, CIPHER, size)


def test_pieces_with_end_marks_are_read_too() -> None:
    inner = bytes.fromhex("020100") + RECIPIENTS
    data = bytes.fromhex("06092a864886f70d010701")
    pieces = b"\x04\x03abc" + b"\x04\x02de" + b"\x00\x00"
    encrypted = b"\x30\x80" + data + CIPHER + b"\xa0\x80" + pieces + b"\x00\x00"
    attributes = b"\xa1\x02\x30\x00"
    whole = b"\x30\x80" + inner + encrypted + attributes + b"\x04\x10" + TAG + b"\x00\x00"
    name = bytes.fromhex("060b2a864886f70d0109100117")
    outer = b"\x30\x80" + name + b"\xa0\x80" + whole + b"\x00\x00\x00\x00"
    stream = io.BytesIO(outer)
    frame = read_frame(stream)
    assert b"".join(ciphertext(stream, frame, 2)) == b"abcde"
    assert frame.length is None
    assert frame.attributes == b"\x31\x02\x30\x00"
    for end in range(len(outer)):
        with pytest.raises(NotAFrame):
            read_frame(io.BytesIO(outer[:end]))
    with pytest.raises(NotAFrame):
        read_frame(io.BytesIO(outer + b"\x00"))


@pytest.mark.parametrize(
    "data",
    [b"", b"\x30", b"\x30\x00", b"\x30\x87" + bytes(7), b"\x30\x84\xff\xff\xff\xff" + bytes(30)],
)
def test_what_is_no_frame_is_told(data: bytes) -> None:
    with pytest.raises(NotAFrame):
        read_frame(io.BytesIO(data))


def test_a_small_part_that_claims_to_be_huge_is_not_read() -> None:
    frame = bytearray(a_frame(b"x"))
    at = frame.index(RECIPIENTS)
    frame[at : at + 2] = b"\x31\x84\x7f\xff\xff\xff"
    with pytest.raises(NotAFrame):
        read_frame(io.BytesIO(bytes(frame)))


def test_a_content_type_is_told_from_the_first_bytes() -> None:
    assert is_authenticated(opening(io.BytesIO(a_frame(b"x"))))
    enveloped = b"\x30\x80" + bytes.fromhex("06092a864886f70d010703")
    assert opening(io.BytesIO(enveloped))
    assert not is_authenticated(opening(io.BytesIO(enveloped)))
    assert not opening(io.BytesIO(b"SQLite format 3\x00" + a_frame(b"x")[:13]))


def test_an_algorithm_has_a_name() -> None:
    assert algorithm(CIPHER)[0] == "2.16.840.1.101.3.4.1.46"
    for wrong in (b"", b"\x30\x00", b"\x02\x01\x00", CIPHER + b"\x00"):
        with pytest.raises(NotAFrame):
            algorithm(wrong)
