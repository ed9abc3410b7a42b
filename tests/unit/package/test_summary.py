from dataclasses import replace

from fieldaudit.package.content import Balance
from fieldaudit.package.summary import draw_failures, draw_summary
from tests.kit.content import a_batch, a_package, a_visit
from tests.kit.pages import RememberingSurface, a_flow, an_edition


def summary(**changes: object) -> RememberingSurface:
    flow, surface = a_flow()
    draw_summary(flow, an_edition(a_package(**changes)))
    flow.end()
    return surface


def test_the_balance_comes_first_and_is_even() -> None:
    said = summary().said()
    assert said.index("数量相符") < said.index("不符合项（4）")


def test_a_missing_photo_is_not_hidden() -> None:
    assert "数量不符" in summary(balance=Balance(1, 9, 8)).said()
    assert "数量不符" in summary(balance=Balance(1, 8, 8, conflicts=1)).said()
    assert "数量不符" in summary(balance=Balance(2, 8, 8)).said()


def test_exceptions_are_printed_large() -> None:
    surface = summary()
    sizes = {letters.size for _, _, text, letters in surface.texts if "改为“不合格”" in text}
    assert sizes == {9.5}


def test_an_override_is_an_exception() -> None:
    flow, surface = a_flow()
    visit = replace(a_visit(), override="王五改判")
    draw_summary(flow, an_edition(a_package(visit)))
    assert "王五改判" in surface.said()


def test_failures_are_cards_heaviest_first() -> None:
    said = summary().said()
    assert said.index("RES-07　") < said.index("RES-26　") < said.index("RES-17　")


def test_a_visit_without_failures_says_so() -> None:
    flow, surface = a_flow()
    draw_failures(flow, an_edition(), a_batch(2).visits[1])
    assert "没有不符合项。" in surface.said()


def test_a_visit_without_judgement_is_not_praised() -> None:
    flow, surface = a_flow()
    draw_failures(flow, an_edition(), replace(a_visit(), sections=()))
    assert "没有不符合项" not in surface.said()
    assert "没有评判任何检查项" in surface.said()


def test_a_batch_has_an_index_with_links() -> None:
    flow, surface = a_flow()
    content = a_batch(6)
    draw_summary(flow, an_edition(content))
    assert "目录" in surface.said()
    keys = [key for _, _, key in surface.links]
    assert len(keys) == 6 + sum(len(visit.failures()) for visit in content.visits)
    assert len(set(keys)) == 6
