"""Audit columns."""

from fieldaudit.form.checks import audit
from fieldaudit.form_codes import FormCode
from tests.kit.books import told

TABLE = """
| | type | name | bind::fa:severity | bind::fa:photo |
| | text | a | Major | always |
| | text | b | huge | sometimes |
| | text | c | | |
"""


def test_words_that_mean_nothing() -> None:
    assert told(audit, TABLE) == [
        (FormCode.FORM_SEVERITY, "survey!3"),
        (FormCode.FORM_PHOTO_RULE, "survey!3"),
    ]
