"""What an export says about itself to a person."""

from fieldaudit.package.exports.about import about_table, columns_table
from fieldaudit.package.exports.content import Facts, Tally
from fieldaudit.texts import Catalog
from tests.kit.leaving import a_table

ZH = Catalog("zh")


def about(variant="internal"):
    facts = Facts("核查", "两江", "ab", "2022-07-08T09:00:00+08:00", "f 1", variant, "zh", "all")
    table = about_table(facts, Tally(visits=3, restricted=1), [a_table((1, 2))], ZH)
    return {row[0]: row[1] for row in table.rows}


def test_it_says_where_from_and_how_much():
    found = about()
    assert found["调查"] == "核查"
    assert found["导出的检查"] == 3
    assert found["行数：表 table (table)"] == 1


def test_the_public_variant_says_what_it_leaves_out():
    assert "公开版不含的项目" not in about()
    assert "BTS-07" in str(about("public")["公开版不含的项目"])


def test_every_column_is_explained():
    table = columns_table([a_table((1, 2))], ZH)
    assert [row[:3] for row in table.rows] == [("table", "a", "列0"), ("table", "b", "列1")]
