from dataclasses import replace

import pytest

from fieldaudit.package.content import Conclusion, FigureContent
from fieldaudit.package.cover import draw_cover
from tests.kit.content import a_batch, a_package, a_visit
from tests.kit.identity import an_identity
from tests.kit.pages import RememberingSurface, a_flow, an_edition


def cover(*args: object, **changes: object) -> RememberingSurface:
    flow, surface = a_flow()
    draw_cover(flow, an_edition(a_package(*args, **changes)))  # type: ignore[arg-type]
    flow.end()
    assert surface.places.pages == 1
    return surface


def test_the_cover_says_what_where_when_and_how_it_ended() -> None:
    said = cover().said()
    for text in (
        "千兆城市建设现场检查记录",
        "LJ-DZL-RES-2022-0012",
        "大竹林·示例小区",
        "大竹林街道",
        "2022-07-08 09:15",
        "结论：不合格",
        "张三",
        "内部",
    ):
        assert text in said


def test_three_figures_are_counted() -> None:
    said = cover().said()
    assert "严重 1 · 主要 2 · 一般 1" in said
    assert "15 / 18" in said


def test_given_figures_are_printed_instead() -> None:
    said = cover(figures=(FigureContent("GC1", "81.2%", "≥ 80%"),)).said()
    assert "81.2%" in said
    assert "15 / 18" not in said


@pytest.mark.parametrize("conclusion", Conclusion)
def test_every_conclusion_fits(conclusion: Conclusion) -> None:
    assert "结论：" in cover(replace(a_visit(), conclusion=conclusion)).said()


def test_the_hash_and_its_code_are_there() -> None:
    surface = cover()
    sha256 = an_edition().manifest.sha256
    assert sha256[:32] in surface.said()
    assert len([box for _, box, pen in surface.boxes if pen.fill]) > 200


def test_a_batch_says_how_many() -> None:
    flow, surface = a_flow()
    draw_cover(flow, an_edition(a_batch(4)))
    assert "4 个站点" in surface.said()
    assert "合格 2 · 不合格 2" in surface.said()


def test_the_signer_is_said_to_sign() -> None:
    flow, surface = a_flow()
    draw_cover(flow, an_edition(signer=an_identity()))
    assert surface.said().count("电子签名") == 1
    assert surface.said().count("待签") == 2


def test_long_names_stay_on_the_cover() -> None:
    visit = a_visit(name="名" * 200)
    cover(replace(visit, inspectors=tuple("张三李四王五赵六" * 6)), title="记录" * 60)
