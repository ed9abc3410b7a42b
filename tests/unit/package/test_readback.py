from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from fieldaudit.errors import BadInput, Code
from fieldaudit.package.build import build_package
from fieldaudit.package.content import PackageContent
from fieldaudit.package.manifest import capsule_files, manifest_of
from fieldaudit.package.readback import check_archive
from fieldaudit.package.surface import Places
from tests.kit.content import a_package, a_visit
from tests.kit.packages import signed_bytes

PAGES = 10


def no_step(done: int, total: int) -> None:
    """Say nothing."""


def check(tmp_path: Path, content: PackageContent, pages: int = PAGES) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(signed_bytes())
    files = capsule_files(a_package(), "页面所依据的数据")
    check_archive(path, content, manifest_of(a_package(), files), Places(pages), step=no_step)


def test_what_was_printed_is_found_again(tmp_path: Path) -> None:
    check(tmp_path, a_package())


def test_another_number_of_pages_is_found(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as caught:
        check(tmp_path, a_package(), PAGES + 1)
    assert caught.value.code is Code.PACKAGE_MISMATCH


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("value", "−31.5"),
        ("limit", "−28 … −8"),
        ("label", "别的问题"),
        ("reason", "别的原因"),
        ("id", "RES-99"),
    ],
)
def test_another_text_is_found(tmp_path: Path, field: str, value: str) -> None:
    visit = a_visit()
    section = visit.sections[1]
    change: dict[str, Any] = {field: value}
    items = tuple(
        replace(item, **change) if item.id == "RES-26" else item for item in section.items
    )
    changed = replace(visit, sections=(visit.sections[0], replace(section, items=items)))
    with pytest.raises(BadInput) as caught:
        check(tmp_path, a_package(changed))
    assert value in str(caught.value)


def test_another_file_inside_is_found(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(signed_bytes())
    content = a_package(files=())
    manifest = manifest_of(content, capsule_files(content, ""))
    with pytest.raises(BadInput) as caught:
        check_archive(path, content, manifest, Places(PAGES), step=no_step)
    assert caught.value.code is Code.PACKAGE_MISMATCH


def test_long_and_strange_texts_are_found(tmp_path: Path) -> None:
    visit = a_visit()
    section = visit.sections[0]
    wide = ("𠮷\n第二行", "－１２．５（㎡）", "fi ﬁ ² ½ – — ‐")
    strange = ("字" * 3000, "a-b " * 200, "https://x.cn/" + "q" * 300, *wide)
    first = section.items[0]
    items = tuple(replace(first, id=f"X-{n}", value=text) for n, text in enumerate(strange))
    content = a_package(replace(visit, sections=(replace(section, items=items),)))
    report = build_package(content, tmp_path / "b.pdf", identity=None)
    assert report.pages > PAGES
