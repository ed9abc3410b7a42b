"""Lists and their options."""

from fieldaudit.form.checks import lists
from fieldaudit.form_codes import FormCode
from tests.kit.books import told

TABLE = """
| survey |
| | type | name | appearance |
| | select_one yes_no | a | |
| | select_one yes_n | b | |
| | select_one quite_another | c | |
| | select_one | d | |
| | select_one ${r} | e | |
| | select_one_from_file x.csv | f | |
| | select_one later | g | search('x') |
| choices |
| | list_name | name | label |
| | yes_no | yes | Yes |
| | yes_no | yes | Yes |
| | yes_no | | No |
| | yes_no | no | |
"""


def test_lists() -> None:
    assert told(lists, TABLE) == [
        (FormCode.FORM_LIST_LIKE, "survey!3"),
        (FormCode.FORM_LIST_STRANGE, "survey!4"),
        (FormCode.FORM_LIST_MISSING, "survey!5"),
        (FormCode.FORM_CHOICE_TWICE, "choices!3"),
        (FormCode.FORM_CHOICE_NAME, "choices!4"),
        (FormCode.FORM_CHOICE_LABEL, "choices!5"),
    ]


def test_doubles_may_be_allowed() -> None:
    settings = "| settings |\n| | allow_choice_duplicates |\n| | yes |\n"
    assert (FormCode.FORM_CHOICE_TWICE, "choices!3") not in told(lists, TABLE + settings)
