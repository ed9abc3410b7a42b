"""Map styles as QML, so that QGIS shows a layer well without anybody's work.

A style colours the features by the classes of their layer, writes a label beside them, and names
the fields by their questions.
"""

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass

from fieldaudit.package.exports.content import Classes, Column, Layer, Shape

_PLAIN = "#2f6fb0"
_OUTLINE = "255,255,255,255"
_OTHER = "#9aa5b1"
_SYMBOLS = {
    Shape.POINT: ("marker", "SimpleMarker", "color"),
    Shape.LINE: ("line", "SimpleLine", "line_color"),
    Shape.POLYGON: ("fill", "SimpleFill", "color"),
}
_LOOKS = {
    Shape.POINT: {"name": "circle", "size": "3", "size_unit": "MM", "outline_color": _OUTLINE},
    Shape.LINE: {"line_width": "0.7", "line_width_unit": "MM"},
    Shape.POLYGON: {"style": "solid", "outline_color": "35,35,35,255", "outline_width": "0.3"},
}


@dataclass(frozen=True, slots=True)
class _Class:
    """One colour of a renderer."""

    attributes: dict[str, str]
    label: str
    colour: str


def qml(layer: Layer, names: dict[str, str]) -> str:
    """Return the style of a layer.

    Args:
        layer: what is shown; one of a single kind of geometry gets symbols and labels.
        names: column id → name of the field in the file.
    """
    root = ET.Element("qgis", version="3.22", styleCategories="AllStyleCategories")
    if layer.shape is not None:
        _render(root, layer, layer.shape, names)
        _label(root, names.get(layer.label, ""))
    aliases = ET.SubElement(root, "aliases")
    for number, column in enumerate(layer.table.columns):
        ET.SubElement(
            aliases, "alias", field=names[column.id], index=str(number), name=_alias(column)
        )
    head = "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
    return head + ET.tostring(root, "unicode")


def _alias(column: Column) -> str:
    return f"{column.label} ({column.unit})" if column.unit else column.label


def _render(root: ET.Element, layer: Layer, shape: Shape, names: dict[str, str]) -> None:
    classes = layer.classes
    kind = "singleSymbol"
    if classes is not None:
        kind = "graduatedSymbol" if classes.ranges else "categorizedSymbol"
    attributes = {"type": kind, "enableorderby": "0", "forceraster": "0", "symbollevels": "0"}
    renderer = ET.SubElement(root, "renderer-v2", attributes)
    found = [_Class({}, "", _PLAIN)] if classes is None else list(_classes(classes))
    if classes is not None:
        renderer.set("attr", names[classes.column])
        entry = "range" if classes.ranges else "category"
        group = ET.SubElement(renderer, "ranges" if classes.ranges else "categories")
        for number, each in enumerate(found):
            told = {"symbol": str(number), "label": each.label, "render": "true"}
            ET.SubElement(group, entry, told | each.attributes)
    symbols = ET.SubElement(renderer, "symbols")
    for number, each in enumerate(found):
        _symbol(symbols, str(number), shape, each.colour)


def _classes(classes: Classes) -> Iterator[_Class]:
    for value, (label, colour) in classes.colours.items():
        if classes.ranges:
            lower, _, upper = value.partition(":")
            yield _Class({"lower": lower, "upper": upper}, label, colour)
        else:
            yield _Class({"value": value, "type": "string"}, label, colour)
    if not classes.ranges:
        # QGIS shows every other value by the category without one.
        yield _Class({"value": "", "type": "string"}, "", _OTHER)


def _symbol(symbols: ET.Element, name: str, shape: Shape, colour: str) -> None:
    kind, drawn, paint = _SYMBOLS[shape]
    told = {"type": kind, "name": name, "alpha": "1", "force_rhr": "0", "clip_to_extent": "1"}
    symbol = ET.SubElement(symbols, "symbol", told)
    part = {"class": drawn, "enabled": "1", "locked": "0", "pass": "0"}
    layer = ET.SubElement(symbol, "layer", part)
    looks = {**_LOOKS[shape], paint: _rgba(colour)}
    options = ET.SubElement(layer, "Option", type="Map")
    for key, value in looks.items():
        ET.SubElement(options, "Option", name=key, type="QString", value=value)
    for key, value in looks.items():
        # Before QGIS 3.26 the same settings were read from here.
        ET.SubElement(layer, "prop", k=key, v=value)


def _rgba(colour: str) -> str:
    return ",".join(str(int(colour[start : start + 2], 16)) for start in (1, 3, 5)) + ",255"


def _label(root: ET.Element, field: str) -> None:
    if not field:
        return
    labeling = ET.SubElement(root, "labeling", type="simple")
    settings = ET.SubElement(labeling, "settings", calloutType="simple")
    style = {
        "fieldName": field,
        "isExpression": "0",
        "fontSize": "8",
        "fontSizeUnit": "Point",
        "textColor": "35,35,35,255",
        "useSubstitutions": "0",
    }
    text = ET.SubElement(settings, "text-style", style)
    buffer = {"bufferDraw": "1", "bufferSize": "0.8", "bufferSizeUnits": "MM"}
    ET.SubElement(text, "text-buffer", {**buffer, "bufferColor": _OUTLINE, "bufferOpacity": "1"})
    place = {"placement": "6", "dist": "1", "distUnits": "MM", "priority": "5"}
    ET.SubElement(settings, "placement", place)
    ET.SubElement(settings, "rendering", drawLabels="1", obstacle="1", scaleVisibility="0")
