"""Failed items and unanswered questions."""

from fieldaudit.package.exports.findings import Findings
from fieldaudit.package.exports.variants import Policy, Variant
from fieldaudit.package.exports.visit import Followed
from fieldaudit.texts import Catalog
from tests.kit.leaving import a_leaving_visit, by_id


def findings(visit, variant=Variant.INTERNAL):
    return Findings([visit], Policy(variant), Catalog("zh"))


def test_a_failed_item_says_value_limit_severity_and_clause():
    table = findings(a_leaving_visit()).failed()
    first = by_id(table)
    assert (first["item"], first["value"], first["unit"]) == ("RES-26", -31.0, "dBm")
    assert (first["limit"], first["clause"]) == ("≥ −27", "G.984.2")
    assert (first["severity"], first["severity:label"]) == ("major", "主要")
    assert (by_id(table, 1)["item"], by_id(table, 1)["instance"]) == ("speed", "h2")


def test_a_question_without_an_answer_says_why():
    excused = {"fibre/RES-07/$state": "not_checked", "fibre/RES-07/$reason": "打13812345678"}
    visit = a_leaving_visit(excused)
    row = by_id(findings(visit).excused())
    assert (row["item"], row["state"], row["state:label"]) == ("RES-07", "not_checked", "未检查")
    assert row["reason"] == "打13812345678"
    assert by_id(findings(visit, Variant.PUBLIC).excused())["reason"] == "打＊＊＊"


def test_unknown_answers_are_kept_but_not_public():
    visit = a_leaving_visit(unknown={"old/X-1": "there"})
    assert by_id(findings(visit).unknown())["value"] == "there"
    assert not findings(visit, Variant.PUBLIC).unknown().rows


def test_a_finding_says_who_mends_it_until_when_and_whether_it_is_closed():
    visit = a_leaving_visit()
    told = Followed("RES-1", "ct cm", "电信、移动", "2022-07-20", "open", "待整改", "")
    followed = {(visit.id, "fibre/RES-26"): told}
    table = Findings([visit], Policy(Variant.INTERNAL), Catalog("zh"), followed).failed()
    first, second = by_id(table), by_id(table, 1)
    assert (first["owner"], first["owner:label"], first["due"]) == (
        *("ct cm", "电信、移动", "2022-07-20"),
    )
    assert (first["state"], first["state:label"], first["closed"]) == ("open", "待整改", None)
    assert second["number"] is None
