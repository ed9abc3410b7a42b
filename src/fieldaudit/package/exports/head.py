"""The columns that stand before the answers: which visit, where, by whom, what came of it."""

from fieldaudit.form.definition import Severity
from fieldaudit.package.content import Conclusion, VisitStatus
from fieldaudit.package.exports.cells import cell_of
from fieldaudit.package.exports.content import CellKind, Column, Row
from fieldaudit.package.exports.variants import Policy
from fieldaudit.package.exports.visit import LeavingVisit
from fieldaudit.package.words import SHORT_CONCLUSIONS, STATUSES, words
from fieldaudit.texts import QT_TRANSLATE_NOOP, Catalog

_SHORT = {
    "visit": QT_TRANSLATE_NOOP("Domain", "检查记录号"),
    "site": QT_TRANSLATE_NOOP("Domain", "站点编码"),
    "site_name": QT_TRANSLATE_NOOP("Domain", "站点名称"),
}
_MORE = {
    "street": (QT_TRANSLATE_NOOP("Domain", "街道"), CellKind.TEXT),
    "form": (QT_TRANSLATE_NOOP("Domain", "检查表"), CellKind.TEXT),
    "form_version": (QT_TRANSLATE_NOOP("Domain", "检查表版本"), CellKind.TEXT),
    "status": (QT_TRANSLATE_NOOP("Domain", "状态"), CellKind.TEXT),
    "status:label": (QT_TRANSLATE_NOOP("Domain", "状态（名称）"), CellKind.TEXT),
    "inspector": (QT_TRANSLATE_NOOP("Domain", "检查人"), CellKind.TEXT),
    "started": (QT_TRANSLATE_NOOP("Domain", "开始时间"), CellKind.MOMENT),
    "ended": (QT_TRANSLATE_NOOP("Domain", "结束时间"), CellKind.MOMENT),
    "signed": (QT_TRANSLATE_NOOP("Domain", "签名时间"), CellKind.MOMENT),
    "latitude": (QT_TRANSLATE_NOOP("Domain", "站点纬度"), CellKind.DECIMAL),
    "longitude": (QT_TRANSLATE_NOOP("Domain", "站点经度"), CellKind.DECIMAL),
    "restricted": (QT_TRANSLATE_NOOP("Domain", "涉密或禁拍"), CellKind.TEXT),
    "conclusion": (QT_TRANSLATE_NOOP("Domain", "结论"), CellKind.TEXT),
    "conclusion:label": (QT_TRANSLATE_NOOP("Domain", "结论（名称）"), CellKind.TEXT),
    "score": (QT_TRANSLATE_NOOP("Domain", "符合率"), CellKind.DECIMAL),
    "failed_critical": (QT_TRANSLATE_NOOP("Domain", "严重不符合项"), CellKind.INTEGER),
    "failed_major": (QT_TRANSLATE_NOOP("Domain", "主要不符合项"), CellKind.INTEGER),
    "failed_minor": (QT_TRANSLATE_NOOP("Domain", "一般不符合项"), CellKind.INTEGER),
    "photos": (QT_TRANSLATE_NOOP("Domain", "照片数"), CellKind.INTEGER),
    "conflicts": (QT_TRANSLATE_NOOP("Domain", "未决冲突"), CellKind.INTEGER),
}
_PRIVATE = ("inspector",)


class Head:
    """Builds the columns before the answers."""

    def __init__(self, policy: Policy, catalog: Catalog) -> None:
        """Take what may leave, and the words."""
        self._policy = policy
        self._catalog = catalog
        say = catalog.text
        self.short = tuple(Column(name, say("Domain", label)) for name, label in _SHORT.items())
        """Which visit: for tables with several rows a visit."""
        self.columns = (
            *self.short,
            *(
                Column(name, say("Domain", label), kind)
                for name, (label, kind) in _MORE.items()
                if not (policy.public and name in _PRIVATE)
            ),
        )
        """Everything about a visit but its answers."""

    def short_row(self, visit: LeavingVisit) -> Row:
        """Return the cells of `short`."""
        return visit.id, visit.site.code, self._policy.text(visit.site.name)

    def row(self, visit: LeavingVisit) -> Row:
        """Return the cells of `columns`."""
        place = self._policy.point(visit.site.position)
        failed, catalog = visit.verdict.failed, self._catalog
        conclusion = visit.verdict.conclusion.value
        told = {
            "street": visit.site.street,
            "form": visit.form.id,
            "form_version": visit.form.version,
            "status": visit.status.value,
            "status:label": words(catalog, STATUSES[VisitStatus(visit.status.value)]),
            "inspector": visit.inspector,
            "started": cell_of(visit.started, CellKind.MOMENT),
            "ended": cell_of(visit.ended, CellKind.MOMENT),
            "signed": cell_of(visit.signed, CellKind.MOMENT),
            "latitude": place.latitude if place else None,
            "longitude": place.longitude if place else None,
            "restricted": "yes" if visit.restricted else "no",
            "conclusion": conclusion,
            "conclusion:label": words(catalog, SHORT_CONCLUSIONS[Conclusion(conclusion)]),
            "score": visit.verdict.score,
            "failed_critical": failed[Severity.CRITICAL],
            "failed_major": failed[Severity.MAJOR],
            "failed_minor": failed[Severity.MINOR],
            "photos": len(visit.photos),
            "conflicts": visit.conflicts,
        }
        shown = (told[column.id] for column in self.columns[len(self.short) :])
        return (*self.short_row(visit), *shown)
