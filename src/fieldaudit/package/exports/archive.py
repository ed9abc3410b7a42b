"""Many files as one: a zip, or a folder, with a manifest of their hashes.

`tables/` holds one CSV for each table, `photos/` and `attachments/` the originals with their lists,
`submissions/` the visits as ODK programs exchange them. Each file is read again after it was
written.
"""

import hashlib
import io
import os
import secrets
import shutil
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from fieldaudit.errors import BadInput, Code
from fieldaudit.package.exports.content import ExportContent, PhotoFile, Table
from fieldaudit.package.exports.csv_file import check_csv, write_csv
from fieldaudit.package.exports.manifest import MANIFEST, ExportedFile, described, manifest_json
from fieldaudit.store.failures import explained
from fieldaudit.visit.newfile import new_file

PARTS = ("tables", "photos", "papers", "submissions")
"""What an archive may hold beside its manifest."""

_DAY = (1980, 1, 1, 0, 0, 0)
_PACKED = {".jpg", ".png", ".webp", ".gif", ".mp4", ".mp3", ".m4a", ".docx", ".xlsx", ".zip"}


@dataclass(frozen=True, slots=True)
class _Member:
    """One file of an archive."""

    name: str
    data: Callable[[], bytes]
    table: Table | None = None


Put = Callable[[str, bytes], None]
Get = Callable[[str], bytes]
Step = Callable[[int, int], None]


def write_zip(
    out: Path, content: ExportContent, parts: Sequence[str], step: Step
) -> list[ExportedFile]:
    """Write parts of the content into the new zip file `out`; return its files, proven."""
    with new_file(out) as draft:
        with zipfile.ZipFile(draft, "w") as archive:
            files = _write(content, parts, _zip_put(archive), step)
        with zipfile.ZipFile(draft) as archive:
            _check(content, parts, files, out=out, get=archive.read)
    return files


def write_folder(
    out: Path, content: ExportContent, parts: Sequence[str], step: Step
) -> list[ExportedFile]:
    """Write parts of the content into the new folder `out`; return its files, proven."""
    with _new_folder(out) as draft:
        files = _write(content, parts, _folder_put(draft), step)
        _check(content, parts, files, out=out, get=lambda name: (draft / name).read_bytes())
    return files


def _zip_put(archive: zipfile.ZipFile) -> Put:
    def put(name: str, data: bytes) -> None:
        entry = zipfile.ZipInfo(name, _DAY)
        stored = Path(name).suffix in _PACKED
        entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
        entry.external_attr = 0o644 << 16
        archive.writestr(entry, data)

    return put


def _folder_put(folder: Path) -> Put:
    def put(name: str, data: bytes) -> None:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("xb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())

    return put


@contextmanager
def _new_folder(path: Path) -> Iterator[Path]:
    """Yield a folder beside `path` that becomes `path` when the body succeeds."""
    if path.exists():
        raise BadInput(Code.FILE_EXISTS, file=path.name)
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    with explained(path):
        draft.mkdir()
        try:
            yield draft
            if path.exists():
                raise BadInput(Code.FILE_EXISTS, file=path.name)
            draft.rename(path)
        finally:
            shutil.rmtree(draft, ignore_errors=True)


def _write(
    content: ExportContent, parts: Sequence[str], put: Put, step: Step
) -> list[ExportedFile]:
    members = list(_members(content, parts))
    files: list[ExportedFile] = []
    for number, member in enumerate(members):
        step(number, len(members))
        data = member.data()
        put(member.name, data)
        rows = None if member.table is None else len(member.table.rows)
        files.append(described(member.name, data, rows))
    put(MANIFEST, manifest_json(content, files))
    step(len(members), len(members))
    return files


def _check(
    content: ExportContent,
    parts: Sequence[str],
    files: Sequence[ExportedFile],
    *,
    out: Path,
    get: Get,
) -> None:
    """Read every file again; compare it with its hash, and a table with its rows."""
    tables = {each.name: each.table for each in _members(content, parts) if each.table}
    for file in files:
        data = get(file.name)
        if hashlib.sha256(data).hexdigest() != file.sha256:
            raise BadInput(Code.EXPORT_MISMATCH, file=out.name, where=file.name)
        table = tables.get(file.name)
        if table is not None:
            check_csv(io.BytesIO(data), table, file=out.name)
    if get(MANIFEST) != manifest_json(content, list(files)):
        raise BadInput(Code.EXPORT_MISMATCH, file=out.name, where=MANIFEST)


def _members(content: ExportContent, parts: Sequence[str]) -> Iterator[_Member]:
    if "tables" in parts:
        for table in content.tables:
            yield _Member(f"tables/{table.id}.csv", _csv(table), table)
    if "photos" in parts:
        yield from _originals(content, "photos", "photos", content.photos)
    if "papers" in parts:
        yield from _originals(content, "papers", "attachments", content.papers)
    apart = {each.name for part in parts for each in _files(content, part)}
    if "submissions" in parts:
        for visit in content.submissions:
            folder = f"submissions/{visit.id}"
            yield _Member(f"{folder}/submission.xml", visit.xml)
            left = (each for each in visit.media if each.name not in apart)
            yield from (_photo(folder, each) for each in left)


def _files(content: ExportContent, part: str) -> Sequence[PhotoFile]:
    return {"photos": content.photos, "papers": content.papers}.get(part, ())


def _originals(
    content: ExportContent, part: str, folder: str, files: Sequence[PhotoFile]
) -> Iterator[_Member]:
    yield from (_photo(folder, each) for each in files)
    listed = next((table for table in content.tables if table.id == part), None)
    if listed is not None:
        yield _Member(f"{folder}/manifest.csv", _csv(listed), listed)


def _photo(folder: str, photo: PhotoFile) -> _Member:
    return _Member(f"{folder}/{photo.name}", photo.load)


def _csv(table: Table) -> Callable[[], bytes]:
    def data() -> bytes:
        stream = io.BytesIO()
        write_csv(stream, table)
        return stream.getvalue()

    return data
