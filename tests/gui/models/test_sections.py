from fieldaudit.form.definition import Severity
from fieldaudit.gui.models.findings import findings
from fieldaudit.gui.models.sections import Tally, sections, tally
from tests.gui.checklist import a_model


def test_each_group_at_the_top_is_a_section() -> None:
    assert [one.title for one in sections(a_model())] == ["基础", "其他"]


def test_a_section_counts_answers_and_what_is_missing() -> None:
    model = a_model()
    base = sections(model)[0]
    before = tally(model, base)
    assert (before.answered, before.asked) == (0, 3)
    assert [one.path for one in before.missing] == ["base/lift"]
    model.answer("base/lift", "yes")
    after = tally(model, base)
    assert (after.answered, after.asked) == (1, 4)
    assert not after.missing


def test_failed_items_are_found_by_severity() -> None:
    model = a_model(base__power="-31.0")
    whole = Tally()
    for section in sections(model):
        whole += tally(model, section)
    assert [one.path for one in whole.failures(Severity.CRITICAL)] == ["base/power"]
    assert not whole.failures(Severity.MAJOR)


def test_the_panel_lists_the_gravest_first_and_leads_there() -> None:
    model = a_model(base__power="-31.0", base__lift="yes", base__lifts="0")
    whole = Tally()
    for section in sections(model):
        whole += tally(model, section)
    lines = findings(model, whole)
    assert [(line.text, line.id) for line in lines if line.heading] == [
        ("✗ 填写有误 1", ""),
        ("▲ 严重 1", ""),
        ("▣ 缺照片 2", ""),
    ]
    assert [line.id for line in lines if not line.heading] == [
        "base/lifts",
        "base/power",
        "base/power",
        "more/photo",
    ]
    assert "光功率  −31.0" in [line.text for line in lines]
