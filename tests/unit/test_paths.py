"""Bundled files are found in each way the program is delivered, and nowhere else."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from fieldaudit import paths


@pytest.fixture(autouse=True)
def forget() -> Iterator[None]:
    paths._root.cache_clear()
    yield
    paths._root.cache_clear()


def test_a_checkout_finds_its_resources() -> None:
    assert paths.resource("fonts/OFL.txt").is_file()
    assert paths.bundled_form("x").parent.is_dir()


@pytest.mark.parametrize("name", ["../pyproject.toml", "/etc/hosts", "fonts/../../LICENSE"])
def test_no_name_climbs_out(name: str) -> None:
    with pytest.raises(ValueError, match="bundled"):
        paths.resource(name)


def test_a_frozen_program_finds_them_beside_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "resources").mkdir()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.resource("a.txt") == tmp_path / "resources" / "a.txt"


def test_an_installed_wheel_finds_them_in_its_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "site-packages" / "fieldaudit"
    (package / "forms").mkdir(parents=True)
    monkeypatch.setattr(paths, "__file__", str(package / "paths.py"))
    assert paths.bundled_form("a.md") == package / "forms" / "a.md"


def test_settings_and_logs_lie_with_the_person(fresh_home: Path) -> None:
    assert paths.settings_file().name == "settings.json"
    assert paths.log_file().suffix == ".log"
    if sys.platform == "linux":
        assert paths.settings_file().is_relative_to(fresh_home)
        assert paths.log_file().is_relative_to(fresh_home)


def test_wrong_passwords_are_counted_in_the_state_folder(fresh_home: Path) -> None:
    assert paths.tries_folder().is_relative_to(fresh_home)
