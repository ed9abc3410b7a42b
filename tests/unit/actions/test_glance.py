from pathlib import Path

from fieldaudit.actions import photos, surveys, visits
from fieldaudit.actions.glance import glance
from fieldaudit.store.survey import Survey
from fieldaudit.visit.stamp import Author
from tests.kit.office import a_signed_visit, a_visit
from tests.kit.photos import a_photo


def test_a_glance_counts_what_info_counts(survey: Survey, author: Author, tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(a_photo())
    a_signed_visit(survey, files=[tmp_path / "a.jpg"])
    visits.keep_draft(survey, visit=a_visit(survey), changes={"fibre/RES-07": "no"})
    seen, info = glance(survey, author=author.fingerprint), surveys.info(survey)
    assert (seen.name, seen.conflicts, seen.drafts) == (info.name, 0, 1)
    assert (seen.photos_expected, seen.photos_present) == (1, 1)
    (tally,) = [each for each in info.seals if each.author == author.fingerprint]
    assert seen.unsealed == tally.revisions - tally.sealed > 0
    assert glance(survey).unsealed == 0


def test_a_missing_original_is_seen(survey: Survey, author: Author, tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(a_photo())
    photos.add_photos(survey, visit=a_visit(survey), files=[tmp_path / "a.jpg"], author=author)
    with survey.atomic() as db:
        db.execute("delete from blob where rowid = (select max(rowid) from blob)")
    assert (glance(survey).photos_expected, glance(survey).photos_present) == (1, 0)
