"""The core runs without Qt, and starting the program loads nothing heavy."""

import subprocess
import sys

from tests.rules.tree import SOURCE, modules

HEAVY = ("PySide6", "pyhanko", "pyxform", "reportlab", "pikepdf", "pypdfium2", "shapely", "pyproj")


def loaded_by(*names: str) -> set[str]:
    """Return the top-level modules that a fresh Python has after importing `names`."""
    script = (
        f"import sys, {', '.join(names)}; print(*{{each.split('.')[0] for each in sys.modules}})"
    )
    run = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", script], check=False, capture_output=True, text=True
    )
    assert run.returncode == 0, run.stderr[-800:]
    return set(run.stdout.split())


def test_the_core_does_not_load_qt() -> None:
    inside = [path.relative_to(SOURCE.parent) for path in modules("src/fieldaudit")]
    core = [
        ".".join(path.with_suffix("").parts)
        for path in inside
        if path.parts[1] != "gui" and not path.name.startswith("__")
    ]
    assert "PySide6" not in loaded_by(*core)


def test_the_command_line_starts_light() -> None:
    assert not loaded_by("fieldaudit.__main__", "fieldaudit.cli.main") & set(HEAVY)
