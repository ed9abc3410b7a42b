"""Look-up lists."""

import json

import pytest

from fieldaudit.errors import BadInput
from fieldaudit.form.model import Secondary
from fieldaudit.form.secondary import trees
from fieldaudit.form.vetting import MOST_CELLS
from fieldaudit.form.xpath.tree import Node
from fieldaudit.form_codes import FormCode

INSIDE = Secondary("c", b"<root><item><name>a</name></item></root>")


def cells(parent: Node) -> list[dict[str, str]]:
    (root,) = parent.children
    return [{cell.name: cell.text for cell in item.children} for item in root.children]


def read(name: str, data: bytes) -> list[dict[str, str]]:
    return cells(trees((Secondary("x", source=f"jr://file/{name}"),), {name: data})["x"])


def test_lists_inside_the_form() -> None:
    assert cells(trees((INSIDE,), {})["c"]) == [{"name": "a"}]


@pytest.mark.parametrize("data", ["name,l\na,A\n", "name;l\r\na;A\r\n", "\ufeffname\tl\ra\tA\r"])
def test_csv_in_its_dialects(data: str) -> None:
    assert read("a.csv", data.encode()) == [{"name": "a", "l": "A"}]


def test_geojson() -> None:
    features = [
        {"geometry": {"type": "Point", "coordinates": [106.5, 29.5]}, "properties": {"n": 1}},
        {
            "id": 7,
            "geometry": {"type": "Polygon", "coordinates": [[[1, 2], [3, 4], [5, 6], [1, 2]]]},
        },
    ]
    assert read("a.geojson", json.dumps({"features": features}).encode()) == [
        {"geometry": "29.5 106.5 0 0", "n": "1"},
        {"geometry": "2 1 0 0; 4 3 0 0; 6 5 0 0; 2 1 0 0", "id": "7"},
    ]


def test_a_file_not_at_hand_is_an_empty_list() -> None:
    assert cells(trees((Secondary("x", source="jr://file/a.csv"),), {})["x"]) == []


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.csv", b"\xff\xfe\x00"),
        ("a.xml", b"<a"),
        ("a.geojson", b"[]"),
        ("a.geojson", b'{"features": [{"geometry": {"type": "Point", "coordinates": 3}}]}'),
        ("a.geojson", b"[" * 100_000),
    ],
)
def test_broken_files_are_refused(name: str, data: bytes) -> None:
    with pytest.raises(BadInput) as caught:
        read(name, data)
    assert caught.value.code is FormCode.FORM_UNREADABLE


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.csv", b"a,b\n" + b",\n" * (MOST_CELLS // 2)),
        ("a.geojson", b'{"features": [' + b"{}," * (MOST_CELLS // 2) + b"{}]}"),
    ],
)
def test_lists_with_more_cells_than_memory_are_refused(name: str, data: bytes) -> None:
    with pytest.raises(BadInput) as caught:
        read(name, data)
    assert caught.value.code is FormCode.FORM_ROWS
