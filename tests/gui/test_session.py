import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from fieldaudit.actions import backups, sites, surveys, visits
from fieldaudit.actions.changes import Changes, Done
from fieldaudit.errors import BadInput, Code
from fieldaudit.gui.session import EVERYTHING, Session
from tests.gui.sample import Sample


def test_opening_tells_everyone(qtbot: QtBot, session: Session, files: Sample) -> None:
    with qtbot.waitSignal(session.changed) as signal:
        session.open(files.survey)
    assert session.path == files.survey
    assert signal.args == [EVERYTHING]


def test_a_file_that_is_no_survey_is_explained(
    qtbot: QtBot, session: Session, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with qtbot.waitSignal(session.failed) as signal:
        session.open(tmp_path / "none.gpkg")
    assert isinstance(signal.args[0].code, Code)
    assert session.path is None


def test_another_survey_takes_the_place_of_the_first(
    qtbot: QtBot, opened: Session, files: Sample
) -> None:
    with qtbot.waitSignal(opened.opened):
        opened.open(files.other)
    answers: list[surveys.SurveyInfo] = []
    opened.ask(surveys.info, answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    assert answers[0].path == str(files.other)


def test_questions_are_answered_with_records(qtbot: QtBot, opened: Session) -> None:
    answers: list[tuple] = []
    opened.ask(sites.list_sites, answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    assert [site.code for site in answers[0]] == ["RES-0012", "RES-0013", "RES-0014"]


def test_deeds_tell_what_they_changed(qtbot: QtBot, opened: Session) -> None:
    with qtbot.waitSignal(opened.changed) as signal:
        opened.act(_deed)
    assert signal.args == [Changes(sites=True)]


def test_keeping_is_told_when_it_is_durable(qtbot: QtBot, opened: Session) -> None:
    said: list[bool] = []
    opened.kept.connect(said.append)
    found: list[tuple] = []
    opened.ask(visits.list_visits, found.append)
    qtbot.waitUntil(lambda: bool(found))
    changes = {"base/RES-05": "7"}
    deed = partial(visits.keep_draft, visit=found[0][0].id, changes=changes)
    opened.keep(deed, sorry=_never)
    assert said == [False]
    qtbot.waitUntil(lambda: said == [False, True])


def test_what_could_not_be_kept_is_said(
    qtbot: QtBot, opened: Session, caplog: pytest.LogCaptureFixture
) -> None:
    sorry: list[bool] = []
    with qtbot.waitSignal(opened.failed):
        opened.keep(_refused, sorry=partial(sorry.append, True))
    assert sorry == [True]


def test_who_asked_is_told_of_a_refusal_instead_of_the_message_bar(
    qtbot: QtBot, opened: Session
) -> None:
    refused: list[BaseException] = []
    with qtbot.assertNotEmitted(opened.failed):
        opened.act(_refused, sorry=refused.append)
        qtbot.waitUntil(lambda: bool(refused))
    assert isinstance(refused[0], BadInput)


def test_a_bug_goes_to_the_crash_dialog(qtbot: QtBot, opened: Session) -> None:
    with qtbot.captureExceptions() as caught:
        opened.ask(_buggy, _never)
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError


def _deed(_survey: object) -> Done[None]:
    return Done(None, Changes(sites=True))


def _refused(_survey: object) -> Done[None]:
    raise BadInput(Code.REASON_MISSING)


def _buggy(_survey: object) -> float:
    return 1 / 0


def _never(*_args: object) -> None:
    raise AssertionError


def test_opening_for_writing_makes_the_backup_of_the_day(
    qtbot: QtBot, session: Session, files: Sample
) -> None:
    session.open(files.survey)
    qtbot.waitUntil(lambda: bool(backups.backups(files.survey)))
    assert {each.reason for each in backups.backups(files.survey)} == {backups.Reason.DAILY}


def test_a_survey_that_another_program_has_is_only_read(
    qtbot: QtBot, session: Session, files: Sample, caplog: pytest.LogCaptureFixture
) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", ELSEWHERE, str(files.survey)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout.readline() == "open\n"
        with qtbot.waitSignal(session.failed) as signal:
            session.open(files.survey)
        assert signal.args[0].code is Code.SURVEY_HELD
        assert session.readonly
        other.communicate("\n")
    assert not backups.backups(files.survey)


ELSEWHERE = """
import sys
from pathlib import Path
from fieldaudit.actions.opening import open_for_work
with open_for_work(Path(sys.argv[1])):
    print("open", flush=True)
    sys.stdin.readline()
"""
