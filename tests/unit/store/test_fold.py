import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fieldaudit.store.fold import fold
from fieldaudit.store.revision import DELETED
from tests.kit.history import Copies, steps


def both(copies: Copies, *people: int):
    return fold([r for who in people for r in copies.held[who].values()])


@pytest.fixture
def shared() -> Copies:
    """Two people hold the same record."""
    copies = Copies()
    copies.revise(0, 0, {"name": "旧", "street": "礼嘉"})
    copies.held[1] |= copies.held[0]
    return copies


def test_concurrent_edits_of_one_path_are_a_conflict(shared):
    shared.revise(0, 0, {"name": "甲"})
    shared.revise(1, 0, {"name": "乙"})
    folded = both(shared, 0, 1)
    (clash,) = folded.clashes
    assert (clash.path, clash.base) == ("name", "旧")
    assert [claim.value for claim in clash.claims] == ["乙", "甲"]
    assert folded.values["name"] == "乙"


def test_concurrent_edits_of_different_paths_are_none(shared):
    shared.revise(0, 0, {"name": "甲"})
    shared.revise(1, 0, {"street": "大竹林"})
    folded = both(shared, 0, 1)
    assert folded.clashes == ()
    assert folded.values == {"name": "甲", "street": "大竹林"}


def test_equal_concurrent_values_are_none(shared):
    shared.revise(0, 0, {"name": "甲"})
    shared.revise(1, 0, {"name": "甲"})
    assert both(shared, 0, 1).clashes == ()


def test_removing_a_value_against_changing_it_is_a_conflict(shared):
    shared.revise(0, 0, {"name": None})
    shared.revise(1, 0, {"name": "乙"})
    (clash,) = both(shared, 0, 1).clashes
    assert {claim.value for claim in clash.claims} == {None, "乙"}


def test_deleting_against_editing_is_a_conflict(shared):
    shared.revise(0, 0, {DELETED: "true"})
    shared.revise(1, 0, {"name": "乙"})
    (clash,) = both(shared, 0, 1).clashes
    assert clash.path == DELETED
    assert {claim.value for claim in clash.claims} == {"true", None}


def test_editing_before_a_deletion_that_saw_it_is_none(shared):
    shared.revise(0, 0, {"name": "甲"})
    shared.revise(0, 0, {DELETED: "true"})
    folded = both(shared, 0, 1)
    assert folded.clashes == ()
    assert folded.deleted


def test_a_decision_that_saw_all_heads_ends_the_conflict(shared):
    shared.revise(0, 0, {"name": "甲"})
    shared.revise(1, 0, {"name": "乙"})
    shared.held[0] |= shared.held[1]
    shared.revise(0, 0, {"name": "甲"})
    folded = both(shared, 0, 1)
    assert folded.clashes == ()
    assert folded.values["name"] == "甲"


def test_two_different_decisions_become_one_conflict(shared):
    shared.revise(0, 0, {"name": "甲"})
    shared.revise(1, 0, {"name": "乙"})
    shared.held[0] |= shared.held[1]
    shared.held[1] |= shared.held[0]
    shared.revise(0, 0, {"name": "甲"})
    shared.revise(1, 0, {"name": "丙"})
    (clash,) = both(shared, 0, 1).clashes
    assert [claim.value for claim in clash.claims] == ["丙", "甲"]


def test_nothing_cannot_be_folded():
    with pytest.raises(ValueError, match="no revision"):
        fold([])


@settings(max_examples=300)
@given(steps, st.randoms(use_true_random=False))
def test_the_order_of_revisions_does_not_matter(deeds, dice: random.Random):
    everything = [r for held in Copies().play(deeds).held for r in held.values()]
    for record in {r.record for r in everything}:
        mine = [r for r in everything if r.record == record]
        shuffled = mine + mine[: len(mine) // 2]
        dice.shuffle(shuffled)
        assert fold(shuffled) == fold(mine)


@settings(max_examples=300)
@given(steps)
def test_no_surviving_value_is_silently_dropped(deeds):
    """Every assignment that nobody who saw it replaced is the value or one of the claims."""
    everything = {h: r for held in Copies().play(deeds).held for h, r in held.items()}
    for record in {r.record for r in everything.values()}:
        mine = {h: r for h, r in everything.items() if r.record == record}
        folded = fold(mine.values())
        claims = {clash.path: {c.value for c in clash.claims} for clash in folded.clashes}
        for head in folded.heads:
            for path, value in mine[head].changes.items():
                assert value in claims.get(path, {folded.values.get(path)})
