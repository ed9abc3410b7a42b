"""What a row of the survey sheet is, read from its type: a question, a section's begin or end.

Knows the words of the type column, nothing of other columns.
"""

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

_EDGE = re.compile(r"(begin|end)[\s_]+(looped group|lgroup|group|repeat|loop)(\s.*)?", re.DOTALL)
_SELECT = re.compile(
    r"(select_one_from_file|select_multiple_from_file|select one from file"
    r"|select multiple from file|select_one_external|select one external|select_one"
    r"|select_multiple|select one from|select one|select all that apply from"
    r"|select all that apply|select multiple from|select multiple|select1|rank"
    r"|add select one prompt using|add select multiple prompt using)(?:\s+(\S+)(.*))?",
    re.DOTALL,
)
_FROM_FILE = frozenset(
    {
        "select_one_from_file",
        "select_multiple_from_file",
        "select one from file",
        "select multiple from file",
    }
)
_FURTHER = frozenset(
    {
        "audit",
        "background-audio",
        "background-geopoint",
        "csv-external",
        "hidden",
        "image",
        "osm",
        "range",
        "start-geopoint",
        "xml-external",
        "email",
    }
)
_UNSEEN = frozenset(
    {
        "audit",
        "background-audio",
        "background-geopoint",
        "calculate",
        "csv-external",
        "deviceid",
        "email",
        "end",
        "hidden",
        "phonenumber",
        "simserial",
        "start",
        "start-geopoint",
        "subscriberid",
        "today",
        "username",
        "xml-external",
    }
)
COMMON = (
    "acknowledge",
    "audio",
    "barcode",
    "begin_group",
    "begin_repeat",
    "calculate",
    "date",
    "dateTime",
    "decimal",
    "end_group",
    "end_repeat",
    "file",
    "geopoint",
    "geoshape",
    "geotrace",
    "hidden",
    "image",
    "integer",
    "note",
    "range",
    "rank",
    "select_multiple",
    "select_multiple_from_file",
    "select_one",
    "select_one_from_file",
    "text",
    "time",
    "today",
    "video",
)
"""Types to propose for one that nobody knows."""


class Part(Enum):
    """What a row does."""

    QUESTION = "question"
    SELECT = "select"
    BEGIN = "begin"
    END = "end"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Typed:
    """A type cell, read."""

    part: Part
    """What the row does."""

    word: str = ""
    """The type itself; for an edge `group` or `repeat`."""

    list_name: str = ""
    """For a select: list, file or `${repeat}` it chooses from."""

    from_file: bool = False
    """True when the list lies in a file."""

    @property
    def seen(self) -> bool:
        """True when a person sees the question and so needs a label."""
        question = self.part in (Part.QUESTION, Part.SELECT)
        return question and self.word not in _UNSEEN and " id" not in self.word


@lru_cache(maxsize=4_096)
def typed(text: str) -> Typed:
    """Read the text of a type cell."""
    text = " ".join(text.split())
    if not text:
        return Typed(Part.EMPTY)
    edge = _EDGE.fullmatch(text)
    if edge:
        word = "group" if edge[2] == "group" else "repeat"
        return Typed(Part.BEGIN if edge[1] == "begin" else Part.END, word)
    select = _SELECT.fullmatch(text)
    if select:
        return Typed(Part.SELECT, select[1], select[2] or "", select[1] in _FROM_FILE)
    return Typed(Part.QUESTION, text)


@lru_cache(maxsize=1)
def known_types() -> frozenset[str]:
    """Return the types of plain questions that pyxform knows, aliases included."""
    from pyxform import aliases
    from pyxform.question_type_dictionary import QUESTION_TYPE_DICT

    return frozenset((*QUESTION_TYPE_DICT, *aliases._type_alias_map)) | _FURTHER
