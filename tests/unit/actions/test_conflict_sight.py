from typing import Any

import pytest

from fieldaudit.actions import merges
from fieldaudit.actions.conflict_sight import sight
from fieldaudit.store import blobs
from fieldaudit.visit.records import Edited
from tests.kit.surveys import a_photo, a_survey, another, fresh_id, merged, revise
from tests.unit.actions.test_decided import OFFICE, disagree


def only(survey):
    (conflict,) = merges.list_conflicts(survey)
    return conflict


def test_decisions_of_two_offices_are_known_as_such(tmp_path):
    with a_survey(tmp_path / "a.gpkg") as survey:
        record = fresh_id()
        revise(survey, record, {"name": "原"})
        disagree(survey, tmp_path, record, "name", "甲", "乙")
        told: dict[str, Any] = {"record": record, "path": "name", "author": OFFICE}
        with another(survey, tmp_path / "office.gpkg") as other:
            merges.settle(other, value="乙", reason="街道证明", **told)
            merges.settle(survey, value="甲", reason="现场门牌", **told)
            merged(survey, other.path)
        seen = sight(survey, only(survey), language="zh")
        reasons = {r.value: seen.decisions.get(r.revision) for r in seen.conflict.rivals}
        assert reasons == {"甲": "现场门牌", "乙": "街道证明"}


def test_plain_values_are_nobodys_decision(tmp_path):
    with a_survey(tmp_path / "a.gpkg") as survey:
        record = fresh_id()
        revise(survey, record, {"name": "原"})
        disagree(survey, tmp_path, record, "name", "甲", "乙")
        seen = sight(survey, only(survey), language="zh")
        assert (seen.decisions, seen.pictures, seen.words, seen.label) == ({}, {}, {}, "")


def test_photos_are_shown_by_value(tmp_path):
    with a_survey(tmp_path / "a.gpkg") as survey:
        photo = a_photo(survey, b"one")
        second = blobs.add(survey, b"two")
        third = blobs.add(survey, b"three")
        disagree(survey, tmp_path, photo, "blob", second, third, kind="photo")
        assert sight(survey, only(survey), language="zh").pictures == {
            second: (second,),
            third: (third,),
        }


def test_a_photo_that_somebody_deleted_is_shown(tmp_path):
    with a_survey(tmp_path / "a.gpkg") as survey:
        photo = a_photo(survey, b"one")
        with another(survey, tmp_path / "b.gpkg") as other:
            revise(other, photo, {"$deleted": "true"}, kind="photo")
            revise(survey, photo, {"caption": "门"}, kind="photo")
            merged(survey, other.path)
        assert only(survey).edits == (Edited("caption", None, "门"),)
        seen = sight(survey, only(survey), language="zh")
        assert seen.pictures == {"": (blobs.add(survey, b"one"),)}


def test_positions_are_measured_from_the_provisional_one(tmp_path):
    with a_survey(tmp_path / "a.gpkg") as survey:
        record = fresh_id()
        revise(survey, record, {"position": "29.6 106.5 0 0"})
        disagree(survey, tmp_path, record, "position", "29.601 106.5 0 5", "29.602 106.5 0 5")
        seen = sight(survey, only(survey), language="zh")
        assert set(seen.places) == {"29.6 106.5 0 0", "29.601 106.5 0 5", "29.602 106.5 0 5"}
        ((value, metres),) = seen.metres.items()
        assert value == seen.conflict.rivals[1].value
        assert metres == pytest.approx(110.9, abs=0.5)


def test_an_area_is_read_point_by_point_and_nonsense_is_left_out(tmp_path):
    with a_survey(tmp_path / "a.gpkg") as survey:
        record = fresh_id()
        revise(survey, record, {"name": "x"})
        area = "29.6 106.5 0 0; 29.7 106.5 0 0; 29.6 106.6 0 0"
        disagree(survey, tmp_path, record, "position", area, "unlesbar")
        seen = sight(survey, only(survey), language="zh")
        assert [len(points) for points in seen.places.values()] == [3]
        assert seen.metres == {}
