"""Versioned thresholds: what the checklists' pass rules and the indicators compare with.

Values are data, each with its source and how certain it is; the version used is printed in
every package.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from fieldaudit.errors import BadInput, Code

_LARGEST = 1 << 20


@dataclass(frozen=True, slots=True)
class Parameter:
    """One threshold or choice."""

    name: str
    """Name as used in `parameter('P6.low')`."""

    value: str
    """The value, in ODK lexical form."""

    unit: str
    """Unit, as printed."""

    title: Mapping[str, str]
    """What it is, by language code (zh, en)."""

    source: str
    """Document and clause."""

    confirmed: bool
    """False for a value that a person must still confirm; printed so."""

    source_en: str = ""
    """The same in English; empty for a source without Chinese words."""

    unit_en: str = ""
    """The unit in English; empty for one without Chinese words."""


@dataclass(frozen=True, slots=True)
class Parameters:
    """A set of parameters of one version."""

    id: str
    """Name of the set."""

    version: str
    """Its version."""

    title: Mapping[str, str]
    """What the set is for, by language code."""

    entries: tuple[Parameter, ...]
    """The parameters in order."""

    hash: str
    """SHA-256 of the file, hex."""

    def values(self) -> dict[str, str]:
        """Return name → value."""
        return {entry.name: entry.value for entry in self.entries}


def read_parameters(data: bytes, file: str) -> Parameters:
    """Read a parameter file; raise BadInput when it is not one."""
    try:
        return _parsed(data)
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise BadInput(Code.PARAMETERS_UNREADABLE, file=file, reason=str(error)) from error


def _parsed(data: bytes) -> Parameters:
    if len(data) > _LARGEST:
        raise ValueError("too large")
    fields = json.loads(data)
    entries = tuple(_entry(entry) for entry in fields["parameters"])
    if len({entry.name for entry in entries}) < len(entries):
        raise ValueError("a name occurs twice")
    return Parameters(
        id=_text(fields["id"]),
        version=_text(fields["version"]),
        title=_titles(fields["title"]),
        entries=entries,
        hash=hashlib.sha256(data).hexdigest(),
    )


def _entry(fields: dict[str, Any]) -> Parameter:
    return Parameter(
        name=_text(fields["name"]),
        value=_text(fields["value"]),
        unit=_text(fields.get("unit", "")),
        title=_titles(fields["title"]),
        source=_text(fields.get("source", "")),
        source_en=_text(fields.get("source_en", "")),
        unit_en=_text(fields.get("unit_en", "")),
        confirmed=fields.get("certainty") == "confirmed",
    )


def _titles(texts: Any) -> Mapping[str, str]:
    return {language: _text(text) for language, text in dict(texts).items()}


def _text(value: Any) -> str:
    """A number in a file could be spelled in several ways; a text has one."""
    if not isinstance(value, str):
        raise TypeError(f"{value!r:.40} is not a text")
    return value
