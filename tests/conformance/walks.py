"""Recorded random walks: `python -m tests.conformance.walks FILE [--failures]`.

Each step's whole state is compared; the file of forms lies beside the file of walks.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from fieldaudit.errors import FieldauditError
from fieldaudit.form.xlsform import checked
from tests.conformance.replay import Replay, differences

_FIELDS = ("relevant", "required", "readonly", "value", "violation")


def whole(state: Mapping[str, Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    """Return a recorded state with the fields that it leaves out when false or empty."""
    return {
        reference: {
            "relevant": node.get("relevant", False),
            "required": node.get("required", False),
            "readonly": node.get("readonly", False),
            "value": node.get("value"),
            "violation": node.get("violation"),
        }
        for reference, node in state.items()
    }


def run(walk: Mapping[str, Any], xform: str) -> list[tuple[Mapping[str, Any], list[str]]]:
    """Walk through one form; return each step with what is not as recorded."""
    reading = checked(xform.encode(), "XForm", {})
    if reading.form is None:
        told = [f"does not open: {reading.problems[0]}"]
        return [(step, told) for step in walk["steps"]]
    replay = Replay(reading.form)
    found = []
    for step in walk["steps"]:
        told = []
        try:
            _do(replay, step)
        except KeyError as error:
            told.append(f"{step['op']}: no {error}")
        actual = replay.state()
        told += differences(whole(step["state"]), actual, _FIELDS)
        told += [
            f"{reference}: unexpected"
            for reference in actual
            if reference not in step["state"] and "/meta" not in reference
        ]
        found.append((step, told))
    return found


def _do(replay: Replay, step: Mapping[str, Any]) -> None:
    if step["op"] == "answer":
        replay.instance.set(replay.live(step["ref"]), step["value"])
    elif step["op"] == "new":
        replay.instance.add(replay.container(step["ref"]))
    elif step["op"] == "del":
        replay.instance.remove(replay.live(step["ref"]))


def main(file: str, *options: str) -> Iterator[str]:
    """Run a file of walks; yield lines of report."""
    walks = json.loads(Path(file).read_text(encoding="utf-8"))
    beside = Path(file).with_name(Path(file).name.replace("walks", "forms"))
    forms = {form["id"]: form for form in json.loads(beside.read_text(encoding="utf-8"))}
    counts: Counter[bool] = Counter()
    reasons: Counter[str] = Counter()
    for walk in walks:
        try:
            steps = run(walk, forms[walk["form"]]["xform"])
        except FieldauditError as error:
            steps = [(step, [f"error: {error}"]) for step in walk["steps"]]
        for _, told in steps:
            counts[not told] += 1
            reasons.update(line.partition(": ")[2][:60] for line in told[:1])
        if "--failures" in options and any(told for _, told in steps):
            step, told = next((step, told) for step, told in steps if told)
            yield f"{walk['form']} {step['op']} {step['ref']} {step['value']!r}"
            yield from (f"    {line[:200]}" for line in told[:3])
    if "--failures" in options:
        yield from (f"{number:5} {reason}" for reason, number in reasons.most_common(25))
    yield f"{counts[True]} passed, {counts[False]} failed"


if __name__ == "__main__":
    for line in main(*sys.argv[1:]):
        print(line)  # noqa: T201 - a script at a terminal
