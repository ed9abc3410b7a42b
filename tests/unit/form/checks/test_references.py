"""References to questions."""

from fieldaudit.form.checks import references
from fieldaudit.form_codes import FormCode
from tests.kit.books import a_book, told

TABLE = """
| survey |
| | type | name | label | relevant |
| | text | floor_count | F | |
| | text | b | ${flor_count} | ${xyzzy} = 1 or ${xyzzy} = 2 |
| | begin group | g | | |
| | text | b | ${instanceID} | ${last-saved#b} |
| | end group | | | |
| | text | c | C | ${b} = 1 |
| choices |
| | list_name | name | label | further |
| | l | 1 | ${floor_count} | ${nobody} |
"""


def test_references() -> None:
    assert told(references, TABLE) == [
        (FormCode.FORM_REFERENCE_LIKE, "survey!3"),
        (FormCode.FORM_REFERENCE_STRANGE, "survey!3"),
        (FormCode.FORM_REFERENCE_AMBIGUOUS, "survey!7"),
    ]


def test_names_with_their_rows() -> None:
    found = references.named(a_book(TABLE))
    assert {name: [line.number for line in lines] for name, lines in found.items()} == {
        "floor_count": [2],
        "b": [3, 5],
        "g": [4],
        "c": [7],
    }
