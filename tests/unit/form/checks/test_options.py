"""Parameters and files of lists."""

from fieldaudit.form.checks import options
from fieldaudit.form_codes import FormCode
from tests.kit.books import told

TABLE = """
| | type | name | parameters |
| | range | a | start=1 end = 10; step=0.5 |
| | range | b | start=one end=10 |
| | text | c | rows |
| | select_one_from_file a.csv | d | value=id label=name |
| | select_one_from_file a.pdf | e | |
"""


def test_parameters_and_files() -> None:
    assert told(options, TABLE) == [
        (FormCode.FORM_RANGE, "survey!3"),
        (FormCode.FORM_PAIR, "survey!4"),
        (FormCode.FORM_LIST_FILE, "survey!6"),
    ]
