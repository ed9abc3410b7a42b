import hashlib

import pytest

from fieldaudit.store import records, revisions
from fieldaudit.store.revisions import Edit
from fieldaudit.store.survey import open_survey
from tests.kit.history import record_id
from tests.kit.surveys import FOUNDER, a_survey, another, fresh_id, merged, moment, revise

ONE = record_id(1)


@pytest.fixture
def survey(tmp_path):
    with a_survey(tmp_path / "a.gpkg") as survey:
        yield survey


def write(survey, *edits: Edit):
    return revisions.append(survey, edits, author=FOUNDER, moment=moment(), make_id=fresh_id)


def test_a_revision_follows_the_heads_that_are_here(survey, tmp_path):
    (first,) = write(survey, Edit(ONE, "site", {"name": "甲"}))
    with another(survey, tmp_path / "b.gpkg") as other:
        theirs = revise(other, ONE, {"code": "2"})
        (ours,) = write(survey, Edit(ONE, "site", {"code": "1"}))
        merged(survey, other.path)
    (last,) = write(survey, Edit(ONE, "site", {"code": "3"}))
    assert (first.parents, first.clock) == ((), 1)
    assert set(last.parents) == {ours.hash, theirs}
    assert last.clock == 3


def test_two_edits_of_one_record_in_one_deed_follow_each_other(survey):
    first, second = write(
        survey, Edit(ONE, "site", {"name": "甲"}), Edit(ONE, "site", {"name": "乙"})
    )
    assert second.parents == (first.hash,)
    assert records.record(survey, ONE).values == {"name": "乙"}
    assert not records.conflicts(survey)


@pytest.mark.parametrize(
    "edit",
    [
        Edit("no id", "site", {"name": "甲"}),
        Edit(ONE.upper().replace("9000", "A000"), "site", {"name": "甲"}),
        Edit(ONE, "secret", {"name": "甲"}),
        Edit(ONE, "site", {"name": 1}),  # type: ignore[dict-item]
        Edit(ONE, "site", {"name": "\ud800"}),
        Edit(ONE, "visit", {"name": "甲"}),
    ],
)
def test_what_could_not_be_read_back_is_not_written(survey, edit):
    write(survey, Edit(ONE, "site", {"name": "旧"}))
    before = revisions.state(survey)
    with pytest.raises(ValueError, match=r"cannot|surrogates"):
        write(survey, Edit(fresh_id(), "site", {"name": "好"}), edit)
    assert revisions.state(survey) == before
    assert records.record(survey, ONE).values == {"name": "旧"}


@pytest.mark.parametrize("text", ["", "a\x00b", "\x7f", "😀", "\u2028", "甲" * 5000, '"\\'])
def test_any_text_can_be_an_answer(survey, text):
    write(survey, Edit(ONE, "visit", {"RES-26": text, text: "1"}))
    with open_survey(survey.path) as again:
        assert records.record(again, ONE).values == {"RES-26": text, text: "1"}
        assert list(revisions.all_revisions(again))[-1].changes == {"RES-26": text, text: "1"}


def test_the_state_is_one_hash_over_the_set(survey):
    assert revisions.count(survey) == 1
    before = revisions.state(survey)
    made = write(survey, Edit(ONE, "site", {"name": "甲"}))
    everything = [each.hash for each in revisions.all_revisions(survey)]
    assert everything[-1] == made[0].hash
    whole = hashlib.sha256(b"".join(map(bytes.fromhex, everything)))
    assert revisions.state(survey) == whole.hexdigest() != before


def test_writing_while_reading_is_refused_rather_than_lost(survey):
    everything = revisions.all_revisions(survey)
    next(everything)
    with pytest.raises(RuntimeError):
        write(survey, Edit(ONE, "site", {"name": "甲"}))
    assert len(list(everything)) == 0
    write(survey, Edit(ONE, "site", {"name": "甲"}))
    assert revisions.count(survey) == 2
