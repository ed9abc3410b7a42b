"""A photo past its time of keeping is gone from the file's bytes, and everything says so."""

import json
from pathlib import Path

import pytest

from fieldaudit.actions import (
    backups,
    checks,
    exports,
    merges,
    packages,
    purges,
    reviews,
    surveys,
    verification,
)
from fieldaudit.actions.writing import author_of
from fieldaudit.errors import Code
from fieldaudit.package.verdict import Outcome
from fieldaudit.store.survey import Survey
from tests.kit.office import a_prepared_survey, a_signed_visit, an_office
from tests.kit.photos import a_photo

REASON = "照片保存期满"
MARK = b"\xf0\x9f\x93\xb7 the bytes of this very photo "
"""Nothing else has these bytes; so many of them span pages."""


@pytest.fixture
def survey(tmp_path: Path):
    with a_prepared_survey(tmp_path / "survey.gpkg") as survey:
        yield survey


@pytest.fixture
def purged(survey: Survey, tmp_path: Path) -> Path:
    """Accept a visit with a photo, hand a copy over, and purge the photo here."""
    office = author_of(an_office())
    (tmp_path / "a.jpg").write_bytes(a_photo() + MARK * 4000)
    visit = a_signed_visit(survey, files=[tmp_path / "a.jpg"])
    reviews.accept(survey, visits=[visit], author=office)
    unpurged = tmp_path / "unpurged.gpkg"
    surveys.handover(survey, unpurged, identity=an_office())
    assert MARK in unpurged.read_bytes()
    done = purges.purge_photos(survey, before="2099-01-01", reason=REASON, author=office).value
    assert (done.photos, done.originals) == (1, 1)
    return unpurged


def remains(folder: Path, unpurged: Path) -> list[str]:
    """Return the files beside the survey that hold any of the photo's bytes."""
    beside = [each for each in folder.rglob("*") if each.is_file()]
    own = (unpurged.name, "a.jpg")
    return [each.name for each in beside if each.name not in own and MARK[:12] in each.read_bytes()]


def test_its_bytes_are_in_no_page_of_the_file_or_its_log(
    survey: Survey, purged: Path, tmp_path: Path
) -> None:
    assert remains(tmp_path, purged) == []
    survey.close()
    assert remains(tmp_path, purged) == []


def test_check_and_verify_say_when_and_by_whom(survey: Survey, purged: Path) -> None:
    assert checks.check(survey) == ()
    (told,) = checks.purged_photos(survey)
    assert (told.code, told.params["author"], told.params["reason"]) == (
        Code.PHOTO_PURGED,
        "专班",
        REASON,
    )
    found = verification.verify(survey.path)
    assert Code.PHOTO_PURGED in [each.code for each in found.details]
    assert Code.BLOB_MISSING not in [each.code for each in found.details]
    assert found.outcome not in (Outcome.CHANGED, Outcome.INCOMPLETE)


def test_an_unpurged_copy_does_not_bring_it_back(
    survey: Survey, purged: Path, tmp_path: Path
) -> None:
    for _ in range(2):
        balance = merges.merge(survey, sources=[purged], full=True).value
        assert (balance.new, balance.refused, balance.photos_damaged) == (0, 0, 0)
        assert balance.sources[0].reasons == ()
    assert remains(tmp_path, purged) == []


def test_the_mark_travels_and_the_other_copy_says_so(
    survey: Survey, purged: Path, tmp_path: Path
) -> None:
    surveys.handover(survey, tmp_path / "marked.gpkg", identity=an_office())
    assert remains(tmp_path, purged) == []
    with surveys.open_survey(purged) as theirs:
        merges.merge(theirs, sources=[tmp_path / "marked.gpkg"])
        assert [each.code for each in checks.purged_photos(theirs)] == [Code.PHOTO_PURGED]
        # Each copy is purged by its own holder: nothing is removed by a merge.
        done = purges.purge_photos(
            theirs, before="2099-01-01", reason=REASON, author=author_of(an_office())
        ).value
        assert (done.photos, done.originals) == (0, 1)
        for each in backups.backups(theirs.path):
            Path(each.file).unlink()
    assert MARK[:12] not in purged.read_bytes()


def test_a_package_and_an_export_say_so_in_its_place(
    survey: Survey, purged: Path, tmp_path: Path
) -> None:
    made = packages.build(survey, out=tmp_path / "p.pdf", identity=an_office()).value
    assert [each.code for each in made.problems] == [Code.PHOTO_PURGED]
    verdict = packages.verify(tmp_path / "p.pdf", trusted=packages.trusted_keys(survey))
    assert verdict.outcome is Outcome.GENUINE
    exports.export(survey, out=tmp_path / "e.zip")
    assert remains(tmp_path, purged) == []


def test_rescue_and_backup_do_not_keep_it(survey: Survey, purged: Path, tmp_path: Path) -> None:
    from fieldaudit.actions.rescues import rescue

    backups.keep_backup(survey, backups.Reason.MANUAL)
    survey.close()
    found = rescue(survey.path, tmp_path / "rescued.gpkg")
    assert (found.photos_expected, found.losses) == (0, ())
    assert remains(tmp_path, purged) == []
    assert json.dumps(found.photos_present) == "0"
