"""The list of attached papers."""

from dataclasses import replace

from fieldaudit.package.evidence import PaperContent
from fieldaudit.package.papers import draw_papers
from tests.kit.content import a_visit
from tests.kit.pages import a_flow, an_edition

PAPER = PaperContent(
    1, "协议 2022.pdf", 1234567, "ab" * 32, "application/pdf", "RES-34", "有无协议", "原件扫描"
)


def said(*papers: PaperContent) -> str:
    flow, surface = a_flow()
    draw_papers(flow, an_edition(), replace(a_visit(), papers=papers))
    return surface.said()


def test_a_paper_is_listed_with_name_size_and_hash() -> None:
    text = said(PAPER)
    for part in ("附件清单（1 份）", "协议 2022.pdf", "1 234 567", "ab" * 16, "RES-34", "有无协议"):
        assert part in text
    assert "原件扫描 · application/pdf" in text
    assert "原文缺失或损坏" not in text


def test_one_of_the_whole_visit_and_one_that_is_damaged_say_so() -> None:
    text = said(replace(PAPER, item="", label="", present=False))
    assert "整次检查" in text
    assert "原文缺失或损坏" in text


def test_no_papers_draw_nothing() -> None:
    flow, surface = a_flow()
    draw_papers(flow, an_edition(), a_visit())
    assert surface.texts == []
