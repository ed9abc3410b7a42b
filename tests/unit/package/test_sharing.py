from dataclasses import replace

from fieldaudit.package.sharing import draw_sharing
from tests.kit.content import a_visit
from tests.kit.pages import a_flow, an_edition


def test_relations_are_named_with_parties_state_and_paper() -> None:
    flow, surface = a_flow()
    draw_sharing(flow, an_edition(), a_visit())
    said = surface.said()
    for text in ("F16", "智慧多功能灯杆", "中国电信、中国", "LJ-GX-2021-118", "现场已核实"):
        assert text in said


def test_a_refusal_says_why() -> None:
    flow, surface = a_flow()
    draw_sharing(flow, an_edition(), a_visit())
    assert "R04 容量不足" in surface.said()


def test_no_relations_draw_nothing() -> None:
    flow, surface = a_flow()
    draw_sharing(flow, an_edition(), replace(a_visit(), relations=()))
    assert surface.texts == []
