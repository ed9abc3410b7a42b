"""Spelling of values by data type: what counts as a number, a date, a place.

Knows single values in ODK lexical form; nothing of questions or rules.
"""

import re
from datetime import date, datetime, time
from math import isfinite, trunc

_INTEGER = re.compile(r"[+-]?\d+")
_DECIMAL = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?")
_INTEGERS = frozenset({"int", "integer", "long"})
_DECIMALS = frozenset({"decimal", "double", "float"})
_NUMBERS = _INTEGERS | _DECIMALS
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T")
_PARTS, _NORTH, _EAST = (2, 3, 4), 90, 180
_PLACES = {"geopoint": 1, "geotrace": 2, "geoshape": 4}


def is_of_type(text: str, type_: str) -> bool:
    """Tell whether a non-empty value is spelt as its data type demands."""
    if type_ in _INTEGERS:
        return _INTEGER.fullmatch(text) is not None
    if type_ in _DECIMALS:
        return _DECIMAL.fullmatch(text) is not None
    if type_ in _READERS:
        return _readable(text, type_)
    if type_ in _PLACES:
        places = [place for place in text.split(";") if place.strip()]
        return len(places) >= _PLACES[type_] and all(map(_is_place, places))
    return True


def _is_place(text: str) -> bool:
    """Tell whether text is `lat lon`, with altitude and accuracy or without."""
    numbers = text.split()
    if len(numbers) not in _PARTS or not all(_DECIMAL.fullmatch(number) for number in numbers):
        return False
    return abs(float(numbers[0])) <= _NORTH and abs(float(numbers[1])) <= _EAST


def _readable(text: str, type_: str) -> bool:
    try:
        _READERS[type_](text)
    except ValueError:
        return False
    return True


_READERS = {
    "date": date.fromisoformat,
    "time": time.fromisoformat,
    "dateTime": datetime.fromisoformat,
}


def is_number(type_: str) -> bool:
    """Tell whether values of a data type are numbers or truths."""
    return type_ in _NUMBERS or type_ == "boolean"


def computed(text: str, type_: str) -> str:
    """Return a computed value in the spelling of its node's type.

    Whole numbers stay whole, a date drops the time behind it; what is not a number is nothing.
    """
    if text == "NaN":
        return ""
    if type_ in _INTEGERS and _DECIMAL.fullmatch(text):
        number = float(text)
        return str(trunc(number)) if isfinite(number) else ""
    if type_ == "date" and _MOMENT.match(text):
        return text[:10]
    return text


def default(text: str, type_: str) -> str:
    """Return a form's static default in the spelling of its type; empty when it is not of it."""
    text = computed(text, type_)
    return text if not text or type_ not in _NUMBERS or is_of_type(text, type_) else ""
