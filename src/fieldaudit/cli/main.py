"""The command line's door, and the one gate where errors become words and exit codes."""

import json
import logging
import os
import sys
from collections.abc import Sequence
from itertools import pairwise

import click

from fieldaudit import __version__, logs
from fieldaudit.cli.voice import BAD_INPUT, Voice, Window
from fieldaudit.cli.words import Group
from fieldaudit.errors import BadInput, Cancelled, Code, FieldauditError, Surroundings
from fieldaudit.paths import log_file, settings_file
from fieldaudit.settings import load
from fieldaudit.texts import QT_TRANSLATE_NOOP, Catalog, Language

SURROUNDINGS, BUG, STOPPED = 3, 70, 130

_ABOUT = QT_TRANSLATE_NOOP("Cli", "千兆城市基础设施的离线检查与核查。不带命令则打开窗口。")
_BUG = QT_TRANSLATE_NOOP("Cli", "程序出错，没有完成。详情见日志 {file}。")
_STOPPED = QT_TRANSLATE_NOOP("Cli", "已停止，没有写入任何内容。")
_USAGE = QT_TRANSLATE_NOOP("Cli", "用法不对：{reason}")

_log = logging.getLogger(__name__)

WORDS = (
    *("gui", "demo", "survey", "form", "site", "visit", "photo", "paper", "coverage", "sharing"),
    *("merge", "conflict", "review", "assess", "package", "export", "identity", "doctor"),
)

root = Group("fieldaudit", _ABOUT, late={word: f"fieldaudit.cli.{word}" for word in WORDS})
click.version_option(__version__, prog_name="fieldaudit")(root)


def run(arguments: Sequence[str], *, window: Window | None = None) -> int:
    """Run one command and return its exit code.

    Args:
        arguments: without the program's name.
        window: opens the window on a survey, in a language, and returns when it is closed.
    """
    _speak_utf8()
    voice = Voice(Catalog(_language(arguments)), machine="--json" in arguments, window=window)
    tail = logs.start(log_file())
    try:
        return _through_the_gate(arguments, voice)
    finally:
        logs.stop(tail)


def _through_the_gate(arguments: Sequence[str], voice: Voice) -> int:
    try:
        done = root.main([*arguments], "fieldaudit", standalone_mode=False, obj=voice)
    except BrokenPipeError:
        # The reader, `head` for one, has had enough; what is left must not fail at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except (Cancelled, KeyboardInterrupt, click.Abort):
        return _say(voice, "STOPPED", _STOPPED, STOPPED)
    except Exception as error:  # noqa: BLE001 - the gate: what nobody explains is told as a bug
        return _explain(voice, error)
    return done if isinstance(done, int) else 0


def _explain(voice: Voice, error: Exception) -> int:
    if isinstance(error, FieldauditError):
        _log.info("%s", error.code.name, exc_info=error.__cause__)
        return _fail(voice, error)
    if isinstance(error, click.ClickException):
        return _say(voice, "USAGE", _USAGE, BAD_INPUT, reason=error.format_message())
    if isinstance(error, OSError):
        _log.info("not explained at its seam", exc_info=error)
        reason = error.strerror or type(error).__name__
        return _fail(voice, Surroundings(Code.FILE_UNREADABLE, file=error.filename, reason=reason))
    _log.error("bug", exc_info=error)
    return _say(voice, "BUG", _BUG, BUG, file=log_file())


def _fail(voice: Voice, error: FieldauditError) -> int:
    _utter(voice, error.code.name, voice.catalog.explain(error))
    return BAD_INPUT if isinstance(error, BadInput) else SURROUNDINGS


def _say(voice: Voice, name: str, source: str, code: int, **params: object) -> int:
    _utter(voice, name, voice.catalog.text("Cli", source, **params))
    return code


def _utter(voice: Voice, name: str, sentence: str) -> None:
    if voice.machine:
        click.echo(json.dumps({"error": name, "message": sentence}, ensure_ascii=False))
    else:
        click.echo(sentence, err=True)


def _language(arguments: Sequence[str]) -> Language:
    asked = [value for flag, value in pairwise(arguments) if flag == "--lang"]
    asked += [each.removeprefix("--lang=") for each in arguments if each.startswith("--lang=")]
    known: dict[str, Language] = {"zh": "zh", "en": "en"}
    spoken = load(settings_file()).settings.spoken
    return next((known[each] for each in asked if each in known), spoken)


def _speak_utf8() -> None:
    # Pipes get UTF-8 on every system; a terminal keeps its own and shows what it can.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            own = stream.isatty()
            stream.reconfigure(encoding=None if own else "utf-8", errors="replace")
