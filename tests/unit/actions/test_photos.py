from collections.abc import Sequence
from pathlib import Path

import pytest

from fieldaudit.actions import photos, surveys
from fieldaudit.actions.changes import Silent
from fieldaudit.errors import BadInput, Cancelled, Code
from fieldaudit.store.survey import Survey
from fieldaudit.visit.stamp import Author
from tests.kit.office import a_visit, site_id
from tests.kit.photos import CORNERS, a_jpeg, a_photo, corners_of


def written(folder: Path, *contents: bytes) -> Sequence[Path]:
    files = [folder / f"{number}.jpg" for number, _ in enumerate(contents)]
    for file, content in zip(files, contents, strict=True):
        file.write_bytes(content)
    return files


def test_a_photo_is_kept_byte_for_byte(survey: Survey, author: Author, tmp_path: Path) -> None:
    visit, content = a_visit(survey), a_photo()
    (added,) = photos.add_photos(
        survey, visit=visit, files=written(tmp_path, content), caption="箱门", author=author
    ).value
    (photo,) = photos.list_photos(survey, visit=visit)
    assert photo == added.photo
    assert photos.original(survey, blob=photo.blob) == content
    assert (photo.name, photo.caption, photo.present) == ("0.jpg", "箱门", True)
    assert (photo.width, photo.height) == (320, 240)
    assert photo.taken_at == "2022-07-08T10:00:00+08:00"
    assert photo.taken_from == "exif"
    assert photo.position.startswith("29.62 106.49")


def test_a_photo_without_exif_says_so(survey: Survey, author: Author, tmp_path: Path) -> None:
    (added,) = photos.add_photos(
        survey, visit=a_visit(survey), files=written(tmp_path, a_jpeg()), author=author
    ).value
    assert (added.photo.taken_at, added.photo.taken_from, added.photo.position) == ("", "none", "")
    assert {each.code for each in added.problems} == {
        Code.PHOTO_WITHOUT_POSITION,
        Code.PHOTO_WITHOUT_TIME,
    }


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", Code.PHOTO_EMPTY),
        (a_photo()[:-2000], Code.PHOTO_DAMAGED),
        (b"%PDF-1.7 no picture at all", Code.PHOTO_NOT_IMAGE),
        (b"\0\0\0\x18ftypheic" + bytes(64), Code.PHOTO_HEIC),
    ],
    ids=["empty", "truncated", "not-an-image", "heic"],
)
def test_all_of_them_or_none(
    content: bytes, code: Code, survey: Survey, author: Author, tmp_path: Path
) -> None:
    visit = a_visit(survey)
    before = surveys.info(survey)
    with pytest.raises(BadInput) as caught:
        photos.add_photos(
            survey, visit=visit, files=written(tmp_path, a_photo(), content), author=author
        )
    assert (caught.value.code, caught.value.params["file"]) == (code, "1.jpg")
    assert surveys.info(survey) == before
    assert photos.list_photos(survey) == ()


def test_a_photo_needs_a_visit(survey: Survey, author: Author, tmp_path: Path) -> None:
    before = surveys.info(survey)
    for visit in ("nowhere", site_id(survey)):
        with pytest.raises(BadInput) as caught:
            photos.add_photos(
                survey, visit=visit, files=written(tmp_path, a_photo()), author=author
            )
        assert caught.value.code is Code.RECORD_UNKNOWN
    assert surveys.info(survey) == before


@pytest.mark.parametrize("name", ["RES-20", "fibre/RES-20"])
def test_a_question_goes_by_name_or_path(
    name: str, survey: Survey, author: Author, tmp_path: Path
) -> None:
    (added,) = photos.add_photos(
        survey,
        visit=a_visit(survey),
        files=written(tmp_path, a_photo()),
        question=name,
        author=author,
    ).value
    assert added.photo.question == "fibre/RES-20"


def test_a_question_that_is_not_asked_is_refused(
    survey: Survey, author: Author, tmp_path: Path
) -> None:
    visit, files = a_visit(survey), written(tmp_path, a_photo())
    with pytest.raises(BadInput) as caught:
        photos.add_photos(survey, visit=visit, files=files, question="RES-99", author=author)
    assert caught.value.code is Code.ANSWER_UNKNOWN
    (added,) = photos.add_photos(survey, visit=visit, files=files, author=author).value
    with pytest.raises(BadInput):
        photos.describe_photo(
            survey, photo=added.photo.id, caption="x", question="RES-99", author=author
        )
    assert photos.list_photos(survey) == (added.photo,)


