"""The immutable definition of a checklist: what is asked, in which order, with which rules.

A definition knows nothing of answers. Paths are relative to the form's root and name no
repeat instances: `fibre/RES-26`, `people/name`. Expressions are ODK XPath as text.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from fieldaudit.form.model import Itemset, Model

Texts = Mapping[str, str]
"""One text in several languages: the form's language name → text (may hold `<output/>` marks)."""


class Kind(StrEnum):
    """What kind of answer a question takes (the XLSForm types a desktop can answer)."""

    TEXT = "text"
    INTEGER = "integer"
    DECIMAL = "decimal"
    RANGE = "range"
    DATE = "date"
    TIME = "time"
    DATETIME = "dateTime"
    SELECT_ONE = "select_one"
    SELECT_MULTIPLE = "select_multiple"
    RANK = "rank"
    NOTE = "note"
    CALCULATE = "calculate"
    ACKNOWLEDGE = "acknowledge"
    GEOPOINT = "geopoint"
    GEOTRACE = "geotrace"
    GEOSHAPE = "geoshape"
    IMAGE = "image"
    AUDIO = "audio"
    VIDEO = "video"
    FILE = "file"
    BARCODE = "barcode"


class Severity(StrEnum):
    """How much a failed item weighs."""

    CRITICAL = "critical"
    MAJOR = "major"
    MINOR = "minor"
    INFORMATION = "information"


class PhotoRule(StrEnum):
    """When an item asks for a photo."""

    ALWAYS = "always"
    ON_FAILURE = "fails"
    NEVER = "no"


@dataclass(frozen=True, slots=True)
class Audit:
    """The audit columns of an item; they ride as bind attributes in the program's namespace."""

    severity: Severity = Severity.INFORMATION
    """Weight of a failure; information never becomes a finding."""

    passes: str = ""
    """XPath that is true for a conforming answer; empty: the item is not judged."""

    limit: str = ""
    """The limit in words, as printed beside the value (`−27 … −8`)."""

    clause: str = ""
    """The standard or document and its clause."""

    photo: PhotoRule = PhotoRule.NEVER
    """When a photo is asked for."""

    unit: str = ""
    """Unit of a number, as printed."""

    instrument: str = ""
    """Instrument needed; without one the value is copied from a report."""

    english: Mapping[str, str] = field(default_factory=dict)
    """`limit`, `clause`, `unit` and `instrument` in English, where the form has that."""

    def said(self, column: str, language: str) -> str:
        """Return one of the printed columns in a language, else as the form has it.

        Args:
            column: `limit`, `clause`, `unit` or `instrument`.
            language: its code, or the form's own name for it.
        """
        english = language == "en" or "(en)" in language
        own = getattr(self, column)
        return (english and self.english.get(column)) or str(own)


@dataclass(frozen=True, slots=True)
class Choice:
    """One selectable answer, after choice filters."""

    value: str
    """What is stored."""

    label: Texts
    """What is shown, by language."""

    media: Mapping[str, Texts] = field(default_factory=dict)
    """Files shown beside the label: `image`, `audio`, `video` → name by language."""


@dataclass(frozen=True, slots=True)
class Question:
    """A node that holds a value."""

    path: str
    """Relative path, unique in the form."""

    kind: Kind
    """What kind of answer it takes."""

    label: Texts = field(default_factory=dict)
    """What is asked; empty for a node that no control shows (calculate, hidden)."""

    hint: Texts = field(default_factory=dict)
    """How to find the answer."""

    relevant: str = ""
    """XPath; empty: always."""

    required: str = ""
    """XPath; empty: never."""

    readonly: str = ""
    """XPath; empty: never."""

    constraint: str = ""
    """XPath over a non-empty answer; empty: none."""

    calculate: str = ""
    """XPath of the value; empty: typed by a person."""

    constraint_message: Texts = field(default_factory=dict)
    """What to say when the constraint is violated."""

    required_message: Texts = field(default_factory=dict)
    """What to say when a required answer is missing."""

    appearance: str = ""
    """Display hints of XLSForm."""

    parameters: Mapping[str, str] = field(default_factory=dict)
    """Type parameters (start, end, step of a range …)."""

    choices: tuple[Choice, ...] = ()
    """The answers written out in the form; a live instance adds those of `itemset`."""

    itemset: Itemset | None = None
    """How choices are computed; None: `choices` is all there is."""

    media: Mapping[str, Texts] = field(default_factory=dict)
    """Files shown beside the label: `image`, `audio`, `video` → name by language."""

    type: str = "string"
    """Data type of the value in the form (`int`, `date`, `geopoint` …)."""

    audit: Audit = field(default_factory=Audit)
    """The audit columns."""

    @property
    def name(self) -> str:
        """The last step of the path: the question's name in the form."""
        return self.path.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class Group:
    """A section; `repeats` tells whether it occurs once or many times."""

    path: str
    """Relative path; empty for the root and for groups without a node of their own."""

    label: Texts
    """Its heading."""

    children: tuple["Question | Group", ...]
    """In order of display."""

    relevant: str = ""
    """XPath; hides everything inside."""

    repeats: bool = False
    """True for a repeat: each instance has an id of its own."""

    count: str = ""
    """XPath of `jr:count`; empty: a person adds and removes instances."""

    appearance: str = ""
    """Display hints of XLSForm."""

    readonly: str = ""
    """XPath; holds for everything inside."""

    fixed: bool = False
    """True when a person may not add or remove instances (`jr:noAddRemove`)."""

    @property
    def name(self) -> str:
        """The last step of the path."""
        return self.path.rpartition("/")[2]

    def questions(self) -> Iterator[Question]:
        """Yield every question inside, in order."""
        for child in self.children:
            if isinstance(child, Group):
                yield from child.questions()
            else:
                yield child


@dataclass(frozen=True, slots=True)
class Form:
    """A checklist of one version."""

    id: str
    """`form_id` of its settings."""

    version: str
    """`version` of its settings."""

    title: str
    """`form_title` of its settings."""

    languages: tuple[str, ...]
    """Language names as written in the form, the default first; ("",) when it has none."""

    root: Group
    """The tree of sections and questions."""

    xform: bytes
    """The XForm XML that it was read from."""

    hash: str
    """SHA-256 of `xform`, hex: the identity of this version."""

    model: Model = field(default_factory=Model)
    """What a live instance needs beside the questions."""

    def question(self, path: str) -> Question:
        """Return the question at `path`; raise KeyError when there is none."""
        for question in self.root.questions():
            if question.path == path:
                return question
        raise KeyError(path)

    def language(self, code: str) -> str:
        """Return the form's own name for the language `code` (zh, en), else its default."""
        return next((name for name in self.languages if f"({code})" in name), self.languages[0])
