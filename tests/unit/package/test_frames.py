from fieldaudit.package import style
from fieldaudit.package.frames import draw_frame
from tests.kit.pages import a_flow


def test_a_frame_holds_its_texts() -> None:
    flow, surface = a_flow()
    draw_frame(flow, [("拒签", style.BODY_BOLD), ("原因", style.BODY)], style.RED)
    frame, edge = (box for _, box, _ in surface.boxes)
    assert edge.width < frame.width
    for _, (x, y), _, _ in surface.texts:
        assert frame.x < x
        assert frame.y < y < frame.y + frame.height


def test_a_long_text_goes_on_overleaf() -> None:
    flow, surface = a_flow()
    draw_frame(flow, [("长" * 6000, style.BODY)], style.RED)
    flow.end()
    assert surface.said().count("长") == 6000
    for page, box, _ in surface.boxes:
        assert box.y + box.height <= style.BOTTOM, page


def test_a_frame_is_not_split_when_it_fits() -> None:
    flow, surface = a_flow()
    flow.y = style.BOTTOM - 30
    draw_frame(flow, [("第一行\n第二行\n第三行", style.BODY)], style.RED)
    assert {page for page, *_ in surface.boxes} == {2}
