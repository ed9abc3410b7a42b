"""Features of phones and servers that a desktop form leaves aside, named with their row."""

from collections.abc import Iterator

from fieldaudit.errors import Problem
from fieldaudit.form.checks.book import Book, Line
from fieldaudit.form.checks.kinds import typed
from fieldaudit.form_codes import FormCode

FOREIGN = {"nfc": "NFC", "bluetooth": "Bluetooth", "rfid": "RFID", "fingerprint": "fingerprint"}
"""Types that some data collectors have and XLSForm has not, by their name in messages."""

_TYPES = frozenset(
    {
        "audit",
        "background-audio",
        "background-geopoint",
        "osm",
        "select_one_external",
        "start-geopoint",
    }
)
_APPEARANCES = {
    "ex:": "ex:",
    "printer:": "printer:",
    "intent:": "intent:",
    "bearing": "bearing",
    "nfc": "NFC",
}
_SOUNDS, _PICTURES = ("audio", "video"), ("image", "big-image")
_SETTINGS = (
    "auto_delete",
    "auto_send",
    "client_editable",
    "public_key",
    "sms_keyword",
    "submission_url",
)


def problems(book: Book) -> Iterator[Problem]:
    """Yield everything in a checklist that is read and then left aside."""
    for line in book.survey:
        word = typed(line.text("type")).word
        if word in FOREIGN:
            yield Problem(FormCode.FORM_FOREIGN, line.where, {"feature": FOREIGN[word]})
        elif word.partition(" ")[0] in _TYPES:
            yield _unsupported(line, word.partition(" ")[0])
        for feature in (*_appearance(line.text("appearance")), *_media(line, _SOUNDS)):
            yield _unsupported(line, feature)
    for line in book.choices:
        for feature in _media(line, (*_SOUNDS, *_PICTURES)):
            yield _unsupported(line, feature)
    for column in _SETTINGS:
        if book.settings.text(column):
            yield _unsupported(book.settings, column)
    if "entities" in book.sheets:
        yield Problem(FormCode.FORM_UNSUPPORTED, "entities", {"feature": "entities"})


def _appearance(text: str) -> Iterator[str]:
    for word in text.lower().split():
        yield from (name for start, name in _APPEARANCES.items() if word.startswith(start))


def _media(line: Line, columns: tuple[str, ...]) -> Iterator[str]:
    """Yield the media of a row that are kept with the form and not shown."""
    yield from (f"media::{column}" for column in columns if line.text(column))


def _unsupported(line: Line, feature: str) -> Problem:
    return Problem(FormCode.FORM_UNSUPPORTED, line.where, {"feature": feature})
