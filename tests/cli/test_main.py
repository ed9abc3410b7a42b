"""The gate: every way to fail has its words and its exit code."""

import json
import subprocess
import sys
from collections.abc import Callable

import click
import pytest

from fieldaudit.cli import main
from fieldaudit.cli.voice import Voice
from fieldaudit.cli.words import command
from fieldaudit.errors import BadInput, Cancelled, Code, Surroundings
from fieldaudit.paths import log_file, settings_file
from fieldaudit.settings import Settings, save
from tests.cli.conftest import Call


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> Callable[[BaseException], None]:
    """Add a command `fail` that raises what it is given."""

    def install(error: BaseException) -> None:
        @command("fail", "…")
        def fail(voice: Voice) -> None:
            raise error

        monkeypatch.setitem(main.root.commands, "fail", fail)

    return install


@pytest.mark.parametrize(
    ("error", "code", "name"),
    [
        (BadInput(Code.FILE_NOT_FOUND, file="a"), 2, "FILE_NOT_FOUND"),
        (Surroundings(Code.DISK_FULL, file="a"), 3, "DISK_FULL"),
        (PermissionError(13, "Permission denied", "a"), 3, "FILE_UNREADABLE"),
        (click.UsageError("what?"), 2, "USAGE"),
        (Cancelled(), 130, "STOPPED"),
        (KeyboardInterrupt(), 130, "STOPPED"),
    ],
)
def test_each_error_has_its_code(
    call: Call,
    failing: Callable[[BaseException], None],
    error: BaseException,
    code: int,
    name: str,
) -> None:
    failing(error)
    told = call("fail")
    assert (told.code, told.out) == (code, "")
    assert told.err.strip()
    machine = call("fail", "--json")
    assert (machine.code, machine.json["error"], machine.err.strip()) == (code, name, "")
    assert machine.json["message"] == told.err.strip()


def test_a_bug_is_logged_in_full_and_told_in_one_sentence(
    call: Call, failing: Callable[[BaseException], None], caplog: pytest.LogCaptureFixture
) -> None:
    failing(ZeroDivisionError("inside"))
    told = call("fail")
    assert told.code == 70
    assert str(log_file()) in told.err
    assert "Traceback" not in told.err
    assert "ZeroDivisionError: inside" in log_file().read_text("utf-8")
    assert caplog.records


def test_an_unknown_command_is_a_usage_error(call: Call) -> None:
    assert call("nonsense", "--json").json["error"] == "USAGE"
    assert call("survey", "nonsense").code == 2


def test_help_and_version_are_no_errors(call: Call) -> None:
    assert call("--help").code == 0
    assert call("survey", "--help").code == 0
    assert "fieldaudit" in call("--version").out


def test_the_language_is_asked_for_or_set(call: Call) -> None:
    assert "用法不对" in call("nonsense").err
    save(Settings(language="en"), settings_file())
    assert main._language(["x"]) == "en"
    assert main._language(["x", "--lang", "zh"]) == "zh"
    assert main._language(["x", "--lang=zh"]) == "zh"
    assert main._language(["x", "--lang", "fr"]) == "en"


def test_a_reader_who_has_enough_is_no_error() -> None:
    script = "from fieldaudit.cli.main import run; raise SystemExit(run(['doctor', '--json']))"
    with subprocess.Popen(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        process.wait()
        assert process.stderr.read() == b""


def test_words_are_listed_in_the_order_of_the_flow() -> None:
    assert main.root.list_commands(click.Context(main.root)) == [*main.WORDS]


def test_json_errors_are_one_line(call: Call) -> None:
    assert len(call("nonsense", "--json").out.splitlines()) == 1
    assert json.loads(call("nonsense", "--json").out)["message"]
