"""GeoJSON after RFC 7946; and proof that it reads back."""

import io
import json

import pytest

from fieldaudit.errors import BadInput, Code
from fieldaudit.package.exports.content import Geometry, Layer, Shape
from fieldaudit.package.exports.geojson import check_geojson, write_geojson
from tests.kit.leaving import a_table

RING = ((106.0, 29.0), (107.0, 29.0), (107.0, 30.0), (106.0, 29.0))
LAYER = Layer(
    a_table(("r1", 1.5, None), ("r2", 2, "千兆"), ("r3", 3, "x")),
    [
        Geometry(Shape.POINT, ((106.5, 29.6),)),
        None,
        Geometry(Shape.POLYGON, RING),
    ],
)


def written(*layers) -> bytes:
    stream = io.StringIO()
    write_geojson(stream, layers)
    return stream.getvalue().encode()


def test_longitude_comes_first_and_there_is_no_crs():
    found = json.loads(written(LAYER))
    assert set(found) == {"type", "features"}
    first, second, third = found["features"]
    assert first["geometry"] == {"type": "Point", "coordinates": [106.5, 29.6]}
    assert second["geometry"] is None
    assert third["geometry"]["coordinates"] == [[list(point) for point in RING]]


def test_properties_are_the_cells_and_the_layer():
    first, second, _ = json.loads(written(LAYER))["features"]
    assert (first["id"], first["properties"]) == (
        "table:r1",
        {"layer": "table", "a": "r1", "b": 1.5},
    )
    assert second["properties"]["c"] == "千兆"


def test_a_file_without_features_is_one():
    assert json.loads(written())["features"] == []


def test_what_was_written_is_compared():
    data = written(LAYER)
    assert check_geojson(data, [LAYER], file="a") == {"table": 3}
    for damaged in (data.replace(b"106.5", b"106.6"), written(LAYER, LAYER), written()):
        with pytest.raises(BadInput) as caught:
            check_geojson(damaged, [LAYER], file="a")
        assert caught.value.code is Code.EXPORT_MISMATCH
