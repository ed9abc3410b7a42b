"""Versions in order."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldaudit.form.versions import version_key


@pytest.mark.parametrize(
    "rising",
    [
        ["", "-", "1", "2", "9", "10", "100"],
        ["1", "1.0", "1.2", "1.9", "1.10", "2"],
        ["v1", "v2", "v10"],
        ["20220708", "2022070801", "2022070802", "2022-07-09", "2022/10/1", "20230101"],
        ["2022年7月8日", "2022年10月8日"],
        ["2.0 alpha", "2.0-rc1", "2.0-rc2", "2.0", "2.0.1"],
        ["9" * 5_000, "1" + "0" * 5_000],
        ["2022070801", "2022070801 修订"],
    ],
)
def test_newer_is_greater(rising: list[str]) -> None:
    for older, newer in pairwise(rising):
        assert version_key(older) <= version_key(newer)
        assert (version_key(older) < version_key(newer)) == (older not in ("",))


def test_spelling_does_not_count() -> None:
    assert version_key("V2") == version_key("2") == version_key(" 02 ")
    assert version_key("2022-07-08") == version_key("20220708")


@given(st.text(max_size=20), st.text(max_size=20))
def test_any_two_can_be_compared(one: str, other: str) -> None:
    assert (version_key(one) < version_key(other)) == (version_key(other) > version_key(one))
