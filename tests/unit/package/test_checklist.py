from fieldaudit.package.checklist import draw_checklist
from tests.kit.content import a_visit
from tests.kit.pages import RememberingSurface, a_flow, an_edition


def checklist() -> RememberingSurface:
    flow, surface = a_flow()
    draw_checklist(flow, an_edition(), a_visit())
    flow.end()
    return surface


def test_every_item_stands_with_value_limit_and_verdict() -> None:
    said = checklist().said()
    for item in a_visit().items():
        for text in (item.id, item.value, item.limit):
            assert text in said


def test_states_are_named_and_not_blamed() -> None:
    said = checklist().said()
    for text in ("不适用", "未检查", "无法进入", "未填写", "抽样户无人应答"):
        assert text in said


def test_a_failure_names_its_weight() -> None:
    texts = [text.strip() for _, _, text, _ in checklist().texts]
    assert texts.count("不符合") == 4
    assert texts.count("严重") == 1
    assert texts.count("主要") == 2


def test_the_tally_counts_all_verdicts() -> None:
    expected = "符合 7 · 不符合 4 · 不评判 4 · 不适用 1 · 未检查 1 · 无法进入 1 · 未填写 1"
    assert expected in checklist().said()


def test_sections_are_heads() -> None:
    assert "光纤网络" in checklist().said()
