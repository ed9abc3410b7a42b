"""What a package rests on, as frozen records: thresholds, forms, and the files that ride inside."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Relationship(StrEnum):
    """What an attached file is to the pages (ISO 19005-3, AFRelationship)."""

    DATA = "Data"
    SOURCE = "Source"
    SUPPLEMENT = "Supplement"


@dataclass(frozen=True, slots=True)
class FileContent:
    """A file that rides inside the package."""

    name: str
    """A plain file name, unique in the package; no folders."""

    media_type: str
    """`application/json`, `text/csv` …"""

    data: bytes | Callable[[], bytes]
    """Its bytes, or how to get them; asked for once."""

    relationship: Relationship = Relationship.SOURCE
    """What it is to the pages."""

    description: str = ""
    """One line in the package's language."""


@dataclass(frozen=True, slots=True)
class ParameterContent:
    """A threshold that was used."""

    name: str
    """Its name in the parameter set: `P6.low`."""

    value: str
    """Its value as used."""

    unit: str = ""
    """Its unit."""

    meaning: str = ""
    """What it decides, in words."""

    source: str = ""
    """The document it comes from."""

    certainty: str = ""
    """How sure that is, in words."""


@dataclass(frozen=True, slots=True)
class SourceContent:
    """A form or rule set that the figures rest on."""

    name: str
    """Form id, or what else it is."""

    title: str
    """Its title."""

    version: str
    """Its version."""

    sha256: str
    """Hash of its bytes, hex."""
