"""The command that looks at the machine instead of a survey."""

import platform
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from fieldaudit import __version__
from fieldaudit.cli.voice import FINDINGS, Voice
from fieldaudit.cli.words import command
from fieldaudit.paths import bundled_form, log_file, resource, settings_file
from fieldaudit.settings import load
from fieldaudit.texts import QT_TRANSLATE_NOOP

_COLUMNS = {
    "name": QT_TRANSLATE_NOOP("Cli", "项目"),
    "good": QT_TRANSLATE_NOOP("Cli", "正常"),
    "detail": QT_TRANSLATE_NOOP("Cli", "说明"),
}
_ROOMY = 1 << 30
"""Bytes that a survey with photos and its package easily take."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    name: str
    """What."""

    good: bool
    """Whether the program can work with it."""

    detail: str
    """What was found."""


@command("doctor", QT_TRANSLATE_NOOP("Cli", "检查本机环境：文件、字体、设置、磁盘"))
def word(voice: Voice) -> int:
    """Look at everything that the program needs from this machine."""
    found = [
        Finding("fieldaudit", True, __version__),
        Finding("python", True, f"{platform.python_version()} {platform.platform()}"),
        *(look() for look in LOOKS),
    ]
    voice.list(found, _COLUMNS)
    return 0 if all(each.good for each in found) else FINDINGS


def _forms() -> Finding:
    count = len(list(bundled_form(".").glob("*.md")))
    return Finding("forms", count > 0, str(count))


def _fonts() -> Finding:
    names = sorted(each.name for each in resource("fonts").glob("*.ttf"))
    return Finding("fonts", bool(names), " ".join(names))


def _translations() -> Finding:
    compiled = resource("translations/fieldaudit_en.qm")
    return Finding("translations", compiled.is_file(), compiled.name)


def _window() -> Finding:
    return Finding("window", find_spec("PySide6") is not None, "PySide6")


def _settings() -> Finding:
    file = settings_file()
    problems = load(file).problems
    return Finding("settings", not problems, "; ".join(map(str, problems)) or str(file))


def _log() -> Finding:
    folder = log_file().parent
    return Finding("log", _writable(folder), str(folder))


def _temporary() -> Finding:
    folder = Path(tempfile.gettempdir())
    return Finding("temporary files", _writable(folder), str(folder))


def _disk() -> Finding:
    free = shutil.disk_usage(Path.cwd()).free
    return Finding("free disk space", free >= _ROOMY, f"{free / _ROOMY:.1f} GiB")


LOOKS: tuple[Callable[[], Finding], ...] = (
    *(_forms, _fonts, _translations, _window),
    *(_settings, _log, _temporary, _disk),
)


def _writable(folder: Path) -> bool:
    try:
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False
