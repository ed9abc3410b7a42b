"""What came of an export: each file with its size, its hash and its number of rows."""

import hashlib
import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

from fieldaudit.errors import Problem
from fieldaudit.package.exports.content import ExportContent, Facts, Tally

MANIFEST = "manifest.json"
"""Name of the manifest inside an archive or a folder."""


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """One file of an export."""

    name: str
    """Its name; inside an archive with its folder."""

    bytes: int
    """Its size."""

    sha256: str
    """Hash of its bytes, hex."""

    rows: int | None = None
    """Rows or features in it; None where there are none to count."""


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What was written, after it was read again."""

    path: Path
    """The file or folder."""

    format: str
    """xlsx, csv, geojson, gpkg, json, zip or folder."""

    variant: str
    """internal or public."""

    bytes: int
    """Size of all."""

    sha256: str
    """Hash of the file, hex; of a folder: of its manifest."""

    tally: Tally
    """Visits and photos: expected, exported, left out."""

    counts: dict[str, int]
    """Rows by table or layer."""

    files: tuple[ExportedFile, ...] = ()
    """What it consists of."""

    problems: tuple[Problem, ...] = field(default=())
    """What is doubtful or missing."""


def described(name: str, data: bytes, rows: int | None = None) -> ExportedFile:
    """Return the entry of a file with this content."""
    return ExportedFile(name, len(data), hashlib.sha256(data).hexdigest(), rows)


def manifest_json(content: ExportContent, files: list[ExportedFile]) -> bytes:
    """Return the manifest that rides inside an archive."""
    whole = {
        "export": _told(content.facts),
        "tally": asdict(content.tally),
        "files": [asdict(each) for each in files],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2).encode() + b"\n"


def _told(facts: Facts) -> dict[str, str]:
    return {name: str(value) for name, value in asdict(facts).items()}
