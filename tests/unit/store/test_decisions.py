from pathlib import Path
from typing import Any

import pytest

from fieldaudit.errors import BadInput, Code
from fieldaudit.merge.settle import settle
from fieldaudit.store import records
from fieldaudit.store.decisions import reopen, ruled, standing
from fieldaudit.visit.stamp import Author
from tests.kit.history import record_id
from tests.kit.surveys import a_survey, another, merged, moment, revise

ONE = record_id(1)
OFFICE = Author("办公室", "c" * 64)
NAME: dict[str, Any] = {"record": ONE, "path": "name", "author": OFFICE}


@pytest.fixture
def survey(tmp_path: Path):
    """Return a survey in which three people name one site."""
    with a_survey(tmp_path / "a.gpkg") as survey:
        revise(survey, ONE, {"name": "原"})
        for number, name in enumerate("乙丙"):
            with another(survey, tmp_path / f"{number}.gpkg") as other:
                revise(other, ONE, {"name": name}, author=str(number) * 64)
        revise(survey, ONE, {"name": "甲", "code": "1"}, author="a" * 64)
        merged(survey, tmp_path / "0.gpkg", tmp_path / "1.gpkg")
        yield survey


def values(survey) -> list[str | None]:
    return [claim.value for row in records.conflicts(survey) for claim in row.claims]


@pytest.mark.parametrize("choice", [0, 1, 2])
def test_a_decision_taken_back_is_an_open_question_again(survey, tmp_path, choice):
    before = values(survey)
    settle(survey, value=before[choice], reason="核实", moment=moment(), **NAME)
    revise(survey, ONE, {"code": "2"})
    reopen(survey, reason="听取意见", moment=moment(), **NAME)
    assert sorted(values(survey), key=str) == sorted(before, key=str)
    assert choice == 0 or values(survey)[0] == before[0]
    with another(survey, tmp_path / "c.gpkg") as copy, a_survey(tmp_path / "d.gpkg") as fresh:
        assert merged(fresh, copy.path).refused == 0
        assert records.conflicts(fresh) == records.conflicts(survey)
    settle(survey, value="丁", reason="再核实", moment=moment(), **NAME)
    assert values(survey) == []
    assert records.record(survey, ONE).get("name") == "丁"


@pytest.mark.parametrize("path", ["address", "name", "code"])
def test_what_is_no_decision_is_not_taken_back(survey, path):
    with pytest.raises(BadInput) as caught:
        reopen(survey, reason="x", moment=moment(), **(NAME | {"path": path}))
    assert caught.value.code is Code.DECISION_UNKNOWN


def test_a_reason_is_asked_for(survey):
    settle(survey, value="甲", reason="核实", moment=moment(), **NAME)
    with pytest.raises(BadInput) as caught:
        reopen(survey, reason=" ", moment=moment(), **NAME)
    assert caught.value.code is Code.REASON_MISSING
    assert values(survey) == []


def test_a_decision_stands_until_it_is_taken_back(survey):
    assert list(standing(survey)) == []
    settle(survey, value="甲", reason="核实", moment=moment(), **NAME)
    ((decision, clash),) = standing(survey)
    assert (decision.changes, clash.path) == ({"name": "甲"}, "name")
    assert ruled(survey, ONE, "name") == {decision.hash: "核实"}
    reopen(survey, reason="听取意见", moment=moment(), **NAME)
    assert list(standing(survey)) == []
