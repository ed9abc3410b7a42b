from dataclasses import replace

from fieldaudit.package.content import Seal, SealState
from fieldaudit.package.sources import draw_sources
from tests.kit.content import FORM, a_package, a_visit
from tests.kit.evidence import digest
from tests.kit.pages import RememberingSurface, a_flow, an_edition


def sources(*visits: object, **changes: object) -> RememberingSurface:
    flow, surface = a_flow()
    draw_sources(flow, an_edition(a_package(*visits, **changes)))  # type: ignore[arg-type]
    return surface


def test_forms_limits_and_revisions_are_named() -> None:
    said = sources().said()
    for text in (digest(FORM)[:32], "P6.low", "XGS-PON 手册", "待确认", digest("head visit")[:16]):
        assert text in said


def test_the_version_before_is_named_by_its_hash() -> None:
    assert digest("version 1") in sources().said()
    assert "上一版" not in sources(previous_hash="").said()


def test_a_broken_seal_stands_out() -> None:
    visit = replace(a_visit(), seal=Seal(SealState.BROKEN))
    colours = {
        letters.colour for _, _, text, letters in sources(visit).texts if "封签与内容不符" in text
    }
    assert colours == {"#B42318"}


def test_a_visit_without_revisions_keeps_its_line() -> None:
    assert (
        "未封签" in sources(replace(a_visit(), revisions=(), seal=Seal(SealState.UNSEALED))).said()
    )


def test_empty_lists_take_no_heads() -> None:
    said = sources(parameters=(), sources=()).said()
    assert "使用的限值" not in said
    assert "检查表与规则" not in said


def test_no_heading_stands_alone_at_the_foot_of_a_page() -> None:
    package = a_package(a_visit())
    for start in range(400, 800, 5):
        flow, surface = a_flow()
        flow.y = float(start)
        draw_sources(flow, an_edition(package))
        pages = {text: page for page, _, text, _ in surface.texts}
        assert pages["使用的限值"] == pages[package.parameters[0].name]
