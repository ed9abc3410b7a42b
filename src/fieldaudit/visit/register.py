"""Reading a register of sites (台账): which column is what, and which rows can be used.

A table that lacks a column or holds a code twice is refused as a whole, because no row of it can
be trusted; a faulty row is left out, a faulty position is left blank, each with a problem that
names the row. Knows nothing of the survey that the sites go into.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from fieldaudit.errors import BadInput, Code, Problem
from fieldaudit.texts import QT_TRANSLATE_NOOP
from fieldaudit.visit.datum import Datum, to_wgs84
from fieldaudit.visit.place import (
    CHONGQING,
    MAX_LONGITUDE,
    Position,
    Region,
    looks_swapped,
    read_angle,
)
from fieldaudit.visit.table import Row, read_table

KINDS = {
    "residential": QT_TRANSLATE_NOOP("Domain", "住宅小区"),
    "industrial_park": QT_TRANSLATE_NOOP("Domain", "产业园区"),
    "base_station": QT_TRANSLATE_NOOP("Domain", "基站"),
    "key_place": QT_TRANSLATE_NOOP("Domain", "重点场所"),
    "pole": QT_TRANSLATE_NOOP("Domain", "杆塔"),
    "duct": QT_TRANSLATE_NOOP("Domain", "管道"),
    "equipment_room": QT_TRANSLATE_NOOP("Domain", "机房"),
}
"""Kinds of site and their names."""

_KIND_WORDS = {
    **{kind: kind for kind in KINDS},
    **{name: kind for kind, name in KINDS.items()},
    **dict.fromkeys(("小区", "住宅", "res", "community"), "residential"),
    **dict.fromkeys(("园区", "工业园区", "工业园", "prk", "park"), "industrial_park"),
    **dict.fromkeys(("5g基站", "bts", "station", "base station"), "base_station"),
    **dict.fromkeys(("重点场景", "key", "key place"), "key_place"),
    **dict.fromkeys(("塔", "杆", "铁塔", "灯杆", "pol", "tower"), "pole"),
    **dict.fromkeys(("管孔", "人孔", "duc", "manhole"), "duct"),
    **dict.fromkeys(("机柜", "rom", "cabinet", "room", "equipment room"), "equipment_room"),
}

FIELDS = {
    "code": ("编码", "站点编码", "站址编码", "编号", "code", "site code"),
    "name": ("名称", "站点名称", "站名", "name", "site name"),
    "kind": ("类型", "站点类型", "类别", "kind", "type"),
    "street": ("街道", "所属街道", "street"),
    "address": ("地址", "详细地址", "address"),
    "latitude": ("纬度", "lat", "latitude"),
    "longitude": ("经度", "lon", "lng", "longitude"),
    "position": ("坐标", "位置", "经纬度", "position"),
}
"""Field → header names under which it is found without a mapping, the usual one first."""

_REQUIRED = ("code", "name", "kind")


@dataclass(frozen=True, slots=True)
class SiteRow:
    """One usable row of a register."""

    row: int
    """Row number in the file, as a spreadsheet shows it."""

    code: str
    """Code, unique in the register."""

    name: str
    """Name."""

    kind: str
    """One of KINDS."""

    street: str = ""
    """Name or code of the street, as written."""

    address: str = ""
    """Address in words."""

    position: str = ""
    """Geopoint in WGS-84; empty: none, or not usable."""

    datum: str = Datum.WGS84.value
    """What the original numbers refer to."""

    position_original: str = ""
    """The original numbers, `lat lon`, as written."""


def read_register(
    source: Path | bytes,
    *,
    name: str = "",
    mapping: Mapping[str, str] | None = None,
    datum: Datum = Datum.WGS84,
    region: Region = CHONGQING,
) -> tuple[tuple[SiteRow, ...], tuple[Problem, ...]]:
    """Read a register from CSV or XLSX.

    Args:
        source: the file or its bytes.
        name: the file's name for messages; needed with bytes.
        mapping: header name → field, for headers that FIELDS does not know.
        datum: what the coordinates refer to.
        region: where sites can lie; tells swapped axes and strays.

    Returns:
        The usable rows and the problems of the others, both in the file's order.

    Raises:
        BadInput: unreadable, too large or empty; REGISTER_FIELD_UNKNOWN, REGISTER_COLUMN_MISSING,
            REGISTER_CODE_TWICE.
    """
    file = name or (source.name if isinstance(source, Path) else "")
    header, *rows = read_table(source, file)
    columns = _columns(header.cells, mapping or {}, file)
    _refuse_repeated(rows, columns["code"], file)
    reader = _RowReader(columns, datum, region)
    sites = [reader.read(row) for row in rows]
    return tuple(site for site in sites if site is not None), tuple(reader.problems)


def _columns(header: Sequence[str], mapping: Mapping[str, str], file: str) -> dict[str, int]:
    """Return field → column number."""
    for column, field in mapping.items():
        if field not in FIELDS:
            raise BadInput(
                Code.REGISTER_FIELD_UNKNOWN, column=column, field=field, known=tuple(FIELDS)
            )
        if _plain(column) not in map(_plain, header):
            raise BadInput(Code.REGISTER_COLUMN_MISSING, file=file, column=column)
    mapped = {_plain(column): field for column, field in mapping.items()}
    usual = {_plain(text): field for field, texts in FIELDS.items() for text in texts}
    found: dict[str, int] = {}
    for number, text in enumerate(header):
        field = usual.get(_plain(text), "")
        if field not in mapped.values():
            found.setdefault(field, number)
        if _plain(text) in mapped:
            found[mapped[_plain(text)]] = number
    lacking = [field for field in _REQUIRED if field not in found]
    if ("latitude" in found) != ("longitude" in found):
        lacking.append("longitude" if "latitude" in found else "latitude")
    if lacking:
        texts = tuple(FIELDS[field][0] for field in lacking)
        raise BadInput(Code.REGISTER_COLUMN_MISSING, file=file, column=texts)
    return found


def _refuse_repeated(rows: Sequence[Row], column: int, file: str) -> None:
    seen: defaultdict[str, list[int]] = defaultdict(list)
    for row in rows:
        code = row.cell(column)
        if code:
            seen[code].append(row.number)
    for code, numbers in seen.items():
        if len(numbers) > 1:
            raise BadInput(Code.REGISTER_CODE_TWICE, file=file, site=code, rows=tuple(numbers))


class _RowReader:
    """Judges the rows of one table and gathers their problems."""

    def __init__(self, columns: Mapping[str, int], datum: Datum, region: Region) -> None:
        self._columns = columns
        self._datum = datum
        self._region = region
        self.problems: list[Problem] = []

    def read(self, row: Row) -> SiteRow | None:
        """Return the site of a row, or None for a row that cannot be used."""
        fields = {field: row.cell(number) for field, number in self._columns.items()}
        lacking = [FIELDS[field][0] for field in _REQUIRED if not fields[field]]
        if lacking:
            self._note(Code.REGISTER_VALUE_MISSING, row, column=tuple(lacking))
            return None
        kind = _KIND_WORDS.get(fields["kind"].lower())
        if kind is None:
            known = tuple(KINDS.values())
            self._note(Code.REGISTER_KIND_UNKNOWN, row, kind=fields["kind"], known=known)
            return None
        original, position = self._place(row, fields)
        return SiteRow(
            row.number,
            fields["code"],
            fields["name"],
            kind,
            street=fields.get("street", ""),
            address=fields.get("address", ""),
            position=position.text if position else "",
            datum=self._datum.value,
            position_original=original,
        )

    def _place(self, row: Row, fields: Mapping[str, str]) -> tuple[str, Position | None]:
        """Return the numbers as written and the WGS-84 point, None for a doubtful one."""
        parts = [fields.get("latitude", ""), fields.get("longitude", "")]
        if not any(parts):
            parts = fields.get("position", "").replace(",", " ").replace("，", " ").split()[:2]
        original = " ".join(parts).strip()
        if not original:
            return "", None
        angles = [read_angle(part) for part in parts]
        if len(angles) != 2 or angles[0] is None or angles[1] is None:  # noqa: PLR2004
            self._note(Code.REGISTER_POSITION_UNREADABLE, row, text=original)
            return original, None
        position = Position(angles[0], angles[1])
        code = self._fault(position)
        if code is not None:
            self._note(code, row, text=original)
            return original, None
        position = to_wgs84(position, self._datum)
        if not self._region.holds(position):
            self._note(Code.REGISTER_POSITION_OUTSIDE, row, text=original)
        return original, position

    def _fault(self, position: Position) -> Code | None:
        if max(abs(position.latitude), abs(position.longitude)) > MAX_LONGITUDE:
            return Code.REGISTER_POSITION_PROJECTED
        if looks_swapped(position, self._region):
            return Code.REGISTER_POSITION_SWAPPED
        return None if position.possible else Code.REGISTER_POSITION_UNREADABLE

    def _note(self, code: Code, row: Row, **params: object) -> None:
        self.problems.append(Problem(code, str(row.number), params))


def _plain(text: str) -> str:
    return text.strip().lower().replace("_", " ").replace("*", "")
