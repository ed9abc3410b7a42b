import pytest

from fieldaudit.package.evidence import ItemContent, PhotoContent, PlaceContent, Verdict
from fieldaudit.visit.judgement import Judgement


def test_verdicts_are_those_of_the_judge() -> None:
    judged = {each.value for each in Judgement} - {"hidden"}
    assert {each.value for each in Verdict} == judged


def test_what_is_not_known_is_left_empty() -> None:
    item = ItemContent("RES-01", "小区类型", "", Verdict.UNANSWERED)
    assert (item.unit, item.limit, item.photos, item.finding) == ("", "", (), None)
    assert PlaceContent(29.6, 106.5).accuracy is None


@pytest.mark.parametrize("jpeg", [b"x", lambda: b"x"])
def test_a_photo_brings_its_bytes_or_a_way_to_them(jpeg: bytes) -> None:
    assert PhotoContent(1, "门口", jpeg, "00").place is None
