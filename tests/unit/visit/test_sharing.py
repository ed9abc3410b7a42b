from dataclasses import replace
from typing import Any

import pytest

from fieldaudit.codes import Trouble
from fieldaudit.errors import BadInput, Code
from fieldaudit.visit.relation import Relation, RelationEvent, Step, SwapLeg
from fieldaudit.visit.sharing import advance, blockers, check_relation, reopen
from fieldaudit.visit.sharing_states import ENDED, MAIN_LINE, State

POLE = Relation("018f", "F16", owner="municipal", users=("cm", "ct"), asset="大竹林灯杆 12")
EVIDENCE: dict[State, dict[str, Any]] = {
    State.AGREED: {"agreement_no": "LJ-2022-016"},
    State.ACCEPTED: {"accepted_on": "2022-07-20"},
    State.IN_USE: {"photos": ("018f-photo",)},
}


def a_step(to: State, **more) -> Step:
    return Step(to, "2022-07-08T10:00:00+08:00", "专班", **more)


def walk(relation: Relation, to: State) -> Relation:
    for number, state in enumerate(MAIN_LINE[1 : MAIN_LINE.index(to) + 1]):
        step = a_step(state, **EVIDENCE.get(state, {}))
        relation = advance(relation, step, event_id=str(number))
    return relation


def codes(relation: Relation) -> list[Trouble]:
    return [problem.code for problem in check_relation(relation)]


def refusal(relation: Relation, step: Step) -> Trouble:
    with pytest.raises(BadInput) as caught:
        advance(relation, step, event_id="x")
    assert relation.id in str(caught.value)
    return caught.value.code


def test_a_pole_is_shared_from_the_demand_to_the_use() -> None:
    used = walk(POLE, State.IN_USE)
    assert used.state is State.IN_USE
    assert used.agreement_no == "LJ-2022-016"
    assert used.accepted_on == "2022-07-20"
    assert used.photos == ("018f-photo",)
    assert [event.after for event in used.events] == [state.value for state in MAIN_LINE[1:]]
    assert codes(used) == []
    assert POLE.events == ()


@pytest.mark.parametrize(
    ("state", "code"),
    [
        (State.AGREED, Code.SHARING_AGREEMENT_MISSING),
        (State.IN_USE, Code.SHARING_PHOTO_MISSING),
    ],
)
def test_a_step_without_its_evidence_is_blocked(state: State, code: Trouble) -> None:
    before = walk(POLE, MAIN_LINE[MAIN_LINE.index(state) - 1])
    assert refusal(before, a_step(state)) is code


def test_use_needs_a_day_of_acceptance() -> None:
    accepted = replace(walk(POLE, State.ACCEPTED), accepted_on="")
    step = a_step(State.IN_USE, photos=("p",))
    assert [each.code for each in blockers(accepted, step)] == [Code.SHARING_ACCEPTANCE_MISSING]


def test_an_agreement_needs_both_parties() -> None:
    alone = walk(replace(POLE, users=()), State.NEGOTIATING)
    step = a_step(State.AGREED, agreement_no="1")
    assert refusal(alone, step) is Code.SHARING_PARTY_MISSING


def test_a_state_cannot_be_skipped() -> None:
    step = a_step(State.IN_USE, agreement_no="1", accepted_on="2022-07-20", photos=("p",))
    assert refusal(POLE, step) is Code.SHARING_STEP_UNFIT
    with pytest.raises(BadInput, match=r"需求提出.*使用中"):
        advance(POLE, step, event_id="x")


def test_an_older_relation_enters_where_it_is_but_not_without_a_photo() -> None:
    older = replace(POLE, legacy=True, accepted_on="2019-03-01")
    assert refusal(older, a_step(State.IN_USE)) is Code.SHARING_PHOTO_MISSING
    used = advance(older, a_step(State.IN_USE, photos=("p",)), event_id="1")
    assert codes(used) == []
    assert codes(replace(used, events=())) == []


@pytest.mark.parametrize(
    ("reasons", "note", "code"),
    [
        ((), "", Code.SHARING_REFUSAL_MISSING),
        (("R99",), "", Code.SHARING_REFUSAL_MISSING),
        (("R14",), "", Code.SHARING_REFUSAL_UNEXPLAINED),
    ],
)
def test_a_refusal_needs_its_reason(reasons: tuple[str, ...], note: str, code: Trouble) -> None:
    assert refusal(POLE, a_step(State.REFUSED, refusal=reasons, note=note)) is code


