"""Rows of the `mappings` sheet."""

from pathlib import Path

import pytest

from fieldaudit.codes import Trouble
from fieldaudit.form.checking import check_file
from fieldaudit.form_codes import FormCode

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


def told(folder: Path, *rows: str, extra: str = "offset") -> list[tuple[str, Trouble]]:
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
        ("| | | a | unit | | | | |", FormCode.FORM_RULE_MISSING),
        ("| | 1 | | unit | | | | |", FormCode.FORM_RULE_MISSING),
        ("| | 2 | a | unit | | | | |", FormCode.FORM_RULE_VERSION),
        ("| | 1 | a | units | | | | |", FormCode.FORM_REFERENCE_LIKE),
        ("| | 1 | a | nonsense | | | | |", FormCode.FORM_REFERENCE_STRANGE),
        ("| | 1 | a | same | | | | |", FormCode.FORM_REFERENCE_AMBIGUOUS),
        ("| | 1 | a | unit | , | | | |", FormCode.FORM_RULE_SPLIT),
        ("| | 1 | a | unit | | ten | | |", FormCode.FORM_RULE_NUMBER),
        ("| | 1 | a | unit | | | x | |", FormCode.FORM_RULE_CHOICES),
        ("| | 1 | a | kind | | | o=z | |", FormCode.FORM_RULE_CHOICE),
        ("| | 1 | a | unit | | =1/2 | | |", FormCode.FORM_FORMULA),
    ],
)
def test_each_fault_is_told_once_with_its_row(tmp_path: Path, row: str, code: Trouble) -> None:
    assert told(tmp_path, row) == [("mappings!2", code)]


def test_a_question_comes_and_goes_once(tmp_path: Path) -> None:
    rows = ("| | 1 | a | unit | | | | |", "| | 1 | a | unit | | | | |")
    assert told(tmp_path, *rows) == [("mappings!3", FormCode.FORM_RULE_TWICE)] * 2


def test_an_unknown_column(tmp_path: Path) -> None:
    found = told(tmp_path, "| | 1 | a | unit | | | | 3 |", extra="ofset")
    assert found == [("mappings!2", FormCode.FORM_RULE_COLUMN)]
