"""Failed items, and questions that were not answered, as tables of one row each."""

from collections.abc import Mapping, Sequence

from fieldaudit.form.definition import Question
from fieldaudit.package.exports.cells import cell_of, kind_of
from fieldaudit.package.exports.columns import label_of
from fieldaudit.package.exports.content import Column, Row, Table
from fieldaudit.package.exports.head import Head
from fieldaudit.package.exports.paths import instance_of
from fieldaudit.package.exports.variants import Policy
from fieldaudit.package.exports.visit import Followed, LeavingVisit
from fieldaudit.package.words import SEVERITIES, words
from fieldaudit.texts import QT_TRANSLATE_NOOP, Catalog
from fieldaudit.visit.judgement import ANSWER_STATES, AnswerState

_FINDINGS = QT_TRANSLATE_NOOP("Domain", "不符合项")
_EXCUSES = QT_TRANSLATE_NOOP("Domain", "未答说明")
_UNKNOWN = QT_TRANSLATE_NOOP("Domain", "检查表以外的答案")
_ITEM = {
    "item": QT_TRANSLATE_NOOP("Domain", "检查项"),
    "label": QT_TRANSLATE_NOOP("Domain", "名称"),
    "instance": QT_TRANSLATE_NOOP("Domain", "条目号"),
}
_FINDING = {
    "value": QT_TRANSLATE_NOOP("Domain", "结果"),
    "value:label": QT_TRANSLATE_NOOP("Domain", "结果（名称）"),
    "unit": QT_TRANSLATE_NOOP("Domain", "计量单位"),
    "limit": QT_TRANSLATE_NOOP("Domain", "限值"),
    "severity": QT_TRANSLATE_NOOP("Domain", "严重程度"),
    "severity:label": QT_TRANSLATE_NOOP("Domain", "严重程度（名称）"),
    "clause": QT_TRANSLATE_NOOP("Domain", "依据"),
    "photos": QT_TRANSLATE_NOOP("Domain", "照片"),
    "number": QT_TRANSLATE_NOOP("Domain", "问题编号"),
    "owner": QT_TRANSLATE_NOOP("Domain", "责任单位"),
    "owner:label": QT_TRANSLATE_NOOP("Domain", "责任单位（名称）"),
    "due": QT_TRANSLATE_NOOP("Domain", "整改期限"),
    "state": QT_TRANSLATE_NOOP("Domain", "状态"),
    "state:label": QT_TRANSLATE_NOOP("Domain", "状态（名称）"),
    "closed": QT_TRANSLATE_NOOP("Domain", "闭环时间"),
}
_NOT_FOLLOWED = Followed("", "", "", "", "", "", "")
_EXCUSE = {
    "state": QT_TRANSLATE_NOOP("Domain", "状态"),
    "state:label": QT_TRANSLATE_NOOP("Domain", "状态（名称）"),
    "reason": QT_TRANSLATE_NOOP("Domain", "原因"),
}
_ANSWER = {
    "path": QT_TRANSLATE_NOOP("Domain", "路径"),
    "value": QT_TRANSLATE_NOOP("Domain", "结果"),
}

_AUDIT = ("unit", "limit", "clause")


class Findings:
    """Builds the tables about single items of the visits of one export."""

    def __init__(
        self,
        visits: Sequence[LeavingVisit],
        policy: Policy,
        catalog: Catalog,
        followed: Mapping[tuple[str, str], Followed] | None = None,
    ) -> None:
        """Take the visits, in the order of their rows, and what became of each failed item."""
        self._followed = followed or {}
        self._visits = visits
        self._policy = policy
        self._catalog = catalog
        self._head = Head(policy, catalog)

    def failed(self) -> Table:
        """Return the failed items with value, limit, severity and clause."""
        rows: list[Row] = []
        language = self._catalog.language
        for visit in self._visits:
            for each in visit.failed:
                audit = each.question.audit
                text = self._policy.text(visit.answers.get(each.path, ""))
                value = cell_of(text, kind_of(each.question))
                unit, limit, clause = (audit.said(name, language) for name in _AUDIT)
                row = (
                    *(value, visit.words.get(each.path, ""), unit, limit),
                    *(audit.severity.value, words(self._catalog, SEVERITIES[audit.severity])),
                    *(clause, visit.photo_files(each.path)),
                )
                after = self._followed.get((visit.id, each.path), _NOT_FOLLOWED)
                rows.append((*self._item(visit, each.path, each.question), *row, *_told(after)))
        return self._table("findings", _FINDINGS, _ITEM | _FINDING, rows)

    def excused(self) -> Table:
        """Return the questions that were not answered, with their reasons."""
        rows: list[Row] = []
        for visit in self._visits:
            for each in visit.excused:
                said = self._catalog.text("Domain", ANSWER_STATES[AnswerState(each.state)])
                told = (each.state, said, self._policy.text(each.reason))
                rows.append((*self._item(visit, each.path, each.question), *told))
        return self._table("unanswered", _EXCUSES, _ITEM | _EXCUSE, rows)

    def unknown(self) -> Table:
        """Return the answers that a form has no question for; none in public."""
        rows = [
            (*self._head.short_row(visit), path, text)
            for visit in self._visits
            for path, text in visit.unknown.items()
            if not self._policy.public
        ]
        return self._table("other_answers", _UNKNOWN, _ANSWER, rows)

    def _item(self, visit: LeavingVisit, path: str, question: Question) -> Row:
        instance = instance_of(path, visit.form.model.repeats).rpartition("/")[2]
        label = label_of(visit.form, question, self._catalog)
        return *self._head.short_row(visit), question.name, label, instance or None

    def _table(self, name: str, title: str, heads: dict[str, str], rows: list[Row]) -> Table:
        say = self._catalog.text
        own = (Column(key, say("Domain", label)) for key, label in heads.items())
        return Table(name, say("Domain", title), (*self._head.short, *own), rows)


def _told(after: Followed) -> Row:
    told = (after.number, after.owner, after.owner_words, after.due[:10])
    return tuple(text or None for text in (*told, after.state, after.state_words, after.closed_on))
