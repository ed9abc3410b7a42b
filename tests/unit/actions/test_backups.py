from pathlib import Path

import pytest

from fieldaudit.actions import merges, surveys, visits
from fieldaudit.actions.backups import Reason, backup_folder, backups, keep_backup, keep_daily
from fieldaudit.errors import BadInput, Code, FieldauditError
from fieldaudit.store.survey import Survey
from fieldaudit.visit.stamp import Moment
from tests.kit.office import GOOD, a_visit

DAY = 86_400_000
START = Moment(1_657_267_200_000, 480)


def later(days: float) -> Moment:
    return Moment(START.ms + int(days * DAY), START.offset)


def reasons(survey: Survey) -> list[str]:
    return [each.reason.value for each in backups(survey.path)]


def test_a_backup_is_the_survey_as_it_is(survey: Survey, tmp_path: Path) -> None:
    visit = a_visit(survey)
    visits.keep_draft(survey, visit=visit, changes=GOOD)
    saved = keep_backup(survey, Reason.MANUAL, moment=START)
    assert saved == tmp_path / "survey.gpkg.backups" / "survey.20220708-160000-000000.manual.gpkg"
    target = surveys.restore(saved, tmp_path / "restored.gpkg")
    with surveys.open_survey(target) as restored:
        assert visits.open_visit(restored, visit=visit).draft == GOOD


def test_two_in_one_moment_are_two_files(survey: Survey) -> None:
    first = keep_backup(survey, Reason.MANUAL, moment=START)
    assert keep_backup(survey, Reason.MANUAL, moment=START) != first
    assert len(backups(survey.path)) == 2


def test_the_last_seven_days_and_five_others_are_kept(survey: Survey) -> None:
    others = [keep_backup(survey, Reason.MANUAL, moment=later(n / 10)) for n in range(7)]
    days = [keep_daily(survey.path, moment=later(n)) for n in range(9)]
    left = {Path(each.file) for each in backups(survey.path)}
    assert left == {*others[-5:], *days[-7:]}
    made = [each.made for each in backups(survey.path)]
    assert made == sorted(made, reverse=True)


def test_merges_that_fail_again_and_again_push_out_nothing(survey: Survey) -> None:
    before = keep_backup(survey, Reason.MERGE, moment=START)
    a_visit(survey)
    tries = [keep_backup(survey, Reason.MERGE, moment=later(n)) for n in range(1, 9)]
    assert [Path(each.file) for each in backups(survey.path)] == [tries[-1], before]
    by_hand = [keep_backup(survey, Reason.MANUAL, moment=later(n)) for n in range(9, 11)]
    assert {Path(each.file) for each in backups(survey.path)} == {before, *by_hand}


def test_a_clock_set_back_does_not_cost_the_newest_backup(survey: Survey) -> None:
    for number in range(5):
        keep_backup(survey, Reason.MANUAL, moment=later(number))
    newest = keep_backup(survey, Reason.MERGE, moment=later(-400))
    assert newest.exists()
    assert len(backups(survey.path)) == 5


def test_nothing_else_is_ever_dropped(survey: Survey) -> None:
    folder = backup_folder(survey.path)
    folder.mkdir()
    mine = [
        folder / name
        for name in (
            "holiday.jpg",
            "survey.mine.gpkg",
            "other.20200708-160000-000000.manual.gpkg",
            "survey.20209999-160000-000000.manual.gpkg",
        )
    ]
    for file in mine:
        file.write_bytes(b"mine")
    for number in range(6):
        keep_backup(survey, Reason.MANUAL, moment=later(number))
    assert all(file.read_bytes() == b"mine" for file in mine)
    assert len(backups(survey.path)) == 5


def test_one_daily_backup_a_day(survey: Survey) -> None:
    assert keep_daily(survey.path, moment=START) is not None
    assert keep_daily(survey.path, moment=later(0.1)) is None
    keep_backup(survey, Reason.MANUAL, moment=later(1))
    assert keep_daily(survey.path, moment=later(1)) is not None


def test_a_merge_keeps_what_was_before_it(survey: Survey, tmp_path: Path) -> None:
    surveys.handover(survey, tmp_path / "theirs.gpkg", identity=None)
    with surveys.open_survey(tmp_path / "theirs.gpkg") as theirs:
        a_visit(theirs)
    before = surveys.info(survey).state
    merges.merge(survey, sources=[tmp_path / "theirs.gpkg"])
    assert surveys.info(survey).state != before
    (kept,) = backups(survey.path)
    assert kept.reason is Reason.MERGE
    with surveys.open_survey(Path(kept.file), readonly=True) as saved:
        assert surveys.info(saved).state == before


def test_a_merge_that_cannot_be_undone_is_not_begun(survey: Survey, tmp_path: Path) -> None:
    surveys.handover(survey, tmp_path / "theirs.gpkg", identity=None)
    before = surveys.info(survey).state
    backup_folder(survey.path).write_bytes(b"in the way")
    with pytest.raises(FieldauditError):
        merges.merge(survey, sources=[tmp_path / "theirs.gpkg"])
    assert surveys.info(survey).state == before


def test_the_copy_that_an_upgrade_left_is_listed(survey: Survey, tmp_path: Path) -> None:
    aside = tmp_path / "survey.before-m002.gpkg"
    aside.write_bytes(b"older")
    keep_backup(survey, Reason.MANUAL)
    assert reasons(survey) == ["manual", "upgrade"]


def test_a_survey_that_is_not_there_has_no_backups(tmp_path: Path) -> None:
    assert backups(tmp_path / "none" / "a.gpkg") == ()
    with pytest.raises(BadInput) as caught:
        keep_daily(tmp_path / "a.gpkg")
    assert caught.value.code is Code.FILE_NOT_FOUND
