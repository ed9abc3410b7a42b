from pathlib import Path
from typing import Any

import pytest

from fieldaudit.errors import BadInput, Code
from fieldaudit.merge.rules import Rule, matching, settle_all
from fieldaudit.store import records, revisions
from fieldaudit.store.survey import Survey
from fieldaudit.visit.stamp import Author
from tests.kit.history import record_id
from tests.kit.surveys import a_survey, another, merged, moment, revise

ONE, TWO = record_id(1), record_id(2)
OFFICE = Author("办公室", "c" * 64)


@pytest.fixture
def survey(tmp_path: Path):
    """Return a survey in which B edited later than A, and deleted what A worked on."""
    with a_survey(tmp_path / "a.gpkg") as survey:
        for record in (ONE, TWO):
            revise(survey, record, {"name": "原"})
        with another(survey, tmp_path / "b.gpkg") as other:
            photos = {"image": "a.jpg b.jpg"}
            revise(survey, ONE, {"name": "甲", "code": "1"} | photos, author="a" * 64)
            revise(survey, TWO, {"code": "7"}, author="a" * 64)
            revise(other, ONE, {"name": "乙", "code": "2", "image": "c.jpg"}, author="b" * 64)
            revise(other, TWO, {"$deleted": "true"}, author="b" * 64)
            merged(survey, other.path)
        yield survey


def decide(survey: Survey, rule: Rule, *, kind: str = "", path: str = "", **more: Any):
    usual: dict[str, Any] = {"reason": "统一口径", "author": OFFICE, "moment": moment()}
    return settle_all(survey, rule, chosen=matching(kind, path), **(usual | more))


def open_paths(survey: Survey) -> list[str]:
    return [row.path for row in records.conflicts(survey)]


def test_the_newest_decides_all_of_them_and_names_itself(survey):
    before = [(row.record, row.path, row.claims[0].value) for row in records.conflicts(survey)]
    rows, left = decide(survey, Rule.NEWEST)
    assert (len(rows), left, open_paths(survey)) == (4, 0, [])
    for record, path, value in before:
        assert records.record(survey, record).values.get(path) == value
    reasons = {each.reason for each in revisions.all_revisions(survey) if each.reason}
    assert reasons == {"[newest] 统一口径"}


def test_a_rule_is_for_a_kind_and_for_paths(survey):
    assert decide(survey, Rule.NEWEST, kind="visit")[0] == []
    rows, _ = decide(survey, Rule.NEWEST, path="n?me")
    assert [row.path for row in rows] == ["name"]


def test_a_preferred_author_is_followed(survey):
    rows, left = decide(survey, Rule.PREFER, path="[!$]*", preferred={"a" * 64})
    assert (len(rows), left) == (3, 0)
    assert records.record(survey, ONE).get("name") == "甲"
    assert open_paths(survey) == ["$deleted"]


def test_preferred_authors_who_disagree_decide_nothing(survey):
    rows, left = decide(survey, Rule.PREFER, path="name", preferred={"a" * 64, "b" * 64})
    assert (rows, left) == ([], 1)


def test_more_photos_win_and_nothing_else(survey):
    rows, left = decide(survey, Rule.MORE_PHOTOS)
    assert ([row.path for row in rows], left) == (["image"], 3)
    assert records.record(survey, ONE).get("image") == "a.jpg b.jpg"


@pytest.mark.parametrize(
    ("rule", "deleted"), [(Rule.KEEP_DELETED, True), (Rule.KEEP_EDITED, False)]
)
def test_deleted_against_edited(survey, rule, deleted):
    rows, left = decide(survey, rule)
    assert ([row.path for row in rows], left) == (["$deleted"], 3)
    assert records.record(survey, TWO).deleted is deleted


def test_no_rule_without_a_reason(survey):
    with pytest.raises(BadInput) as caught:
        decide(survey, Rule.NEWEST, reason=" ")
    assert caught.value.code is Code.REASON_MISSING
    assert len(open_paths(survey)) == 4


def test_two_offices_that_settle_differently_meet_in_one_visible_conflict(survey, tmp_path):
    with another(survey, tmp_path / "second.gpkg") as second:
        decide(survey, Rule.PREFER, path="[!$]*", preferred={"a" * 64})
        decide(second, Rule.PREFER, path="[!$]*", preferred={"b" * 64})
        decide(survey, Rule.KEEP_EDITED)
        decide(second, Rule.KEEP_EDITED)
        merged(survey, second.path)
        merged(second, survey.path)
        assert revisions.state(survey) == revisions.state(second)
        assert records.conflicts(survey) == records.conflicts(second)
    rows = {row.path: {claim.value for claim in row.claims} for row in records.conflicts(survey)}
    assert rows["name"] == {"甲", "乙"}
    assert "$deleted" not in rows
