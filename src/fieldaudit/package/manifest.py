"""The list of files that ride in a package, and the package's data as canonical JSON.

The manifest's hash stands on every page and in the QR code of the cover; it changes when any
file changes.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, fields, is_dataclass, replace

from fieldaudit.errors import BadInput, Code
from fieldaudit.package.content import FileContent, PackageContent, Relationship
from fieldaudit.package.sm3 import sm3

DATA_NAME = "visits.json"
MANIFEST_NAME = "manifest.json"
PRINTS_NAME = "pages.json"
"""Fingerprints of the pages; the manifest's own hash stands on them, so it cannot list it."""

FORMAT = "fieldaudit package 1"
NOT_DATA = {"jpeg", "data", "files", "emblem"}
"""Fields of records that stay out of the data."""
_LONGEST_NAME = 120
_FORBIDDEN = frozenset('<>:"|?*\\/')


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of the manifest."""

    name: str
    """File name."""

    size: int
    """Bytes."""

    sha256: str
    """Hash of its bytes, hex."""

    sm3: str
    """Its hash by GB/T 32905-2016, hex."""

    media_type: str
    """`application/json` …"""

    relationship: Relationship
    """What it is to the pages."""

    description: str
    """One line."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What rides in a package."""

    number: str
    """Number of the package."""

    version: int
    """Its version."""

    made_at: str
    """When it was made."""

    previous: str
    """SHA-256 of the package that this one corrects; empty for none."""

    entries: tuple[Entry, ...]
    """The files, without the manifest itself."""

    def to_json(self) -> bytes:
        """Return the manifest as canonical JSON."""
        return canonical({"format": FORMAT, **_plain(self)})

    @property
    def sha256(self) -> str:
        """The hash that stands on every page, hex."""
        return hashlib.sha256(self.to_json()).hexdigest()

    @property
    def sm3(self) -> str:
        """Its hash by GB/T 32905-2016, hex."""
        return sm3(self.to_json())


def canonical(value: object) -> bytes:
    """Return the one spelling of `value` as JSON: sorted keys, UTF-8, no spaces."""
    text = json.dumps(
        value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    )
    return text.encode()


def package_data(content: PackageContent) -> bytes:
    """Return everything that the pages say, as canonical JSON."""
    return canonical({"format": FORMAT, **_plain(content)})


def capsule_files(
    content: PackageContent, description: str
) -> tuple[tuple[FileContent, bytes], ...]:
    """Return the files to embed with their bytes: the data first, then those given.

    Names lose what some system forbids.

    Raises:
        BadInput: PACKAGE_FILE_NAME, when a name is empty or taken twice.
    """
    data = FileContent(
        DATA_NAME, "application/json", package_data(content), Relationship.DATA, description
    )
    taken = {MANIFEST_NAME, PRINTS_NAME}
    files = [data, *(replace(each, name=safe_name(each.name)) for each in content.files)]
    for each in files:
        if each.name in taken or not plain_name(each.name):
            raise BadInput(Code.PACKAGE_FILE_NAME, name=each.name)
        taken.add(each.name)
    return tuple((each, _bytes(each)) for each in files)


def manifest_of(content: PackageContent, files: Iterable[tuple[FileContent, bytes]]) -> Manifest:
    """Return the manifest of `files`."""
    entries = tuple(
        Entry(
            each.name,
            len(data),
            hashlib.sha256(data).hexdigest(),
            sm3(data),
            each.media_type,
            each.relationship,
            each.description,
        )
        for each, data in files
    )
    return Manifest(
        content.number, content.version, content.made_at, content.previous_hash, entries
    )


def plain_name(name: str) -> bool:
    """Return whether `name` is safe as a file name on every system."""
    fits = 0 < len(name) <= _LONGEST_NAME and name.strip(". ") == name
    return fits and name.isprintable() and not set(name) & _FORBIDDEN


def safe_name(name: str) -> str:
    """Return `name` without what some system forbids in a file name."""
    kept = "".join("_" if each in _FORBIDDEN or not each.isprintable() else each for each in name)
    return kept.strip(". ")[-_LONGEST_NAME:].strip(". ")


def _bytes(file: FileContent) -> bytes:
    return file.data if isinstance(file.data, bytes) else file.data()


class _FieldNames(dict[type, tuple[str, ...]]):
    """The names of the fields of each kind of record; none for what is no record."""

    def __missing__(self, kind: type) -> tuple[str, ...]:
        known = is_dataclass(kind)
        self[kind] = tuple(each.name for each in fields(kind)) if known else ()
        return self[kind]


FIELD_NAMES = _FieldNames()
"""Looked up for every value of a package, hence kept."""


def _plain(value: object) -> dict[str, object]:
    """Return the fields of a record as JSON values; bytes are left out."""
    names = FIELD_NAMES[type(value)]
    return {name: _value(getattr(value, name)) for name in names if name not in NOT_DATA}


def _value(value: object) -> object:
    if isinstance(value, tuple):
        return [_value(each) for each in value]
    return _plain(value) if FIELD_NAMES[type(value)] else value
