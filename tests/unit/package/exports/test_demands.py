"""The list of demands has the heads that are prescribed."""

from fieldaudit.package.exports.demands import demands_table
from fieldaudit.package.exports.variants import Policy, Variant
from fieldaudit.texts import Catalog
from tests.kit.leaving import by_id

HEADS = (
    "序号 需求编号 提出日期 需求方/行业 资源方/行业 方向 资源类别 地点+坐标/路由 街道 数量+单位 "
    "技术要求 需要时间 优先级 依据 联系单位 状态 答复日期/意见 拒绝原因 协议号 完成日期 备注"
)
DEMAND = {"code": "D-1", "state": "refused", "refusal": "R01 R04", "contact": "某公司"}


def test_the_heads_are_exactly_those():
    table = demands_table([], Policy(), Catalog("en"))
    assert [column.label for column in table.columns] == HEADS.split()
    assert table.plain


def test_states_and_reasons_are_words():
    row = by_id(demands_table([DEMAND], Policy(), Catalog("zh")))
    assert (row["number"], row["code"], row["state"]) == (1, "D-1", "拒绝")
    assert row["refusal"] == "物业/业主不同意、荷载不足"
    assert row["contact"] == "某公司"


def test_contacts_are_not_public():
    row = by_id(demands_table([DEMAND], Policy(Variant.PUBLIC), Catalog("zh")))
    assert row["contact"] is None
