"""Rows of the `mappings` sheet."""

from pathlib import Path

import pytest

from fieldaudit.errors import Code
from fieldaudit.form.checking import check_file

FORM = """
| survey |
| | type | name | label |
| | begin_group | g | G |
| | text | unit | U |
| | text | role | R |
| | select_one t | kind | K |
| | text | same | S |
| | end_group | | |
| | begin_group | h | H |
| | text | same | S |
| | end_group | | |
| choices |
| | list_name | name | label |
| | t | x | X |
| settings |
| | form_id | version |
| | f | 2 |
| mappings |
| | version | from | to | split | factor | choices | {extra} |
"""


def told(folder: Path, *rows: str, extra: str = "offset") -> list[tuple[str, Code]]:
    file = folder / "form.md"
    file.write_text(FORM.replace("{extra}", extra) + "\n".join(rows) + "\n", "utf-8")
    return [(problem.where, problem.code) for problem in check_file(file).problems]


def test_sound_rows(tmp_path: Path) -> None:
    assert (
        told(
            tmp_path,
            "| | 1 | contact | unit role | , | | | |",
            "| | 1 | type | kind | | | villa=x | |",
            "| | 0 | type | g/kind | | 2 | | 1 |",
            "| | 1 | other | h/same | | | | |",
        )
        == []
    )


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("| | | a | unit | | | | |", Code.FORM_RULE_MISSING),
        ("| | 1 | | unit | | | | |", Code.FORM_RULE_MISSING),
        ("| | 2 | a | unit | | | | |", Code.FORM_RULE_VERSION),
        ("| | 1 | a | units | | | | |", Code.FORM_REFERENCE_LIKE),
        ("| | 1 | a | nonsense | | | | |", Code.FORM_REFERENCE_STRANGE),
        ("| | 1 | a | same | | | | |", Code.FORM_REFERENCE_AMBIGUOUS),
        ("| | 1 | a | unit | , | | | |", Code.FORM_RULE_SPLIT),
        ("| | 1 | a | unit | | ten | | |", Code.FORM_RULE_NUMBER),
        ("| | 1 | a | unit | | | x | |", Code.FORM_RULE_CHOICES),
        ("| | 1 | a | kind | | | o=z | |", Code.FORM_RULE_CHOICE),
        ("| | 1 | a | unit | | =1/2 | | |", Code.FORM_FORMULA),
    ],
)
def test_each_fault_is_told_once_with_its_row(tmp_path: Path, row: str, code: Code) -> None:
    assert told(tmp_path, row) == [("mappings!2", code)]


def test_a_question_comes_and_goes_once(tmp_path: Path) -> None:
    rows = ("| | 1 | a | unit | | | | |", "| | 1 | a | unit | | | | |")
    assert told(tmp_path, *rows) == [("mappings!3", Code.FORM_RULE_TWICE)] * 2


def test_an_unknown_column(tmp_path: Path) -> None:
    found = told(tmp_path, "| | 1 | a | unit | | | | 3 |", extra="ofset")
    assert found == [("mappings!2", Code.FORM_RULE_COLUMN)]
