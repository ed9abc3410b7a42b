"""Settings survive a round trip, and every kind of bad file is told, never fatal."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldaudit import settings
from fieldaudit.codes import Trouble
from fieldaudit.errors import Code, Surroundings
from fieldaudit.settings import LANGUAGES, THEMES, VERSION, Settings, load, remembered, save

some_settings = st.builds(
    Settings,
    language=st.sampled_from(LANGUAGES),
    theme=st.sampled_from(THEMES),
    identity=st.text(),
    backups=st.text(),
    recent=st.lists(st.text(), max_size=3).map(tuple),
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


def write(file: Path, **keys: object) -> None:
    full = {"version": VERSION, "language": "en", "theme": "dark", "identity": "", "backups": ""}
    full |= dict.fromkeys(("token", "picture", "emblem", "timestamp", "stamp"), "")
    file.write_text(json.dumps({**full, "recent": [], "people": [], **keys}), "utf-8")


def codes(file: Path) -> list[Trouble]:
    return [each.code for each in load(file).problems]


def test_no_file_means_defaults(file: Path) -> None:
    assert load(file) == settings.Loaded(Settings())


@given(chosen=some_settings)
def test_what_is_saved_is_loaded(
    tmp_path_factory: pytest.TempPathFactory, chosen: Settings
) -> None:
    file = tmp_path_factory.mktemp("settings") / "new folder" / "settings.json"
    save(chosen, file)
    assert load(file) == settings.Loaded(chosen)
    assert list(file.parent.iterdir()) == [file]


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b"[]", b"{}", b'{"version": "1"}'])
def test_a_damaged_file_means_defaults_and_is_told(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    assert load(file).settings == Settings()
    assert codes(file) == [Code.SETTINGS_UNREADABLE]


def test_an_endless_nesting_is_only_a_damaged_file(file: Path) -> None:
    file.write_text("[" * 100_000, "utf-8")
    assert codes(file) == [Code.SETTINGS_UNREADABLE]


def test_unknown_keys_are_named(file: Path) -> None:
    write(file, colour="red")
    (problem,) = load(file).problems
    assert problem.code is Code.SETTINGS_UNKNOWN
    assert "colour" in str(problem)
    assert load(file).settings.theme == "dark"


def test_missing_keys_are_named(file: Path) -> None:
    file.write_text(json.dumps({"version": VERSION, "language": "en"}), "utf-8")
    loaded = load(file)
    assert {each.params["key"] for each in loaded.problems} == {
        "theme",
        "identity",
        "backups",
        "recent",
        "token",
        "people",
        "picture",
        "emblem",
        "timestamp",
        "stamp",
    }
    assert loaded.settings == Settings(language="en")


@pytest.mark.parametrize(
    ("key", "value"),
    [("language", "fr"), ("theme", 1), ("identity", None), ("recent", "a"), ("recent", [1])],
)
def test_values_that_do_not_fit_are_named(file: Path, key: str, value: object) -> None:
    write(file, **{key: value})
    assert codes(file) == [Code.SETTINGS_VALUE]
    assert getattr(load(file).settings, key) == getattr(Settings(), key)


def test_a_newer_file_is_used_as_far_as_it_goes(file: Path) -> None:
    write(file, version=VERSION + 1, language="en")
    assert codes(file) == [Code.SETTINGS_NEWER]
    assert load(file).settings.language == "en"


def test_upgrades_run_in_order_from_the_files_version(file: Path) -> None:
    write(file, version=1, theme="night")
    steps = {
        3: lambda keys: {**keys, "theme": keys["theme"].removesuffix("est")},
        2: lambda keys: {**keys, "theme": "darkest"},
        1: lambda keys: {**keys, "theme": "never"},
    }
    assert load(file, upgrades=steps).settings.theme == "dark"


def test_every_registered_upgrade_is_due_and_tested() -> None:
    assert set(settings.UPGRADES) == set(range(2, VERSION + 1))
    tests = globals()
    assert all(f"test_upgrade_to_{version}" in tests for version in settings.UPGRADES)


def test_upgrade_to_2(file: Path) -> None:
    old = {"language": "en", "theme": "dark", "identity": "a.p12", "backups": "", "recent": []}
    file.write_text(json.dumps({"version": 1, **old}), "utf-8")
    loaded = load(file)
    assert loaded.problems == ()
    assert (loaded.settings.token, loaded.settings.people) == ("", ("a.p12",))


def test_upgrade_to_3(file: Path) -> None:
    old = {"language": "en", "theme": "dark", "identity": "a.p12", "backups": "", "recent": []}
    file.write_text(json.dumps({"version": 2, **old, "token": "", "people": []}), "utf-8")
    loaded = load(file)
    assert loaded.problems == ()
    assert (loaded.settings.stamp, loaded.settings.timestamp) == ("", "")
    assert loaded.settings.identity == "a.p12"


def test_an_upgrade_registers_by_its_version(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "UPGRADES", {})

    @settings.upgrade(2)
    def rename(keys: dict[str, object]) -> dict[str, object]:
        return keys

    assert settings.UPGRADES[2] is rename


def test_a_folder_that_is_a_file_is_explained(tmp_path: Path) -> None:
    (tmp_path / "here").write_text("", "utf-8")
    with pytest.raises(Surroundings) as caught:
        save(Settings(), tmp_path / "here" / "settings.json")
    assert caught.value.code is Code.FILE_READ_ONLY


def test_a_failed_write_leaves_the_old_file(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save(Settings(theme="dark"), file)

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(Surroundings):
        save(Settings(theme="light"), file)
    assert load(file).settings.theme == "dark"
    assert list(file.parent.iterdir()) == [file]


def test_the_survey_opened_last_comes_first() -> None:
    assert remembered(("a", "b"), "b") == ("b", "a")
    assert remembered(tuple("abcdefgh"), "z") == tuple("zabcdefg")


def test_the_language_is_one_that_texts_know() -> None:
    assert Settings(language="en").spoken == "en"
    assert Settings().spoken == "zh"
