"""Writes an export in the format that its file name asks for; proven before it gets its name."""

import hashlib
import io
from collections.abc import Callable, Sequence
from pathlib import Path

from fieldaudit.errors import BadInput, Code, Problem
from fieldaudit.package.exports.archive import PARTS, write_folder, write_zip
from fieldaudit.package.exports.content import ExportContent, Layer, Table
from fieldaudit.package.exports.csv_file import check_csv, write_csv
from fieldaudit.package.exports.geojson import check_geojson, write_geojson
from fieldaudit.package.exports.geopackage import write_geopackage
from fieldaudit.package.exports.manifest import (
    MANIFEST,
    ExportedFile,
    ExportReport,
    manifest_json,
)
from fieldaudit.package.exports.workbook import check_workbook, write_workbook
from fieldaudit.visit.newfile import new_file

Step = Callable[[int, int], None]

FORMATS = ("xlsx", "csv", "geojson", "gpkg", "json", "zip")
"""Formats by the ending of the file name; a name without one is a folder."""

FOLDER = "folder"
"""The format of a name without ending."""

_GEOJSON = ("sites", "visits", "photos", "places")
"""Layers of a GeoJSON file when none is chosen."""


def format_of(out: Path) -> str:
    """Return the format that a file name asks for; raise BadInput when there is no such one."""
    ending = out.suffix.lower().removeprefix(".")
    if not ending:
        return FOLDER
    if ending not in FORMATS:
        known = ", ".join(f".{each}" for each in FORMATS)
        raise BadInput(Code.EXPORT_FORMAT, file=out.name, known=known)
    return ending


def write_export(
    content: ExportContent, out: Path, *, layers: Sequence[str] = (), step: Step
) -> ExportReport:
    """Write the new file `out`, read it back and compare it.

    Args:
        content: what may be in it.
        out: must not exist; its ending chooses the format.
        layers: names of tables, layers or parts; all that the format usually holds when empty.
        step: called with (done, in all); may raise to stop.

    Raises:
        BadInput: unknown format or layer, `out` is there already, or it reads back otherwise.
        Surroundings: the disk is full, or the folder cannot be written.
    """
    chosen = format_of(out)
    counts, files, problems = _WRITERS[chosen](content, out, layers, step)
    size, sha256 = _fingerprint(content, out, files)
    return ExportReport(
        path=out,
        format=chosen,
        variant=content.facts.variant,
        bytes=size,
        sha256=sha256,
        tally=content.tally,
        counts=counts,
        files=tuple(files) or (ExportedFile(out.name, size, sha256, sum(counts.values())),),
        problems=(*content.problems, *problems),
    )


Written = tuple[dict[str, int], list[ExportedFile], tuple[Problem, ...]]


def _xlsx(content: ExportContent, out: Path, layers: Sequence[str], step: Step) -> Written:
    tables = _tables(content, layers)
    with new_file(out) as draft:
        problems = write_workbook(draft, tables)
        step(1, 2)
        counts = check_workbook(draft, tables)
    step(2, 2)
    return counts, [], problems


def _csv(content: ExportContent, out: Path, layers: Sequence[str], step: Step) -> Written:
    if len(layers) > 1:
        raise BadInput(Code.EXPORT_ONE_TABLE, file=out.name)
    table = _tables(content, layers)[0] if layers else content.overview
    if table is None:
        raise BadInput(Code.EXPORT_ONE_TABLE, file=out.name)
    with new_file(out) as draft:
        with draft.open("wb") as stream:
            write_csv(stream, table)
        with draft.open("rb") as stream:
            rows = check_csv(stream, table, file=out.name)
    step(1, 1)
    return {table.id: rows}, [], ()


def _geojson(content: ExportContent, out: Path, layers: Sequence[str], step: Step) -> Written:
    chosen = _layers(content, layers or _GEOJSON)
    with new_file(out) as draft:
        with draft.open("w", encoding="utf-8", newline="\n") as stream:
            write_geojson(stream, chosen)
        counts = check_geojson(draft.read_bytes(), chosen, file=out.name)
    step(1, 1)
    return counts, [], ()


def _gpkg(content: ExportContent, out: Path, layers: Sequence[str], step: Step) -> Written:
    drawn = [layer.table.id for layer in content.layers]
    lists = [table.id for table in content.tables if table.id not in drawn]
    _known(layers, [*drawn, *lists])
    wanted = layers or [*drawn, *lists]
    with new_file(out) as draft:
        counts = write_geopackage(
            draft,
            [layer for layer in content.layers if layer.table.id in wanted],
            [table for table in content.tables if table.id in wanted and table.id in lists],
            made_at=content.facts.made_at,
            step=step,
        )
    return counts, [], ()


def _json(content: ExportContent, out: Path, layers: Sequence[str], step: Step) -> Written:
    _known(layers, ())
    with new_file(out) as draft:
        draft.write_bytes(content.visits)
        if draft.read_bytes() != content.visits:
            raise BadInput(Code.EXPORT_MISMATCH, file=out.name, where="visits")
    step(1, 1)
    return {"visits": content.tally.visits}, [], ()


def _many(content: ExportContent, out: Path, layers: Sequence[str], step: Step) -> Written:
    _known(layers, PARTS)
    write = write_folder if format_of(out) == FOLDER else write_zip
    files = write(out, content, layers or PARTS, step)
    return {each.name: each.rows for each in files if each.rows is not None}, files, ()


_WRITERS: dict[str, Callable[[ExportContent, Path, Sequence[str], Step], Written]] = {
    "xlsx": _xlsx,
    "csv": _csv,
    "geojson": _geojson,
    "gpkg": _gpkg,
    "json": _json,
    "zip": _many,
    FOLDER: _many,
}


def _tables(content: ExportContent, names: Sequence[str]) -> list[Table]:
    """Return the tables of these names, all when there are none, in the order of the content."""
    known = [*content.tables, *([content.overview] if content.overview else [])]
    _known(names, [table.id for table in known])
    if not names:
        return list(content.tables)
    return [table for table in known if table.id in names]


def _layers(content: ExportContent, names: Sequence[str]) -> list[Layer]:
    _known(names, [layer.table.id for layer in content.layers] + list(_GEOJSON))
    return [layer for layer in content.layers if layer.table.id in names]


def _known(names: Sequence[str], known: Sequence[str]) -> None:
    for name in names:
        if name not in known:
            raise BadInput(Code.EXPORT_LAYER, layer=name, known=", ".join(known))


def _fingerprint(content: ExportContent, out: Path, files: list[ExportedFile]) -> tuple[int, str]:
    """Return the size and the hash of what was written; of a folder those of its manifest."""
    if out.is_dir():
        manifest = (out / MANIFEST).read_bytes()
        if manifest != manifest_json(content, files):
            raise BadInput(Code.EXPORT_MISMATCH, file=out.name, where=MANIFEST)
        return sum(each.bytes for each in files), hashlib.sha256(manifest).hexdigest()
    with out.open("rb") as stream:
        return stream.seek(0, io.SEEK_END), _hash(stream)


def _hash(stream: io.BufferedReader) -> str:
    stream.seek(0)
    return hashlib.file_digest(stream, "sha256").hexdigest()
