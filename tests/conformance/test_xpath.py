"""The engine against recorded cases of other engines, where they lie beside the project."""

from pathlib import Path

import pytest

from tests.conformance.xpath import Suite, is_gradable, is_safe

CASES = Path(__file__).parents[2].parent / "shared" / "suites" / "xforms" / "xpath_cases.json"


@pytest.fixture(scope="module")
def suite() -> Suite:
    if not CASES.is_file():
        pytest.skip(f"no recorded cases at {CASES}")
    return Suite(CASES)


def share(suite: Suite, *, safe: bool) -> float:
    outcomes = suite.run(case for case in suite.cases if (is_safe if safe else is_gradable)(case))
    return sum(outcome.passed for outcome in outcomes) / len(outcomes)


def test_what_no_engine_disputes_holds(suite: Suite) -> None:
    assert share(suite, safe=True) >= 0.995


def test_nearly_everything_holds(suite: Suite) -> None:
    assert share(suite, safe=False) >= 0.95
