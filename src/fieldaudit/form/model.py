"""What an XForm's model prescribes beyond the questions: template, bindings, actions, lists.

Pure records, read once. Paths are relative to the form's root and name no repeat instances;
expressions are ODK XPath as text.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Template:
    """One element of the primary instance as the form brings it."""

    name: str
    """Element name with its prefix, where it is not in the form's own namespace."""

    path: str
    """Relative path; empty for the root."""

    namespace: str = ""
    """Namespace URI; empty for none."""

    text: str = ""
    """Static default value of a leaf."""

    attributes: Mapping[str, str] = field(default_factory=dict)
    """Attributes by name as written."""

    children: tuple["Template", ...] = ()
    """Child elements; a repeat's own template stands once per initial instance."""

    pattern: bool = False
    """True for a `jr:template`: it is copied for new instances and is none itself."""

    def walk(self) -> Iterator["Template"]:
        """Yield this element and all inside it, in document order."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Binding:
    """The rules of one node, as expressions; empty: the rule is absent."""

    path: str
    """The node's relative path."""

    type: str = "string"
    """Data type name without prefix (`int`, `dateTime`, `geopoint` …)."""

    relevant: str = ""
    """True when the node and all inside it count."""

    required: str = ""
    """True when an answer must be given."""

    readonly: str = ""
    """True when a person may not change the answer."""

    constraint: str = ""
    """True when a non-empty answer is acceptable."""

    calculate: str = ""
    """The value, when it is computed."""

    preload: str = ""
    """`jr:preload`: what the program itself fills in at start (`uid`, `timestamp`, `date` …)."""

    preload_parameter: str = ""
    """`jr:preloadParams`."""


class Event(StrEnum):
    """When an action runs."""

    FIRST_LOAD = "odk-instance-first-load"
    LOAD = "odk-instance-load"
    NEW_REPEAT = "odk-new-repeat"
    VALUE_CHANGED = "xforms-value-changed"


@dataclass(frozen=True, slots=True)
class Action:
    """A `setvalue` element; actions that need a device are read as values that stay empty."""

    target: str
    """Relative path of the node that is set."""

    events: frozenset[Event]
    """When it runs."""

    value: str = ""
    """Expression of the new value; empty: use `text`."""

    text: str = ""
    """Literal new value."""

    source: str = ""
    """Path of the control or repeat that it stands in; empty for the model."""


@dataclass(frozen=True, slots=True)
class Itemset:
    """Choices that are computed from nodes."""

    nodeset: str
    """Expression of the nodes, with choice filter and `randomize()` if there are any."""

    value: str
    """Path of the value, relative to a node of the set."""

    label: str
    """Path or `jr:itext(…)` of the label, relative to a node of the set."""


@dataclass(frozen=True, slots=True)
class Secondary:
    """A secondary instance: a look-up list inside the form, or a file beside it."""

    id: str
    """Name for `instance('…')`."""

    xml: bytes = b""
    """The root element as XML; empty when the list lies in a file."""

    source: str = ""
    """`jr://file/…` or `jr://file-csv/…` address of the file."""

    @property
    def file(self) -> str:
        """The file's name; empty for a list inside the form."""
        return self.source.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class Model:
    """Everything a live instance needs beside the questions."""

    template: Template = field(default_factory=lambda: Template("data", ""))
    """The primary instance."""

    bindings: Mapping[str, Binding] = field(default_factory=dict)
    """Rules by path."""

    actions: tuple[Action, ...] = ()
    """Actions in document order."""

    secondary: tuple[Secondary, ...] = ()
    """Look-up lists."""

    itext: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Translated texts: id → language → text (may hold `<output/>` marks)."""

    media: Mapping[str, Mapping[str, Mapping[str, str]]] = field(default_factory=dict)
    """Files shown beside texts: id → `image`, `audio`, `video` … → language → file name."""

    namespaces: Mapping[str, str] = field(default_factory=dict)
    """Prefixes that expressions may use."""

    repeats: frozenset[str] = frozenset()
    """Paths of all repeats."""

    counts: Mapping[str, str] = field(default_factory=dict)
    """Expression of the number of instances, by the repeat's path."""
