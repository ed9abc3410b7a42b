"""Reading `visits.json`, the file in which another program gives whole visits.

The file is `{"visits": [{"id"?, "site": code, "form": id, "inspector": name, "started", "ended",
"position"?, "answers": {name: value | [instances]}, "states": {name: {"state", "reason"}},
"photos": [{"file", "question"?, "caption"?}], "papers": [{"file", "question"?, "caption"?}],
"logs": [file]}]}`. Names are question names or paths, inside a repeat live paths with the
instance's `$id`; instances stand in their order; files are relative to the JSON file. The
answer to a question for a file may be `{"file", "caption"?}`, inside a repeat as well. Nothing here
knows a survey.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePath
from typing import Any, NamedTuple
from uuid import UUID

from fieldaudit.actions.files import read_file
from fieldaudit.errors import BadInput, Code
from fieldaudit.form.definition import Form, Group, Question
from fieldaudit.form.places import ORDER
from fieldaudit.package.exports.paths import definition_path, instance_of
from fieldaudit.visit.draft import REASON, STATE
from fieldaudit.visit.filenames import shown_name
from fieldaudit.visit.judgement import AnswerState
from fieldaudit.visit.stamp import new_id, parse_moment

_LARGEST = 64 << 20
_TIMES = {"$started": "started", "$ended": "ended"}
_TEXTS = {"$inspector": "inspector", "$position": "position"}


def read_visits(file: Path) -> list[dict[str, Any]]:
    """Return the visits of a file as they stand; raise BadInput when it is none."""
    data = read_file(file, _LARGEST)
    try:
        visits = json.loads(data)["visits"]
        # Half of a character can be escaped in JSON, but not be kept as UTF-8.
        json.dumps(visits, ensure_ascii=False).encode()
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise _unreadable(str(error), file.name) from error
    if not isinstance(visits, list) or not all(isinstance(each, dict) for each in visits):
        raise _unreadable("visits", file.name)
    return visits


def header(fields: dict[str, Any]) -> dict[str, str]:
    """Return what a visit says about itself, by record path; raise BadInput for a wrong time."""
    said = {path: str(fields.get(name, "")) for path, name in (_TIMES | _TEXTS).items()}
    for path in _TIMES:
        try:
            if said[path]:
                parse_moment(said[path])
        except ValueError as error:
            raise _unreadable(said[path]) from error
    return {path: text for path, text in said.items() if text}


class Enclosed(NamedTuple):
    """A file that a visit names."""

    file: str
    """Its path, relative to the JSON file."""

    question: str
    """Name or path of its question; empty: the visit as a whole."""

    caption: str
    """What it is."""


def answers(
    fields: dict[str, Any],
    form: Form,
    saved: Mapping[str, str],
    enclosed: list[Enclosed] | None = None,
) -> Iterator[tuple[str, str]]:
    """Yield live path → text of the answers and of the excuses that a visit gives.

    Instances of a repeat take the places of those that are saved, one after the other; what is
    saved and not given is emptied. An answer ends an excuse.

    Args:
        fields: the visit.
        form: its form.
        saved: live path → text of the answers that it has already.
        enclosed: takes the files that are answers, by live path.

    Raises:
        BadInput: a question is not in the form, or a state is unknown.
    """
    for path, value in _flat(_mapping(fields, "answers"), form.root, "", saved):
        named = _enclosed({**value, "question": path}, path) if isinstance(value, dict) else None
        if named and enclosed is not None:
            enclosed.append(named)
        text = _lexical(shown_name(PurePath(named.file).name) if named else value)
        yield path, text
        if text and not path.endswith(f"/{ORDER}"):
            yield from ((f"{path}/{step}", "") for step in (STATE, REASON))
    for name, excuse in _mapping(fields, "states").items():
        path = _excused_path(form, name)
        said = str(excuse.get("state", "")) if isinstance(excuse, dict) else ""
        if said not in list(AnswerState):
            raise _unreadable(f"{name}: {said}")
        excused = said != AnswerState.ANSWERED
        yield f"{path}/{STATE}", said if excused else ""
        yield f"{path}/{REASON}", str(excuse.get("reason", "")) if excused else ""


def _excused_path(form: Form, name: str) -> str:
    """Return the live path of an excused question: inside a repeat it is named by that."""
    repeats = form.model.repeats
    if instance_of(name, repeats):
        known = {question.path for question in form.root.questions()}
        if definition_path(name, repeats) in known:
            return name
    return question_path(form.root, name)


def visit_id(fields: dict[str, Any]) -> str:
    """Return the record id that a visit gives; empty when it gives none."""
    said = str(fields.get("id") or "")
    try:
        known = not said or str(UUID(said)) == said
    except ValueError:
        known = False
    if not known:
        raise _unreadable(said)
    return said


def photos(fields: dict[str, Any]) -> Iterator[Enclosed]:
    """Yield the photos that a visit names."""
    return (_enclosed(each, "photos") for each in _list(fields, "photos"))


def papers(fields: dict[str, Any]) -> Iterator[Enclosed]:
    """Yield the attached papers that a visit names, but for those that stand among its answers."""
    return (_enclosed(each, "papers") for each in _list(fields, "papers"))


def _enclosed(told: object, name: str) -> Enclosed:
    if not isinstance(told, dict) or not told.get("file"):
        raise _unreadable(name)
    question, caption = told.get("question") or "", told.get("caption") or ""
    return Enclosed(str(told["file"]), str(question), str(caption))


def logs(fields: dict[str, Any]) -> list[str]:
    """Return the log files that a visit names."""
    return [str(name) for name in _list(fields, "logs")]


def question_path(group: Group, name: str, base: str = "") -> str:
    """Return the live path of a question below `base`, by its name or its path in the form.

    A question inside a repeat has one only inside an instance of it.
    """
    for question in _questions(group):
        if name in (question.name, question.path):
            return _live(question.path, group.path, base)
    raise BadInput(Code.ANSWER_UNKNOWN, where=name)


def _flat(
    given: Mapping[str, Any], group: Group, base: str, saved: Mapping[str, str]
) -> Iterator[tuple[str, Any]]:
    for name, value in given.items():
        if isinstance(value, list):
            repeat = _repeat(group, name)
            place = _live(repeat.path, group.path, base)
            yield from _instances(value, repeat, place, saved)
        else:
            yield question_path(group, name, base), value


def _instances(
    given: list[Any], repeat: Group, place: str, saved: Mapping[str, str]
) -> Iterator[tuple[str, Any]]:
    """Yield the answers of all instances of the repeat at a live path, and their order."""
    before = _saved_instances(place, saved)
    here, named = list(before), list[str]()
    for instance in given:
        if not isinstance(instance, dict):
            raise _unreadable(repeat.name)
        fields = dict(instance)
        name = str(fields.pop("$id", "")) or (here[0] if here else new_id())
        if "/" in name:
            raise _unreadable(name)
        here = [each for each in here if each != name]
        named.append(name)
        yield from _flat(fields, repeat, f"{place}/{name}", saved)
    for gone in here:
        yield from ((path, "") for path in saved if path.startswith(f"{place}/{gone}/"))
    if named[: len(before)] != [name for name in before if name in named]:
        yield from ((f"{place}/{name}/{ORDER}", str(at)) for at, name in enumerate(named, 1))


def _saved_instances(place: str, saved: Mapping[str, str]) -> list[str]:
    """Return the ids of the saved instances of a repeat, in their order."""
    inside = (path.removeprefix(f"{place}/") for path in saved if path.startswith(f"{place}/"))
    names = sorted({path.partition("/")[0] for path in inside})
    return sorted(names, key=lambda name: _number(saved.get(f"{place}/{name}/{ORDER}", "")))


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0


def _questions(group: Group) -> Iterator[Question]:
    for child in group.children:
        if isinstance(child, Question):
            yield child
        elif not child.repeats:
            yield from _questions(child)


def _repeat(group: Group, name: str) -> Group:
    found = next((g for g in _repeats(group) if name in (g.name, g.path)), None)
    if found is None:
        raise BadInput(Code.ANSWER_UNKNOWN, where=name)
    return found


def _repeats(group: Group) -> Iterator[Group]:
    for child in group.children:
        if isinstance(child, Group):
            if child.repeats:
                yield child
            else:
                yield from _repeats(child)


def _live(path: str, above: str, base: str) -> str:
    """Put the live path of the group around in the place of its definition path."""
    return f"{base}/{path.removeprefix(f'{above}/')}" if base else path


def _lexical(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)


def _mapping(fields: dict[str, Any], name: str) -> dict[str, Any]:
    found = fields.get(name) or {}
    if not isinstance(found, dict):
        raise _unreadable(name)
    return found


def _list(fields: dict[str, Any], name: str) -> list[Any]:
    found = fields.get(name) or []
    if not isinstance(found, list):
        raise _unreadable(name)
    return found


def _unreadable(reason: str, file: str = "visits.json") -> BadInput:
    return BadInput(Code.VISIT_FILE, file=file, reason=reason)
