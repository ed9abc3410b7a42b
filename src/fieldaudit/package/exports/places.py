"""The layers of an export: what lies where, and how a map shows it."""

from collections.abc import Iterable, Sequence

from fieldaudit.assess.verdict import Conclusion
from fieldaudit.package.content import Conclusion as Printed
from fieldaudit.package.exports.cells import cell_of
from fieldaudit.package.exports.columns import label_of
from fieldaudit.package.exports.content import (
    Cell,
    CellKind,
    Classes,
    Column,
    Geometry,
    Layer,
    Row,
    Shape,
    Table,
)
from fieldaudit.package.exports.paths import asked, definition_path
from fieldaudit.package.exports.variants import PLACES, Policy
from fieldaudit.package.exports.visit import LeavingVisit
from fieldaudit.package.words import SHORT_CONCLUSIONS, words
from fieldaudit.texts import QT_TRANSLATE_NOOP, Catalog
from fieldaudit.visit.register import KINDS
from fieldaudit.visit.sample import Sample
from fieldaudit.visit.stamp import Moment

_PLACES = QT_TRANSLATE_NOOP("Domain", "位置与范围")
_SAMPLES = QT_TRANSLATE_NOOP("Domain", "测试采样")
_PLACE_HEADS = {
    "id": QT_TRANSLATE_NOOP("Domain", "记录号"),
    "visit": QT_TRANSLATE_NOOP("Domain", "检查记录号"),
    "site": QT_TRANSLATE_NOOP("Domain", "站点编码"),
    "item": QT_TRANSLATE_NOOP("Domain", "检查项"),
    "label": QT_TRANSLATE_NOOP("Domain", "名称"),
}
_SAMPLE_HEADS = {
    "id": (QT_TRANSLATE_NOOP("Domain", "记录号"), CellKind.TEXT),
    "visit": (QT_TRANSLATE_NOOP("Domain", "检查记录号"), CellKind.TEXT),
    "taken_at": (QT_TRANSLATE_NOOP("Domain", "时间"), CellKind.MOMENT),
    "operator": (QT_TRANSLATE_NOOP("Domain", "运营商"), CellKind.TEXT),
    "technology": (QT_TRANSLATE_NOOP("Domain", "制式"), CellKind.TEXT),
    "rsrp": (QT_TRANSLATE_NOOP("Domain", "RSRP"), CellKind.DECIMAL),
    "rsrq": (QT_TRANSLATE_NOOP("Domain", "RSRQ"), CellKind.DECIMAL),
    "sinr": (QT_TRANSLATE_NOOP("Domain", "SINR"), CellKind.DECIMAL),
}
_UNITS = {"rsrp": "dBm", "rsrq": "dB", "sinr": "dB"}
_COLOURS = {
    Conclusion.CONFORMING: "#2e8b57",
    Conclusion.BASICALLY_CONFORMING: "#9bbf3b",
    Conclusion.RECTIFY: "#e59b1f",
    Conclusion.FAILED: "#c8372d",
    Conclusion.NOT_CHECKED: "#8a94a0",
}
_KIND_COLOURS = (
    *("#2f6fb0", "#7b4fa3", "#c2571a", "#1e8a83"),
    *("#a0762c", "#56707f", "#b03a6b"),
)
_LEVELS = {
    "-75:-31": "#1a9641",
    "-90:-75": "#a6d96a",
    "-105:-90": "#fdae61",
    "-160:-105": "#d7191c",
}


class Places:
    """Builds the layers of one export."""

    def __init__(self, visits: Sequence[LeavingVisit], policy: Policy, catalog: Catalog) -> None:
        """Take the visits, in the order of the rows of their tables."""
        self._visits = visits
        self._policy = policy
        self._catalog = catalog

    def sites(self, table: Table) -> Layer:
        """Return the register as a layer, coloured by kind."""
        kinds = zip(KINDS.items(), _KIND_COLOURS, strict=True)
        colours = {kind: (self._say(name), colour) for (kind, name), colour in kinds}
        classes = Classes("kind", colours)
        return Layer(table, self._pairs(table), label="site_name", classes=classes)

    def visits(self, table: Table) -> Layer:
        """Return visits as a layer at the places of their sites, coloured by conclusion.

        The place of the visit itself stands in where the site has none.
        """
        at = {visit.id: self._policy.place(visit.position) for visit in self._visits}
        pairs = zip(table.rows, self._pairs(table), strict=True)
        places = [place or at.get(str(row[0])) for row, place in pairs]
        colours = {
            each.value: (words(self._catalog, SHORT_CONCLUSIONS[Printed(each.value)]), colour)
            for each, colour in _COLOURS.items()
        }
        return Layer(table, places, label="site_name", classes=Classes("conclusion", colours))

    def photos(self, table: Table) -> Layer:
        """Return photos as a layer at the places that their cameras noted."""
        return Layer(table, self._pairs(table), label="item")

    def answers(self) -> Layer:
        """Return the answers that are places, traces or areas."""
        rows: list[Row] = []
        places: list[Geometry | None] = []
        for visit in self._visits:
            questions = {q.path: q for _, q in asked(visit.form) if q.kind in PLACES}
            for path, text in visit.answers.items():
                question = questions.get(definition_path(path, visit.form.model.repeats))
                if question is None:
                    continue
                label = label_of(visit.form, question, self._catalog)
                key = f"{visit.id}/{path}"
                rows.append((key, visit.id, visit.site.code, question.name, label))
                places.append(self._policy.geometry(text, question.kind))
        heads = tuple(Column(key, self._say(text)) for key, text in _PLACE_HEADS.items())
        table = Table("places", self._say(_PLACES), heads, rows)
        return Layer(table, places, shape=None, label="item")

    def samples(self, samples: Iterable[tuple[str, Sequence[Sample]]]) -> Layer:
        """Return the samples of visits' logs as a layer, coloured by level.

        Args:
            samples: record id of the visit, and the samples of one of its logs.
        """
        rows: list[Row] = []
        places: list[Geometry | None] = []
        for visit, found in samples:
            for sample in found:
                rows.append(_sample(f"{visit}/{len(rows) + 1}", visit, sample))
                point = self._policy.rounded((sample.longitude, sample.latitude))
                places.append(Geometry(Shape.POINT, (point,)))
        columns = tuple(
            Column(key, self._say(text), kind, _UNITS.get(key, ""))
            for key, (text, kind) in _SAMPLE_HEADS.items()
        )
        table = Table("samples", self._say(_SAMPLES), columns, rows)
        levels = {bounds: (f"{bounds.replace(':', ' … ')} dBm", c) for bounds, c in _LEVELS.items()}
        return Layer(table, places, classes=Classes("rsrp", levels, ranges=True))

    def _pairs(self, table: Table) -> list[Geometry | None]:
        """Return the places that the columns latitude and longitude of a table say."""
        ids = [column.id for column in table.columns]
        y, x = ids.index("latitude"), ids.index("longitude")
        return [_point(row[x], row[y]) for row in table.rows]

    def _say(self, text: str) -> str:
        return self._catalog.text("Domain", text)


def _point(longitude: Cell, latitude: Cell) -> Geometry | None:
    if not isinstance(longitude, float) or not isinstance(latitude, float):
        return None
    return Geometry(Shape.POINT, ((longitude, latitude),))


def _sample(key: str, visit: str, sample: Sample) -> Row:
    at = None if sample.at is None else cell_of(Moment(sample.at).iso(), CellKind.MOMENT)
    told = (at, sample.operator, sample.technology.value, sample.rsrp, sample.rsrq, sample.sinr)
    return (key, visit, *told)
