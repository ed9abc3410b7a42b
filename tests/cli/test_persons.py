"""Who works: somebody with a key, somebody with a name, whoever sits here."""

import sys
from pathlib import Path

import pytest

from fieldaudit.cli import persons
from fieldaudit.errors import BadInput, Code
from fieldaudit.paths import settings_file
from fieldaudit.settings import Settings, save
from tests.cli.conftest import PASSWORD


def test_a_name_is_an_author_without_a_key() -> None:
    author = persons.author_from(None, "王五")
    assert (author.name, author.fingerprint) == ("王五", "name:王五")


def test_without_a_name_it_is_the_user_of_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("getpass.getuser", lambda: "laptop")
    assert persons.author_from(None, None).name == "laptop"


def test_the_identity_of_the_settings_is_the_usual_one(folder: Path) -> None:
    file = folder / "founder.p12"
    save(Settings(identity=str(file)), settings_file())
    assert persons.author_from(None, None).name == "李四"
    assert persons.author_from(None, "王五").name == "王五"
    assert persons.identity_from(None, folder / "password.txt").name == "李四"


def test_nobody_can_sign_without_an_identity(folder: Path) -> None:
    assert persons.identity_if_any(None, None) is None
    with pytest.raises(BadInput) as caught:
        persons.identity_from(None, folder / "password.txt")
    assert caught.value.code is Code.IDENTITY_MISSING


def test_the_password_comes_from_its_file_first(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FIELDAUDIT_PASSWORD", "other")
    file = folder / "founder.p12"
    assert persons.password_from(folder / "password.txt", file) == PASSWORD
    assert persons.password_from(None, file) == "other"


def test_a_person_at_a_terminal_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def prompt(text: str, **how: object) -> str:
        asked.append((text, how["hide_input"], how["confirmation_prompt"]))
        return PASSWORD

    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr("click.prompt", prompt)
    assert persons.password_from(None, Path("a/me.p12"), twice=True) == PASSWORD
    assert asked == [("me.p12", True, True)]


@pytest.mark.parametrize(
    ("content", "code"), [(None, Code.FILE_NOT_FOUND), (b"\xff\xfe", Code.FILE_UNREADABLE)]
)
def test_a_password_file_must_be_readable(
    tmp_path: Path, content: bytes | None, code: Code
) -> None:
    file = tmp_path / "password.txt"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(BadInput) as caught:
        persons.password_from(file, Path("me.p12"))
    assert caught.value.code is code
