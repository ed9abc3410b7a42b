"""The list of cross-sector sharing demands (跨行业共建共享需求清单) with its prescribed heads.

The list goes from office to office as a spreadsheet; its heads are the same in every language.
"""

from collections.abc import Mapping, Sequence

from fieldaudit.package.exports.content import Cell, Column, Row, Table
from fieldaudit.package.exports.variants import Policy
from fieldaudit.texts import QT_TRANSLATE_NOOP, Catalog
from fieldaudit.visit.sharing_states import STATE_TEXTS, State
from fieldaudit.visit.sharing_words import REFUSAL_TEXTS

HEADS = {
    "number": "序号",
    "code": "需求编号",
    "raised_on": "提出日期",
    "demander": "需求方/行业",
    "provider": "资源方/行业",
    "direction": "方向",
    "resource": "资源类别",
    "place": "地点+坐标/路由",
    "street": "街道",
    "quantity": "数量+单位",
    "requirements": "技术要求",
    "needed_by": "需要时间",
    "priority": "优先级",
    "basis": "依据",
    "contact": "联系单位",
    "state": "状态",
    "answer": "答复日期/意见",
    "refusal": "拒绝原因",
    "agreement_no": "协议号",
    "done_on": "完成日期",
    "note": "备注",
}
"""Field of a demand record → head of its column."""

_TITLE = QT_TRANSLATE_NOOP("Domain", "跨行业共建共享需求清单")


def demands_table(demands: Sequence[Mapping[str, str]], policy: Policy, catalog: Catalog) -> Table:
    """Return the list of demands.

    Args:
        demands: the fields of each record; what a record does not say stays empty.
        policy: in public there are no contacts.
        catalog: words of states and refusal reasons.
    """
    columns = tuple(Column(field, head) for field, head in HEADS.items())
    rows = [_row(number, each, policy, catalog) for number, each in enumerate(demands, 1)]
    return Table("demands", catalog.text("Domain", _TITLE), columns, rows, plain=True)


def _row(number: int, values: Mapping[str, str], policy: Policy, catalog: Catalog) -> Row:
    told: dict[str, Cell] = {field: policy.text(values.get(field, "")) for field in HEADS}
    state = values.get("state", "")
    if state in list(State):
        told["state"] = catalog.text("Domain", STATE_TEXTS[State(state)])
    said = (REFUSAL_TEXTS.get(code, code) for code in values.get("refusal", "").split())
    told["refusal"] = catalog.joined(catalog.text("Domain", each) for each in said)
    told["number"] = number
    if policy.public:
        told["contact"] = None
    return tuple(told.values())
