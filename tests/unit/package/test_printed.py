from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from fieldaudit.errors import Cancelled, Code
from fieldaudit.package import build
from fieldaudit.package.content import PackageContent
from fieldaudit.package.manifest import capsule_files
from fieldaudit.package.page_texts import page_texts
from fieldaudit.package.printed import compare_printed, with_printed
from fieldaudit.package.sign import Place, sign_in_place
from fieldaudit.package.stamp import signature_look
from fieldaudit.package.verdict import Outcome, PackageVerdict, PrintedState
from fieldaudit.package.verify import verify_package
from fieldaudit.texts import Catalog
from tests.kit.content import a_package, a_visit
from tests.kit.identity import an_identity
from tests.kit.packages import KEYS, NOW

Lie = Callable[[PackageContent], PackageContent]


def no_step(done: int, total: int) -> None:
    """Say nothing."""


def three_visits() -> PackageContent:
    return a_package(*(a_visit(f"RES-{n:04}", f"示例小区{n}") for n in range(3)))


def judged(path: Path) -> PackageVerdict:
    verdict = verify_package(path, trusted=KEYS, now=NOW)
    return with_printed(verdict, path, step=no_step)


def forged(
    path: Path, content: PackageContent, lie: Lie, monkeypatch: pytest.MonkeyPatch
) -> PackageVerdict:
    """Sign pages of `content` over other data, as a program that was tampered with would."""

    def lying(told: PackageContent, description: str) -> Any:
        return capsule_files(lie(told), description)

    monkeypatch.setattr(build, "capsule_files", lying)
    build.build_package(content, path, identity=an_identity())
    return judged(path)


def with_item(content: PackageContent, place: int, ident: str, **change: Any) -> PackageContent:
    visit = content.visits[place]
    sections = tuple(
        replace(
            section,
            items=tuple(
                replace(item, **change) if item.id == ident else item for item in section.items
            ),
        )
        for section in visit.sections
    )
    visits = list(content.visits)
    visits[place] = replace(visit, sections=sections)
    return replace(content, visits=tuple(visits))


@pytest.mark.parametrize("content", [a_package(), three_visits()], ids=["one", "three"])
def test_honest_pages_agree(tmp_path: Path, content: PackageContent) -> None:
    build.build_package(content, tmp_path / "a.pdf", identity=an_identity())
    verdict = judged(tmp_path / "a.pdf")
    assert (verdict.outcome, verdict.printed) == (Outcome.GENUINE, PrintedState.EQUAL)
    assert verdict.lines > 50


@pytest.mark.parametrize(
    ("ident", "change"),
    [
        ("RES-26", {"value": "−13.0"}),
        ("RES-13", {"value": "1:32"}),
        ("RES-30", {"limit": "≥ 500"}),
        ("RES-07", {"reason": "没有协议。"}),
        ("RES-36", {"value": "有"}),
        ("RES-20", {"value": "否"}),
    ],
)
def test_another_value_than_the_data_holds_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ident: str, change: dict[str, Any]
) -> None:
    verdict = forged(
        tmp_path / "a.pdf",
        three_visits(),
        lambda told: with_item(told, 1, ident, **change),
        monkeypatch,
    )
    assert (verdict.outcome, verdict.printed) == (Outcome.CONTRADICTORY, PrintedState.DIFFERENT)
    told = [each for each in verdict.details if each.params.get("item") == f"RES-0001 {ident}"]
    assert len(told) == 1
    assert {each.params["site"] for each in told} == {"RES-0001"}
    begins = 1 + next(
        n for n, text in enumerate(page_texts(tmp_path / "a.pdf")) if text[:7] == "RES0001"
    )
    assert all(begins <= int(each.where) < begins + 4 for each in told)


def test_another_conclusion_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def lie(content: PackageContent) -> PackageContent:
        better = replace(content.visits[2], conclusion=content.visits[2].conclusion.CONFORMING)
        return replace(content, visits=(*content.visits[:2], better))

    verdict = forged(tmp_path / "a.pdf", three_visits(), lie, monkeypatch)
    assert Code.PRINTED_VISIT in {each.code for each in verdict.details}


def test_a_visit_that_only_the_data_has_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lie(content: PackageContent) -> PackageContent:
        return replace(content, visits=(*content.visits, a_visit("RES-0009", "没有印的小区")))

    verdict = forged(tmp_path / "a.pdf", three_visits(), lie, monkeypatch)
    found = [each.where for each in verdict.details if each.code is Code.PRINTED_VISIT]
    assert found == ["RES-0009"]


def test_a_page_that_was_taken_out_before_signing_is_named(tmp_path: Path) -> None:
    whole, cut = tmp_path / "whole.pdf", tmp_path / "cut.pdf"
    build.build_package(a_package(), whole, identity=None)
    with pikepdf.open(whole) as pdf:
        del pdf.pages[3]
        pdf.save(cut)
    with pikepdf.open(cut) as pdf:
        field = str(pdf.Root.AcroForm.Fields[0].T)
    look = signature_look(an_identity(), NOW, (200, 50), Catalog("zh"))
    sign_in_place(cut, an_identity(), Place(field, NOW, look))
    verdict = judged(cut)
    assert verdict.printed is PrintedState.DIFFERENT
    assert Code.PRINTED_PAGE in {each.code for each in verdict.details}
    named = {each.params.get("item") for each in verdict.details}
    assert {"RES-0012 RES-26", "RES-0012 RES-30", "RES-0012 RES-36"} <= named
    assert "RES-0012 RES-13" not in named


def test_data_of_another_shape_is_not_judged(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(path)
    assert compare_printed(path, "", step=no_step).state is PrintedState.NOT_JUDGED


def test_reading_stops_when_asked_to(tmp_path: Path) -> None:
    build.build_package(a_package(), tmp_path / "a.pdf", identity=an_identity())
    seen = []

    def step(done: int, total: int) -> None:
        seen.append((done, total))
        if done == 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        compare_printed(tmp_path / "a.pdf", "", step=step)
    assert seen == [(1, 10), (2, 10), (3, 10)]
