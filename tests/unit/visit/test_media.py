"""What a file is, told from its bytes."""

import pytest

from fieldaudit.form.definition import Kind
from fieldaudit.visit.media import UNKNOWN, is_program, media_type, suits
from tests.kit.papers import M4A, MP4, PDF, PROGRAM, a_wav
from tests.kit.photos import a_jpeg


@pytest.mark.parametrize(
    ("data", "ending", "found"),
    [
        (PDF, ".txt", "application/pdf"),
        (a_wav(), ".mp3", "audio/wav"),
        (M4A, "", "audio/mp4"),
        (MP4, ".mp4", "video/mp4"),
        (MP4, ".m4a", "audio/mp4"),
        (b"\0\0\0\x18ftyp3gp5" + bytes(20), ".3gp", "video/3gpp"),
        (b"\0\0\0\x18ftypqt  ", ".mov", "video/quicktime"),
        (b"\0\0\0\x08wide\0\0\0\0mdat", ".mov", "video/quicktime"),
        (b"RIFF\0\0\0\0AVI LIST", ".avi", "video/x-msvideo"),
        (b"RIFF\0\0\0\0????", ".avi", UNKNOWN),
        (b"OggS" + bytes(20), ".ogg", "audio/ogg"),
        (b"OggS" + bytes(20), ".ogv", "video/ogg"),
        (b"\x1a\x45\xdf\xa3", ".mkv", "video/x-matroska"),
        (b"#!AMR\n", ".amr", "audio/amr"),
        (b"ID3\4", ".mp3", "audio/mpeg"),
        (b"\xff\xfb\x90\x00", ".mp3", "audio/mpeg"),
        (b"\xff\xf1\x50\x80", ".aac", "audio/aac"),
        (b"G" + bytes(187) + b"G" + bytes(10), ".ts", "video/mp2t"),
        (bytes(4) + b"G" + bytes(191) + b"G", ".mts", "video/mp2t"),
        (b"PK\3\4", ".docx", media_type(b"PK\3\4", ".docx")),
        (b"PK\3\4", ".zip", "application/zip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ".doc", "application/msword"),
        (b"BM\0\0\0\0\0\0\0\0", ".bmp", "image/bmp"),
        ("BMW 车队协议".encode(), ".txt", "text/plain"),
        ("协议".encode("gb18030"), ".txt", "text/plain"),
        ("协议".encode("utf-16"), ".txt", "text/plain"),
        (b"a,b\n1,2\n", ".csv", "text/csv"),
        (b"\0\1\2\3", ".pdf", UNKNOWN),
        (b"", "", UNKNOWN),
        (a_jpeg(), ".dat", "image/jpeg"),
    ],
)
def test_bytes_decide_and_the_name_only_where_they_leave_it_open(
    data: bytes, ending: str, found: str
) -> None:
    assert media_type(data, ending) == found


@pytest.mark.parametrize(
    ("data", "program"),
    [
        (PROGRAM, True),
        (b"\x7fELF\2\1", True),
        (b"#!/bin/sh\nrm -rf /\n", True),
        (b"L\0\0\0\x01\x14\x02\0", True),
        (b"#!AMR\n", False),
        (b"MZ-2022 \xe5\x8d\x8f\xe8\xae\xae", False),
        (PDF, False),
    ],
)
def test_programs_are_known_by_their_bytes(data: bytes, program: bool) -> None:
    assert is_program(data) is program


@pytest.mark.parametrize(
    ("kind", "found", "fits"),
    [
        (Kind.AUDIO, "audio/wav", True),
        (Kind.AUDIO, "video/3gpp", True),
        (Kind.AUDIO, "video/x-msvideo", False),
        (Kind.AUDIO, "application/pdf", False),
        (Kind.VIDEO, "video/mp4", True),
        (Kind.VIDEO, "audio/ogg", True),
        (Kind.VIDEO, "audio/wav", False),
        (Kind.FILE, UNKNOWN, True),
        (Kind.IMAGE, "image/jpeg", False),
    ],
)
def test_a_recording_answers_its_own_kind_of_question(kind: Kind, found: str, fits: bool) -> None:
    assert suits(kind, found) is fits
