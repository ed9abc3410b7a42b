from pathlib import Path

from fieldaudit.actions import merges
from fieldaudit.actions.decided import list_decisions
from fieldaudit.merge.rules import Rule
from fieldaudit.visit.stamp import Author
from tests.kit.surveys import a_survey, another, fresh_id, merged, revise

OFFICE = Author("办公室", "name:办公室")


def disagree(survey, folder: Path, record: str, path: str, *values: str, **more: str) -> None:
    """Let a copy and the survey say two things about one path."""
    with another(survey, folder / f"{fresh_id()}.gpkg") as other:
        revise(other, record, {path: values[1]}, author="b" * 64, **more)
        revise(survey, record, {path: values[0]}, author="a" * 64, **more)
        merged(survey, other.path)


def test_decisions_that_hold_are_listed_and_end_when_taken_back(tmp_path):
    with a_survey(tmp_path / "a.gpkg") as survey:
        record = fresh_id()
        revise(survey, record, {"code": "RES-1", "name": "原", "address": "旧"})
        disagree(survey, tmp_path, record, "name", "甲", "乙")
        disagree(survey, tmp_path, record, "address", "一", "二")
        revise(survey, record, {"street": "礼嘉"}, reason="更正")
        assert list_decisions(survey) == ()
        merges.settle(survey, record=record, path="name", value="甲", reason="核实", author=OFFICE)
        merges.settle_by_rule(survey, Rule.NEWEST, reason="以新为准", author=OFFICE)
        address, name = list_decisions(survey)
        assert (name.title, name.path, name.value, name.lost) == ("RES-1", "name", "甲", ("乙",))
        assert (name.author, name.reason) == ("办公室", "核实")
        assert address.reason == "[newest] 以新为准"
        merges.undo(survey, record=record, path="name", reason="再议", author=OFFICE)
        assert [each.path for each in list_decisions(survey)] == ["address"]
