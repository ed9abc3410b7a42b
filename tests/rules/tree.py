"""The project's own files, as the rules see them."""

import ast
import os
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "fieldaudit"
ENGLISH = ROOT / "resources" / "translations" / "fieldaudit_en.ts"
SKIPPED = {".git", ".venv", ".setup", "__pycache__", "demo", "dist", "build"}
CACHES = {".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis", ".import_linter_cache"}


def modules(*folders: str) -> list[Path]:
    """Return the Python files with anything in them, below `folders` of the project."""
    found = (path for folder in folders for path in (ROOT / folder).rglob("*.py"))
    return sorted(path for path in found if path.read_text("utf-8").strip())


def files() -> Iterator[Path]:
    """Yield every file that belongs to the project."""
    skipped = {ROOT / name for name in SKIPPED | CACHES}
    for place, folders, names in os.walk(ROOT):
        folder = Path(place)
        folders[:] = [
            each for each in folders if folder / each not in skipped and each != "__pycache__"
        ]
        # In a linked work tree `.git` is a file.
        ours = (folder / each for each in names if not each.endswith((".qm", ".pyc")))
        yield from (each for each in ours if each not in skipped)


@cache
def tree(path: Path) -> ast.Module:
    """Return the syntax tree of a module."""
    return ast.parse(path.read_text("utf-8"), str(path))


def name(path: Path) -> str:
    """Return a file's name inside the project."""
    return path.relative_to(ROOT).as_posix()


@cache
def messages(path: Path = ENGLISH) -> dict[tuple[str, str], ET.Element]:
    """Return (context, source) → the translation's element of each text in a catalogue."""
    return {
        (context.findtext("name", ""), message.findtext("source", "")): next(
            message.iter("translation")
        )
        for context in ET.parse(path).iter("context")  # noqa: S314 - our own file
        for message in context.iter("message")
    }
