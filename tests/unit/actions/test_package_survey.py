import hashlib
import shutil
from pathlib import Path

import pytest

from fieldaudit.actions import coverage, merges, packages, surveys
from fieldaudit.actions.package_survey import NAME, excerpt_bytes, is_pdf, records_of, unpacked
from fieldaudit.actions.packages import Make
from fieldaudit.errors import BadInput, Code
from fieldaudit.merge.offers import offered
from fieldaudit.package.capsule import read_capsule
from fieldaudit.package.variant import Variant
from fieldaudit.store import blobs, records, revisions
from fieldaudit.store.survey import Survey, open_survey
from fieldaudit.visit.records import SealState
from fieldaudit.visit.stamp import Author, now
from tests.kit.office import (
    GOOD,
    a_prepared_file,
    a_signed_visit,
    an_accepted_visit,
    an_office,
    site_id,
)
from tests.kit.photos import a_photo
from tests.unit.actions.logs import a_log


@pytest.fixture
def accepted(survey: Survey, author: Author, tmp_path: Path) -> str:
    """Return an accepted visit with a photo, beside another one that is only signed."""
    a_signed_visit(survey, code="RES-0002")
    (tmp_path / "a.jpg").write_bytes(a_photo())
    return an_accepted_visit(survey, files=[tmp_path / "a.jpg"])


@pytest.fixture
def package(survey: Survey, accepted: str, tmp_path: Path) -> Path:
    out = tmp_path / "out.pdf"
    packages.build(survey, out=out, identity=an_office())
    return out


def state(survey: Survey) -> set[str]:
    return {revision.hash for revision in revisions.all_revisions(survey)}


def test_exactly_what_is_printed_rides_inside(survey: Survey, accepted: str) -> None:
    wanted = records_of(survey, [records.record(survey, accepted)])
    kinds = [records.record(survey, name).kind for name in wanted]
    assert sorted(kinds) == ["form", "person", "person", "photo", "site", "survey", "visit"]
    assert site_id(survey) in wanted
    assert site_id(survey, "RES-0002") not in wanted


def test_export_and_import_give_the_same_revisions(
    survey: Survey, accepted: str, package: Path, tmp_path: Path
) -> None:
    with surveys.open_survey(a_prepared_file(tmp_path / "new.gpkg")) as new:
        balance = merges.merge(new, sources=[package]).value
        assert (balance.refused, balance.lost, balance.conflicts) == (0, 0, 0)
        assert [each.name for each in balance.sources] == ["out.pdf"]
        wanted = records_of(survey, [records.record(survey, accepted)])
        ours = {r.hash for r in revisions.all_revisions(survey) if r.record in wanted}
        assert ours <= state(new)
        assert records.record(new, accepted) == records.record(survey, accepted)
    assert not list(tmp_path.glob(".*"))


def test_merging_it_back_brings_nothing_new(survey: Survey, package: Path) -> None:
    before = state(survey)
    balance = merges.merge(survey, sources=[package]).value
    assert (balance.new, balance.known) == (0, balance.taken)
    assert (balance.photos_expected, balance.photos_present) == (1, 1)
    assert state(survey) == before


def test_photos_left_behind_are_missed_only_where_they_are_not(
    survey: Survey, package: Path, tmp_path: Path
) -> None:
    name = hashlib.sha256(a_photo()).hexdigest()
    with surveys.open_survey(a_prepared_file(tmp_path / "new.gpkg")) as new:
        balance = merges.merge(new, sources=[package]).value
        assert (balance.photos_expected, balance.photos_present) == (1, 0)
        full = tmp_path / "full.pdf"
        packages.build(survey, out=full, identity=an_office(), make=Make(originals=True))
        balance = merges.merge(new, sources=[full]).value
        assert (balance.photos_present, balance.photos_damaged) == (1, 0)
        assert blobs.read(new, name) == a_photo()


