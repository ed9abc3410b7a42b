"""How live instances compare with recorded random walks on which two engines agree."""

import json
from pathlib import Path

import pytest

from tests.conformance.walks import main

FOLDER = Path(__file__).parents[3] / "shared" / "suites" / "xforms"
FILE = FOLDER / "pyxform_walks.json"


@pytest.mark.skipif(not FILE.is_file(), reason="pyxform_walks.json is not at hand")
def test_walks() -> None:
    *_, last = main(str(FILE))
    passed, failed = (int(part.split()[0]) for part in last.split(", "))
    assert passed / (passed + failed) >= 0.99


def test_the_walk_tells_differences(tmp_path: Path) -> None:
    xform = (
        '<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml">'
        '<h:head><h:title/><model><instance><data id="x"><a/></data></instance></model></h:head>'
        '<h:body><input ref="/data/a"/></h:body></h:html>'
    )
    right = {"/data": {"relevant": True}, "/data/a": {"relevant": True, "value": "1"}}
    wrong = {"/data": {"relevant": True}, "/data/a": {"relevant": True, "value": "2"}}
    step = {"op": "answer", "ref": "/data/a", "value": "1"}
    steps = [{**step, "state": right}, {**step, "state": wrong}, {**step, "state": {}}]
    walks, forms = tmp_path / "walks.json", tmp_path / "forms.json"
    walks.write_text(json.dumps([{"form": "f", "steps": steps}]))
    forms.write_text(json.dumps([{"id": "f", "xform": xform}]))
    *_, last = main(str(walks))
    assert last == "1 passed, 2 failed"
