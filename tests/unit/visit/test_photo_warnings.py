from dataclasses import replace

import pytest

from fieldaudit.codes import Trouble
from fieldaudit.errors import Code
from fieldaudit.visit.photo import PhotoFacts, inspect_photo
from fieldaudit.visit.photo_warnings import PhotoLimits, photo_warnings
from tests.kit.photos import a_photo

FACTS = inspect_photo(a_photo(), "a.jpg")
VISIT = {
    "visit_start": "2022-07-08T09:00:00+08:00",
    "visit_end": "2022-07-08T11:00:00+08:00",
    "site_position": "29.62 106.49",
}


def codes(facts: PhotoFacts, **visit: object) -> list[Trouble]:
    return [problem.code for problem in photo_warnings(facts, **(VISIT | visit))]  # type: ignore[arg-type]


def test_a_photo_that_fits_is_not_doubted() -> None:
    assert codes(FACTS) == []


@pytest.mark.parametrize(
    ("taken", "outside"),
    [
        ("2022-07-08T08:30:00+08:00", False),
        ("2022-07-08T08:29:59+08:00", True),
        ("2022-07-08T11:30:00+08:00", False),
        ("2022-07-08T11:30:01+08:00", True),
        ("2022-07-08T02:00:00+00:00", False),
        ("2022-07-07T10:00:00+08:00", True),
        ("", False),
    ],
)
def test_half_an_hour_around_the_visit_is_allowed(taken: str, *, outside: bool) -> None:
    found = codes(replace(FACTS, taken_at=taken))
    assert found == ([Code.PHOTO_OUTSIDE_VISIT] if outside else [])


def test_an_open_visit_has_no_end() -> None:
    late = replace(FACTS, taken_at="2022-07-09T10:00:00+08:00")
    assert codes(late, visit_end="") == []
    assert codes(late, visit_start="", visit_end="") == []


@pytest.mark.parametrize(
    ("position", "far"),
    [
        ("29.62 106.4901", False),
        ("29.63 106.49", True),
        ("29.6246 106.49 0 20", False),  # 510 m away, known to 20 m
        ("29.6246 106.49", True),
        ("", False),
    ],
)
def test_a_photo_far_from_the_site_is_doubted(position: str, *, far: bool) -> None:
    found = codes(replace(FACTS, position=position))
    assert found == ([Code.PHOTO_FAR_FROM_SITE] if far else [])


def test_a_site_without_a_position_is_not_compared() -> None:
    assert codes(replace(FACTS, position="0 0"), site_position="") == []


def test_a_photo_used_elsewhere_is_named_with_its_place() -> None:
    (problem,) = photo_warnings(FACTS, known_hashes={FACTS.sha256: "JB-02 2022-07-07"})
    assert problem.code is Code.PHOTO_ALREADY_USED
    assert "JB-02 2022-07-07" in str(problem)


def test_limits_are_given_and_said() -> None:
    moved = replace(FACTS, position="29.6204 106.49", taken_at="2022-07-08T08:58:00+08:00")
    strict = PhotoLimits(minutes=1, metres=40)
    problems = photo_warnings(moved, **VISIT, limits=strict)  # type: ignore[arg-type]
    assert [problem.code for problem in problems] == [
        Code.PHOTO_OUTSIDE_VISIT,
        Code.PHOTO_FAR_FROM_SITE,
    ]
    assert "前后 1 分钟" in str(problems[0])
    assert "约 44 米" in str(problems[1])


def test_the_photos_own_warnings_come_first() -> None:
    bare = replace(FACTS, position="", warnings=inspect_photo(a_photo(position=""), "a").warnings)
    found = codes(bare, known_hashes={bare.sha256: "x"})
    assert found == [Code.PHOTO_WITHOUT_POSITION, Code.PHOTO_ALREADY_USED]
