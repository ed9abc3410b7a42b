"""The description of a package's data names every key of it."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from fieldaudit.package.manifest import package_data
from tests.kit.content import a_package

ROOT = Path(__file__).resolve().parents[2]


def _keys(value: Any) -> set[str]:
    if isinstance(value, list):
        return set().union(*map(_keys, value))
    if isinstance(value, dict):
        return set(value).union(*map(_keys, value.values()))
    return set()


def test_tables_are_made_of_the_records() -> None:
    told = subprocess.run(
        [sys.executable, str(ROOT / "tools" / "describe_package.py"), "--check"], check=False
    )
    assert told.returncode == 0, "run: python tools/describe_package.py"


def test_every_key_of_a_package_is_described() -> None:
    described = (ROOT / "docs" / "data-files.md").read_text("utf-8")
    keys = _keys(json.loads(package_data(a_package()))) - {"format"}
    assert {key for key in keys if f"`{key}`" not in described} == set()