def test_a_photo_can_be_described_later(survey: Survey, author: Author, tmp_path: Path) -> None:
    visit = a_visit(survey)
    (added,) = photos.add_photos(
        survey, visit=visit, files=written(tmp_path, a_photo()), author=author
    ).value
    told = photos.describe_photo(
        survey, photo=added.photo.id, caption="箱门", question="RES-20", author=author
    ).value
    assert (told.caption, told.question, told.blob) == ("箱门", "fibre/RES-20", added.photo.blob)


def test_the_same_photo_in_two_visits_is_kept_once_and_doubted(
    survey: Survey, author: Author, tmp_path: Path
) -> None:
    files = written(tmp_path, a_photo())
    first = photos.add_photos(survey, visit=a_visit(survey), files=files, author=author).value
    second = photos.add_photos(survey, visit=a_visit(survey), files=files, author=author).value
    assert Code.PHOTO_ALREADY_USED not in {each.code for each in first[0].problems}
    (doubt,) = [p for p in second[0].problems if p.code is Code.PHOTO_ALREADY_USED]
    assert doubt.params["elsewhere"] == "0.jpg"
    assert len(photos.list_photos(survey)) == 2
    assert surveys.info(survey).photos_expected == 2
    hashes = {bytes.fromhex(each.blob) for each in photos.list_photos(survey)}
    kept = [name for (name,) in survey.db.execute("select hash from blob")]
    assert [name in hashes for name in kept].count(True) == 1


def test_a_photo_from_another_day_and_place_is_doubted(
    survey: Survey, author: Author, tmp_path: Path
) -> None:
    far = a_photo(taken_at="2022-07-08T10:00:00+08:00", position="29.70 106.60")
    (added,) = photos.add_photos(
        survey, visit=a_visit(survey), files=written(tmp_path, far), author=author
    ).value
    assert {each.code for each in added.problems} == {
        Code.PHOTO_OUTSIDE_VISIT,
        Code.PHOTO_FAR_FROM_SITE,
    }


@pytest.mark.parametrize("orientation", range(1, 9))
def test_thumbnails_stand_upright(
    orientation: int, survey: Survey, author: Author, tmp_path: Path
) -> None:
    # What an upright picture's corners show, as the camera's way of holding it moves them.
    turned = {
        1: "0123",
        2: "1032",
        3: "2301",
        4: "3210",
        5: "0321",
        6: "3012",
        7: "2103",
        8: "1230",
    }
    content = a_jpeg(exif={0x0112: orientation})
    (added,) = photos.add_photos(
        survey, visit=a_visit(survey), files=written(tmp_path, content), author=author
    ).value
    small = photos.thumbnail(survey, blob=added.photo.blob, edge=100)
    assert [str(each) for each in corners_of(small)] == list(turned[orientation])
    assert len(CORNERS) == 4


def test_a_damaged_original_is_found(survey: Survey, author: Author, tmp_path: Path) -> None:
    visit = a_visit(survey)
    photos.add_photos(
        survey, visit=visit, files=written(tmp_path, a_photo(), a_photo(seed=1)), author=author
    )
    assert photos.check_photos(survey) == ()
    first, second = (bytes.fromhex(each.blob) for each in photos.list_photos(survey))
    with survey.atomic() as db:
        db.execute("delete from blob where hash = ?", (first,))
        db.execute("update blob set content = x'00' where hash = ?", (second,))
    assert {(each.where, each.code) for each in photos.check_photos(survey)} == {
        ("0.jpg", Code.BLOB_MISSING),
        ("1.jpg", Code.BLOB_DAMAGED),
    }
    with pytest.raises(BadInput):
        photos.thumbnail(survey, blob=second.hex())


class _Stopped(Silent):
    def cancelled(self) -> bool:
        return True


def test_stopping_leaves_nothing(survey: Survey, author: Author, tmp_path: Path) -> None:
    visit = a_visit(survey)
    with pytest.raises(Cancelled):
        photos.add_photos(
            survey,
            visit=visit,
            files=written(tmp_path, a_photo()),
            author=author,
            progress=_Stopped(),
        )
    assert photos.list_photos(survey) == ()
