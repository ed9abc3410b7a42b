"""The verdict on a visit: what its judged items add up to.

Only answered items count; what was not checked, not applicable or hidden leaves both sides of
the score. One failed critical item fails the visit. The numbers are parameters.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from fieldaudit.form.definition import Severity
from fieldaudit.visit.judgement import Judgement

_SCORED = (Severity.CRITICAL, Severity.MAJOR, Severity.MINOR)


class Conclusion(StrEnum):
    """The verdict on a whole visit (合格, 基本合格, 整改, 不合格, 未检查)."""

    CONFORMING = "conforming"
    BASICALLY_CONFORMING = "basically_conforming"
    RECTIFY = "rectify"
    FAILED = "failed"
    NOT_CHECKED = "not_checked"


@dataclass(frozen=True, slots=True)
class VerdictRules:
    """The numbers of the verdict, from the survey's versioned parameters."""

    critical_fails: int = 1
    """Failed critical items from which the visit fails."""

    major_fails: int = 3
    """Failed major items from which rectification is asked for."""

    excluded_sections: frozenset[str] = frozenset()
    """Names of the checklist's outermost sections whose items do not count."""


@dataclass(frozen=True, slots=True)
class SectionScore:
    """What the items of one outermost section add up to."""

    conforming: int
    """Conforming items, information left out."""

    failed: int
    """Failed items, information left out."""

    excluded: bool = False
    """Whether the rules leave the section out of the verdict."""

    @property
    def score(self) -> float | None:
        """Conforming ÷ judged, unrounded; None when nothing was judged."""
        judged = self.conforming + self.failed
        return self.conforming / judged if judged else None


@dataclass(frozen=True, slots=True)
class VisitVerdict:
    """What the items of a visit add up to."""

    conclusion: Conclusion
    """In one word."""

    failed: Mapping[Severity, int]
    """Failed items by severity, information left out."""

    conforming: int
    """Conforming items, information left out."""

    sections: Mapping[str, SectionScore] = field(default_factory=dict)
    """What each section adds up to, by its name; sections where nothing was judged left out."""

    @property
    def judged(self) -> int:
        """Items that count."""
        return self.conforming + sum(self.failed.values())

    @property
    def score(self) -> float | None:
        """Conforming ÷ judged, unrounded; None when nothing was judged."""
        return self.conforming / self.judged if self.judged else None


def conclude(
    items: Iterable[tuple[Severity, Judgement] | tuple[Severity, Judgement, str]],
    rules: VerdictRules | None = None,
    *,
    entered: bool = True,
) -> VisitVerdict:
    """Add up judged items.

    Args:
        items: severity and judgement of every item, and the name of its outermost section.
        rules: the numbers, and the sections that do not count.
        entered: False when the inspectors were not let in; such a visit is not checked, and
            never failed.
    """
    rules = rules or VerdictRules()
    each = [(item[0], item[1], item[2] if len(item) > 2 else "") for item in items]  # noqa: PLR2004
    counted = Counter(
        (severity, judgement)
        for severity, judgement, section in each
        if section not in rules.excluded_sections
    )
    failed = {weight: counted[weight, Judgement.FAILED] for weight in _SCORED}
    conforming = sum(counted[weight, Judgement.CONFORMING] for weight in _SCORED)
    conclusion = _conclusion(failed, rules)
    if not entered or conforming + sum(failed.values()) == 0:
        conclusion = Conclusion.NOT_CHECKED
    return VisitVerdict(conclusion, failed, conforming, _sections(each, rules))


def _sections(
    items: Iterable[tuple[Severity, Judgement, str]], rules: VerdictRules
) -> dict[str, SectionScore]:
    counted = Counter(
        (section, judgement) for severity, judgement, section in items if severity in _SCORED
    )
    judged = (Judgement.CONFORMING, Judgement.FAILED)
    names = dict.fromkeys(section for section, judgement in counted if judgement in judged)
    return {
        name: SectionScore(
            conforming=counted[name, Judgement.CONFORMING],
            failed=counted[name, Judgement.FAILED],
            excluded=name in rules.excluded_sections,
        )
        for name in names
    }


def _conclusion(failed: Mapping[Severity, int], rules: VerdictRules) -> Conclusion:
    if failed[Severity.CRITICAL] >= rules.critical_fails:
        return Conclusion.FAILED
    if failed[Severity.MAJOR] >= rules.major_fails:
        return Conclusion.RECTIFY
    if failed[Severity.MAJOR]:
        return Conclusion.BASICALLY_CONFORMING
    return Conclusion.CONFORMING
