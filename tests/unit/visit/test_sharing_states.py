import itertools

import pytest

from fieldaudit.visit.sharing_states import (
    AGREEMENT_NEEDED,
    ENDED,
    MAIN_LINE,
    STATE_TEXTS,
    State,
    may_follow,
)


def follows(before: State, after: State, *, legacy: bool = False) -> bool:
    return may_follow(before, after, came_from=State.IN_USE, legacy=legacy)


def test_the_main_line_is_walked_step_by_step() -> None:
    for before, after in itertools.pairwise(MAIN_LINE):
        assert follows(before, after)
    for before, after in itertools.product(MAIN_LINE, MAIN_LINE):
        step = MAIN_LINE.index(after) - MAIN_LINE.index(before)
        assert follows(before, after) is (step == 1)


def test_an_older_relation_may_be_entered_further_along_but_never_goes_back() -> None:
    assert follows(State.DEMAND, State.IN_USE, legacy=True)
    assert not follows(State.IN_USE, State.AGREED, legacy=True)


@pytest.mark.parametrize("before", ENDED)
@pytest.mark.parametrize("after", State)
def test_nothing_follows_an_end(before: State, after: State) -> None:
    assert not follows(before, after, legacy=True)


@pytest.mark.parametrize(
    ("before", "after", "allowed"),
    [
        (State.NEGOTIATING, State.REFUSED, True),
        (State.IN_USE, State.REFUSED, False),
        (State.BUILDING, State.CANCELLED, True),
        (State.IN_USE, State.CANCELLED, False),
        (State.IN_USE, State.SUSPENDED, True),
        (State.SUSPENDED, State.IN_USE, True),
        (State.SUSPENDED, State.BUILDING, False),
        (State.IN_USE, State.EXPIRED, True),
        (State.AGREED, State.EXPIRED, False),
        (State.DISPUTED, State.IN_USE, True),
        (State.DISPUTED, State.AGREED, False),
        (State.DISPUTED, State.TERMINATED, True),
        (State.IN_USE, State.TERMINATED, True),
        (State.DEMAND, State.TERMINATED, False),
    ],
)
def test_side_steps(before: State, after: State, *, allowed: bool) -> None:
    assert follows(before, after) is allowed


def test_a_settled_dispute_returns_where_it_came_from() -> None:
    assert may_follow(State.DISPUTED, State.AGREED, came_from=State.AGREED)


def test_every_state_but_the_demand_can_be_reached() -> None:
    reached = {
        after
        for before, after in itertools.product(State, State)
        if may_follow(before, after, came_from=State.DEMAND)
    }
    assert reached == set(State)
    assert set(STATE_TEXTS) == set(State)
    assert not AGREEMENT_NEEDED & {State.DEMAND, State.REFUSED, State.CANCELLED}
