"""Features that a desktop leaves aside."""

from fieldaudit.form.checks import support
from fieldaudit.form_codes import FormCode
from tests.kit.books import a_book, told

TABLE = """
| survey |
| | type | name | appearance |
| | text | a | ex:org.example(x=1) |
| | nfc | b | |
| | start-geopoint | c | |
| | text | d | multiline |
| settings |
| | form_id | public_key |
| | f | abc |
| entities |
| | list_name |
| | e |
"""


def test_features_are_named_with_their_row() -> None:
    assert told(support, TABLE) == [
        (FormCode.FORM_UNSUPPORTED, "survey!2"),
        (FormCode.FORM_FOREIGN, "survey!3"),
        (FormCode.FORM_UNSUPPORTED, "survey!4"),
        (FormCode.FORM_UNSUPPORTED, "settings!2"),
        (FormCode.FORM_UNSUPPORTED, "entities"),
    ]
    features = [each.params["feature"] for each in support.problems(a_book(TABLE))]
    assert features == ["ex:", "NFC", "start-geopoint", "public_key", "entities"]


def test_media_that_are_kept_and_not_shown_are_named() -> None:
    table = """
    | survey |
    | | type | name | label | media::image | media::audio |
    | | select_one c | a | A | plan.jpg | tell.mp3 |
    | choices |
    | | list_name | name | label | media::image |
    | | c | x | X | x.png |
    """
    found = [(each.where, each.params["feature"]) for each in support.problems(a_book(table))]
    assert found == [("survey!2", "media::audio"), ("choices!2", "media::image")]
