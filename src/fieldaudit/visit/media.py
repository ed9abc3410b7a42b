"""What a file is, told from its first bytes; its name only decides where the bytes leave it open.

The list is of what people attach: documents, pictures, recordings. Nothing here opens a file.
"""

from fieldaudit.form.definition import Kind

RECORDED = ("image/", "audio/", "video/")
"""Beginnings of the media types of what shows or sounds like a person."""

UNKNOWN = "application/octet-stream"

_START = 4096
_MARK = 2
_PACKETS = ((0, 188), (4, 192))
"""Where the packets of an MPEG transport stream begin, and how long they are; cameras put a time
before each."""
_MAGIC = (
    (b"%PDF-", "application/pdf"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF8", "image/gif"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
    (b"ID3", "audio/mpeg"),
    (b"fLaC", "audio/flac"),
    (b"#!AMR", "audio/amr"),
    (b"MThd", "audio/midi"),
    (b"OggS", "audio/ogg"),
    (b"\x1a\x45\xdf\xa3", "video/webm"),
    (b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", "video/x-ms-asf"),
    (b"FLV\x01", "video/x-flv"),
    (b"\0\0\x01\xba", "video/mpeg"),
    (b"\0\0\x01\xb3", "video/mpeg"),
    (b"PK\x03\x04", "application/zip"),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
    (b"{\\rtf", "application/rtf"),
)
"""First bytes → media type; those of containers may be made exact by the file's name."""

_RIFF = {b"WAVE": "audio/wav", b"AVI ": "video/x-msvideo", b"WEBP": "image/webp"}
_BRANDS = {
    **dict.fromkeys((b"M4A ", b"M4B ", b"F4A "), "audio/mp4"),
    **dict.fromkeys((b"heic", b"heix", b"mif1", b"msf1", b"hevc"), "image/heic"),
    **dict.fromkeys((b"avif", b"avis"), "image/avif"),
    b"qt  ": "video/quicktime",
}
_OPEN = {
    "audio/ogg": {".ogv": "video/ogg", ".ogx": "video/ogg"},
    "video/mp4": {".m4a": "audio/mp4", ".mp4a": "audio/mp4"},
    "video/3gpp": {".3ga": "audio/3gpp"},
    "video/webm": {".weba": "audio/webm", ".mka": "audio/x-matroska", ".mkv": "video/x-matroska"},
    "video/x-ms-asf": {".wma": "audio/x-ms-wma", ".wmv": "video/x-ms-wmv"},
    "video/quicktime": {},
}
"""Containers that may hold sound alone, or a picture too: ending of the name → media type."""

_OFFICE = "application/vnd.openxmlformats-officedocument."
_ZIPPED = {
    ".docx": f"{_OFFICE}wordprocessingml.document",
    ".xlsx": f"{_OFFICE}spreadsheetml.sheet",
    ".pptx": f"{_OFFICE}presentationml.presentation",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".odp": "application/vnd.oasis.opendocument.presentation",
    ".ofd": "application/ofd",
    ".epub": "application/epub+zip",
    ".kmz": "application/vnd.google-earth.kmz",
}
_OLE = {
    ".doc": "application/msword",
    ".wps": "application/vnd.ms-works",
    ".xls": "application/vnd.ms-excel",
    ".et": "application/vnd.ms-excel",
    ".ppt": "application/vnd.ms-powerpoint",
    ".msg": "application/vnd.ms-outlook",
}
_TEXTS = {
    ".csv": "text/csv",
    ".html": "text/html",
    ".htm": "text/html",
    ".json": "application/json",
    ".geojson": "application/geo+json",
    ".xml": "application/xml",
    ".kml": "application/vnd.google-earth.kml+xml",
    ".gpx": "application/gpx+xml",
    ".md": "text/markdown",
}
_PROGRAMS = (b"\x7fELF", b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe", b"L\0\0\0\x01\x14\x02\0")
"""First bytes of programs for Windows, Linux and macOS, of Java classes and Windows shortcuts."""


def media_type(data: bytes, ending: str) -> str:
    """Return the media type of a file.

    Args:
        data: its bytes, or the first some thousand.
        ending: of its name, lower case, with the dot.
    """
    found = _by_start(data)
    if found in _OPEN:
        return _OPEN[found].get(ending, found)
    if found == "application/zip":
        return _ZIPPED.get(ending, found)
    if found == "application/x-ole-storage":
        return _OLE.get(ending, found)
    if found == UNKNOWN and _is_text(data[:_START]):
        return _TEXTS.get(ending, "text/plain")
    return found


def is_program(data: bytes) -> bool:
    """Tell whether a file is one that a system would run."""
    # A shell script begins so; the sound format AMR does too.
    script = data.startswith(b"#!") and not data.startswith(b"#!AMR")
    windows = data.startswith(b"MZ") and b"\0" in data[:64]
    return script or windows or data.startswith(_PROGRAMS)


def suits(kind: Kind, found: str) -> bool:
    """Tell whether a media type can answer a question that asks for a file, sound or video."""
    if kind is Kind.AUDIO:
        return found.startswith("audio/") or found in _OPEN
    if kind is Kind.VIDEO:
        return found.startswith("video/") or found in _OPEN
    return kind is Kind.FILE


def _by_start(data: bytes) -> str:
    for magic, found in _MAGIC:
        if data.startswith(magic):
            return found
    if data[:4] == b"RIFF":
        return _RIFF.get(data[8:12], UNKNOWN)
    if data[4:8] == b"ftyp":
        brand = data[8:12]
        return _BRANDS.get(brand, "video/3gpp" if brand.startswith(b"3g") else "video/mp4")
    packed = any(data[a : a + 1] == data[a + n : a + n + 1] == b"G" for a, n in _PACKETS)
    told = (
        (data[4:8] in (b"moov", b"mdat", b"wide"), "video/quicktime"),
        (data[:2] == b"BM" and data[6:10] == bytes(4), "image/bmp"),
        (packed, "video/mp2t"),
    )
    return next((found for fits, found in told if fits), "") or _frame(data[:2])


def _frame(mark: bytes) -> str:
    """Tell MPEG sound by the mark of its first frame (ISO 11172-3 and 13818-7)."""
    if len(mark) < _MARK or mark[0] != 0xFF:  # noqa: PLR2004 - eight set bits
        return UNKNOWN
    if mark[1] & 0xF6 == 0xF0:  # noqa: PLR2004 - AAC in ADTS has layer 0
        return "audio/aac"
    layered = mark[1] & 0xE0 == 0xE0 and mark[1] & 0x06 in (0x02, 0x04)  # noqa: PLR2004 - III, II
    return "audio/mpeg" if layered else UNKNOWN


def _is_text(start: bytes) -> bool:
    """Tell whether a beginning reads as text: no zero byte, and UTF-8 or GB 18030."""
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    if not start or b"\0" in start:
        return False
    for encoding in ("utf-8", "gb18030"):
        try:
            # The last character may be cut in half.
            start[: len(start) - 4 if len(start) == _START else None].decode(encoding)
        except UnicodeDecodeError:
            continue
        return True
    return False
