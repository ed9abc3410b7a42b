"""The survey's other records as tables: sites, photos, papers, logs and sharing relations."""

from collections.abc import Iterable, Mapping, Sequence

from fieldaudit.package.exports.cells import cell_of
from fieldaudit.package.exports.columns import label_of
from fieldaudit.package.exports.content import Cell, CellKind, Column, Row, Table
from fieldaudit.package.exports.paths import definition_path
from fieldaudit.package.exports.variants import Policy
from fieldaudit.package.exports.visit import LeavingVisit
from fieldaudit.texts import QT_TRANSLATE_NOOP, Catalog
from fieldaudit.visit.records import Log, Paper, Photo, Site
from fieldaudit.visit.register import KINDS
from fieldaudit.visit.relation import Relation
from fieldaudit.visit.sharing_states import STATE_TEXTS
from fieldaudit.visit.sharing_words import FORMS, PARTY_TEXTS, REFUSAL_TEXTS

_T, _I, _N, _D, _M = CellKind
_SITES = QT_TRANSLATE_NOOP("Domain", "站点")
_PHOTOS = QT_TRANSLATE_NOOP("Domain", "照片")
_PAPERS = QT_TRANSLATE_NOOP("Domain", "附件")
_LOGS = QT_TRANSLATE_NOOP("Domain", "测试日志")
_RELATIONS = QT_TRANSLATE_NOOP("Domain", "共享关系")
_SITE = {
    "id": (QT_TRANSLATE_NOOP("Domain", "记录号"), _T),
    "site": (QT_TRANSLATE_NOOP("Domain", "站点编码"), _T),
    "site_name": (QT_TRANSLATE_NOOP("Domain", "站点名称"), _T),
    "kind": (QT_TRANSLATE_NOOP("Domain", "类型"), _T),
    "kind:label": (QT_TRANSLATE_NOOP("Domain", "类型（名称）"), _T),
    "street": (QT_TRANSLATE_NOOP("Domain", "街道"), _T),
    "address": (QT_TRANSLATE_NOOP("Domain", "地址"), _T),
    "latitude": (QT_TRANSLATE_NOOP("Domain", "纬度"), _N),
    "longitude": (QT_TRANSLATE_NOOP("Domain", "经度"), _N),
    "example": (QT_TRANSLATE_NOOP("Domain", "虚构示例"), _T),
    "visits": (QT_TRANSLATE_NOOP("Domain", "导出的检查"), _I),
}
_PHOTO = {
    "id": (QT_TRANSLATE_NOOP("Domain", "记录号"), _T),
    "file": (QT_TRANSLATE_NOOP("Domain", "文件"), _T),
    "visit": (QT_TRANSLATE_NOOP("Domain", "检查记录号"), _T),
    "site": (QT_TRANSLATE_NOOP("Domain", "站点编码"), _T),
    "site_name": (QT_TRANSLATE_NOOP("Domain", "站点名称"), _T),
    "item": (QT_TRANSLATE_NOOP("Domain", "检查项"), _T),
    "label": (QT_TRANSLATE_NOOP("Domain", "名称"), _T),
    "caption": (QT_TRANSLATE_NOOP("Domain", "说明"), _T),
    "taken_at": (QT_TRANSLATE_NOOP("Domain", "拍摄时间"), _M),
    "taken_from": (QT_TRANSLATE_NOOP("Domain", "时间来源"), _T),
    "latitude": (QT_TRANSLATE_NOOP("Domain", "纬度"), _N),
    "longitude": (QT_TRANSLATE_NOOP("Domain", "经度"), _N),
    "width": (QT_TRANSLATE_NOOP("Domain", "宽（像素）"), _I),
    "height": (QT_TRANSLATE_NOOP("Domain", "高（像素）"), _I),
    "original": (QT_TRANSLATE_NOOP("Domain", "原文件名"), _T),
    "sha256": (QT_TRANSLATE_NOOP("Domain", "SHA-256"), _T),
    "present": (QT_TRANSLATE_NOOP("Domain", "完好"), _T),
}
_PAPER = {
    "id": (QT_TRANSLATE_NOOP("Domain", "记录号"), _T),
    "file": (QT_TRANSLATE_NOOP("Domain", "文件"), _T),
    "visit": (QT_TRANSLATE_NOOP("Domain", "检查记录号"), _T),
    "site": (QT_TRANSLATE_NOOP("Domain", "站点编码"), _T),
    "site_name": (QT_TRANSLATE_NOOP("Domain", "站点名称"), _T),
    "item": (QT_TRANSLATE_NOOP("Domain", "检查项"), _T),
    "label": (QT_TRANSLATE_NOOP("Domain", "名称"), _T),
    "caption": (QT_TRANSLATE_NOOP("Domain", "说明"), _T),
    "media_type": (QT_TRANSLATE_NOOP("Domain", "文件类型"), _T),
    "bytes": (QT_TRANSLATE_NOOP("Domain", "字节"), _I),
    "original": (QT_TRANSLATE_NOOP("Domain", "原文件名"), _T),
    "sha256": (QT_TRANSLATE_NOOP("Domain", "SHA-256"), _T),
    "present": (QT_TRANSLATE_NOOP("Domain", "完好"), _T),
}
_LOG = {
    "id": (QT_TRANSLATE_NOOP("Domain", "记录号"), _T),
    "visit": (QT_TRANSLATE_NOOP("Domain", "检查记录号"), _T),
    "site": (QT_TRANSLATE_NOOP("Domain", "站点编码"), _T),
    "site_name": (QT_TRANSLATE_NOOP("Domain", "站点名称"), _T),
    "original": (QT_TRANSLATE_NOOP("Domain", "原文件名"), _T),
    "profile": (QT_TRANSLATE_NOOP("Domain", "日志格式"), _T),
    "datum": (QT_TRANSLATE_NOOP("Domain", "坐标系"), _T),
    "sha256": (QT_TRANSLATE_NOOP("Domain", "SHA-256"), _T),
}
_RELATION = {
    "id": (QT_TRANSLATE_NOOP("Domain", "记录号"), _T),
    "visit": (QT_TRANSLATE_NOOP("Domain", "检查记录号"), _T),
    "site": (QT_TRANSLATE_NOOP("Domain", "站点编码"), _T),
    "form": (QT_TRANSLATE_NOOP("Domain", "共享形式"), _T),
    "form:label": (QT_TRANSLATE_NOOP("Domain", "共享形式（名称）"), _T),
    "kind": (QT_TRANSLATE_NOOP("Domain", "方式"), _T),
    "asset": (QT_TRANSLATE_NOOP("Domain", "资产"), _T),
    "owner": (QT_TRANSLATE_NOOP("Domain", "产权方"), _T),
    "owner:label": (QT_TRANSLATE_NOOP("Domain", "产权方（名称）"), _T),
    "users": (QT_TRANSLATE_NOOP("Domain", "使用方"), _T),
    "users:label": (QT_TRANSLATE_NOOP("Domain", "使用方（名称）"), _T),
    "state": (QT_TRANSLATE_NOOP("Domain", "状态"), _T),
    "state:label": (QT_TRANSLATE_NOOP("Domain", "状态（名称）"), _T),
    "legacy": (QT_TRANSLATE_NOOP("Domain", "存量补录"), _T),
    "agreement_no": (QT_TRANSLATE_NOOP("Domain", "协议号"), _T),
    "accepted_on": (QT_TRANSLATE_NOOP("Domain", "验收日期"), _D),
    "valid_from": (QT_TRANSLATE_NOOP("Domain", "有效期自"), _D),
    "valid_to": (QT_TRANSLATE_NOOP("Domain", "有效期至"), _D),
    "quantity": (QT_TRANSLATE_NOOP("Domain", "数量"), _N),
    "unit": (QT_TRANSLATE_NOOP("Domain", "计量单位"), _T),
    "refusal": (QT_TRANSLATE_NOOP("Domain", "拒绝原因"), _T),
    "refusal:label": (QT_TRANSLATE_NOOP("Domain", "拒绝原因（名称）"), _T),
}

