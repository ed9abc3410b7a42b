"""Layers and tables as a GeoPackage that QGIS shows well: places, fields, styles, names.

The file itself is written by `store`, the only part that knows SQL.
"""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from fieldaudit.package.exports.cells import spelled
from fieldaudit.package.exports.content import (
    Cell,
    CellKind,
    Column,
    Geometry,
    Layer,
    Shape,
    Table,
)
from fieldaudit.package.exports.styles import qml
from fieldaudit.store.export_file import FileGeometry, FileLayer, Value, write_file

_TYPES = {
    CellKind.TEXT: "TEXT",
    CellKind.INTEGER: "INTEGER",
    CellKind.DECIMAL: "DOUBLE",
    CellKind.DATE: "DATE",
    # A GeoPackage DATETIME is UTC; as text a time keeps its offset.
    CellKind.MOMENT: "TEXT",
}
_TAKEN = {"fid", "geom"}


def write_geopackage(
    out: Path,
    layers: Sequence[Layer],
    tables: Sequence[Table],
    *,
    made_at: str,
    step: Callable[[int, int], None],
) -> dict[str, int]:
    """Write layers and lists into `out`, compare them, and return the number of rows of each.

    Raises:
        BadInput: EXPORT_MISMATCH when something comes back otherwise.
        Surroundings: the disk is full, or the folder cannot be written.
    """
    files = [_file_layer(layer) for layer in layers]
    files += [_file_list(table) for table in tables]
    write_file(out, files, made_at=_zulu(made_at), step=step)
    return {each.name: len(each.rows) for each in files}


def field_names(columns: Sequence[Column]) -> dict[str, str]:
    """Return column id → field name; SQL does not tell the case of letters apart."""
    taken, found = set(_TAKEN), {}
    for column in columns:
        name, number = column.id, 1
        while name.casefold() in taken:
            number += 1
            name = f"{column.id}_{number}"
        taken.add(name.casefold())
        found[column.id] = name
    return found


def _zulu(moment: str) -> str:
    return datetime.fromisoformat(moment).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")


def _file_layer(layer: Layer) -> FileLayer:
    table = layer.table
    names = field_names(table.columns)
    return FileLayer(
        name=table.id,
        title=f"{table.title} ({table.id})",
        columns=_columns(table, names),
        rows=_rows(table),
        geometry=_FILE_SHAPES[layer.shape] if layer.shape else "GEOMETRY",
        places=[_geometry(place) for place in layer.places],
        style=qml(layer, names),
    )


def _file_list(table: Table) -> FileLayer:
    return FileLayer(
        name=table.id,
        title=f"{table.title} ({table.id})",
        columns=_columns(table, field_names(table.columns)),
        rows=_rows(table),
    )


def _columns(table: Table, names: dict[str, str]) -> tuple[tuple[str, str], ...]:
    kinds = zip(table.columns, _kinds(table), strict=True)
    return tuple((names[column.id], kind) for column, kind in kinds)


def _kinds(table: Table) -> list[str]:
    """Return the type of each field; one with text among its numbers is one of text.

    That happens where another version of a form asked for something else.
    """
    mixed = [False] * len(table.columns)
    for row in table.rows:
        mixed = [seen or isinstance(cell, str) for seen, cell in zip(mixed, row, strict=True)]
    kinds = [_TYPES[column.kind] for column in table.columns]
    return ["TEXT" if any_text else kind for kind, any_text in zip(kinds, mixed, strict=True)]


def _rows(table: Table) -> list[tuple[Value, ...]]:
    kinds = _kinds(table)
    return [
        tuple(_value(cell, kind) for cell, kind in zip(row, kinds, strict=True))
        for row in table.rows
    ]


def _value(cell: Cell, kind: str) -> Value:
    if cell is None or (isinstance(cell, int | float) and kind != "TEXT"):
        return cell
    return spelled(cell)


_FILE_SHAPES = {
    Shape.POINT: "POINT",
    Shape.LINE: "LINESTRING",
    Shape.POLYGON: "POLYGON",
}


def _geometry(place: Geometry | None) -> FileGeometry | None:
    return None if place is None else FileGeometry(_FILE_SHAPES[place.shape], place.points)
