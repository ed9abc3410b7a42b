"""The visits as `visits.json`, the file that `visit import` reads.

Answers stand below the names of their questions, repeat instances as objects in their order with
their ids. Photos stay in the survey: they travel in a hand-over file or as an archive.
"""

import json
from collections.abc import Sequence
from typing import Any

from fieldaudit.package.exports.paths import definition_path, instance_of
from fieldaudit.package.exports.visit import LeavingVisit


def visits_json(visits: Sequence[LeavingVisit]) -> bytes:
    """Return the file with these visits."""
    whole = {"visits": [_visit(visit) for visit in visits]}
    return json.dumps(whole, ensure_ascii=False, indent=2).encode() + b"\n"


def _visit(visit: LeavingVisit) -> dict[str, Any]:
    told = {
        "id": visit.id,
        "site": visit.site.code,
        "form": visit.form.id,
        "inspector": visit.inspector,
        "started": visit.started,
        "ended": visit.ended,
        "position": visit.position,
        "answers": _answers(visit),
        "states": _states(visit),
    }
    return {name: value for name, value in told.items() if value}


def _answers(visit: LeavingVisit) -> dict[str, Any]:
    """Return the answers as a tree of repeats; a question is named by its path in the form."""
    repeats = visit.form.model.repeats
    known = {question.path for question in visit.form.root.questions()}
    found: dict[str, dict[str, Any]] = {"": {}}
    for path in visit.instances:
        above = instance_of(path.rpartition("/")[0], repeats)
        found[path] = {"$id": path.rpartition("/")[2]}
        found[above].setdefault(definition_path(path, repeats), []).append(found[path])
    for path, text in visit.answers.items():
        place = definition_path(path, repeats)
        if place in known:
            found[instance_of(path, repeats)][place] = text
    return found[""]


def _states(visit: LeavingVisit) -> dict[str, dict[str, str]]:
    """Return the excuses by live path: `people/<$id>/name` inside a repeat."""
    return {each.path: {"state": each.state, "reason": each.reason} for each in visit.excused}
