"""The bundled example, carried out once per run: it takes seconds."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from fieldaudit.actions import demo
from fieldaudit.actions.demo import DemoReport
from fieldaudit.texts import Catalog, Language


@dataclass(frozen=True)
class Told:
    """What the example made, and what it said meanwhile."""

    report: DemoReport
    lines: tuple[str, ...]


@cache
def the_example() -> Told:
    """Carry out the example in Chinese; its files are for reading only."""
    return carry_out(Path(mkdtemp(prefix="fieldaudit-")) / "demo", "zh")


def carry_out(folder: Path, language: Language) -> Told:
    """Carry out the example in a folder."""
    lines: list[str] = []
    report = demo.run(folder, say=lines.append, catalog=Catalog(language))
    return Told(report, tuple(lines))
