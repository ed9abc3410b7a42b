"""Whether 5G reaches a key place, by the rule that the parameters choose.

An operator reaches a place when the visit says so (KEY-07) and enough of its tested points have
the level of a good sample; where nothing was measured the visit's word stands.
"""

from enum import StrEnum
from fractions import Fraction

from fieldaudit.assess.rules import Rules
from fieldaudit.assess.seen import Seen, number_of
from fieldaudit.texts import QT_TRANSLATE_NOOP

_BASIC = ("ct", "cm", "cu")
"""Operators that build their own networks; Broadnet counts where it was looked at."""


class Reach(StrEnum):
    """What a visit says about 5G at a key place."""

    REACHED = "reached"
    PROVISIONAL = "provisional"
    NOT_REACHED = "not_reached"
    UNKNOWN = "unknown"


REACHES = {
    Reach.REACHED: QT_TRANSLATE_NOOP("Domain", "通达"),
    Reach.PROVISIONAL: QT_TRANSLATE_NOOP("Domain", "暂定通达"),
    Reach.NOT_REACHED: QT_TRANSLATE_NOOP("Domain", "未通达"),
    Reach.UNKNOWN: QT_TRANSLATE_NOOP("Domain", "没有数据"),
}
"""The words."""


def reach_of(visit: Seen, rules: Rules) -> Reach:
    """Judge one place; below the share of tested points the result is provisional."""
    rule = rules.choices["GC3.reached"]
    if rule == "share_of_points":
        reached = _points_reached(visit, rules)
    else:
        reached = _operators_reached(visit, rules, rule)
    if reached is None:
        return Reach.UNKNOWN
    if not reached:
        return Reach.NOT_REACHED
    tested, least = visit.number("KEY-06"), rules.numbers.get("KEY.tested_share")
    enough = least is None or (tested is not None and tested >= least)
    return Reach.REACHED if enough else Reach.PROVISIONAL


def _operators_reached(visit: Seen, rules: Rules, rule: str) -> bool | None:
    said = {
        row["KEY-07-operator"]: row["KEY-07-reached"] == "yes"
        for row in visit.rows("KEY-07-operator", "KEY-07-reached")
        if row.keys() >= {"KEY-07-operator", "KEY-07-reached"}
    }
    if not said:
        return None
    if rule == "outdoor":
        return any(said.values())
    found = {name: word and _level_holds(visit, name, rules) for name, word in said.items()}
    if rule == "any_operator":
        return any(found.values())
    return all(found.get(name, False) for name in {*_BASIC, *found})


def _level_holds(visit: Seen, operator: str, rules: Rules) -> bool:
    levels = _levels(visit, operator)
    return not levels or _share(levels, rules) >= _least_share(rules)


def _points_reached(visit: Seen, rules: Rules) -> bool | None:
    """Tell whether enough tested points have a good level of some operator."""
    best: dict[str, Fraction] = {}
    for row in visit.rows("KEY-08-rsrp"):
        point = row[""].partition("/KEY-08/")[0]
        level = number_of(row["KEY-08-rsrp"])
        if level is not None:
            best[point] = max(level, best.get(point, level))
    return _share(list(best.values()), rules) >= _least_share(rules) if best else None


def _levels(visit: Seen, operator: str) -> list[Fraction]:
    rows = visit.rows("KEY-08-operator", "KEY-08-rsrp")
    mine = (row.get("KEY-08-rsrp", "") for row in rows if row.get("KEY-08-operator") == operator)
    return [level for level in map(number_of, mine) if level is not None]


def _share(levels: list[Fraction], rules: Rules) -> Fraction:
    limit = rules.numbers.get("P1.rsrp")
    return Fraction(sum(limit is None or level >= limit for level in levels), len(levels))


def _least_share(rules: Rules) -> Fraction:
    return rules.numbers.get("P2.share", Fraction(100)) / 100
