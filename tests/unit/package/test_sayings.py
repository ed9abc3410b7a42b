from fieldaudit.package.content import PackageContent
from fieldaudit.package.sayings import of_package, of_visit
from tests.kit.content import a_package, a_visit
from tests.kit.pages import an_edition


def test_a_value_is_said_with_its_item_and_its_verdict() -> None:
    said = [each.text for each in of_visit(an_edition(), a_visit())]
    line = next(text for text in said if text.startswith("RES-26"))
    parts = ("ONU 接收光功率", "−31.0 dBm", "−27 … −8", "不符合", "主要")
    places = [line.index(part) for part in parts]
    assert places == sorted(places)


def test_photos_papers_coverage_and_sharing_are_said() -> None:
    said = " ".join(each.text for each in of_visit(an_edition(), a_visit()))
    for text in (a_visit().photos[0].sha256[:16], "中国电信", "南侧路灯杆 D-07"):
        assert text in said


def test_a_package_says_number_title_and_manifest() -> None:
    content: PackageContent = a_package()
    said = [each.text for each in of_package(an_edition(), "f" * 64)]
    assert {content.number, content.title, "f" * 64} <= set(said)
