from fieldaudit.package import style
from tests.kit.pages import a_flow


def test_the_first_page_has_a_foot_and_no_head() -> None:
    flow, surface = a_flow(pages=2)
    flow.turn()
    flow.end()
    assert "F" in surface.said(1)
    assert "N" not in surface.said(1)
    assert "N" in surface.said(2)
    assert "K" in surface.said(2)


def test_pages_are_numbered() -> None:
    flow, surface = a_flow(pages=2)
    flow.turn()
    flow.end()
    assert "1/2" in surface.said(1)
    assert "2/2" in surface.said(2)
    assert surface.places.pages == 2


def test_the_head_names_the_subject() -> None:
    flow, surface = a_flow()
    flow.turn()
    flow.subject = "示例小区"
    flow.end()
    assert "N · 示例小区" in surface.said(2)


def test_a_draft_is_marked_on_every_page() -> None:
    flow, surface = a_flow(draft="草稿 DRAFT")
    flow.turn()
    flow.end()
    assert surface.watermarks == 2
    assert all("草稿 DRAFT" in surface.said(page) for page in (1, 2))


def test_a_page_turns_when_there_is_no_room() -> None:
    flow, _ = a_flow()
    flow.need(style.BOTTOM - style.TOP + 1)
    assert flow.page == 1
    flow.y += 100
    flow.need(style.BOTTOM - style.TOP)
    assert (flow.page, flow.y) == (2, style.TOP)


def test_a_fresh_page_is_not_left_empty() -> None:
    flow, _ = a_flow()
    flow.fresh()
    assert flow.page == 1
    flow.y += 1
    flow.fresh()
    assert flow.page == 2


def test_long_text_runs_on() -> None:
    flow, surface = a_flow()
    flow.write("长" * 6000)
    flow.end()
    assert surface.places.pages == 3
    assert surface.said().count("长") == 6000
    inside = [at for _, at, text, _ in surface.texts if "长" in text]
    assert all(style.TOP < y < style.BOTTOM for _, y in inside)


def test_a_heading_stays_with_what_follows() -> None:
    flow, surface = a_flow()
    flow.y = style.BOTTOM - 50
    flow.heading("覆盖测试", keep=60, key="coverage")
    assert surface.places.marks == {"coverage": 2}
    assert surface.outline == [("覆盖测试", 1)]


def test_a_gap_is_left_out_at_the_top() -> None:
    flow, _ = a_flow()
    flow.gap(20)
    assert flow.y == style.TOP


def test_text_can_end_at_the_right() -> None:
    flow, surface = a_flow()
    flow.put_right("千兆", style.BODY, 300, y=100)
    assert surface.texts[-1][1][0] == 300 - 2 * style.BODY.size