def test_a_second_tenant_can_be_refused_for_the_load() -> None:
    refused = advance(POLE, a_step(State.REFUSED, refusal=("R04", "R05")), event_id="1")
    assert (refused.refusal, codes(refused)) == (("R04", "R05"), [])


@pytest.mark.parametrize("missing", ["at", "actor"])
def test_a_step_needs_a_date_and_an_actor(missing: str) -> None:
    blank: dict[str, Any] = {missing: ""}
    step = replace(a_step(State.SURVEYED), **blank)
    assert refusal(POLE, step) is Code.SHARING_EVENT_INCOMPLETE


def test_a_settled_dispute_returns_where_it_came_from() -> None:
    disputed = advance(walk(POLE, State.BUILDING), a_step(State.DISPUTED), event_id="d")
    assert refusal(disputed, a_step(State.AGREED)) is Code.SHARING_STEP_UNFIT
    settled = advance(disputed, a_step(State.BUILDING), event_id="e")
    assert (settled.state, codes(settled)) == (State.BUILDING, [])


def test_a_swap_with_one_leg_is_refused() -> None:
    swap = Relation("1", "F11", owner="ct", users=("cu",), legs=(SwapLeg("1", "ct"),))
    assert codes(swap) == [Code.SHARING_LEGS_MISSING]
    assert codes(replace(swap, legs=(*swap.legs, SwapLeg("2", "ct")))) == [
        Code.SHARING_LEGS_MISSING
    ]
    assert codes(replace(swap, legs=(*swap.legs, SwapLeg("2", "cu")))) == []


@pytest.mark.parametrize(
    ("owner", "users", "enough"),
    [("ct", ("cu",), True), ("tower", ("ct", "cu"), True), ("tower", ("ct",), False)],
)
def test_a_shared_network_has_two_operators(
    owner: str, users: tuple[str, ...], *, enough: bool
) -> None:
    found = codes(Relation("1", "F04", owner=owner, users=users))
    assert found == ([] if enough else [Code.SHARING_NETWORKS_TOO_FEW])


def test_who_uses_his_own_alone_shares_nothing() -> None:
    assert codes(replace(POLE, users=("municipal",))) == [Code.SHARING_OWNER_ALONE]
    assert codes(replace(POLE, users=("municipal", "cm"))) == []


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"form": "F26"}, Code.SHARING_FORM_UNKNOWN),
        ({"kind": "swap"}, Code.SHARING_KIND_UNFIT),
        ({"valid_from": "2022-07-08", "valid_to": "2022-07-07"}, Code.SHARING_PERIOD_REVERSED),
        ({"valid_from": "08.07.2022"}, Code.SHARING_DATE_UNREADABLE),
        ({"state": State.SURVEYED}, Code.SHARING_HISTORY_BROKEN),
    ],
)
def test_each_broken_rule_is_found(change: dict[str, object], code: Trouble) -> None:
    assert codes(replace(POLE, **change)) == [code]  # type: ignore[arg-type]


def test_a_period_may_be_one_day() -> None:
    assert codes(replace(POLE, valid_from="2022-07-08", valid_to="2022-07-08")) == []


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ("agreed", "permitted", Code.SHARING_HISTORY_BROKEN),
        ("demand", "nowhere", Code.SHARING_HISTORY_BROKEN),
        ("demand", "negotiating", Code.SHARING_STEP_UNFIT),
    ],
)
def test_a_history_that_does_not_join_up_is_found(before: str, after: str, code: Trouble) -> None:
    event = RelationEvent("1", before, after, "2022-07-08", "专班")
    assert codes(replace(POLE, events=(event,), state=State.NEGOTIATING))[0] is code


def test_a_history_may_begin_with_the_demand_itself() -> None:
    begun = RelationEvent("0", "", "demand", "2022-07-01", "电信")
    surveyed = advance(replace(POLE, events=(begun,)), a_step(State.SURVEYED), event_id="1")
    assert codes(surveyed) == []


def test_what_has_ended_is_taken_up_by_a_new_relation() -> None:
    used = walk(POLE, State.IN_USE)
    with pytest.raises(BadInput) as caught:
        reopen(used, relation_id="019")
    assert caught.value.code is Code.SHARING_STEP_UNFIT
    ended = advance(used, a_step(State.TERMINATED), event_id="t")
    again = reopen(ended, relation_id="019")
    assert (again.id, again.reopens, again.state) == ("019", POLE.id, State.DEMAND)
    assert (again.owner, again.users, again.asset) == (POLE.owner, POLE.users, POLE.asset)
    assert (again.events, again.agreement_no, again.photos) == ((), "", ())
    assert ended.state in ENDED
    assert codes(again) == []
