"""Names that are missing, misspelt or used twice."""

from fieldaudit.form.checks import names
from fieldaudit.form_codes import FormCode
from tests.kit.books import told

TABLE = """
| | type | name |
| | text | a |
| | text | a b |
| | text | |
| | begin group | g |
| | text | a |
| | text | a |
| | end group | |
| | text | A |
| | begin group | |
| | end group | |
| | text | 题目 |
"""


def test_names() -> None:
    assert told(names, TABLE) == [
        (FormCode.FORM_NAME_LETTERS, "survey!3"),
        (FormCode.FORM_NAME_MISSING, "survey!4"),
        (FormCode.FORM_NAME_TWICE, "survey!7"),
    ]
