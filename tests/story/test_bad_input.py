"""What is wrong from outside is refused with one plain sentence, and nothing is written or lost.

Each case goes through the command line, and so through the same actions as the window.
"""

import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from fieldaudit.actions import surveys
from fieldaudit.cli.main import run
from tests.kit.identity import PASSWORD
from tests.kit.office import a_visit
from tests.kit.photos import a_photo
from tests.kit.surveys import a_survey
from tests.story.desk import Call, Desk

UNKNOWN_TYPE = "| survey |\n| | type | name | label |\n| | telepathy | a | A |\n"
CYCLE = """
| survey |
| | type | name | label | calculation |
| | calculate | a | | ${b} + 1 |
| | calculate | b | | ${a} + 1 |
| | text | c | C | |
"""
BAD_INPUT, SURROUNDINGS = 2, 3


# --- forms, registers, photos --------------------------------------------------------------


def bad_form(text: str) -> Callable[[Desk], tuple[object, ...]]:
    return lambda desk: (
        "survey",
        "new",
        desk.folder / "new.gpkg",
        "--form",
        desk.write("f.md", text),
    )


def bad_register(text: str) -> Callable[[Desk], tuple[object, ...]]:
    return lambda desk: ("site", "import", desk.survey, desk.write("register.csv", text))


def bad_photo(content: bytes) -> Callable[[Desk], tuple[object, ...]]:
    def arguments(desk: Desk) -> tuple[object, ...]:
        good, bad = desk.folder / "good.jpg", desk.write("bad.jpg", content)
        return ("photo", "add", desk.survey, desk.visit, good, bad)

    return arguments


