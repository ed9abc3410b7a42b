"""What rides in a package: read, with limits, from a file that nobody vouched for."""

import hashlib
import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Name, Pdf

from fieldaudit.errors import BadInput, Code, Problem
from fieldaudit.package.manifest import FORMAT, MANIFEST_NAME, PRINTS_NAME, plain_name
from fieldaudit.package.sm3 import Sm3

MOST_BYTES = 1 << 30
"""Most bytes of all files together, unpacked."""
MOST_FILES = 2_000
MOST_OBJECTS = 1_000_000
MOST_FILE_BYTES = 4 << 30
"""Most bytes of a package."""
_MOST_MANIFEST = 8 << 20
_CHUNK = 1 << 20

# What pikepdf and qpdf raise on damaged files; RuntimeError stands for qpdf's own exceptions.
UNREADABLE = (
    pikepdf.PdfError,
    pikepdf.DataDecodingError,
    ValueError,
    KeyError,
    TypeError,
    AttributeError,
    IndexError,
    RuntimeError,
    zlib.error,
)


@dataclass(frozen=True, slots=True)
class Capsule:
    """The files of a package."""

    manifest: dict[str, Any]
    """The manifest as it came: number, version, entries …"""

    files: dict[str, bytes]
    """Name → bytes, the manifest included."""

    problems: tuple[Problem, ...]
    """Files that are missing, unlisted, or do not match the manifest."""

    @property
    def data(self) -> dict[str, Any]:
        """The package's data, as its pages were printed from it."""
        loaded: dict[str, Any] = json.loads(self.files["visits.json"])
        return loaded


@dataclass(frozen=True, slots=True)
class CapsuleCheck:
    """What the files of a package say of themselves."""

    manifest: dict[str, Any] | None
    """The manifest; None without a readable one."""

    sha256: str
    """Hash of the manifest, hex."""

    problems: tuple[Problem, ...]
    """Files that are missing, unlisted, or do not match the manifest."""


def read_capsule(path: Path) -> Capsule:
    """Read all files of a package into memory.

    Raises:
        BadInput: FILE_NOT_FOUND, PACKAGE_UNREADABLE, PACKAGE_TOO_LARGE, or
            PACKAGE_WITHOUT_MANIFEST for another program's PDF.
    """
    try:
        with open_package(path) as pdf:
            check = check_capsule(pdf)
            if check.manifest is None:
                raise BadInput(Code.PACKAGE_WITHOUT_MANIFEST, file=path.name)
            files = {name: b"".join(_chunks(stream)) for name, stream in _embedded(pdf)}
    except UNREADABLE as error:
        raise BadInput(Code.PACKAGE_UNREADABLE, file=path.name, reason=str(error)[:80]) from error
    return Capsule(check.manifest, files, check.problems)


def extract_capsule(path: Path, folder: Path) -> Capsule:
    """Write all files of a package into `folder`; names that are taken are refused.

    Raises:
        BadInput: as `read_capsule`, or FILE_EXISTS.
    """
    capsule = read_capsule(path)
    folder.mkdir(parents=True, exist_ok=True)
    for name in capsule.files:
        if (folder / name).exists():
            raise BadInput(Code.FILE_EXISTS, file=name)
    for name, data in capsule.files.items():
        (folder / name).write_bytes(data)
    return capsule


def extract_file(path: Path, name: str, target: Path) -> bool:
    """Write one file of a package to `target`; tell whether there is one of this name.

    Raises:
        BadInput: as `open_package`.
    """
    try:
        with open_package(path) as pdf:
            for each, stream in _embedded(pdf):
                if each == name:
                    with target.open("xb") as out:
                        for chunk in _chunks(stream):
                            out.write(chunk)
                    return True
    except UNREADABLE as error:
        raise BadInput(Code.PACKAGE_UNREADABLE, file=path.name, reason=str(error)[:80]) from error
    return False


def open_package(path: Path) -> Pdf:
    """Open a package for reading, within the limits.

    Raises:
        BadInput: FILE_NOT_FOUND, PACKAGE_UNREADABLE or PACKAGE_TOO_LARGE.
    """
    if not path.is_file():
        raise BadInput(Code.FILE_NOT_FOUND, file=str(path))
    if path.stat().st_size > MOST_FILE_BYTES:
        raise BadInput(Code.PACKAGE_TOO_LARGE, file=path.name)
    try:
        pdf = Pdf.open(path, suppress_warnings=True)
    except UNREADABLE as error:
        raise BadInput(Code.PACKAGE_UNREADABLE, file=path.name, reason=str(error)[:80]) from error
    if int(pdf.trailer.Size) > MOST_OBJECTS:
        pdf.close()
        raise BadInput(Code.PACKAGE_TOO_LARGE, file=path.name)
    return pdf


