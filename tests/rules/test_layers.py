"""The layers hold, and their contracts notice a breach of each kind."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.rules.tree import ROOT

BREACHES = {
    "Imports point down": ("visit/draft.py", "import fieldaudit.store"),
    "A package reads assessments, never a merge": ("package/pages.py", "import fieldaudit.merge"),
    "Front ends act through actions": ("cli/main.py", "import fieldaudit.store"),
    "Pages do not know each other": ("gui/pages/visits.py", "import fieldaudit.gui.pages.photos"),
    "Only gui knows Qt": ("actions/visits.py", "def late():\n    import PySide6.QtCore"),
    "Only store knows SQL": ("merge/plan.py", "import sqlite3"),
    "Only cli knows click": ("actions/forms.py", "import click"),
    "Only package knows PDF": ("assess/report.py", "from reportlab.pdfgen import canvas"),
    "Only form knows XForms": ("visit/answers.py", "from lxml import etree"),
}
PARTS = [
    "gui",
    "gui/pages",
    "cli",
    "actions",
    "package",
    "merge",
    "assess",
    "store",
    "visit",
    "form",
]
SINGLES = [
    "__main__",
    "settings",
    "logs",
    "errors",
    "form_codes",
    "codes",
    "texts",
    "paths",
    "gui/pages/photos",
    "gui/pages/visits",
]


def contracts() -> list[str]:
    config = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    return [each["name"] for each in config["tool"]["importlinter"]["contracts"]]


def verdicts(folder: Path) -> dict[str, bool]:
    """Return whether each contract holds for the package in `folder`."""
    script = (
        f"import sys; sys.path[:0] = [{str(folder)!r}]; from importlinter.cli import lint_imports"
    )
    call = f"lint_imports({str(ROOT / 'pyproject.toml')!r}, no_cache=True, no_logo=True)"
    run = subprocess.run(
        [sys.executable, "-c", f"{script}; sys.exit({call})"],
        capture_output=True,
        text=True,
        check=False,
        cwd=folder,
    )
    rows = [line.strip() for line in run.stdout.splitlines()]
    return {
        each: any(row.startswith(f"{each} KEPT") for row in rows)
        for each in contracts()
        if any(row.startswith((f"{each} KEPT", f"{each} BROKEN")) for row in rows)
    } or pytest.fail(run.stdout + run.stderr)


def test_the_program_keeps_its_layers() -> None:
    assert verdicts(ROOT / "src") == dict.fromkeys(contracts(), True)


@pytest.fixture
def skeleton(tmp_path: Path) -> Path:
    package = tmp_path / "fieldaudit"
    for part in PARTS:
        (package / part).mkdir(parents=True, exist_ok=True)
        (package / part / "__init__.py").touch()
    for single in ("__init__", *SINGLES):
        (package / f"{single}.py").touch()
    return package


def test_a_breach_of_each_contract_is_noticed(skeleton: Path) -> None:
    assert set(BREACHES) == set(contracts())
    for place, line in BREACHES.values():
        (skeleton / place).write_text(f"{line}\n", "utf-8")
    assert verdicts(skeleton.parent) == dict.fromkeys(contracts(), False)
