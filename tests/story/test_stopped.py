"""Long deeds that are stopped at any of their steps leave the survey and its folder alone."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from fieldaudit.actions import backups, merges, purges, restoring, surveys
from fieldaudit.actions.changes import Progress
from fieldaudit.errors import Cancelled
from fieldaudit.merge.rules import Rule
from fieldaudit.store.survey import Survey
from fieldaudit.visit.stamp import Author
from tests.gui.sample import Sample, sample
from tests.kit.surveys import a_photo

Deed = Callable[[Survey, Author, Progress], object]

DEEDS: dict[str, Deed] = {
    "rebuild": lambda survey, _author, progress: surveys.rebuild(survey, progress=progress),
    "purge": lambda survey, author, progress: purges.purge_photos(
        survey, before="2999-01-01", reason="到期", author=author, progress=progress
    ),
    "backup": lambda survey, _author, progress: backups.keep_backup(
        survey, backups.Reason.MANUAL, progress=progress
    ),
    "backup elsewhere": lambda survey, _author, progress: surveys.backup(
        survey, survey.path.parent, progress=progress
    ),
    "rule": lambda survey, author, progress: merges.settle_by_rule(
        survey, Rule.NEWEST, reason="以新为准", author=author, progress=progress
    ),
}


class Stopper:
    """Stops at a step."""

    def __init__(self, at: int) -> None:
        self.at, self.told = at, 0

    def step(self, done: int, total: int) -> None:
        assert 0 <= done <= total
        self.told += 1

    def cancelled(self) -> bool:
        return self.told >= self.at


@pytest.fixture
def files(tmp_path: Path) -> Sample:
    """A survey with an open conflict and photos."""
    made = sample().copied(tmp_path)
    with surveys.open_survey(made.survey) as survey:
        a_photo(survey, b"one")
        a_photo(survey, b"two")
        merges.merge(survey, sources=[made.other])
        assert merges.list_conflicts(survey)
    return made


@pytest.fixture
def survey(files: Sample) -> Iterator[Survey]:
    with surveys.open_survey(files.survey) as opened:
        yield opened


@pytest.mark.parametrize("name", DEEDS)
def test_a_deed_stopped_at_any_step_changes_nothing(
    name: str, survey: Survey, files: Sample
) -> None:
    deed = DEEDS[name]
    before, there = _picture(survey), _beside(files)
    for at in range(1, 50):
        progress = Stopper(at)
        try:
            deed(survey, files.author, progress)
        except Cancelled:
            assert _picture(survey) == before
            assert _beside(files) == there
        else:
            break
    assert at > 1, "it never asked"
    assert progress.told < at
    assert name == "rebuild" or _picture(survey) != before or _beside(files) != there


def test_a_restore_stopped_at_any_step_leaves_the_old_file(files: Sample) -> None:
    (kept,) = (each for each in backups.backups(files.survey))
    old, there = files.survey.read_bytes(), _beside(files)
    for at in range(1, 50):
        try:
            restoring.put_back(Path(kept.file), files.survey, progress=Stopper(at))
        except Cancelled:
            assert files.survey.read_bytes() == old
            assert _beside(files) == there
        else:
            break
    assert at > 1
    assert files.survey.read_bytes() != old


def _picture(survey: Survey) -> tuple[object, ...]:
    """Return every row that counts."""
    dump = survey.db.conn.iterdump()
    return tuple(line for line in dump if "ft_" not in line)


def _beside(files: Sample) -> set[str]:
    """Return the files that there are, without the log that an open survey keeps."""
    folder = files.survey.parent
    found = (each for each in folder.rglob("*") if not each.name.endswith(("-wal", "-shm")))
    return {str(each.relative_to(folder)) for each in found if each.is_file()}