CASES: dict[str, tuple[Callable[[Desk], tuple[object, ...]], str, str]] = {
    "form with an unknown type": (bad_form(UNKNOWN_TYPE), "FORM_INVALID", "telepathy"),
    "form with a reference cycle": (bad_form(CYCLE), "FORM_INVALID", "a"),
    "form that is no form": (bad_form("hello"), "FORM_INVALID", "f.md"),
    "register without a column": (
        bad_register("编码,名称\nA-1,甲\n"),
        "REGISTER_COLUMN_MISSING",
        "类型",
    ),
    "register with a code twice": (
        bad_register("编码,名称,类型\nA-1,甲,residential\nA-1,乙,residential\n"),
        "REGISTER_CODE_TWICE",
        "A-1",
    ),
    "photo truncated": (bad_photo(a_photo()[:-3000]), "PHOTO_DAMAGED", "bad.jpg"),
    "photo of zero bytes": (bad_photo(b""), "PHOTO_EMPTY", "bad.jpg"),
    "photo that is no image": (bad_photo(b"PK\3\4 a letter"), "PHOTO_NOT_IMAGE", "bad.jpg"),
    "photo that is not there": (
        lambda desk: ("photo", "add", desk.survey, desk.visit, desk.folder / "none.jpg"),
        "FILE_NOT_FOUND",
        "none.jpg",
    ),
    "photo of an unknown visit": (
        lambda desk: ("photo", "add", desk.survey, "nowhere", desk.folder / "good.jpg"),
        "RECORD_UNKNOWN",
        "nowhere",
    ),
    "log that is none": (
        lambda desk: ("coverage", "import", desk.survey, desk.visit, desk.folder / "good.jpg"),
        "LOG_NOT_TEXT",
        "good.jpg",
    ),
    "visits that are none": (
        lambda desk: ("visit", "import", desk.survey, desk.write("v.json", "{")),
        "VISIT_FILE",
        "v.json",
    ),
    "survey into a folder that is not there": (
        lambda desk: ("survey", "new", desk.folder / "none" / "new.gpkg"),
        "FILE_NOT_FOUND",
        "none",
    ),
    "survey over another file": (
        lambda desk: ("survey", "new", desk.folder / "good.jpg"),
        "FILE_EXISTS",
        "good.jpg",
    ),
    "survey merged into itself": (
        lambda desk: ("merge", desk.survey, desk.survey),
        "MERGE_SELF",
        "survey.gpkg",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_bad_input_is_refused_with_one_sentence(case: str, desk: Desk, call: Call) -> None:
    arguments, error, word = CASES[case]
    words = arguments(desk)
    before, files = desk.state(), desk.contents()
    answer = call(*words)
    assert (answer.code, answer.error) == (BAD_INPUT, error)
    assert word in answer.sentence
    assert len(answer.sentence) < 300
    assert desk.state() == before
    # A backup is made before every merge, whatever becomes of it.
    assert {name for name in desk.contents() if ".backups/" not in name} == files.keys()
    del files["survey.gpkg"]
    assert {name: desk.contents()[name] for name in files} == files


# --- survey files --------------------------------------------------------------------------


def not_sqlite(file: Path) -> None:
    file.write_bytes(b"PK\3\4" + bytes(5000))


def foreign(file: Path) -> None:
    file.unlink()
    with closing(sqlite3.connect(file)) as other:
        other.execute("create table letters (body text)")


def truncated(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def newer(file: Path) -> None:
    with closing(sqlite3.connect(file)) as survey, survey:
        columns = "migration_set, name, applied_at"
        values = "'fieldaudit', '0099_from_the_future', '2099-01-01'"
        survey.execute(f"insert into _sqlite_migrations ({columns}) values ({values})")
    with closing(sqlite3.connect(file)) as survey:
        survey.execute("pragma journal_mode = delete")


def read_only(file: Path) -> None:
    file.chmod(0o444)


SPOILED: dict[str, tuple[Callable[[Path], None], int, str]] = {
    "not SQLite": (not_sqlite, BAD_INPUT, "SURVEY_NOT_SQLITE"),
    "another program's": (foreign, BAD_INPUT, "SURVEY_FOREIGN"),
    "truncated": (truncated, BAD_INPUT, "SURVEY_DAMAGED"),
    "from a newer version": (newer, SURROUNDINGS, "SURVEY_NEWER"),
    "read-only": (read_only, SURROUNDINGS, "FILE_READ_ONLY"),
    "missing": (Path.unlink, BAD_INPUT, "FILE_NOT_FOUND"),
}


@pytest.mark.parametrize("spoiled", SPOILED)
def test_a_survey_that_cannot_be_written_is_left_as_it_is(
    spoiled: str, desk: Desk, call: Call
) -> None:
    spoil, code, error = SPOILED[spoiled]
    spoil(desk.survey)
    register = desk.write("register.csv", "编码,名称,类型\nA-1,甲,residential\n")
    before = desk.contents()
    for words in (
        ("site", "import", desk.survey, register),
        ("photo", "add", desk.survey, desk.visit, desk.folder / "good.jpg"),
        ("survey", "rebuild", desk.survey),
    ):
        answer = call(*words)
        assert (answer.code, answer.error) == (code, error), words
        assert "survey.gpkg" in answer.sentence
        assert desk.contents() == before


@pytest.mark.parametrize("spoiled", [each for each in SPOILED if each != "read-only"])
def test_a_source_that_cannot_be_judged_is_told_and_the_rest_is_merged(
    spoiled: str, desk: Desk, call: Call, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil, code, error = SPOILED[spoiled]
    good, bad = desk.folder / "good.gpkg", desk.folder / "bad.gpkg"
    for copy in (good, bad):
        shutil.copyfile(desk.survey, copy)
    with surveys.open_survey(good) as survey:
        a_visit(survey)
    spoil(bad)
    before, files = desk.state(), desk.contents()
    answer = call("merge", desk.survey, bad)
    assert (answer.code, answer.error) == (code, error)
    assert "bad.gpkg" in answer.sentence
    assert desk.state() == before
    capsys.readouterr()
    assert run(["merge", str(desk.survey), str(good), str(bad), "--json"]) == 1
    balance = json.loads(capsys.readouterr().out)
    assert (balance["new"], balance["unread"]) == (1, 1)
    read, unread = balance["sources"]
    assert (read["name"], read["problem"]) == ("good.gpkg", None)
    assert (unread["problem"]["code"], unread["problem"]["where"]) == (error, "bad.gpkg")
    assert "bad.gpkg" in unread["problem"]["message"]
    assert desk.state() != before
    assert desk.contents().get("bad.gpkg") == files.get("bad.gpkg")


def test_when_no_source_can_be_read_each_is_told(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    before, nowhere = desk.state(), [str(desk.folder / name) for name in ("a.gpkg", "b.gpkg")]
    capsys.readouterr()
    assert run(["merge", str(desk.survey), *nowhere, "--json"]) == BAD_INPUT
    told = json.loads(capsys.readouterr().out)
    assert (told["error"], told["unread"], told["new"]) == ("MERGE_NOTHING", 2, 0)
    assert run(["merge", str(desk.survey), *nowhere]) == BAD_INPUT
    lines = capsys.readouterr().out
    assert "a.gpkg" in lines
    assert "b.gpkg" in lines
    assert desk.state() == before


def test_a_read_only_survey_can_still_be_looked_at(desk: Desk) -> None:
    read_only(desk.survey)
    before = desk.contents()
    assert run(["survey", "info", str(desk.survey), "--json"]) == 0
    assert run(["visit", "list", str(desk.survey), "--json"]) == 0
    assert desk.contents() == before


def test_another_survey_is_not_merged(desk: Desk, call: Call) -> None:
    a_survey(desk.folder / "other.gpkg").close()
    before = desk.state()
    answer = call("merge", desk.survey, desk.folder / "other.gpkg")
    assert (answer.code, answer.error) == (BAD_INPUT, "MERGE_OTHER_SURVEY")
    assert desk.state() == before


def test_the_same_file_twice_is_all_known(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    source = desk.folder / "source.gpkg"
    shutil.copyfile(desk.survey, source)
    with surveys.open_survey(source) as survey:
        a_visit(survey)
    kept = source.read_bytes()
    balances = []
    for _ in range(2):
        capsys.readouterr()
        assert run(["merge", str(desk.survey), str(source), "--json"]) == 0
        balances.append(json.loads(capsys.readouterr().out))
    first, second = balances
    assert first["new"] > 0
    assert (second["new"], second["known"], second["refused"]) == (0, second["taken"], 0)
    assert first["closes"]
    assert second["closes"]
    assert source.read_bytes() == kept


# --- identities ----------------------------------------------------------------------------


@pytest.mark.parametrize("password", ["", "wrong", PASSWORD.upper()])
def test_a_wrong_password_signs_nothing(password: str, desk: Desk, call: Call) -> None:
    file = desk.write("password.txt", f"{password}\n")
    who = ("--identity", desk.folder / "key.p12", "--password-file", file)
    before = desk.state()
    deeds = (
        ("visit", "sign", desk.survey, desk.visit),
        ("survey", "handover", desk.survey, desk.folder / "out.gpkg"),
        ("package", "build", desk.survey, desk.folder / "out.pdf"),
    )
    answers = [call(*words, *who) for words in deeds]
    assert {answer.code for answer in answers} == {BAD_INPUT}
    assert answers[0].error == "IDENTITY_PASSWORD"
    # Somebody who goes on guessing has to wait.
    assert answers[-1].error == "IDENTITY_WAIT"
    assert not any(password and password in answer.sentence for answer in answers)
    assert desk.state() == before
    assert not list(desk.folder.glob("out.*"))


def test_a_damaged_key_is_told(desk: Desk, call: Call) -> None:
    key = desk.folder / "key.p12"
    key.write_bytes(key.read_bytes()[:100])
    who = ("--identity", key, "--password-file", desk.write("password.txt", PASSWORD))
    answer = call("visit", "sign", desk.survey, desk.visit, *who)
    assert (answer.code, answer.error) == (BAD_INPUT, "IDENTITY_UNREADABLE")