def test_the_file_inside_is_a_survey_of_its_own(package: Path, tmp_path: Path) -> None:
    packages.extract(package, tmp_path / "data")
    with surveys.open_survey(tmp_path / "data" / NAME, readonly=True) as inside:
        states = {tally.name: tally.state for tally in surveys.info(inside).seals}
        assert SealState.BROKEN not in states.values()
        assert len(surveys.info(inside).records) == 6


@pytest.mark.parametrize("variant", [Variant.INTERNAL, Variant.MAIL])
def test_two_variants_carry_it(
    survey: Survey, accepted: str, tmp_path: Path, variant: Variant
) -> None:
    out = tmp_path / "out.pdf"
    packages.build(survey, out=out, identity=an_office(), make=Make(variant))
    assert NAME in read_capsule(out).files


def test_the_public_one_does_not_and_cannot_be_merged(
    survey: Survey, accepted: str, tmp_path: Path
) -> None:
    out = tmp_path / "out.pdf"
    packages.build(survey, out=out, identity=an_office(), make=Make(Variant.PUBLIC))
    with pytest.raises(BadInput) as caught:
        merges.merge(survey, sources=[out])
    assert caught.value.code is Code.PACKAGE_WITHOUT_SURVEY


@pytest.mark.parametrize("where", [0.2, 0.5, 0.9])
def test_a_changed_package_is_not_merged(survey: Survey, package: Path, where: float) -> None:
    data = bytearray(package.read_bytes())
    data[int(len(data) * where)] ^= 1
    package.write_bytes(data)
    before = state(survey)
    with pytest.raises(BadInput) as caught:
        merges.merge(survey, sources=[package])
    assert caught.value.code is Code.PACKAGE_NOT_WHOLE
    assert state(survey) == before


def test_what_is_no_package_is_not_merged(survey: Survey, tmp_path: Path) -> None:
    other = tmp_path / "letter.pdf"
    other.write_bytes(b"%PDF-1.7\nnothing")
    with pytest.raises(BadInput) as caught:
        merges.merge(survey, sources=[other])
    assert caught.value.code is Code.PACKAGE_NOT_WHOLE


def test_survey_files_pass_as_they_are(survey: Survey, package: Path, tmp_path: Path) -> None:
    same = Path(shutil.copy(package, tmp_path / "same.pdf"))
    sources = offered([survey.path, package, same])
    with unpacked(sources, folder=tmp_path, trusted=()) as found:
        files = [each.path for each in found]
        assert files[0] == survey.path
        assert [file.name for file in files[1:]] == ["out.pdf", "same.pdf"]
        assert not any(is_pdf(file) for file in files)
    assert not any(file.exists() for file in files[1:])


def test_bytes_of_an_excerpt_leave_no_file_behind(
    survey: Survey, accepted: str, tmp_path: Path
) -> None:
    folder = tmp_path / "room"
    folder.mkdir()
    chosen = [records.record(survey, accepted)]
    data = excerpt_bytes(survey, chosen, folder=folder, photos=False, moment=now())
    assert data.startswith(b"SQLite format 3\x00")
    assert list(folder.iterdir()) == []


def test_no_place_of_a_restricted_visit_rides_inside(
    survey: Survey, author: Author, tmp_path: Path
) -> None:
    answers = {**GOOD, "site/COM-14": "yes", "fibre/RES-21": "29.62145 106.48471 0 6"}
    (tmp_path / "a.jpg").write_bytes(a_photo())
    visit = an_accepted_visit(survey, answers, files=[tmp_path / "a.jpg"])
    (tmp_path / "log.txt").write_bytes(a_log())
    coverage.import_logs(survey, visit=visit, files=[tmp_path / "log.txt"], author=author)
    out = tmp_path / "out.pdf"
    packages.build(survey, out=out, identity=an_office(), make=Make(originals=True))
    capsule = read_capsule(out)
    assert "106.48471" not in capsule.files["visits.json"].decode()
    assert not [name for name in capsule.files if name.endswith(".txt")]
    packages.extract(out, tmp_path / "inside")
    with open_survey(tmp_path / "inside" / NAME, readonly=True) as inside:
        assert not records.records(inside, "photo")
        assert not records.records(inside, "log")
        assert records.record(inside, visit).id == visit
