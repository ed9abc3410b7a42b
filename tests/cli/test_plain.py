"""Records become JSON without losing what they say."""

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import Enum
from pathlib import Path

import pytest

from fieldaudit.cli.plain import plain
from fieldaudit.errors import Code, Problem
from fieldaudit.texts import Catalog
from fieldaudit.visit.records import Balance, SealState, Status
from fieldaudit.visit.stamp import Moment

ZH = Catalog("zh")


class Plainness(Enum):
    HIGH = 1


@dataclass(frozen=True)
class Secret:
    shown: int
    hidden: str = field(default="", repr=False)
    _kept: str = ""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, None),
        (True, True),
        (0.5, 0.5),
        ("a", "a"),
        (Status.SIGNED, "signed"),
        (Plainness.HIGH, "1"),
        (Code.DISK_FULL, "DISK_FULL"),
        (Path("a"), "a"),
        (frozenset({"b", "a"}), ["a", "b"]),
        ((1, [2]), [1, [2]]),
        ({Status.DRAFT: 1}, {"draft": 1}),
        (Moment(0, 480), "1970-01-01T08:00:00.000+08:00"),
        (datetime(2022, 7, 8, tzinfo=UTC), "2022-07-08T00:00:00+00:00"),
        (Secret(1, "x", "y"), {"shown": 1}),
    ],
)
def test_each_kind_of_value(value: object, expected: object) -> None:
    assert plain(value, ZH) == expected


def test_a_problem_brings_its_sentence() -> None:
    found = plain(Problem(Code.FILE_NOT_FOUND, "here", {"file": Path("a")}), ZH)
    assert found == {
        "code": "FILE_NOT_FOUND",
        "where": "here",
        "message": "找不到文件 a。请检查路径。",
        "params": {"file": "a"},
    }


def test_records_of_the_program_are_json() -> None:
    text = json.dumps(plain(Balance("merge"), ZH))
    assert json.loads(text)["lost"] == 0
    assert plain({"a": SealState.SEALED}, ZH) == {"a": "sealed"}


def test_what_json_cannot_hold_is_a_bug() -> None:
    with pytest.raises(TypeError, match="bytes"):
        plain(b"x", ZH)
