"""How live instances compare with recorded scenarios of two other engines."""

import json
from pathlib import Path

import pytest

from tests.conformance.scenarios import main, submitted, written

FILE = Path(__file__).parents[3] / "shared" / "suites" / "xforms" / "scenarios.json"


@pytest.mark.skipif(not FILE.is_file(), reason="scenarios.json is not at hand")
def test_scenarios() -> None:
    traces = json.loads(FILE.read_text(encoding="utf-8"))["traces"]
    passed = {}
    for line in main(str(FILE)):
        name, _, rest = line.partition(": ")
        if rest.endswith("failed"):
            passed[name] = int(rest.split()[0])
    agreed = sum(trace["agree"] is True for trace in traces)
    assert passed["agree=True"] / agreed >= 0.99
    assert passed["all"] / len(traces) >= 0.90


def test_the_replay_tells_differences(tmp_path: Path) -> None:
    xform = (
        '<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml">'
        '<h:head><h:title/><model><instance><data id="x"><a/></data></instance></model></h:head>'
        '<h:body><input ref="/data/a"/></h:body></h:html>'
    )
    wrong = {"/data/a": {"relevant": False}}
    trace = {
        "id": "1",
        "test": "t",
        "form": 0,
        "agree": True,
        "now_ms": 0,
        "tz": "UTC",
        "initial": {"state": wrong},
        "steps": [],
    }
    file = tmp_path / "s.json"
    file.write_text(json.dumps({"forms": [xform], "traces": [trace]}))
    *_, last = main(str(file))
    assert last == "0 passed, 1 failed"


@pytest.mark.parametrize(
    ("file", "test", "expected"),
    [
        ("a.csv", "x", b"v,l\n1,One"),
        ("a.csv", "CSV > column delimiter: tab", b"v\tl\n1\tOne"),
        ("a.csv", "CSV > row delimiter: CRLF", b"v,l\r\n1,One"),
        ("a.csv", "CSV > BOM is not treated", "\ufeffv,l\n1,One".encode()),
        ("a.xml", "x", b"<instance-root><instance-item><v>1</v><l>One</l></instance-item>"),
        ("a.geojson", "x", b'"id": "1", "properties": {"l": "One"}'),
    ],
)
def test_lists_are_made_of_what_the_recording_shows(file: str, test: str, expected: bytes) -> None:
    made = written(file, ("v", "l"), [["1", "One"]], {"test": test})
    assert expected in made if not file.endswith(".csv") else made == expected


def test_a_submission_is_read() -> None:
    xml = '<data id="x"><count>1</count><r><a> 2 </a></r><r><a/></r></data>'
    assert submitted(xml) == {
        "count": "1",
        "r/1/$order": "1",
        "r/1/a": "2",
        "r/2/$order": "2",
        "r/2/a": "",
    }
