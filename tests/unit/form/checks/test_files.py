"""Files that ought to lie beside a checklist."""

from fieldaudit.form.checks import files
from tests.kit.books import a_book

TABLE = """
| survey |
| | type | name | media::image | calculation |
| | text | a | a.PNG | |
| | note | b | missing.jpg | |
| | select_one_from_file sites.csv | c | | |
| | csv-external | streets | | |
| | calculate | d | | pulldata('fruits', 'name', 'key', 'x') |
| | note | e | missing.jpg | |
| choices |
| | list_name | name | image |
| | l | 1 | ${a} |
"""


def test_missing_files_are_told_once() -> None:
    found = files.problems(a_book(TABLE), {"a.png", "streets.csv"})
    assert [(each.where, each.params["file"]) for each in found] == [
        ("survey!3", "missing.jpg"),
        ("survey!4", "sites.csv"),
        ("survey!6", "fruits.csv"),
    ]
