"""Map styles."""

import xml.etree.ElementTree as ET
from dataclasses import replace

from fieldaudit.package.exports.content import Classes, Layer, Shape
from fieldaudit.package.exports.styles import qml
from tests.kit.leaving import a_table

TABLE = a_table(("r1", "yes"))
NAMES = {"a": "a", "b": "b_2"}
LAYER = Layer(TABLE, [None], label="b")


def read(layer):
    return ET.fromstring(qml(layer, NAMES))  # noqa: S314 - our own


def test_a_style_names_fields_and_writes_labels():
    root = read(LAYER)
    assert {each.get("field"): each.get("name") for each in root.iter("alias")} == {
        "a": "列0",
        "b_2": "列1",
    }
    style = root.find(".//text-style")
    assert style is not None
    assert style.get("fieldName") == "b_2"


def test_values_have_colours():
    classes = Classes("b", {"yes": ("是", "#2e8b57")})
    root = read(replace(LAYER, classes=classes))
    renderer = root.find("renderer-v2")
    assert renderer is not None
    assert (renderer.get("type"), renderer.get("attr")) == ("categorizedSymbol", "b_2")
    assert [each.get("value") for each in root.iter("category")] == ["yes", ""]
    colours = [each.get("v") for each in root.iter("prop") if each.get("k") == "color"]
    assert colours[0] == "46,139,87,255"


def test_ranges_have_colours():
    classes = Classes("b", {"-90:-75": ("good", "#1a9641")}, ranges=True)
    (found,) = read(replace(LAYER, classes=classes)).iter("range")
    assert (found.get("lower"), found.get("upper")) == ("-90", "-75")


def test_each_shape_has_its_symbol():
    kinds = {
        shape: [each.get("type") for each in read(replace(LAYER, shape=shape)).iter("symbol")]
        for shape in Shape
    }
    assert kinds == {Shape.POINT: ["marker"], Shape.LINE: ["line"], Shape.POLYGON: ["fill"]}


def test_mixed_shapes_are_left_to_the_map():
    root = read(replace(LAYER, shape=None))
    assert root.find("renderer-v2") is None
    assert list(root.iter("alias"))
