"""Recorded scenarios: `python -m tests.conformance.scenarios FILE [--failures] [--agree]`.

Each is passed when every state along the way is as recorded.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from lxml import etree

from fieldaudit.errors import FieldauditError
from fieldaudit.form.definition import Form
from fieldaudit.form.xlsform import checked
from tests.conformance.replay import Replay, differences

_DELIMITERS = {"pipe": "|", "semicolon": ";", "tab": "\t"}
_LINES = {"CR": "\r", "CRLF": "\r\n", "LF": "\n", "LFLF": "\n\n", "LFCR": "\n\r"}


def lexical(values: list[object]) -> str:
    """Return recorded answer values as ODK text."""
    return " ".join(
        str(value).lower() if isinstance(value, bool) else "" if value is None else str(value)
        for value in values
    )


def run(trace: Mapping[str, Any], forms: list[str]) -> list[str]:
    """Replay one trace; return what is not as recorded."""
    reading = checked(forms[trace["form"]].encode(), "XForm", {})
    if "initError" in trace:
        return [] if _refused(reading, trace) else ["opens although it should not"]
    if reading.form is None:
        return [f"does not open: {reading.problems[0]}"]
    files = listed(reading.form, trace)
    given = submitted(trace["editInstance"]) if "editInstance" in trace else None
    replay = Replay(reading.form, trace["now_ms"], trace["tz"], files, given)
    expected = dict(trace["initial"]["state"])
    told = [f"initial {line}" for line in differences(expected, replay.state())]
    for number, step in enumerate(trace["steps"]):
        try:
            _do(replay, step)
        except KeyError as error:
            return [*told, f"step {number} {step['op']}: no {error}"]
        for reference, state in step["state"].items():
            if state is None:
                expected.pop(reference, None)
            else:
                expected[reference] = state
        told += [f"step {number} {line}" for line in differences(expected, replay.state())]
    return told


def _refused(reading: Any, trace: Mapping[str, Any]) -> bool:
    if reading.form is None or reading.problems:
        return True
    replay = Replay(reading.form, trace["now_ms"], trace["tz"])
    return any(replay.instance.state(path).fault for path in replay.instance.paths())


def _do(replay: Replay, step: Mapping[str, Any]) -> None:
    op, reference = step["op"], step.get("ref", "")
    if op == "answer":
        stored = step.get("stored")
        replay.instance.set(
            replay.live(reference), lexical(step["values"]) if stored is None else stored
        )
    elif op == "createNewRepeat":
        replay.instance.add(replay.container(reference))
    elif op == "removeRepeat":
        replay.instance.remove(replay.live(reference))
    elif op == "setLanguage":
        replay.instance.language = step["language"]
    elif op in ("restore", "edit"):
        replay.instance = replay.opened(replay.instance.values())


def listed(form: Form, trace: Mapping[str, Any]) -> dict[str, bytes]:
    """Return the files that a form chooses from, made of the choices that the recording shows.

    The recording does not hold the files. Their spelling is what the test's name says.
    """
    found: dict[str, bytes] = {}
    for question in form.root.questions():
        state = trace["initial"]["state"].get(f"/{form.model.template.name}/{question.path}", {})
        for one in form.model.secondary if question.itemset else ():
            if one.file and question.itemset and f"'{one.id}'" in question.itemset.nodeset:
                columns = (question.itemset.value, question.itemset.label)
                found[one.file] = written(one.file, columns, state.get("options", ()), trace)
    return found


def written(
    file: str, columns: tuple[str, str], rows: Iterable[list[str]], trace: Mapping[str, Any]
) -> bytes:
    if file.endswith(".geojson"):
        features = [
            {
                "type": "Feature",
                "geometry": {"type": "Point", "coordinates": [0.5, 102]},
                "id": value,
                "properties": {columns[1]: label},
            }
            for value, label in rows
        ]
        return json.dumps({"type": "FeatureCollection", "features": features}).encode()
    if file.endswith(".xml"):
        items = "".join(
            "<instance-item>"
            + "".join(f"<{c}>{text}</{c}>" for c, text in zip(columns, row, strict=True))
            + "</instance-item>"
            for row in rows
        )
        return f"<instance-root>{items}</instance-root>".encode()
    test = trace["test"].rpartition(" > ")[2]
    word = test.rpartition(": ")[2]
    comma = _DELIMITERS.get(word, ",") if "column delimiter" in test else ","
    end = _LINES.get(word, "\n") if "row delimiter" in test else "\n"
    text = end.join(comma.join(row) for row in [columns, *rows])
    return text.encode("utf-8-sig" if "BOM" in test else "utf-8")


def submitted(xml: str) -> dict[str, str]:
    """Return the answers of a filled-in form, repeat instances counted."""
    found: dict[str, str] = {}

    def read(element: etree._Element, path: str) -> None:
        for child in element:
            same = [other for other in element if other.tag == child.tag]
            place = f"{path}/{child.tag}".lstrip("/")
            if len(child):
                place = f"{place}/{same.index(child) + 1}"
                found[f"{place}/$order"] = str(same.index(child) + 1)
                read(child, place)
            else:
                found[place] = (child.text or "").strip()

    read(etree.fromstring(xml), "")
    return found


def _elsewhere(trace: Mapping[str, Any], form: str) -> bool:
    """Tell whether a trace rests on something that the recording does not hold."""
    positions = "geolocationProvider" in (trace.get("options") or ())
    return positions or "last_saved.xml" in form or ("initError" in trace and 'src="jr://' in form)


def main(file: str, *options: str) -> Iterator[str]:
    """Run a file of scenarios; yield lines of report."""
    content = json.loads(Path(file).read_text(encoding="utf-8"))
    counts: Counter[tuple[str, bool]] = Counter()
    groups: Counter[str] = Counter()
    for trace in content["traces"]:
        if _elsewhere(trace, content["forms"][trace["form"]]):
            counts["not replayable", True] += 1
            continue
        try:
            told = run(trace, content["forms"])
        except FieldauditError as error:
            told = [f"error: {error}"]
        counts["all", not told] += 1
        counts[f"agree={trace['agree']}", not told] += 1
        if told:
            groups[trace["test"].split(" > ")[0]] += 1
            if "--failures" in options and ("--agree" not in options or trace["agree"]):
                yield f"{trace['id']} agree={trace['agree']} {trace['test'][-140:]}"
                yield from (f"    {line[:230]}" for line in told[:4])
    if "--failures" in options:
        yield from (f"{number:4} {group}" for group, number in groups.most_common())
    skipped = counts.pop(("not replayable", True), 0)
    yield f"not replayable (positions, or files that the recording does not show): {skipped}"
    for name in sorted({name for name, _ in counts}):
        yield f"{name}: {counts[name, True]} passed, {counts[name, False]} failed"
    yield f"{counts['all', True]} passed, {counts['all', False]} failed"


if __name__ == "__main__":
    for line in main(*sys.argv[1:]):
        print(line)  # noqa: T201 - a script at a terminal
