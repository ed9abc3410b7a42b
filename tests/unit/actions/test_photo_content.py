from pathlib import Path

import pytest

from fieldaudit.actions import photos
from fieldaudit.actions.photo_content import Seen, photo_contents, uses_of
from fieldaudit.store.survey import Survey
from fieldaudit.texts import Catalog
from fieldaudit.visit.records import Photo
from fieldaudit.visit.stamp import Author
from tests.kit.office import a_visit
from tests.kit.photos import a_photo

ZH = Catalog("zh")


@pytest.fixture
def taken(survey: Survey, author: Author, tmp_path: Path) -> tuple[Photo, str]:
    """Return a photo that two visits show, and the other visit."""
    (tmp_path / "a.jpg").write_bytes(a_photo())
    visits = [a_visit(survey, code=code) for code in ("RES-0001", "RES-0002")]
    for visit in visits:
        photos.add_photos(survey, visit=visit, files=[tmp_path / "a.jpg"], author=author)
    (photo,) = photos.list_photos(survey, visit=visits[0])
    return photo, visits[1]


def warned(survey: Survey, photo: Photo, **seen: object) -> tuple[str, ...]:
    told = Seen(**{"visit": photo.visit, **seen})  # type: ignore[arg-type]
    (content,) = photo_contents(survey, [photo], ZH, told)
    return content.warnings


def test_a_photo_that_another_visit_shows_is_remarked(
    survey: Survey, taken: tuple[Photo, str]
) -> None:
    photo, _ = taken
    assert warned(survey, photo) == ()
    assert warned(survey, photo, uses=uses_of(survey)) == ("同一照片也用于 RES-0002",)


def test_a_photo_of_another_day_or_place_is_remarked(
    survey: Survey, taken: tuple[Photo, str]
) -> None:
    photo, _ = taken
    day = {"started": "2001-01-01T09:00:00+08:00", "ended": "2001-01-01T10:00:00+08:00"}
    told = {**day, "position": "29.9 106.9"}
    first, second = (w for w in warned(survey, photo, **told))
    assert first == "拍摄时间不在检查时段内"
    assert second.startswith("距站点约")


def test_photos_of_a_later_visit_are_not_compared(survey: Survey, taken: tuple[Photo, str]) -> None:
    photo, other = taken
    assert warned(survey, photo, visit=other, uses=uses_of(survey)) == ()


def test_what_is_used_once_is_not_listed(survey: Survey) -> None:
    assert uses_of(survey) == {}
