"""Look-up lists as trees: those inside the form and the CSV, XML and GeoJSON files beside it.

Every file is hostile until vetted: sizes and depths are limited.
"""

import csv
import io
import json
from collections.abc import Mapping
from functools import lru_cache

from lxml import etree

from fieldaudit.errors import BadInput
from fieldaudit.form.markup import LARGEST, local, parse
from fieldaudit.form.model import Secondary
from fieldaudit.form.vetting import MOST_CELLS
from fieldaudit.form.xpath.tree import Node, document
from fieldaudit.form_codes import FormCode


def trees(lists: tuple[Secondary, ...], files: Mapping[str, bytes]) -> dict[str, Node]:
    """Return the parent of each list's root element, by the list's id.

    A list whose file is not at hand is there and empty.
    """
    return {one.id: _tree(one, files.get(one.file, b"") if one.source else b"") for one in lists}


@lru_cache(maxsize=256)
def _tree(one: Secondary, data: bytes) -> Node:
    if not one.source:
        root = from_xml(parse(one.xml, one.id)) if one.xml else Node("root")
    elif not data:
        root = Node("root")
    elif one.file.endswith((".xml", "last-saved")):
        root = from_xml(parse(data, one.file))
    elif one.file.endswith(".geojson"):
        root = _from_geojson(data, one.file)
    else:
        root = _from_csv(data, one.file)
    return document(root).freeze()


def from_xml(element: etree._Element) -> Node:
    """Copy an element and all inside it into a tree."""
    made = Node(local(element), prefix=element.prefix or "")
    for name, value in element.attrib.items():
        made.set_attribute(etree.QName(name).localname, str(value))
    if len(element):
        for child in element:
            made.append(from_xml(child))
    else:
        made.text = element.text or ""
    return made


def _rows(name: str, columns: list[str], rows: list[list[str]]) -> Node:
    root = Node(name)
    for row in rows:
        item = root.append(Node("item"))
        for column, value in zip(columns, row, strict=False):
            if column:
                item.append(Node(column, value))
    return root


def _from_csv(data: bytes, file: str) -> Node:
    """Read a CSV file: header, then rows; comma, semicolon, tab or bar."""
    if len(data) > LARGEST:
        raise BadInput(FormCode.FORM_TOO_LARGE, file=file, limit=LARGEST // 1_000_000)
    try:
        text = data.decode("utf-8-sig")
        first = text.partition("\n")[0]
        delimiter = max(",;\t|", key=first.count)
        rows = [
            row for row in csv.reader(io.StringIO(text, newline=None), delimiter=delimiter) if row
        ]
    except (UnicodeDecodeError, csv.Error) as error:
        raise BadInput(FormCode.FORM_UNREADABLE, file=file, reason=str(error)) from error
    if sum(map(len, rows)) > MOST_CELLS:
        raise BadInput(FormCode.FORM_ROWS, file=file, most=MOST_CELLS)
    header = [cell.strip() for cell in rows[0]] if rows else []
    return _rows("root", header, rows[1:])


def _from_geojson(data: bytes, file: str) -> Node:
    """Read a GeoJSON feature collection: properties as columns, the geometry as ODK text."""
    if len(data) > LARGEST:
        raise BadInput(FormCode.FORM_TOO_LARGE, file=file, limit=LARGEST // 1_000_000)
    try:
        features = json.loads(data)["features"]
        if sum(len(feature.get("properties") or ()) + 2 for feature in features) > MOST_CELLS:
            raise BadInput(FormCode.FORM_ROWS, file=file, most=MOST_CELLS)
        root = Node("root")
        for feature in features:
            item = root.append(Node("item"))
            item.append(Node("geometry", _geometry(feature.get("geometry") or {})))
            if "id" in feature:
                item.append(Node("id", str(feature["id"])))
            for name, value in (feature.get("properties") or {}).items():
                item.append(Node(str(name), "" if value is None else str(value)))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise BadInput(FormCode.FORM_UNREADABLE, file=file, reason=str(error)) from error
    return root


def _geometry(geometry: Mapping[str, object]) -> str:
    """Return a point, line or ring as `lat lon alt acc` places between semicolons."""
    places = geometry.get("coordinates") or []
    if geometry.get("type") == "Point":
        places = [places]
    elif geometry.get("type") == "Polygon" and isinstance(places, list):
        places = places[0]
    if not isinstance(places, list):
        raise TypeError(geometry.get("type"))
    return "; ".join(f"{place[1]} {place[0]} 0 0" for place in places)
