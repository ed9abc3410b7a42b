import signal
import subprocess
import sys
from pathlib import Path

import pytest

from fieldaudit.actions import surveys
from fieldaudit.actions.opening import held_by, open_alone, open_for_work, whereabouts
from fieldaudit.errors import BadInput, Code, Surroundings
from fieldaudit.store.claim import lock_file
from fieldaudit.store.survey import Survey

OTHER = """
import sys
from pathlib import Path
from fieldaudit.actions.opening import open_for_work
with open_for_work(Path(sys.argv[1])) as survey:
    print(survey.readonly, flush=True)
    sys.stdin.readline()
"""


def test_while_another_program_works_in_it_it_is_only_read(survey: Survey) -> None:
    survey.close()
    running = subprocess.Popen(
        [sys.executable, "-c", OTHER, str(survey.path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with running:
        assert running.stdout.readline() == "False\n"
        with open_for_work(survey.path) as second:
            assert second.readonly
            assert second.holder.pid == running.pid
            assert held_by(second).code is Code.SURVEY_HELD
            assert surveys.info(second).name
        with pytest.raises(Surroundings) as caught:
            open_alone(survey.path)
        assert caught.value.code is Code.SURVEY_HELD
        # One deed of the command line relies on the database's own lock.
        with surveys.open_survey(survey.path) as third:
            assert not third.readonly
        running.communicate("\n")
    assert not lock_file(survey.path).exists()
    with open_alone(survey.path) as alone:
        assert not alone.readonly
        assert lock_file(survey.path).exists()
    assert not lock_file(survey.path).exists()


def test_one_program_may_open_it_again(survey: Survey) -> None:
    with open_for_work(survey.path) as one, open_for_work(survey.path) as two:
        assert not one.readonly
        assert not two.readonly
        assert held_by(two) is None
        one.close()
        assert lock_file(survey.path).exists()
    assert not lock_file(survey.path).exists()


def test_what_cannot_be_opened_is_not_claimed(tmp_path: Path) -> None:
    with pytest.raises(BadInput):
        open_for_work(tmp_path / "none.gpkg")
    (tmp_path / "letter.gpkg").write_bytes(b"Dear office, ..." * 20)
    with pytest.raises(BadInput):
        open_for_work(tmp_path / "letter.gpkg")
    assert [each.name for each in tmp_path.iterdir()] == ["letter.gpkg"]


def test_a_synced_folder_is_warned_about_before_anything_is_written(tmp_path: Path) -> None:
    (problem,) = whereabouts(tmp_path / "我的坚果云" / "a.gpkg")
    assert (problem.code, problem.where) == (Code.PLACE_CLOUD, "a.gpkg")
    assert "坚果云" in str(problem)
    assert surveys.whereabouts(tmp_path / "OneDrive" / "a.gpkg")[0].code is Code.PLACE_CLOUD
    assert not list(tmp_path.iterdir())


KILLED = """
import os, signal, sys
from pathlib import Path
from fieldaudit.actions.envelopes import unwrapped
from fieldaudit.actions.handovers import handover_to
from fieldaudit.actions.surveys import open_survey
from fieldaudit.merge.offers import offered
from tests.kit.office import an_office
path = Path(sys.argv[1])
certificate, sealed = path.with_name("office.pem"), path.with_name("theirs.enc")
certificate.write_text(an_office().certificate)
with open_survey(path) as survey:
    handover_to(survey, sealed, recipient=certificate, identity=None)
with unwrapped(offered([sealed]), folder=path.parent, identity=an_office()) as opened:
    open_survey(opened[0].path, readonly=True).close()
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_a_clear_copy_that_a_kill_left_is_gone_at_the_next_opening(survey: Survey) -> None:
    survey.close()
    done = subprocess.run([sys.executable, "-c", KILLED, str(survey.path)], check=False)
    assert done.returncode == -signal.SIGKILL
    left = survey.path.parent
    assert [each.name for each in left.glob(".open-*/0/*")] == ["theirs.enc"]
    surveys.open_survey(survey.path, readonly=True).close()
    assert list(left.glob(".open-*"))
    open_for_work(survey.path).close()
    assert not list(left.glob(".open-*"))
    assert (left / "theirs.enc").exists()
