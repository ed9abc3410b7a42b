"""The life of a sharing relation: its states and which may follow which.

The main line is walked step by step; only a relation that existed before the survey (legacy,
存量补录) may be entered further along. What has ended is not revived: a new relation refers to it.
"""

from enum import StrEnum

from fieldaudit.texts import QT_TRANSLATE_NOOP


class State(StrEnum):
    """Where a relation stands."""

    DEMAND = "demand"
    SURVEYED = "surveyed"
    PROPOSED = "proposed"
    NEGOTIATING = "negotiating"
    AGREED = "agreed"
    PERMITTED = "permitted"
    BUILDING = "building"
    ACCEPTED = "accepted"
    IN_USE = "in_use"
    SUSPENDED = "suspended"
    TERMINATED = "terminated"
    REFUSED = "refused"
    EXPIRED = "expired"
    DISPUTED = "disputed"
    CANCELLED = "cancelled"


STATE_TEXTS = {
    State.DEMAND: QT_TRANSLATE_NOOP("Domain", "需求提出"),
    State.SURVEYED: QT_TRANSLATE_NOOP("Domain", "已勘察"),
    State.PROPOSED: QT_TRANSLATE_NOOP("Domain", "方案提出"),
    State.NEGOTIATING: QT_TRANSLATE_NOOP("Domain", "协商中"),
    State.AGREED: QT_TRANSLATE_NOOP("Domain", "已签协议"),
    State.PERMITTED: QT_TRANSLATE_NOOP("Domain", "已批复"),
    State.BUILDING: QT_TRANSLATE_NOOP("Domain", "建设中"),
    State.ACCEPTED: QT_TRANSLATE_NOOP("Domain", "已验收"),
    State.IN_USE: QT_TRANSLATE_NOOP("Domain", "使用中"),
    State.SUSPENDED: QT_TRANSLATE_NOOP("Domain", "暂停"),
    State.TERMINATED: QT_TRANSLATE_NOOP("Domain", "终止"),
    State.REFUSED: QT_TRANSLATE_NOOP("Domain", "拒绝"),
    State.EXPIRED: QT_TRANSLATE_NOOP("Domain", "到期"),
    State.DISPUTED: QT_TRANSLATE_NOOP("Domain", "争议"),
    State.CANCELLED: QT_TRANSLATE_NOOP("Domain", "撤销"),
}
"""The states in words."""

MAIN_LINE = (
    *(State.DEMAND, State.SURVEYED, State.PROPOSED, State.NEGOTIATING, State.AGREED),
    *(State.PERMITTED, State.BUILDING, State.ACCEPTED, State.IN_USE),
)
"""From the demand to the use, in order."""

ENDED = frozenset((State.TERMINATED, State.REFUSED, State.EXPIRED, State.CANCELLED))
"""States that nothing follows but a new relation."""

AGREEMENT_NEEDED = frozenset(
    (
        *(State.AGREED, State.PERMITTED, State.BUILDING, State.ACCEPTED, State.IN_USE),
        *(State.SUSPENDED, State.EXPIRED),
    )
)
"""States that an agreement stands behind."""

_BEFORE_BUILDING = frozenset(MAIN_LINE[: MAIN_LINE.index(State.BUILDING)])
_BEFORE_USE = frozenset(MAIN_LINE[:-1])
_SIDE_STEPS = {
    State.REFUSED: _BEFORE_BUILDING,
    State.CANCELLED: _BEFORE_USE | {State.DISPUTED},
    State.SUSPENDED: frozenset((State.IN_USE, State.DISPUTED)),
    State.EXPIRED: frozenset((State.IN_USE, State.SUSPENDED)),
    State.DISPUTED: frozenset(MAIN_LINE) | {State.SUSPENDED},
    State.TERMINATED: frozenset(
        (State.BUILDING, State.ACCEPTED, State.IN_USE, State.SUSPENDED, State.DISPUTED)
    ),
}


def may_follow(before: State, after: State, *, came_from: State, legacy: bool = False) -> bool:
    """Tell whether a relation may step from `before` to `after`.

    Args:
        before: where it stands.
        after: where it should go.
        came_from: the state before `before`; a settled dispute or an ended pause returns there.
        legacy: whether it existed before the survey.
    """
    if before in _SIDE_STEPS.get(after, ()):
        return True
    if before is State.SUSPENDED:
        return after is State.IN_USE
    if before is State.DISPUTED:
        return after is came_from
    if before not in MAIN_LINE or after not in MAIN_LINE:
        return False
    step = MAIN_LINE.index(after) - MAIN_LINE.index(before)
    return step == 1 or (legacy and step > 1)
