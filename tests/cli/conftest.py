"""A survey, an identity and the command line itself, ready to be called."""

import contextlib
import io
import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from fieldaudit.cli.main import run
from fieldaudit.paths import bundled_form

PASSWORD = "open sesame"
SITES = """编码,名称,类型,街道,地址,纬度,经度
RES-0001,示例小区,residential,大竹林,示例路1号,29.6,106.5
"""
VISIT = "01890000-0000-7000-8000-000000000001"


@dataclass(frozen=True)
class Outcome:
    """What a command did."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Call = Callable[..., Outcome]


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Call:
    """Run a command through the door, as a shell would."""

    def go(*arguments: object) -> Outcome:
        capsys.readouterr()
        code = run([str(each) for each in arguments])
        said = capsys.readouterr()
        return Outcome(code, said.out, said.err)

    return go


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make once what every test copies: a founder, a survey, a site and a visit."""
    folder = tmp_path_factory.mktemp("survey")
    (folder / "password.txt").write_text(f"{PASSWORD}\n", "utf-8")
    (folder / "sites.csv").write_text(SITES, "utf-8")
    told = {"id": VISIT, "site": "RES-0001", "form": "residential", "inspector": "张三"}
    times = {"started": "2022-07-08T09:00:00+08:00", "ended": "2022-07-08T10:00:00+08:00"}
    visits = json.dumps({"visits": [{**told, **times, "answers": {}}]})
    (folder / "visits.json").write_text(visits, "utf-8")
    founder = folder / "founder.p12"
    survey = folder / "survey.gpkg"
    who = ("--name", "李四", "--role", "office", "--unit", "工作专班")
    password = ("--password-file", folder / "password.txt")
    by = ("--identity", founder)
    what = ("--form", bundled_form("residential.md"), "--street", "500112013=大竹林")
    for arguments in (
        ("identity", "new", founder, *who, *password),
        ("survey", "new", survey, *what, *by),
        ("site", "import", survey, folder / "sites.csv", *by),
        ("visit", "import", survey, folder / "visits.json", *by),
    ):
        assert run([str(each) for each in arguments]) == 0, arguments
    return folder


@pytest.fixture
def folder(template: Path, tmp_path: Path) -> Path:
    """Return a folder with a survey of its own for this test."""
    shutil.copytree(template, tmp_path / "work")
    return tmp_path / "work"


@pytest.fixture
def survey(folder: Path) -> Path:
    return folder / "survey.gpkg"


@pytest.fixture
def founder(folder: Path) -> tuple[str, ...]:
    """Return the options that make the founder the author."""
    return ("--identity", str(folder / "founder.p12"))


@pytest.fixture
def signer(folder: Path, founder: tuple[str, ...]) -> tuple[str, ...]:
    """Return the options that make the founder sign."""
    return (*founder, "--password-file", str(folder / "password.txt"))


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    """Carry out the bundled example once."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        code = run(["demo", str(tmp_path_factory.mktemp("demo") / "demo"), "--json"])
    return Outcome(code, out.getvalue(), "")
