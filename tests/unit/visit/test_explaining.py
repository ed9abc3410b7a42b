"""Why a question is as it is, in words."""

import pytest

from fieldaudit.visit.explaining import WHYS, Read, Why, explained
from tests.kit.forms import a_draft

TABLE = """
| survey |
| | type | name | label::中文 (zh) | label::English (en) | relevant | required | constraint | bind::fa:severity | bind::fa:pass | bind::fa:limit |
| | select_one kinds | kind | **楼型** | Building | | | | | | |
| | begin_group | tall | 高层 | Tall | ${kind} = 'tower' | | | | | |
| | integer | lifts | 电梯 | Lifts | | ${kind} = 'tower' | . < 100 | major | . >= parameter('P.low') | ≥ 2 |
| | end_group | | | | | | | | | |
| choices |
| | list_name | name | label::中文 (zh) | label::English (en) |
| | kinds | villa | 别墅 | Villa |
| | kinds | tower | 高层 | Tower |
| settings |
| | namespaces |
| | fa="https://fieldaudit.cn/xforms" |
"""  # noqa: E501 - a table


def test_hidden_by_the_section_around() -> None:
    draft = a_draft(TABLE, {"kind": "villa"})
    found = explained(draft, "tall/lifts")
    (reason,) = found.reasons
    assert (reason.why, reason.at, reason.rule) == (Why.HIDDEN, "tall", "${kind} = 'tower'")
    labels = {"中文 (zh)": "楼型", "English (en)": "Building"}
    words = {"中文 (zh)": "别墅", "English (en)": "Villa"}
    assert reason.reads == (Read("kind", labels, "villa", words),)


def test_required_and_then_failed_with_its_threshold() -> None:
    draft = a_draft(TABLE, {"kind": "tower"}, parameters={"P.low": "2"})
    assert [each.why for each in draft.explain("tall/lifts").reasons] == [Why.REQUIRED]
    draft.set("tall/lifts", "1")
    found = draft.explain("tall/lifts")
    assert [each.why for each in found.reasons] == [Why.REQUIRED, Why.FAILED]
    assert found.reasons[1].rule == ". >= parameter('P.low')"
    assert [(read.path, read.value) for read in found.reasons[1].reads] == [("tall/lifts", "1")]
    assert (found.parameters, found.limit) == ({"P.low": "2"}, "≥ 2")


def test_invalid() -> None:
    draft = a_draft(TABLE, {"kind": "tower", "tall/lifts": "500"})
    reasons = {each.why: each for each in draft.explain("tall/lifts").reasons}
    assert reasons[Why.INVALID].rule == ". < 100"


def test_nothing_is_the_matter() -> None:
    draft = a_draft(TABLE)
    assert draft.explain("kind").reasons == ()
    with pytest.raises(KeyError):
        draft.explain("none")


def test_every_why_has_a_name() -> None:
    assert set(WHYS) == set(Why)