Heads = Mapping[str, tuple[str, CellKind]]


class Lists:
    """Builds the tables of one export that hold no answers."""

    def __init__(
        self,
        visits: Sequence[LeavingVisit],
        sites: Mapping[str, Site],
        policy: Policy,
        catalog: Catalog,
    ) -> None:
        """Take the visits, and the register as it may leave, by record id."""
        self._visits = {visit.id: visit for visit in visits}
        self._register = sites
        self._policy = policy
        self._catalog = catalog

    def sites(self) -> Table:
        """Return the register."""
        counted: dict[str, int] = {}
        for visit in self._visits.values():
            counted[visit.site.id] = counted.get(visit.site.id, 0) + 1
        found = sorted(self._register.values(), key=lambda site: site.code)
        rows = [(*self._site(site), counted.get(site.id, 0)) for site in found]
        return self._table("sites", _SITES, _SITE, rows)

    def photos(self) -> Table:
        """Return the photos that leave, in the order of their visits."""
        found = self._visits.values()
        rows = [row for visit in found for row in self._photos(visit)]
        return self._table("photos", _PHOTOS, _PHOTO, rows)

    def papers(self) -> Table:
        """Return the attached papers that leave, in the order of their visits."""
        rows = [row for visit in self._visits.values() for row in self._papers(visit)]
        return self._table("papers", _PAPERS, _PAPER, rows)

    def logs(self, logs: Iterable[Log]) -> Table:
        """Return the drive-test logs of the visits that leave."""
        rows = [
            (
                *(log.id, log.visit, self._visits[log.visit].site.code),
                *(self._visits[log.visit].site.name, log.name, log.profile, log.datum, log.blob),
            )
            for log in logs
            if log.visit in self._visits
        ]
        return self._table("logs", _LOGS, _LOG, rows)

    def relations(self, relations: Iterable[Relation]) -> Table:
        """Return the relations that the visits found, and those that no visit found."""
        kept = (each for each in relations if not each.visit or each.visit in self._visits)
        return self._table("relations", _RELATIONS, _RELATION, [*map(self._relation, kept)])

    def _site(self, site: Site) -> Row:
        kind = self._say(KINDS[site.kind]) if site.kind in KINDS else site.kind
        place = self._point(site.position)
        name, address = self._policy.text(site.name), self._policy.text(site.address)
        example = "yes" if site.example else "no"
        return (site.id, site.code, name, site.kind, kind, site.street, address, *place, example)

    def _photos(self, visit: LeavingVisit) -> Iterable[Row]:
        labels = self._labels(visit)
        for photo in visit.photos:
            yield (
                *self._attached(visit, photo, labels),
                *(cell_of(photo.taken_at, _M), photo.taken_from),
                *(*self._point(photo.position), photo.width, photo.height),
                *(photo.name, photo.blob, "yes" if photo.present else "no"),
            )

    def _papers(self, visit: LeavingVisit) -> Iterable[Row]:
        labels = self._labels(visit)
        for paper in visit.papers:
            yield (
                *self._attached(visit, paper, labels),
                *(paper.media_type, paper.size, paper.name, paper.blob),
                "yes" if paper.present else "no",
            )

    def _labels(self, visit: LeavingVisit) -> dict[str, str]:
        questions = visit.form.root.questions()
        return {each.path: label_of(visit.form, each, self._catalog) for each in questions}

    def _attached(self, visit: LeavingVisit, each: Photo | Paper, labels: Mapping[str, str]) -> Row:
        path = definition_path(each.question, visit.form.model.repeats)
        return (
            *(each.id, visit.files[each.id], visit.id, visit.site.code, visit.site.name),
            *(each.question.rpartition("/")[2], labels.get(path, ""), each.caption),
        )

    def _relation(self, each: Relation) -> Row:
        form, site = FORMS.get(each.form), self._register.get(each.site)
        return (
            *(each.id, each.visit, site.code if site else "", each.form),
            *(self._say(form.name) if form else "", each.kind, self._policy.text(each.asset)),
            *(each.owner, self._words(PARTY_TEXTS, (each.owner,))),
            *(" ".join(each.users), self._words(PARTY_TEXTS, each.users)),
            *(each.state.value, self._say(STATE_TEXTS[each.state])),
            *("yes" if each.legacy else "no", each.agreement_no),
            *(cell_of(day, _D) for day in (each.accepted_on, each.valid_from, each.valid_to)),
            *(cell_of(each.quantity, _N), each.unit),
            *(" ".join(each.refusal), self._words(REFUSAL_TEXTS, each.refusal)),
        )

    def _words(self, texts: Mapping[str, str], codes: Iterable[str]) -> str:
        said = (self._say(texts.get(code, code)) for code in codes if code)
        return self._catalog.joined(said)

    def _say(self, text: str) -> str:
        return self._catalog.text("Domain", text)

    def _point(self, geopoint: str) -> tuple[Cell, Cell]:
        place = self._policy.point(geopoint)
        return (place.latitude, place.longitude) if place else (None, None)

    def _table(self, name: str, title: str, heads: Heads, rows: Sequence[Row]) -> Table:
        columns = tuple(Column(key, self._say(text), kind) for key, (text, kind) in heads.items())
        return Table(name, self._say(title), columns, rows)
