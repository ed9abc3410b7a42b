"""Errors and problems explain themselves, even half-filled."""

import pickle
import string

import pytest

from fieldaudit.errors import BadInput, Code, FieldauditError, Problem, Surroundings
from fieldaudit.form_codes import FormCode


def test_an_error_says_its_sentence_with_its_values() -> None:
    error = BadInput(Code.FILE_NOT_FOUND, file="a.gpkg")
    assert str(error) == "找不到文件 a.gpkg。请检查路径。"
    assert (error.code, error.params) == (Code.FILE_NOT_FOUND, {"file": "a.gpkg"})


def test_a_missing_value_shows_as_an_ellipsis() -> None:
    assert "…" in str(Surroundings(Code.DISK_FULL))
    assert "…" in str(Problem(Code.DISK_FULL))


def test_a_value_with_braces_is_left_alone() -> None:
    assert "{x}" in str(BadInput(Code.FILE_NOT_FOUND, file="{x}"))


def test_a_problem_can_name_its_place() -> None:
    named = [code for code in Code if "{where}" in code.value]
    assert named
    assert "RES-26" in str(Problem(named[0], where="RES-26"))


def test_both_kinds_share_one_root() -> None:
    assert issubclass(BadInput, FieldauditError)
    assert issubclass(Surroundings, FieldauditError)
    assert not issubclass(BadInput, Surroundings)


def test_problems_compare_and_travel_between_processes() -> None:
    problem = Problem(FormCode.FORM_INVALID, where="a", params={"reason": "b"})
    assert pickle.loads(pickle.dumps(problem)) == problem  # noqa: S301 - our own bytes


@pytest.mark.parametrize("code", Code, ids=lambda code: code.name)
def test_every_sentence_can_be_filled(code: Code) -> None:
    names = {name for _, name, _, _ in string.Formatter().parse(code.value) if name is not None}
    assert all(name.isidentifier() for name in names), "placeholders are named"
    assert code.value.endswith(("。", "）", "？", "}")), "a sentence has its full stop"
    str(BadInput(code))
