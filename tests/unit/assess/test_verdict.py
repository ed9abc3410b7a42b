"""The verdict on a visit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldaudit.assess.verdict import Conclusion, SectionScore, VerdictRules, conclude
from fieldaudit.form.definition import Severity
from fieldaudit.visit.judgement import Judgement

CRITICAL, MAJOR, MINOR = Severity.CRITICAL, Severity.MAJOR, Severity.MINOR
GOOD, BAD = Judgement.CONFORMING, Judgement.FAILED
ASIDE = (
    Judgement.NOT_APPLICABLE,
    Judgement.NOT_CHECKED,
    Judgement.NO_ACCESS,
    Judgement.HIDDEN,
    Judgement.UNANSWERED,
    Judgement.NOT_JUDGED,
)


@pytest.mark.parametrize(
    ("items", "conclusion"),
    [
        ([(MAJOR, GOOD)], Conclusion.CONFORMING),
        ([(MAJOR, GOOD), (MINOR, BAD)], Conclusion.CONFORMING),
        ([(MAJOR, BAD)], Conclusion.BASICALLY_CONFORMING),
        ([(MAJOR, BAD)] * 3, Conclusion.RECTIFY),
        ([(CRITICAL, BAD)] + [(MAJOR, GOOD)] * 99, Conclusion.FAILED),
        ([], Conclusion.NOT_CHECKED),
        ([(MAJOR, each) for each in ASIDE], Conclusion.NOT_CHECKED),
        ([(Severity.INFORMATION, BAD)], Conclusion.NOT_CHECKED),
    ],
)
def test_conclusions(items: list[tuple[Severity, Judgement]], conclusion: Conclusion) -> None:
    assert conclude(items).conclusion is conclusion


def test_who_was_not_let_in_fails_nobody() -> None:
    assert conclude([(CRITICAL, BAD)], entered=False).conclusion is Conclusion.NOT_CHECKED


def test_the_numbers_are_rules() -> None:
    rules = VerdictRules(critical_fails=2, major_fails=1)
    assert conclude([(CRITICAL, BAD), (MAJOR, BAD)], rules).conclusion is Conclusion.RECTIFY


def test_each_section_has_its_score() -> None:
    items = [(MAJOR, GOOD, "fibre"), (MINOR, BAD, "fibre"), (MAJOR, ASIDE[0], "lifts")]
    found = conclude(items)
    assert found.sections == {"fibre": SectionScore(1, 1)}
    assert found.sections["fibre"].score == found.score == 0.5
    assert SectionScore(0, 0).score is None


def test_an_excluded_section_leaves_both_sides() -> None:
    items = [(MAJOR, GOOD, "fibre"), (CRITICAL, BAD, "lifts")]
    found = conclude(items, VerdictRules(excluded_sections=frozenset({"lifts"})))
    assert (found.conclusion, found.score, found.judged) == (Conclusion.CONFORMING, 1.0, 1)
    assert found.sections["lifts"] == SectionScore(0, 1, excluded=True)


ITEMS = st.lists(st.tuples(st.sampled_from((CRITICAL, MAJOR, MINOR)), st.sampled_from((GOOD, BAD))))


@given(ITEMS, st.lists(st.tuples(st.sampled_from(list(Severity)), st.sampled_from(ASIDE))))
def test_what_was_not_judged_changes_nothing(
    items: list[tuple[Severity, Judgement]], aside: list[tuple[Severity, Judgement]]
) -> None:
    assert conclude([*items, *aside]) == conclude(items)


@given(ITEMS)
def test_one_critical_failure_fails(items: list[tuple[Severity, Judgement]]) -> None:
    assert conclude([*items, (CRITICAL, BAD)]).conclusion is Conclusion.FAILED
