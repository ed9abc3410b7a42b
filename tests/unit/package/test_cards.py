from dataclasses import replace

from fieldaudit.package import style
from fieldaudit.package.cards import draw_card
from tests.kit.content import a_visit
from tests.kit.pages import a_flow, an_edition


def test_a_card_says_what_failed_against_what() -> None:
    flow, surface = a_flow()
    visit = a_visit()
    draw_card(flow, an_edition(), visit, visit.failures()[1])
    said = surface.said()
    for text in ("主要", "RES-26", "−31.0 dBm", "−27 … −8 dBm", "G.9807.1", "F-2022-031"):
        assert text in said
    assert "电信两江分公司" in said
    assert "2022-07-23" in said


def test_before_and_after_stand_side_by_side_at_equal_height() -> None:
    flow, surface = a_flow()
    visit = a_visit()
    draw_card(flow, an_edition(), visit, visit.failures()[1])
    (_, left, before), (_, right, after) = surface.photos
    assert (before.number, after.number) == (2, 5)
    assert (left.y, left.height) == (right.y, right.height)
    assert left.x + left.width < right.x


def test_an_awaited_photo_leaves_its_place() -> None:
    flow, surface = a_flow()
    visit = a_visit()
    draw_card(flow, an_edition(), visit, visit.failures()[0])
    assert len(surface.photos) == 1
    assert "待复查拍摄" in surface.said()


def test_a_card_is_not_split() -> None:
    flow, surface = a_flow()
    visit = a_visit()
    flow.y = style.BOTTOM - 100
    draw_card(flow, an_edition(), visit, visit.failures()[1])
    assert {page for page, *_ in surface.texts if page > 1} == {2}
    assert {page for page, *_ in surface.boxes} == {2}


def test_a_restricted_place_shows_no_photo() -> None:
    flow, surface = a_flow()
    visit = replace(a_visit(), restricted=True)
    draw_card(flow, an_edition(), visit, visit.failures()[1])
    assert surface.photos == []


def test_endless_texts_do_not_break_a_card() -> None:
    flow, surface = a_flow()
    visit = a_visit()
    item = replace(visit.failures()[1], reason="说明" * 3000, label="问题" * 800)
    draw_card(flow, an_edition(), visit, item)
    assert flow.y < style.BOTTOM
    assert "…" in surface.said()
