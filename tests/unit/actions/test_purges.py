from pathlib import Path
from typing import Any

import pytest

from fieldaudit.actions import checks, photos, surveys
from fieldaudit.actions.backups import Reason, keep_backup
from fieldaudit.actions.purges import purge_photos
from fieldaudit.actions.writing import write
from fieldaudit.errors import BadInput, Code
from fieldaudit.store import journal, records
from fieldaudit.store.revisions import Edit
from fieldaudit.store.survey import Survey
from fieldaudit.visit.stamp import Author, Moment
from tests.kit.office import a_visit, history
from tests.kit.photos import a_photo

DAY = Moment(1_657_267_200_000, 480)
REASON = "照片保存期满三年"


@pytest.fixture
def blob(survey: Survey, author: Author, tmp_path: Path) -> str:
    """Take in a photo whose camera says when it was taken."""
    (tmp_path / "a.jpg").write_bytes(a_photo())
    done = photos.add_photos(
        survey, visit=a_visit(survey), files=[tmp_path / "a.jpg"], author=author
    )
    return done.value[0].photo.blob


def photo(survey: Survey) -> records.Record:
    return records.records(survey, "photo")[0]


def test_a_photo_past_its_time_is_gone_and_still_verifies(
    survey: Survey, office: Author, blob: str
) -> None:
    done = purge_photos(survey, before="2100-01-01", reason=REASON, author=office, moment=DAY)
    assert (done.value.photos, done.value.originals, done.value.kept) == (1, 1, 0)
    with pytest.raises(BadInput) as caught:
        photos.original(survey, blob=blob)
    assert caught.value.code is Code.BLOB_MISSING
    assert photo(survey).get("blob") == blob
    assert history(survey, photo(survey).id)[-1].reason == REASON
    info = surveys.info(survey)
    assert (info.photos_expected, info.photos_damaged) == (0, 0)
    assert photos.check_photos(survey) == surveys.check(survey) == ()
    (told,) = checks.purged_photos(survey)
    assert (told.code, told.params["date"], told.params["reason"]) == (
        Code.PHOTO_PURGED,
        "2022-07-08",
        REASON,
    )
    assert told.params["author"] == office.name
    assert "a.jpg" in told.where
    assert [deed for _, deed, _ in journal.entries(survey)] == ["purge"]


def test_a_photo_within_its_time_stays(survey: Survey, office: Author, blob: str) -> None:
    taken = photo(survey).get("taken_at")[:10] or photo(survey).made.iso()[:10]
    done = purge_photos(survey, before=taken, reason=REASON, author=office)
    assert (done.value.photos, done.value.originals, done.value.problems) == (0, 0, ())
    assert photos.original(survey, blob=blob)
    assert checks.purged_photos(survey) == ()


def test_an_original_that_another_photo_needs_stays(
    survey: Survey, author: Author, office: Author, blob: str, tmp_path: Path
) -> None:
    first = photo(survey).id
    photos.add_photos(survey, visit=a_visit(survey), files=[tmp_path / "a.jpg"], author=author)
    write(
        survey,
        [Edit(first, "photo", {"taken_at": "2001-01-01T09:00:00+08:00"})],
        author=author,
    )
    done = purge_photos(survey, before="2001-01-02", reason=REASON, author=office)
    assert (done.value.photos, done.value.originals, done.value.kept) == (1, 0, 1)
    assert photos.original(survey, blob=blob)
    assert surveys.info(survey).photos_damaged == 0


def test_a_copy_that_merged_the_mark_is_purged_by_its_own_deed(
    survey: Survey, office: Author, blob: str
) -> None:
    write(survey, [Edit(photo(survey).id, "photo", {"purged": "2022-07-08"})], author=office)
    assert photos.original(survey, blob=blob)
    done = purge_photos(survey, before="2001-01-01", reason=REASON, author=office)
    assert (done.value.photos, done.value.originals) == (0, 1)


def test_backups_that_still_hold_it_are_named(survey: Survey, office: Author, blob: str) -> None:
    keep_backup(survey, Reason.MANUAL)
    done = purge_photos(survey, before="2100-01-01", reason=REASON, author=office)
    (told,) = done.value.problems
    assert (told.code, told.params["count"]) == (Code.PURGE_COPIES, 1)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ({"before": "2100-01-01", "reason": " "}, Code.REASON_MISSING),
        ({"before": "next year", "reason": REASON}, Code.DATE_UNREADABLE),
    ],
)
def test_without_a_day_and_a_reason_nothing_is_removed(
    survey: Survey, office: Author, blob: str, words: dict[str, Any], code: Code
) -> None:
    with pytest.raises(BadInput) as caught:
        purge_photos(survey, **words, author=office)
    assert caught.value.code is code
    assert photos.original(survey, blob=blob)
