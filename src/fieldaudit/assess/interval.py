"""How sure a share of samples is: Wilson's interval, and what it allows one to say."""

import math
from enum import StrEnum

from fieldaudit.texts import QT_TRANSLATE_NOOP

Z95 = 1.959963984540054
"""The standard normal deviate of a two-sided 95 % interval."""


class Sufficiency(StrEnum):
    """Whether a sample shows that a required share is met."""

    MET = "met"
    NOT_MET = "not_met"
    NOT_ENOUGH = "not_enough"


SUFFICIENCY_TEXTS = {
    Sufficiency.MET: QT_TRANSLATE_NOOP("Domain", "达标"),
    Sufficiency.NOT_MET: QT_TRANSLATE_NOOP("Domain", "未达标"),
    Sufficiency.NOT_ENOUGH: QT_TRANSLATE_NOOP("Domain", "样本不足，无法判定"),
}
"""The statements in words."""


def wilson(good: int, total: int, z: float = Z95) -> tuple[float, float]:
    """Return the interval of the true share after `good` of `total` trials (Wilson 1927).

    Unlike the textbook interval it stays within 0…1 and is honest at both ends; without trials
    it is 0…1.
    """
    if total == 0:
        return 0.0, 1.0
    share, square = good / total, z * z
    centre = (share + square / (2 * total)) / (1 + square / total)
    spread = z / (1 + square / total)
    spread *= math.sqrt(share * (1 - share) / total + square / (4 * total * total))
    # rounding must not push an all-good or all-bad sample past its own share
    return max(0.0, min(centre - spread, share)), min(1.0, max(centre + spread, share))


def sufficiency(good: int, total: int, required: float) -> Sufficiency:
    """Tell whether the whole interval lies on one side of the required share, unrounded."""
    low, high = wilson(good, total)
    if total and low >= required:
        return Sufficiency.MET
    return Sufficiency.NOT_MET if high < required else Sufficiency.NOT_ENOUGH
