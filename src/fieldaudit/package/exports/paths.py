"""Between live paths, which name repeat instances, and the paths of a form."""

from collections.abc import Iterator
from itertools import accumulate

from fieldaudit.form.definition import Form, Kind, Question

_META = "meta"


def definition_path(live: str, repeats: frozenset[str]) -> str:
    """Return the path in the form of a live path: without the ids of repeat instances."""
    return "/".join(step for step, is_id in _steps(live, repeats) if not is_id)


def instance_of(live: str, repeats: frozenset[str]) -> str:
    """Return the live path of the innermost repeat instance around a node; empty outside."""
    steps = list(_steps(live, repeats))
    ends = [number for number, (_, is_id) in enumerate(steps, 1) if is_id]
    return "/".join(step for step, _ in steps[: ends[-1]]) if ends else ""


def asked(form: Form) -> Iterator[tuple[str, Question]]:
    """Yield each question that holds an answer, with the path of the repeat around it."""
    for question in form.root.questions():
        steps = question.path.split("/")
        if question.kind is Kind.NOTE or steps[0].rpartition(":")[2] == _META:
            continue
        above = [p for p in accumulate(steps[:-1], "{}/{}".format) if p in form.model.repeats]
        yield above[-1] if above else "", question


def _steps(live: str, repeats: frozenset[str]) -> Iterator[tuple[str, bool]]:
    """Yield each step and whether it is the id of an instance."""
    found, is_id = "", False
    for step in live.split("/"):
        yield step, is_id
        if not is_id:
            found = f"{found}/{step}".lstrip("/")
        is_id = not is_id and found in repeats
