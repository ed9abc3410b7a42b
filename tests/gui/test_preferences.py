from pathlib import Path

from fieldaudit.gui.preferences import Preferences
from fieldaudit.gui.theme import Appearance


def test_choices_come_back_after_a_restart(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    Preferences(file).change(theme="dark", language="en", identity="/keys/zhang.p12")
    again = Preferences(file)
    assert again.appearance is Appearance.DARK
    assert again.settings.language == "en"
    assert again.identity == Path("/keys/zhang.p12")


def test_recent_surveys_are_those_that_exist(tmp_path: Path) -> None:
    preferences = Preferences(tmp_path / "settings.json")
    here, gone = tmp_path / "here.gpkg", tmp_path / "gone.gpkg"
    here.touch()
    preferences.remember_survey(gone)
    preferences.remember_survey(here)
    assert preferences.recent == [here]


def test_a_folder_that_cannot_be_written_is_a_problem_not_a_crash(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.touch()
    preferences = Preferences(blocked / "settings.json")
    preferences.change(theme="dark")
    assert preferences.appearance is Appearance.DARK
    assert preferences.problems
