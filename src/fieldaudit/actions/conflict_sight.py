"""What helps to decide one conflict: the question in words, pictures, what others decided."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from fieldaudit.actions.forms import form_of
from fieldaudit.actions.sheets import draft_of, open_sheet
from fieldaudit.actions.snapshots import photos_of
from fieldaudit.errors import BadInput
from fieldaudit.store import records
from fieldaudit.store.decisions import ruled
from fieldaudit.store.survey import Survey
from fieldaudit.visit.place import Position, distance, read_geopoint
from fieldaudit.visit.records import Conflict
from fieldaudit.visit.sorts import ConflictSort


@dataclass(frozen=True, slots=True)
class Sight:
    """What is known about a conflict beyond its values."""

    conflict: Conflict
    """Which."""

    label: str = ""
    """The question in words; empty where no checklist asks it."""

    words: Mapping[str, str] = field(default_factory=dict)
    """Stored value → words."""

    pictures: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Value → the originals that it shows, by SHA-256; under "" those that all values share."""

    places: Mapping[str, tuple[Position, ...]] = field(default_factory=dict)
    """Value, the base's too → its points."""

    metres: Mapping[str, float] = field(default_factory=dict)
    """Value → how far its first point is from that of the provisional one."""

    decisions: Mapping[str, str] = field(default_factory=dict)
    """Revision hash → the reason, for values that are somebody's decision."""


def sight(survey: Survey, conflict: Conflict, *, language: str) -> Sight:
    """Look up what helps to decide; what cannot be found stays empty."""
    label, words = _question(survey, conflict, language)
    places = _places(conflict)
    return Sight(
        conflict=conflict,
        label=label,
        words=words | _forms(survey, conflict),
        pictures=_pictures(survey, conflict),
        places=places,
        metres=_metres(conflict, places),
        decisions=ruled(survey, conflict.record, conflict.path),
    )


def _question(survey: Survey, conflict: Conflict, language: str) -> tuple[str, dict[str, str]]:
    """Look the question up in the form that the visit was made with."""
    if conflict.kind != "visit" or conflict.path.startswith("$"):
        return "", {}
    try:
        draft = draft_of(open_sheet(survey, conflict.record))
        path = conflict.path.partition("/$")[0]
        shown = draft.shown(path)
    except (BadInput, KeyError):
        return "", {}
    spoken = draft.form.language(language)
    words = {one.value: one.label.get(spoken, one.value) for one in draft.choices(path)}
    said = shown.label.get(spoken) or next(iter(shown.label.values()), "")
    return f"{shown.question.name} {said}".strip(), words


def _forms(survey: Survey, conflict: Conflict) -> dict[str, str]:
    """Name the versions of a checklist that visits disagree about."""
    if conflict.sort is not ConflictSort.FORM:
        return {}
    found = {}
    for value in _values(conflict):
        try:
            form = form_of(survey, value)
        except BadInput:
            continue
        found[value] = f"{form.id} {form.version}"
    return found


def _places(conflict: Conflict) -> dict[str, tuple[Position, ...]]:
    if conflict.sort is not ConflictSort.GEOMETRY:
        return {}
    found = {value: _points(value) for value in [*_values(conflict), conflict.base or ""]}
    return {value: points for value, points in found.items() if points}


def _points(value: str) -> tuple[Position, ...]:
    """Read a point, or the points of a line or an area; none where one cannot be read."""
    try:
        return tuple(read_geopoint(each) for each in value.split(";") if each.strip())
    except BadInput:
        return ()


def _metres(conflict: Conflict, places: Mapping[str, tuple[Position, ...]]) -> dict[str, float]:
    first = places.get(conflict.rivals[0].value or "")
    if not first:
        return {}
    others = [rival.value for rival in conflict.rivals[1:] if rival.value in places]
    return {value: distance(first[0], places[value][0]) for value in others if value}


def _pictures(survey: Survey, conflict: Conflict) -> dict[str, tuple[str, ...]]:
    if conflict.kind == "photo":
        return _of_photo(survey, conflict)
    if conflict.kind != "visit" or conflict.sort is not ConflictSort.PHOTOS:
        return {}
    named: dict[str, list[str]] = {}
    for photo in photos_of(survey, conflict.record):
        named.setdefault(photo.name, []).append(photo.blob)
    return {
        value: tuple(blob for name in _names(value, named) for blob in named[name])
        for value in _values(conflict)
    }


def _of_photo(survey: Survey, conflict: Conflict) -> dict[str, tuple[str, ...]]:
    """A photo that people disagree about is shown; different pictures are shown each."""
    if conflict.path == "blob":
        return {value: (value,) for value in _values(conflict)}
    blob = records.record(survey, conflict.record).get("blob")
    return {"": (blob,)} if blob else {}


def _names(value: str, known: Mapping[str, object]) -> Iterable[str]:
    """A file name may hold blanks; a set of them is parted by blanks."""
    return [value] if value in known else [each for each in value.split() if each in known]


def _values(conflict: Conflict) -> list[str]:
    return [rival.value for rival in conflict.rivals if rival.value]
