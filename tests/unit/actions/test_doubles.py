from typing import Any

import pytest

from fieldaudit.actions import merges
from fieldaudit.actions.doubles import decide, list_doubts, list_pairs
from fieldaudit.errors import BadInput, Code
from fieldaudit.store import records
from fieldaudit.visit.sorts import ConflictSort
from fieldaudit.visit.stamp import Author
from tests.kit.surveys import a_survey, fresh_id, revise

OFFICE = Author("办公室", "name:办公室")


@pytest.fixture
def survey(tmp_path):
    with a_survey(tmp_path / "a.gpkg") as survey:
        yield survey


def sites(survey, *told: dict[str, str]) -> list[str]:
    made = []
    for changes in told:
        made.append(fresh_id())
        revise(survey, made[-1], changes)
    return made


@pytest.mark.parametrize(
    ("other", "doubts"),
    [
        ({"code": "A", "name": "乙"}, 1),
        ({"code": "B", "name": "甲", "position": "29.6002 106.5"}, 1),
        ({"code": "B", "name": "甲", "position": "29.6003 106.5"}, 0),
        ({"code": "B", "name": "甲", "position": "29.6 106.5004"}, 0),
        ({"code": "B", "name": "乙", "position": "29.6 106.5"}, 0),
        ({"code": "B", "name": "甲"}, 0),
    ],
)
def test_the_same_place_twice_is_a_doubt(survey, other, doubts):
    first, second = sites(survey, {"code": "A", "name": "甲", "position": "29.6 106.5"}, other)
    found = list_doubts(survey)
    assert len(found) == doubts
    for each in found:
        assert (each.record, each.rivals[0].value, each.path) == (second, first, "same_as")
        assert each.sort is ConflictSort.SAME_PLACE


@pytest.mark.parametrize("joined", [True, False])
def test_a_doubt_is_decided_by_a_link_and_nothing_is_deleted(survey, joined):
    first, second = sites(survey, {"code": "A"}, {"code": "A"})
    value = first if joined else "no"
    how: dict[str, Any] = {"record": second, "path": "same_as", "author": OFFICE}
    merges.settle(survey, value=value, reason="现场核实", **how)
    assert list_doubts(survey) == ()
    assert len(records.records(survey, "site")) == 2
    assert (records.record(survey, second).get("same_as") == first) is joined
    with pytest.raises(BadInput) as caught:
        merges.settle(survey, value=value, reason="x", **how)
    assert caught.value.code is Code.CONFLICT_UNKNOWN


def test_a_link_needs_a_reason(survey):
    first, second = sites(survey, {"code": "A"}, {"code": "A"})
    how: dict[str, Any] = {"record": second, "path": "same_as", "author": OFFICE}
    with pytest.raises(BadInput) as caught:
        merges.settle(survey, value=first, reason=" ", **how)
    assert caught.value.code is Code.REASON_MISSING


def test_a_pair_tells_how_near_and_how_alike_its_sites_are(survey):
    first, second = sites(
        survey,
        {"code": "A", "name": "大竹林一期", "position": "29.6 106.5"},
        {"code": "A", "name": "大竹林二期", "position": "29.6001 106.5"},
    )
    (pair,) = list_pairs(survey)
    assert (pair.older.id, pair.younger.id) == (first, second)
    assert pair.metres == pytest.approx(11.08, abs=0.05)
    assert pair.likeness == pytest.approx(0.8)


def test_each_pair_of_a_site_is_decided_by_itself(survey):
    first, second, third = sites(survey, {"code": "A"}, {"code": "A"}, {"code": "A"})
    chosen = next(
        pair for pair in list_pairs(survey) if (pair.older.id, pair.younger.id) == (second, third)
    )
    done = decide(survey, pair=chosen, same=False, reason="两处", author=OFFICE)
    assert done.changes.conflicts
    left = {(pair.older.id, pair.younger.id) for pair in list_pairs(survey)}
    assert left == {(first, second), (first, third)}
    assert all(pair.metres is None for pair in list_pairs(survey))
    decide(survey, pair=list_pairs(survey)[0], same=True, reason="一处", author=OFFICE)
    assert len(list_pairs(survey)) == 1
