"""Types that nobody knows."""

from fieldaudit.form.checks import types
from fieldaudit.form_codes import FormCode
from tests.kit.books import told

TABLE = """
| | type | name |
| | intger | a |
| | whatever it is | b |
| | text | c |
| | | d |
| | nfc | e |
| | select_one l | f |
| | begin group | g |
"""


def test_unknown_and_missing_types() -> None:
    assert told(types, TABLE) == [
        (FormCode.FORM_TYPE_LIKE, "survey!2"),
        (FormCode.FORM_TYPE_STRANGE, "survey!3"),
        (FormCode.FORM_TYPE_MISSING, "survey!5"),
    ]
