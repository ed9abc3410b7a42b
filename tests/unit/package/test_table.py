from fieldaudit.form.definition import Severity
from fieldaudit.package import style
from fieldaudit.package.evidence import Verdict
from fieldaudit.package.table import Column, Row, Run, draw_table, row
from tests.kit.pages import a_flow

COLUMNS = [Column("编号", 1), Column("结果", 2, "decimal"), Column("说明", 3)]


def test_the_head_is_repeated_on_every_page() -> None:
    flow, surface = a_flow()
    draw_table(flow, COLUMNS, [row(f"RES-{n:02d}", "1", "说") for n in range(120)])
    flow.end()
    assert surface.places.pages > 2
    assert all("编号" in surface.said(page) for page in range(1, surface.places.pages + 1))


def test_figures_stand_on_the_decimal_point() -> None:
    flow, surface = a_flow()
    values = ["−31.0 dBm", "0.32", "1 248", "91.7 %"]
    draw_table(flow, COLUMNS, [row("a", value, "") for value in values])
    edges = set()
    for _, at, text, letters in surface.texts:
        if text in values:
            from fieldaudit.package.fonts import width

            before = text.split(".")[0].split(" dBm")[0]
            edges.add(round(at[0] + width(before, letters.size), 3))
    assert len(edges) == 1


def test_words_in_a_decimal_column_stand_at_the_left() -> None:
    flow, surface = a_flow()
    draw_table(flow, COLUMNS, [row("a", "正常进入", ""), row("b", "48 / 64", "")])
    left = {at[0] for _, at, text, _ in surface.texts if text in ("正常进入", "48 / 64")}
    assert len(left) == 1


def test_a_row_is_not_split() -> None:
    flow, surface = a_flow()
    flow.y = style.BOTTOM - 60
    draw_table(flow, COLUMNS, [row("RES-07", "否", "很长的说明" * 40)])
    pages = {page for page, _, text, _ in surface.texts if "说明" in text and text != "说明"}
    assert pages == {2}


def test_a_row_higher_than_a_page_goes_on() -> None:
    flow, surface = a_flow()
    draw_table(flow, COLUMNS, [row("RES-07", "否", "字" * 4000)])
    flow.end()
    assert surface.said().count("字") == 4000
    assert surface.places.pages > 1


def test_a_group_head_keeps_with_its_row() -> None:
    flow, surface = a_flow()
    flow.y = style.BOTTOM - 48
    draw_table(flow, COLUMNS, [Row(group="光纤网络"), row("RES-26", "1", "说")])
    pages = {text: page for page, _, text, _ in surface.texts}
    assert pages["光纤网络"] == pages["RES-26"] == 2


def test_a_row_can_lead_somewhere() -> None:
    flow, surface = a_flow()
    draw_table(flow, COLUMNS, [row("a", "b", "c", link="visit-1")])
    assert [key for _, _, key in surface.links] == ["visit-1"]


def test_a_verdict_has_its_mark_before_the_first_line_only() -> None:
    flow, surface = a_flow()
    run = Run("不符合" * 30, mark=(Verdict.FAILED, Severity.CRITICAL))
    before = len(surface.shapes)
    draw_table(flow, [Column("判定", 1), Column("", 6)], [Row(((run,), ()))])
    triangles = [points for _, points, pen in surface.shapes[before:] if len(points) == 3]
    assert len(triangles) == 1
