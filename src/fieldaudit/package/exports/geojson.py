"""Layers as one GeoJSON file after RFC 7946.

Longitude before latitude on WGS-84, at most seven decimals, rings counterclockwise, no `crs`
member (§4); a feature that lies nowhere has the geometry `null` (§3.2).
"""

import json
from collections.abc import Iterator, Sequence
from typing import IO, Any

from fieldaudit.errors import BadInput, Code
from fieldaudit.package.exports.cells import spelled
from fieldaudit.package.exports.content import Cell, Geometry, Layer, Shape


def write_geojson(stream: IO[str], layers: Sequence[Layer]) -> None:
    """Write the features of all layers, one a line."""
    stream.write('{"type": "FeatureCollection", "features": [')
    for number, feature in enumerate(features(layers)):
        stream.write(",\n" if number else "\n")
        stream.write(_line(feature))
    stream.write("\n]}\n")


def check_geojson(data: bytes, layers: Sequence[Layer], *, file: str) -> dict[str, int]:
    """Read the file again, compare each feature, and return the number of features by layer.

    Raises:
        BadInput: EXPORT_MISMATCH with the first feature that differs.
    """
    found = json.loads(data)["features"]
    wanted = list(features(layers))
    for number, feature in enumerate(wanted):
        if number >= len(found) or found[number] != json.loads(_line(feature)):
            raise BadInput(Code.EXPORT_MISMATCH, file=file, where=feature["id"])
    if len(found) != len(wanted):
        raise BadInput(Code.EXPORT_MISMATCH, file=file, where=f"{len(found)} ≠ {len(wanted)}")
    return {layer.table.id: len(layer.table.rows) for layer in layers}


def features(layers: Sequence[Layer]) -> Iterator[dict[str, Any]]:
    """Yield every feature; its id is that of its record, its property `layer` that of its layer."""
    for layer in layers:
        columns = layer.table.columns
        for row, place in zip(layer.table.rows, layer.places, strict=True):
            told = {
                column.id: _plain(value)
                for column, value in zip(columns, row, strict=True)
                if value is not None
            }
            yield {
                "type": "Feature",
                "id": f"{layer.table.id}:{row[0]}",
                "geometry": None if place is None else _geometry(place),
                "properties": {"layer": layer.table.id, **told},
            }


def _geometry(place: Geometry) -> dict[str, Any]:
    points: Any = [list(point) for point in place.points]
    if place.shape is Shape.POINT:
        points = points[0]
    elif place.shape is Shape.POLYGON:
        points = [points]
    return {"type": place.shape.value, "coordinates": points}


def _plain(value: Cell) -> Any:
    return value if isinstance(value, int | float) else spelled(value)


def _line(feature: dict[str, Any]) -> str:
    return json.dumps(feature, ensure_ascii=False, allow_nan=False)
