import json

from fieldaudit.package.content import PackageContent
from fieldaudit.package.edition import visit_key
from fieldaudit.package.manifest import capsule_files, manifest_of
from fieldaudit.package.pages import print_pages
from tests.kit.content import a_batch, a_package
from tests.kit.identity import an_identity
from tests.kit.pages import RememberingSurface


def printed(content: PackageContent) -> tuple[RememberingSurface, list[tuple[int, int]]]:
    surface, steps = RememberingSurface(), []
    manifest = manifest_of(content, capsule_files(content, ""))
    print_pages(
        surface, content, manifest, signer=an_identity(), step=lambda *step: steps.append(step)
    )
    return surface, steps


def test_every_page_is_numbered_of_all() -> None:
    surface, _ = printed(a_package())
    pages = surface.places.pages
    assert all(f"第 {page} / {pages} 页" in surface.said(page) for page in range(1, pages + 1))


def test_every_page_but_the_cover_names_package_and_site() -> None:
    surface, _ = printed(a_package())
    for page in range(2, surface.places.pages + 1):
        assert "LJ-DZL-RES-2022-0012 · v2 · 大竹林·示例小区" in surface.said(page)
        assert "检查/核查记录 · 内部" in surface.said(page)


def test_failures_stand_on_the_second_page() -> None:
    surface, _ = printed(a_package())
    assert "RES-07" in surface.said(2)
    assert "数量相符" in surface.said(2)


def test_the_index_names_the_pages_where_visits_begin() -> None:
    content = a_batch(5)
    surface, _ = printed(content)
    for visit in content.visits:
        page = surface.places.marks[visit_key(visit)]
        assert f"{visit.site.code} {visit.site.name}" in surface.said(page)
        row = [
            text
            for number, box, key in surface.links
            if key == visit_key(visit)
            for at_page, at, text, _ in surface.texts
            if at_page == number and box.y <= at[1] <= box.y + box.height
        ]
        assert str(page) in row


def test_every_link_has_a_target() -> None:
    surface, _ = printed(a_batch(3))
    assert {key for _, _, key in surface.links} <= set(surface.places.marks)


def test_both_passes_are_counted_as_progress() -> None:
    surface, steps = printed(a_batch(3))
    pages = surface.places.pages
    assert steps[0] == (0, 1)
    told = [done for done, total in steps if total == 2 * pages]
    assert sorted(set(told)) == list(range(1, pages + 1))
    assert len(told) >= pages + len(surface.photos)


def test_no_page_speaks_of_enforcement() -> None:
    surface, _ = printed(a_package())
    assert "执法" not in surface.said()


def test_the_data_are_not_touched_by_printing() -> None:
    content = a_package()
    before = json.dumps([each.name for each in content.files])
    printed(content)
    assert json.dumps([each.name for each in content.files]) == before


def test_a_draft_is_marked() -> None:
    surface, _ = printed(a_package(draft=True))
    assert surface.watermarks == surface.places.pages


def test_nothing_is_written_outside_the_page() -> None:
    surface, _ = printed(a_package())
    for _, (x, y), text, _ in surface.texts:
        assert 30 < x < 560, text
        assert 30 < y < 825, text


def test_item_photo_and_card_lead_to_each_other() -> None:
    surface, _ = printed(a_package())
    keys = {key for _, _, key in surface.links}
    assert keys <= set(surface.places.marks)
    assert any(key.endswith("-card") for key in keys)
    assert any("-photo-" in key for key in keys)
    assert any("-item-" in key and not key.endswith("-card") for key in keys)