def bytes_of(pdf: Pdf, name: str, *, most: int = _MOST_MANIFEST) -> bytes:
    """Return one file of an open package; nothing when there is none of this name.

    Nothing either when it is longer than `most` bytes.

    Raises:
        those in `UNREADABLE`.
    """
    found = (stream for each, stream in _embedded(pdf) if each == name)
    kept = bytearray()
    for chunk in (chunk for stream in found for chunk in _chunks(stream)):
        kept += chunk
        if len(kept) > most:
            return b""
    return bytes(kept)


def check_capsule(pdf: Pdf) -> CapsuleCheck:
    """Compare the files of an open package with its manifest, without keeping them.

    Raises:
        BadInput: PACKAGE_TOO_LARGE when the files unpack to more than the limit.
        others: those in `UNREADABLE`.
    """
    found: dict[str, _Measured] = {}
    room = MOST_BYTES
    for name, stream in _embedded(pdf):
        found[name] = _measured(stream, room, name, keep=name == MANIFEST_NAME)
        room -= found[name].size
    listed = found.get(MANIFEST_NAME)
    manifest = _manifest(listed.kept) if listed else None
    if listed is None or manifest is None:
        return CapsuleCheck(None, "", ())
    return CapsuleCheck(manifest, listed.sha256, _compare(manifest, found))


@dataclass(frozen=True, slots=True)
class _Measured:
    """An embedded file; the hashes of a damaged stream are empty."""

    size: int
    sha256: str = ""
    sm3: str = ""
    kept: bytes = b""

    def fits(self, entry: dict[str, Any]) -> bool:
        """Tell whether it is what the manifest says; one without SM3 is held to SHA-256 alone."""
        told = entry.get("sm3", self.sm3)
        return (self.size, self.sha256, self.sm3) == (entry["size"], entry["sha256"], told)


def _measured(stream: pikepdf.Object, room: int, name: str, *, keep: bool) -> _Measured:
    sha256, other, size, kept = hashlib.sha256(), Sm3(), 0, bytearray()
    try:
        for chunk in _chunks(stream):
            sha256.update(chunk)
            other.update(chunk)
            size += len(chunk)
            if size > (min(room, _MOST_MANIFEST) if keep else room):
                raise BadInput(Code.PACKAGE_TOO_LARGE, file=name)
            if keep:
                kept += chunk
    except (ValueError, zlib.error):
        return _Measured(size)
    return _Measured(size, sha256.hexdigest(), other.hexdigest(), bytes(kept))


def _manifest(listed: bytes) -> dict[str, Any] | None:
    try:
        loaded = json.loads(listed)
    except (ValueError, RecursionError):
        return None
    good = isinstance(loaded, dict) and loaded.get("format") == FORMAT
    return loaded if good and isinstance(loaded.get("entries"), list) else None


def _compare(manifest: dict[str, Any], found: dict[str, _Measured]) -> tuple[Problem, ...]:
    problems = []
    names = {MANIFEST_NAME, PRINTS_NAME}
    for entry in manifest["entries"]:
        name = str(entry["name"])
        names.add(name)
        if name not in found:
            problems.append(Problem(Code.CAPSULE_MISSING, name))
        elif not found[name].fits(entry):
            problems.append(Problem(Code.CAPSULE_DAMAGED, name))
    problems += [Problem(Code.CAPSULE_UNLISTED, name) for name in found if name not in names]
    return tuple(problems)


def _embedded(pdf: Pdf) -> Iterator[tuple[str, pikepdf.Object]]:
    """Yield name and stream of each embedded file, by the catalogue's name tree."""
    attached = pdf.attachments
    for number, name in enumerate(attached):
        if number >= MOST_FILES:
            raise BadInput(Code.PACKAGE_TOO_LARGE, file=name)
        if not plain_name(name):
            raise ValueError(f"file name {name[:40]!r}")
        yield name, attached[name].obj.EF.F


def _chunks(stream: pikepdf.Object) -> Iterator[bytes]:
    """Yield a stream's bytes; at most one Flate filter, unpacked piece by piece."""
    raw = stream.read_raw_bytes()
    kind = stream.get("/Filter")
    if kind is None:
        yield raw
        return
    if kind != Name.FlateDecode and list(kind) != [Name.FlateDecode]:
        raise ValueError("unexpected filter")
    unpack = zlib.decompressobj()
    chunk = unpack.decompress(raw, _CHUNK)
    while chunk:
        yield chunk
        chunk = unpack.decompress(unpack.unconsumed_tail, _CHUNK)
    if not unpack.eof:
        raise ValueError("incomplete stream")
