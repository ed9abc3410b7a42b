"""What stands before the answers."""

from fieldaudit.package.exports.head import Head
from fieldaudit.package.exports.variants import Policy, Variant
from fieldaudit.texts import Catalog
from tests.kit.leaving import a_leaving_visit


def told(variant=Variant.INTERNAL, **further):
    head = Head(Policy(variant), Catalog("zh"))
    row = head.row(a_leaving_visit(**further))
    return dict(zip((column.id for column in head.columns), row, strict=True))


def test_a_row_says_which_visit_and_what_came_of_it():
    found = told(conflicts=2)
    assert (found["visit"], found["site"], found["status"]) == ("visit-1", "RES-0001", "accepted")
    assert (found["failed_major"], found["failed_minor"], found["conflicts"]) == (1, 1, 2)
    assert found["conclusion:label"] == "基本合格"
    assert (found["latitude"], found["longitude"]) == (29.62, 106.49)


def test_the_inspector_is_not_public():
    assert told()["inspector"] == "张三"
    assert "inspector" not in told(Variant.PUBLIC)


def test_a_time_that_is_none_stays_text():
    assert told(started="gestern")["started"] == "gestern"
