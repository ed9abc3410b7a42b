"""A desk for each test, and commands that are asked twice."""

import json
import re
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from fieldaudit.actions import surveys, visits
from fieldaudit.cli.main import run
from fieldaudit.visit.identity import create_identity
from tests.kit.identity import PASSWORD
from tests.kit.office import GOOD, a_prepared_file, a_visit
from tests.kit.photos import a_photo
from tests.story.desk import Answer, Call, Desk


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    folder = tmp_path_factory.mktemp("desk")
    survey = a_prepared_file(folder / "survey.gpkg")
    with surveys.open_survey(survey) as opened:
        visit = a_visit(opened, GOOD)
        visits.keep_draft(opened, visit=visit, changes={"site/COM-02": "打字中"})
    create_identity(
        folder / "key.p12",
        name="王五",
        role="office",
        unit="专班",
        password=PASSWORD,
        now=datetime.now(UTC),
    )
    (folder / "good.jpg").write_bytes(a_photo())
    return Desk(folder, visit)


@pytest.fixture
def desk(template: Desk, tmp_path: Path) -> Desk:
    shutil.copytree(template.folder, tmp_path / "desk")
    return Desk(tmp_path / "desk", template.visit)


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Call:
    """Run a command twice, for a program and for a person; both must be told the same."""

    def go(*arguments: object) -> Answer:
        words = [str(each) for each in arguments]
        capsys.readouterr()
        code = run([*words, "--json"])
        told = json.loads(capsys.readouterr().out)
        assert run(words) == code
        said = capsys.readouterr()
        # A backup is named by the time.
        expected = re.sub(r"\d", "0", f"{told['message']}\n")
        assert re.sub(r"\d", "0", said.err) == expected, "a person is told something else"
        assert said.out == ""
        return Answer(code, told["error"], told["message"])

    return go
