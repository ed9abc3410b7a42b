"""What a person has chosen on this machine, as one frozen record kept in a JSON file.

The core never reads it: what it needs comes as arguments. A file that is damaged, newer or
edited by hand never keeps the program from starting; what was wrong with it is said.
"""

import json
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import TYPE_CHECKING

from fieldaudit.texts import QT_TRANSLATE_NOOP, Language

if TYPE_CHECKING:
    # A window with sound settings starts without them.
    from fieldaudit.errors import Problem

VERSION = 3
"""Of the file's keys; one more whenever a key is renamed or changes its meaning."""

Upgrade = Callable[[dict[str, object]], dict[str, object]]
UPGRADES: dict[int, Upgrade] = {}
"""Version → how to make the keys of that version from those of the one before."""

THEMES = ("system", "light", "dark")
LANGUAGES = ("zh", "en")
RECENT = 8


def upgrade(version: int) -> Callable[[Upgrade], Upgrade]:
    """Register a function that makes the keys of `version` from those of the one before."""

    def register(function: Upgrade) -> Upgrade:
        UPGRADES[version] = function
        return function

    return register


@upgrade(2)
def _with_people(content: dict[str, object]) -> dict[str, object]:
    """Know tokens, and the people of a shared machine."""
    known = content.get("identity")
    people = [known] if isinstance(known, str) and known else []
    return {"token": "", "people": people, **content}


@upgrade(3)
def _with_signing(content: dict[str, object]) -> dict[str, object]:
    """Know how packages are signed."""
    return {"picture": "", "emblem": "", "timestamp": "", "stamp": "", **content}


def _choice(default: str, label: str, choices: tuple[str, ...] = ()) -> str:
    found: str = field(default=default, metadata={"label": label, "choices": choices})
    return found


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices of one person on one machine; a field's metadata has its label and choices."""

    language: str = _choice("zh", QT_TRANSLATE_NOOP("Settings", "语言"), LANGUAGES)
    """Language of the window and of messages: zh or en."""

    theme: str = _choice("system", QT_TRANSLATE_NOOP("Settings", "外观"), THEMES)
    """system, light or dark."""

    identity: str = _choice("", QT_TRANSLATE_NOOP("Settings", "签名身份文件"))
    """Path of the identity file that this person signs with."""

    backups: str = _choice("", QT_TRANSLATE_NOOP("Settings", "备份文件夹"))
    """Folder for backups; empty: beside the survey."""

    recent: tuple[str, ...] = field(
        default=(), metadata={"label": QT_TRANSLATE_NOOP("Settings", "最近打开"), "choices": ()}
    )
    """Survey files opened last, the latest first."""

    token: str = _choice("", QT_TRANSLATE_NOOP("Settings", "密钥介质的驱动库"))
    """Path of the library (PKCS#11) of the token that this person's key lies on."""

    people: tuple[str, ...] = field(
        default=(), metadata={"label": QT_TRANSLATE_NOOP("Settings", "用过的身份"), "choices": ()}
    )
    """Identity files used on this machine, the latest first."""

    picture: str = _choice("", QT_TRANSLATE_NOOP("Settings", "签名或印章图像"))
    """Path of the picture that a signature shows."""

    emblem: str = _choice("", QT_TRANSLATE_NOOP("Settings", "封面标志"))
    """Path of the picture at the head of a package's cover."""

    timestamp: str = _choice("", QT_TRANSLATE_NOOP("Settings", "时间戳服务"))
    """URL of a timestamping authority (RFC 3161); reached only when a timestamp is asked for."""

    stamp: str = _choice("", QT_TRANSLATE_NOOP("Settings", "请求时间戳"), ("", "yes"))
    """Whether a timestamp is asked for: yes, or empty."""

    @property
    def spoken(self) -> Language:
        """Return the language as texts know it."""
        return "en" if self.language == "en" else "zh"


@dataclass(frozen=True, slots=True)
class Loaded:
    """Settings as far as the file could be understood."""

    settings: Settings
    """Defaults where the file says nothing usable."""

    problems: "tuple[Problem, ...]" = ()
    """What was wrong with the file."""


def load(file: Path, *, upgrades: Mapping[int, Upgrade] | None = None) -> Loaded:
    """Read the settings; no file means the defaults.

    Args:
        file: the JSON file.
        upgrades: steps from older versions, those of this program if not given.
    """
    try:
        content = json.loads(file.read_text("utf-8"))
    except FileNotFoundError:
        return Loaded(Settings())
    except (OSError, ValueError, RecursionError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        return Loaded(Settings(), (_problem("SETTINGS_UNREADABLE", file, reason=reason),))
    if not isinstance(content, dict) or type(content.get("version")) is not int:
        return Loaded(Settings(), (_problem("SETTINGS_UNREADABLE", file, reason="version"),))
    steps = UPGRADES if upgrades is None else upgrades
    return _judged(file, _upgraded(content, steps), newest=max([VERSION, *steps]))


def save(settings: Settings, file: Path) -> None:
    """Write the settings so that a power cut leaves either the old file or the new one.

    Raises:
        Surroundings: the folder cannot be written.
    """
    text = json.dumps({"version": VERSION, **asdict(settings)}, ensure_ascii=False, indent=2)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        _replace(file, f"{text}\n".encode())
    except OSError as error:
        from fieldaudit.errors import Code, Surroundings

        raise Surroundings(Code.FILE_READ_ONLY, file=str(file)) from error


def remembered(recent: tuple[str, ...], file: str) -> tuple[str, ...]:
    """Return a list of recent files with `file` moved to its head."""
    return (file, *(each for each in recent if each != file))[:RECENT]


def _replace(file: Path, content: bytes) -> None:
    import tempfile

    handle, draft = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        Path(draft).replace(file)
    except OSError:
        Path(draft).unlink(missing_ok=True)
        raise


def _upgraded(content: dict[str, object], steps: Mapping[int, Upgrade]) -> dict[str, object]:
    version = content["version"]
    for step in sorted(steps):
        if isinstance(version, int) and step > version:
            content = steps[step](content)
    return content


def _judged(file: Path, content: Mapping[str, object], *, newest: int) -> Loaded:
    problems: list[Problem] = []
    if isinstance(content["version"], int) and content["version"] > newest:
        problems.append(_problem("SETTINGS_NEWER", file))
    given = {key: value for key, value in content.items() if key != "version"}
    usable: dict[str, object] = {}
    for each in fields(Settings):
        if each.name not in given:
            problems.append(_problem("SETTINGS_MISSING", file, key=each.name))
            continue
        value = given.pop(each.name)
        if _fits(value, each.default, each.metadata["choices"]):
            usable[each.name] = tuple(value) if isinstance(value, list) else value
        else:
            problems.append(_problem("SETTINGS_VALUE", file, key=each.name, value=value))
    problems += _unknown(file, given)
    return Loaded(Settings(**usable), tuple(problems))  # type: ignore[arg-type] # checked by _fits


def _fits(value: object, default: object, choices: tuple[str, ...]) -> bool:
    if isinstance(default, tuple):
        return isinstance(value, list) and all(isinstance(each, str) for each in value)
    return isinstance(value, str) and (not choices or value in choices)


def _unknown(file: Path, given: Mapping[str, object]) -> "Iterator[Problem]":
    return (_problem("SETTINGS_UNKNOWN", file, key=key) for key in given)


def _problem(name: str, file: Path, **params: object) -> "Problem":
    from fieldaudit.errors import Code, Problem

    return Problem(Code[name], where=str(file), params={"file": str(file), **params})
