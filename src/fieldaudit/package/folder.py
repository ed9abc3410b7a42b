"""Verify a folder of exported files against its manifest: what is missing, changed, surplus.

A manifest proves that the files belong together; nobody signed it, and so nobody vouches for it.
"""

import csv
import hashlib
import io
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from fieldaudit.errors import BadInput, Code, Problem
from fieldaudit.package.verdict import Outcome, PackageVerdict, Subject

MANIFESTS = ("manifest.json", "manifest.csv")
"""Names of the lists, in the order in which they are looked for."""

_MOST_MANIFEST = 64 << 20
_HASH = re.compile("[0-9a-f]{64}")


def verify_folder(folder: Path) -> PackageVerdict:
    """Judge an exported folder by its manifest.

    Raises:
        BadInput: FOLDER_WITHOUT_MANIFEST; FILE_UNREADABLE when a file cannot be read.
    """
    manifest = next((folder / name for name in MANIFESTS if (folder / name).is_file()), None)
    if manifest is None:
        raise BadInput(Code.FOLDER_WITHOUT_MANIFEST, file=str(folder))
    try:
        listed = _listed(manifest)
        if listed is None:
            problem = Problem(Code.MANIFEST_UNREADABLE, manifest.name)
            return PackageVerdict(Outcome.UNREADABLE, details=(problem,), subject=Subject.FOLDER)
        return _judge(folder, manifest, listed)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise BadInput(Code.FILE_UNREADABLE, file=str(folder), reason=reason) from error


def _judge(folder: Path, manifest: Path, listed: Mapping[str, str]) -> PackageVerdict:
    changed, missing = [], []
    for name, sha256 in listed.items():
        path = folder / name
        if not path.is_file():
            missing.append(Problem(Code.CAPSULE_MISSING, name))
        elif _hash(path) != sha256:
            changed.append(Problem(Code.CAPSULE_DAMAGED, name))
    known = {*listed, manifest.relative_to(folder).as_posix()}
    changed += [
        Problem(Code.CAPSULE_UNLISTED, name) for name in _inside(folder) if name not in known
    ]
    outcome = Outcome.UNSIGNED
    if missing:
        outcome = Outcome.INCOMPLETE
    if changed:
        outcome = Outcome.CHANGED
    return PackageVerdict(
        outcome,
        details=(*changed, *missing),
        manifest_sha256=_hash(manifest),
        subject=Subject.FOLDER,
        count=len(listed),
    )


def _listed(manifest: Path) -> dict[str, str] | None:
    """Return file name → hash; None for a list of another shape."""
    if manifest.stat().st_size > _MOST_MANIFEST:
        return None
    try:
        text = manifest.read_bytes().decode("utf-8-sig")
        rows = (
            _from_json(text)
            if manifest.suffix == ".json"
            else _from_csv(text, f"{manifest.resolve().parent.name}/")
        )
        listed = {name: sha256 for name, sha256 in rows if sha256}
    except (ValueError, KeyError, TypeError, RecursionError, csv.Error):
        return None
    good = all(_stays_inside(name) and _HASH.fullmatch(each) for name, each in listed.items())
    return listed if listed and good else None


def _from_json(text: str) -> Iterator[tuple[str, str]]:
    for entry in json.loads(text)["files"]:
        yield str(entry["name"]), str(entry["sha256"])


def _from_csv(text: str, folder: str) -> Iterator[tuple[str, str]]:
    """Yield what a list of photos says; it names them as seen from above its own folder."""
    for row in csv.DictReader(io.StringIO(text, newline=""), strict=True):
        yield row["file"].removeprefix(folder), row["sha256"]


def _stays_inside(name: str) -> bool:
    path = PurePosixPath(name)
    return bool(name) and not path.is_absolute() and ".." not in path.parts and "\\" not in name


def _inside(folder: Path) -> list[str]:
    """Return the files below a folder, by their names relative to it."""
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


def _hash(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
