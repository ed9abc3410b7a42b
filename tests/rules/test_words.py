"""Files speak of the project alone: no notes to oneself, no trackers, no folder of one machine."""

import re
from collections.abc import Iterator
from pathlib import Path

from tests.rules.tree import files, name

PROSE = {".py", ".md", ".toml", ".sh", ".spec", ".ts", ".svg", ".qss", ""}
NOTES = re.compile(r"\b(?:TO" r"DO|FIX" r"ME)\b|\bissue #\d", re.IGNORECASE)
MACHINE = re.compile(r"(?<![\w.)}])/(?:work|root|home)/\w|\b[A-Z]:\\Users\\")


def lines(pattern: re.Pattern[str]) -> Iterator[str]:
    for path in files():
        if path.suffix in PROSE:
            yield from _matches(path, pattern)


def _matches(path: Path, pattern: re.Pattern[str]) -> Iterator[str]:
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if pattern.search(line):
            yield f"{name(path)}:{number}: {line.strip()[:80]}"


def test_no_notes_to_oneself() -> None:
    assert not list(lines(NOTES))


def test_no_path_of_one_machine() -> None:
    assert not list(lines(MACHINE))
