"""Sharing relations: the rules that one must keep, and its way from state to state.

A relation is a value; advancing it makes a new one. Storing it, and finding what could be shared,
happen elsewhere.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from fieldaudit.errors import BadInput, Code, Problem
from fieldaudit.visit.relation import Relation, RelationEvent, Step
from fieldaudit.visit.sharing_states import (
    AGREEMENT_NEEDED,
    ENDED,
    STATE_TEXTS,
    State,
    may_follow,
)
from fieldaudit.visit.sharing_words import (
    FORMS,
    NETWORKS,
    OTHER_REASON,
    REFUSAL_TEXTS,
)

_RAN_SHARING = "F04"
_CORE_SWAP = "F11"
_PAIR = 2


def check_relation(relation: Relation) -> tuple[Problem, ...]:
    """List every rule that a relation breaks as it stands."""
    found = [*_parties(relation), *_evidence(relation), *_numbers(relation)]
    form = FORMS.get(relation.form)
    if form is None:
        found.insert(0, Problem(Code.SHARING_FORM_UNKNOWN, relation.id, {"form": relation.form}))
    elif relation.kind and relation.kind not in form.kinds:
        params = {"form": relation.form, "kind": relation.kind}
        found.append(Problem(Code.SHARING_KIND_UNFIT, relation.id, params))
    return (*found, *_history(relation))


def blockers(relation: Relation, step: Step) -> tuple[Problem, ...]:
    """List what stands in the way of a step; none: it can be taken."""
    found = []
    if not step.actor or not step.at:
        found.append(Problem(Code.SHARING_EVENT_INCOMPLETE, relation.id))
    if not may_follow(
        relation.state, step.to, came_from=_came_from(relation), legacy=relation.legacy
    ):
        found.append(_unfit_step(relation.id, relation.state, step.to))
    return (*found, *check_relation(_after(relation, step, "")))


def advance(relation: Relation, step: Step, *, event_id: str) -> Relation:
    """Return the relation after a step.

    Raises:
        BadInput: the first of its blockers.
    """
    for problem in blockers(relation, step):
        raise BadInput(problem.code, where=problem.where, **problem.params)
    return _after(relation, step, event_id)


def reopen(relation: Relation, *, relation_id: str) -> Relation:
    """Return a new relation that takes up an ended one again.

    Raises:
        BadInput: SHARING_STEP_UNFIT when the old one has not ended.
    """
    if relation.state not in ENDED:
        problem = _unfit_step(relation.id, relation.state, State.DEMAND)
        raise BadInput(problem.code, where=problem.where, **problem.params)
    return Relation(
        id=relation_id,
        form=relation.form,
        kind=relation.kind,
        asset=relation.asset,
        owner=relation.owner,
        users=relation.users,
        quantity=relation.quantity,
        unit=relation.unit,
        site=relation.site,
        reopens=relation.id,
        legs=relation.legs,
    )


def _after(relation: Relation, step: Step, event_id: str) -> Relation:
    event = RelationEvent(
        event_id, relation.state.value, step.to.value, step.at, step.actor, step.note
    )
    return replace(
        relation,
        state=step.to,
        agreement_no=step.agreement_no or relation.agreement_no,
        accepted_on=step.accepted_on or relation.accepted_on,
        photos=tuple(dict.fromkeys((*relation.photos, *step.photos))),
        refusal=step.refusal or relation.refusal,
        events=(*relation.events, event),
    )


def _entry(relation: Relation) -> State:
    """Return the state in which the record begins; one that is older may begin further along."""
    first = relation.events[0].before if relation.events and relation.legacy else ""
    return State(first) if first in set(State) else State.DEMAND


def _came_from(relation: Relation) -> State:
    last = relation.events[-1].before if relation.events else ""
    return State(last) if last in set(State) else State.DEMAND


def _unfit_step(where: str, before: State, after: State) -> Problem:
    words = {"before": STATE_TEXTS[before], "after": STATE_TEXTS[after]}
    return Problem(Code.SHARING_STEP_UNFIT, where, words)


def _parties(relation: Relation) -> Iterator[Problem]:
    parties = {relation.owner, *relation.users} - {""}
    if relation.users and relation.owner and set(relation.users) == {relation.owner}:
        yield Problem(Code.SHARING_OWNER_ALONE, relation.id)
    if relation.form == _RAN_SHARING and len(parties & NETWORKS) < _PAIR:
        yield Problem(Code.SHARING_NETWORKS_TOO_FEW, relation.id)
    if relation.form == _CORE_SWAP and len({leg.direction for leg in relation.legs}) != _PAIR:
        yield Problem(Code.SHARING_LEGS_MISSING, relation.id)


def _evidence(relation: Relation) -> Iterator[Problem]:
    if relation.state in AGREEMENT_NEEDED and not relation.legacy and not relation.agreement_no:
        yield Problem(Code.SHARING_AGREEMENT_MISSING, relation.id)
    if relation.state in AGREEMENT_NEEDED and not (relation.owner and relation.users):
        yield Problem(Code.SHARING_PARTY_MISSING, relation.id)
    if relation.state is State.IN_USE and not relation.accepted_on:
        yield Problem(Code.SHARING_ACCEPTANCE_MISSING, relation.id)
    if relation.state is State.IN_USE and not relation.photos:
        yield Problem(Code.SHARING_PHOTO_MISSING, relation.id)
    if relation.state is State.REFUSED and not set(relation.refusal) & set(REFUSAL_TEXTS):
        yield Problem(Code.SHARING_REFUSAL_MISSING, relation.id)
    explained = any(event.note for event in relation.events if event.after == State.REFUSED)
    if relation.state is State.REFUSED and OTHER_REASON in relation.refusal and not explained:
        yield Problem(Code.SHARING_REFUSAL_UNEXPLAINED, relation.id)


def _numbers(relation: Relation) -> Iterator[Problem]:
    days = {}
    for field in ("accepted_on", "valid_from", "valid_to"):
        text = getattr(relation, field)
        try:
            days[field] = date.fromisoformat(text) if text else None
        except ValueError:
            yield Problem(Code.SHARING_DATE_UNREADABLE, relation.id, {"text": text})
    first, last = days.get("valid_from"), days.get("valid_to")
    if first and last and last < first:
        yield Problem(Code.SHARING_PERIOD_REVERSED, relation.id)


def _history(relation: Relation) -> Iterator[Problem]:
    """Compare each step with the one before it; the last must lead to the present state."""
    state = came_from = _entry(relation)
    for event in relation.events:
        if event.before not in ("", state.value) or event.after not in set(State):
            yield Problem(Code.SHARING_HISTORY_BROKEN, relation.id)
            return
        after = State(event.after)
        begins = not event.before and after is State.DEMAND
        if not begins and not may_follow(state, after, came_from=came_from, legacy=relation.legacy):
            yield _unfit_step(relation.id, state, after)
        came_from, state = state, after
    if state is not relation.state and not (relation.legacy and not relation.events):
        yield Problem(Code.SHARING_HISTORY_BROKEN, relation.id)
