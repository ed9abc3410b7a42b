import pytest

from fieldaudit.errors import BadInput, Code
from fieldaudit.merge.settle import settle
from fieldaudit.store import records, revisions
from fieldaudit.visit.stamp import Author
from tests.kit.history import record_id
from tests.kit.surveys import a_survey, another, merged, moment, revise

ONE = record_id(1)
OFFICE = Author("王五", "c" * 64, "office")


@pytest.fixture
def survey(tmp_path):
    """A survey in which two people disagree on two paths."""
    with a_survey(tmp_path / "a.gpkg") as survey:
        revise(survey, ONE, {"name": "旧", "code": "1"})
        with another(survey, tmp_path / "b.gpkg") as other:
            revise(survey, ONE, {"name": "甲", "code": "2"}, author="a" * 64)
            revise(other, ONE, {"name": "乙", "code": "3"}, author="b" * 64)
            merged(survey, other.path)
        yield survey


def decide(survey, path="name", value="甲", reason="现场核实", record=ONE):
    return settle(
        survey,
        record=record,
        path=path,
        value=value,
        reason=reason,
        author=OFFICE,
        moment=moment(),
    )


def test_a_decision_is_a_revision_that_saw_all_heads(survey):
    heads = records.record(survey, ONE).heads
    was = decide(survey)
    assert (was.path, {claim.value for claim in was.claims}) == ("name", {"甲", "乙"})
    last = list(revisions.all_revisions(survey))[-1]
    assert (set(last.parents), last.author, last.reason) == (set(heads), "c" * 64, "现场核实")
    assert records.record(survey, ONE).get("name") == "甲"


def test_one_decision_leaves_the_other_conflict(survey):
    decide(survey)
    assert [row.path for row in records.conflicts(survey)] == ["code"]
    decide(survey, "code", None)
    assert records.conflicts(survey) == []
    assert records.record(survey, ONE).values == {"name": "甲"}


def test_a_third_value_may_be_right(survey):
    decide(survey, value="丙")
    assert records.record(survey, ONE).get("name") == "丙"


def test_an_edit_against_a_deletion_is_settled_too(survey, tmp_path):
    with another(survey, tmp_path / "c.gpkg") as other:
        revise(survey, ONE, {"$deleted": "true"})
        revise(other, ONE, {"address": "示例路 12 号"})
        merged(survey, other.path)
    decide(survey, "$deleted", None)
    kept = records.record(survey, ONE)
    assert (kept.deleted, kept.get("address")) == (False, "示例路 12 号")
    assert "$deleted" not in {row.path for row in records.conflicts(survey)}


@pytest.mark.parametrize(
    ("how", "code"),
    [
        ({"reason": "  "}, Code.REASON_MISSING),
        ({"path": "address"}, Code.CONFLICT_UNKNOWN),
        ({"record": record_id(2)}, Code.CONFLICT_UNKNOWN),
    ],
)
def test_nothing_is_decided_without_a_conflict_and_a_reason(survey, how, code):
    before = revisions.state(survey)
    with pytest.raises(BadInput) as caught:
        decide(survey, **how)
    assert caught.value.code is code
    assert revisions.state(survey) == before
