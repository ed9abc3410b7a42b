"""The bundled example keeps its promises: what it made is read again from its files."""

import json
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from fieldaudit.actions import coverage, merges, packages, photos, sharing, surveys, visits
from fieldaudit.actions.sheets import VisitSheet
from fieldaudit.actions.sites import list_sites
from fieldaudit.assess.verdict import Conclusion
from fieldaudit.form.definition import Severity
from fieldaudit.package.verdict import Outcome
from fieldaudit.store.survey import Survey
from fieldaudit.visit.records import SealState, Status
from tests.kit.example import the_example
from tests.kit.office import history

VALIDATOR = Path("/usr/lib/python3/dist-packages/osgeo_utils/samples/validate_gpkg.py")


@pytest.fixture(scope="module")
def survey() -> Iterator[Survey]:
    with surveys.open_survey(the_example().report.survey, readonly=True) as opened:
        yield opened


def sheets(survey: Survey) -> list[VisitSheet]:
    return [visits.open_visit(survey, visit=each.id) for each in visits.list_visits(survey)]


def test_eight_visits_or_more_of_all_three_kinds_are_accepted(survey: Survey) -> None:
    found = visits.list_visits(survey, status=Status.ACCEPTED)
    assert len(found) >= 8
    assert found == visits.list_visits(survey)
    assert {each.form for each in found} == {"residential", "industrial_park", "base_station"}
    assert len({each.inspector for each in found}) == 2
    assert all(each.problems == 0 for each in found)


def test_sites_are_examples_on_real_streets(survey: Survey) -> None:
    sites = list_sites(survey)
    assert len(sites) == 24
    assert all(site.example for site in sites)
    assert {site.street for site in sites} == set(surveys.info(survey).streets)


def test_one_critical_item_failed(survey: Survey) -> None:
    failed = Counter(sheet.verdict.failed[Severity.CRITICAL] for sheet in sheets(survey))
    assert failed[1] == 1
    assert set(failed) == {0, 1}
    assert [s.verdict.conclusion for s in sheets(survey)].count(Conclusion.FAILED) == 1


def test_a_refused_visit_is_not_checked_and_never_failed(survey: Survey) -> None:
    (refused,) = [s for s in sheets(survey) if s.answers["access/COM-11"] == "refused"]
    assert refused.verdict.conclusion is Conclusion.NOT_CHECKED
    assert not any(refused.verdict.failed.values())
    assert refused.answers["access/COM-12"]


def test_exactly_one_conflict_was_settled_with_a_reason(survey: Survey) -> None:
    assert the_example().report.balance.conflicts == 1
    assert merges.list_conflicts(survey) == ()
    settled = [
        revision
        for sheet in sheets(survey)
        for revision in history(survey, sheet.summary.id)
        if len(revision.parents) > 1
    ]
    (decision,) = [each for each in settled if "base/RES-05" in each.changes]
    assert decision.reason
    assert visits.open_visit(survey, visit=decision.record).answers["base/RES-05"] == "826"


def test_the_balance_closes_and_nothing_is_lost(survey: Survey) -> None:
    balance, info = the_example().report.balance, surveys.info(survey)
    assert balance.closes
    assert (balance.refused, balance.lost, balance.photos_damaged) == (0, 0, 0)
    assert balance.photos_present == balance.photos_expected == info.photos_expected
    assert sum(each.new for each in balance.sources) == balance.new
    assert (info.photos_present, info.photos_damaged) == (info.photos_expected, 0)
    assert surveys.check(survey) == ()
    assert photos.check_photos(survey) == ()


def test_everything_that_was_handed_over_is_here(survey: Survey) -> None:
    whole = set(survey_hashes(survey))
    for file in sorted((the_example().report.folder / "handed-over").iterdir()):
        with surveys.open_survey(file, readonly=True) as handed:
            assert set(survey_hashes(handed)) < whole


def survey_hashes(survey: Survey) -> list[str]:
    from fieldaudit.store import revisions

    return [revision.hash for revision in revisions.all_revisions(survey)]


def test_the_work_of_both_inspectors_is_sealed_by_trusted_keys(survey: Survey) -> None:
    seals = {tally.name: tally for tally in surveys.info(survey).seals}
    inspectors = [tally for name, tally in seals.items() if name.startswith("巡查员")]
    assert len(inspectors) == 2
    assert {tally.state for tally in inspectors} == {SealState.SEALED}


def test_photos_lie_upright_whatever_way_the_phone_was_held(survey: Survey) -> None:
    shown = photos.list_photos(survey)
    assert {photo.width > photo.height for photo in shown} == {True, False}
    assert all(photo.taken_from == "exif" and photo.position for photo in shown)


def test_coverage_and_sharing_were_found(survey: Survey) -> None:
    judged = [coverage.coverage_of(survey, visit=s.summary.id) for s in sheets(survey)]
    rows = [row for each in judged if each is not None for row in each.rows]
    assert len([each for each in judged if each is not None]) == 2
    assert {row.operator for row in rows} == {"cm", "ct"}
    relations = sharing.list_relations(survey)
    assert relations
    assert len({relation.id for relation in relations}) == len(relations)


def test_the_package_is_genuine_and_a_changed_byte_is_found(survey: Survey) -> None:
    report, trusted = the_example().report, packages.trusted_keys(survey)
    genuine = packages.verify(report.package, trusted=trusted)
    assert (genuine.outcome, genuine.details) == (Outcome.GENUINE, ())
    assert packages.verify(report.package).outcome is Outcome.GENUINE_UNKNOWN_SIGNER
    changed = packages.verify(report.tampered, trusted=trusted)
    assert changed.outcome is Outcome.CHANGED
    assert changed.details
    whole, other = report.package.read_bytes(), report.tampered.read_bytes()
    assert sum(a != b for a, b in zip(whole, other, strict=True)) == 1


def test_the_package_says_what_the_survey_says(survey: Survey, tmp_path: Path) -> None:
    files = {
        each.name: each for each in packages.extract(the_example().report.package, tmp_path / "out")
    }
    told = json.loads(files["visits.json"].read_bytes())
    kept = {sheet.summary.id: sheet for sheet in sheets(survey)}
    assert {visit["id"] for visit in told["visits"]} == set(kept)
    for visit in told["visits"]:
        sheet = kept[visit["id"]]
        assert visit["conclusion"] == sheet.verdict.conclusion.value
        assert [each["sha256"] for each in visit["photos"]] == [p.blob for p in sheet.photos]
    assert sum(name.endswith("_log.txt") for name in files) == 2


def test_rebuilding_changes_nothing(survey: Survey, tmp_path: Path) -> None:
    before = surveys.info(survey)
    copy = Path(shutil.copy(survey.path, tmp_path / "copy.gpkg"))
    with surveys.open_survey(copy) as again:
        rows = visits.list_visits(again)
        assert surveys.rebuild(again).value == sum(before.records.values())
        assert surveys.info(again).state == before.state
        assert surveys.info(again).records == before.records
        assert visits.list_visits(again) == rows == visits.list_visits(survey)


@pytest.mark.skipif(not VALIDATOR.is_file(), reason="GDAL's validate_gpkg.py is not installed")
def test_the_survey_is_a_valid_geopackage(survey: Survey, tmp_path: Path) -> None:
    copy = Path(shutil.copy(survey.path, tmp_path / "copy.gpkg"))
    python = "/usr/bin/python3"
    options = ("--extra", "--warning-as-error")
    run = subprocess.run(
        [python, VALIDATOR, *options, copy], capture_output=True, text=True, check=False
    )
    assert (run.returncode, run.stderr) == (0, "")
