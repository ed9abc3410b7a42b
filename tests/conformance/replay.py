"""Replaying recorded sessions of other engines on a live instance, and comparing states.

References of the recordings count repeat instances (`/data/people[2]/name`); live paths carry
ids. The replay keeps the two apart.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from zoneinfo import ZoneInfo

from fieldaudit.form.definition import Form, Kind
from fieldaudit.form.instance import Instance

_META = re.compile(r"/(orx:)?meta(/(orx:)?(instanceID|deprecatedID))?$")
_RANDOM = re.compile(r"^(uuid:)?[0-9a-f]{8}-[0-9a-f-]{27}$|^uuid:id-\d+$")
Expected = Mapping[str, object]

_FIELDS = ("relevant", "required", "readonly", "value", "violation", "label", "options", "message")


@dataclass(slots=True)
class Replay:
    """One form being filled in the recorded way."""

    form: Form
    """What is asked."""

    now_ms: int = 1_795_229_185_548
    """Where the clock stands."""

    zone: str = "America/Phoenix"
    """The recorder's time zone."""

    files: Mapping[str, bytes] = field(default_factory=dict)
    """Lists that the form reads from files."""

    values: Mapping[str, str] | None = None
    """Answers that the form is opened with; None: none yet."""

    instance: Instance = field(init=False)
    """The live answers."""

    _ids: Iterator[int] = field(default_factory=lambda: count(1))

    def __post_init__(self) -> None:
        """Open the form."""
        self.instance = self.opened(self.values)

    def opened(self, values: Mapping[str, str] | None) -> Instance:
        """Open the form with these answers, or for the first time."""
        return Instance(
            self.form,
            values,
            now=lambda: datetime.fromtimestamp(0, UTC) + timedelta(milliseconds=self.now_ms),
            timezone=ZoneInfo(self.zone),
            attachments=self.files,
            new_id=lambda: f"id-{next(self._ids)}",
            first_load=values is None,
        )

    def references(self) -> dict[str, str]:
        """Return recorded reference → live path of every node."""
        root = self.form.model.template.name
        found = {"": f"/{root}"}
        numbers: dict[str, int] = {}
        for path in self.instance.paths():
            if not path:
                continue
            above, _, last = path.rpartition("/")
            if above in found:
                found[path] = f"{found[above]}/{last}"
                continue
            above, _, name = above.rpartition("/")
            base = f"{found[above]}/{name}"
            numbers[base] = numbers.get(base, 0) + 1
            found[path] = f"{base}[{numbers[base]}]"
        return {reference: path for path, reference in found.items()}

    def live(self, reference: str) -> str:
        """Return the live path of a recorded reference; raise KeyError when there is none."""
        return self.references()[reference]

    def container(self, reference: str) -> str:
        """Return the live path of the repeat that instances are added to."""
        above, _, name = reference.rpartition("/")
        return f"{self.live(above)}/{name}".lstrip("/")

    def state(self) -> dict[str, dict[str, object]]:
        """Return the state of every node, in the recordings' terms."""
        return {reference: self._state(path) for reference, path in self.references().items()}

    def _state(self, path: str) -> dict[str, object]:
        state = self.instance.state(path)
        found: dict[str, object] = {
            "relevant": state.relevant,
            "required": state.required,
            "readonly": state.readonly,
            "value": state.value if state.relevant else "",
            "violation": state.violation.value or None,
        }
        if state.violation.value == "type":
            found["violation"] = None
        found["label"] = self.instance.label(path)
        found["message"] = self.instance.message(path) or None
        try:
            choices = self.instance.choices(path)
        except KeyError:
            choices = ()
        language = self.instance.language
        found["options"] = [
            [choice.value, self.instance.text(path, choice.label, language)] for choice in choices
        ]
        return found


def differences(
    expected: Mapping[str, Expected],
    actual: Mapping[str, Expected],
    fields: tuple[str, ...] = _FIELDS,
) -> Iterator[str]:
    """Yield a line for each recorded field that is not so here."""
    for reference, wanted in expected.items():
        if reference.endswith("#range"):
            continue
        found = actual.get(reference)
        if found is None and _META.search(reference):
            # The recorder adds a meta section of its own to forms that have none.
            continue
        if found is None:
            yield f"{reference}: missing"
            continue
        for name in fields:
            if name in wanted and not _same(wanted, found, name):
                yield f"{reference}: {name} is {found.get(name)!r}, not {wanted[name]!r}"


def _same(wanted: Expected, found: Expected, name: str) -> bool:
    if name == "value" and (wanted["value"] is None or not wanted.get("relevant")):
        return True
    if name == "violation" and not wanted.get("relevant"):
        return True
    if name == "value" and _RANDOM.match(str(wanted["value"])):
        return _RANDOM.match(str(found["value"])) is not None
    if name == "value":
        return _number(wanted["value"]) == _number(found["value"])
    return wanted[name] == found.get(name)


def _number(value: object) -> object:
    """Read numbers as such: the recorders spell 0 as 0.0 where the question is a decimal."""
    parts = str(value).split()
    try:
        return [float(part) for part in parts] if parts else value
    except ValueError:
        return value


SELECTS = (Kind.SELECT_ONE, Kind.SELECT_MULTIPLE, Kind.RANK)
