"""Questions without words."""

from fieldaudit.form.checks import labels
from fieldaudit.form_codes import FormCode
from tests.kit.books import told

TABLE = """
| | type | name | label::中文 (zh) | label::English (en) | hint |
| | text | a | 甲 | A | |
| | text | b | | | |
| | text | c | 丙 | | |
| | text | d | | | look |
| | calculate | e | | | |
"""


def test_labels() -> None:
    assert told(labels, TABLE) == [
        (FormCode.FORM_LABEL_MISSING, "survey!3"),
        (FormCode.FORM_LABEL_UNTRANSLATED, "survey!4"),
    ]
