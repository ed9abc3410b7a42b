"""Reviewing from the command line: only signed visits move."""

from pathlib import Path

import pytest

from tests.cli.conftest import VISIT, Call


@pytest.mark.parametrize("deed", ["accept", "return"])
def test_a_visit_that_is_not_signed_stays(
    call: Call, survey: Path, founder: tuple[str, ...], deed: str
) -> None:
    reason = ("--reason", "补拍照片") if deed == "return" else ()
    outcome = call("review", deed, survey, VISIT, *reason, *founder, "--json")
    assert (outcome.code, outcome.json["error"]) == (2, "VISIT_STATUS")


def test_returning_needs_a_reason(call: Call, survey: Path, founder: tuple[str, ...]) -> None:
    outcome = call("review", "return", survey, VISIT, *founder, "--json")
    assert (outcome.code, outcome.json["error"]) == (2, "REASON_MISSING")
