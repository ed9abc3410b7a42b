from datetime import timedelta
from pathlib import Path

import pytest

from fieldaudit.visit.identity_tries import Tries, Wait, tries_at
from tests.kit.identity import BORN


@pytest.fixture
def tries(tmp_path: Path) -> Tries:
    return tries_at(tmp_path / "state" / "tries", tmp_path / "me.p12")


def test_waits_grow_up_to_half_a_minute(tries: Tries) -> None:
    waits = [tries.wrong(BORN).seconds for _ in range(9)]
    assert waits == [0, 0, 2, 4, 8, 16, 30, 30, 30]
    assert tries.wait(BORN) == Wait(9, 30)


def test_a_wait_passes(tries: Tries) -> None:
    for _ in range(3):
        tries.wrong(BORN)
    assert tries.wait(BORN + timedelta(seconds=0.5)).seconds == 2
    assert tries.wait(BORN + timedelta(seconds=1)).seconds == 1
    assert tries.wait(BORN + timedelta(seconds=2)) == Wait(3, 0)


def test_the_right_password_ends_the_count(tries: Tries) -> None:
    for _ in range(5):
        tries.wrong(BORN)
    tries.right()
    assert tries.wait(BORN) == Wait(0, 0)
    assert tries.wrong(BORN) == Wait(1, 0)
    tries.right()
    tries.right()


def test_each_file_has_its_own_count(tries: Tries, tmp_path: Path) -> None:
    other = tries_at(tries.record.parent, tmp_path / "other.p12")
    for _ in range(3):
        tries.wrong(BORN)
    assert other.wait(BORN) == Wait(0, 0)
    same = tries_at(tries.record.parent, tmp_path / "." / "me.p12")
    assert same.wait(BORN).count == 3


def test_a_clock_set_back_locks_nobody_out(tries: Tries) -> None:
    for _ in range(3):
        tries.wrong(BORN)
    assert tries.wait(BORN - timedelta(days=1)) == Wait(3, 0)


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"count": "x", "until": 1}', '{"count": 1, "until": null}', "\udc00"]
)
def test_a_damaged_count_starts_anew(tries: Tries, text: str) -> None:
    tries.record.parent.mkdir(parents=True)
    tries.record.write_bytes(text.encode("utf-8", "surrogatepass"))
    assert tries.wait(BORN) == Wait(0, 0)


def test_a_place_that_takes_no_count_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file", "utf-8")
    blocked = tries_at(tmp_path / "state", tmp_path / "me.p12")
    assert blocked.wrong(BORN) == Wait(1, 0)
    assert blocked.wait(BORN) == Wait(0, 0)
    blocked.right()


def test_a_record_names_no_file(tries: Tries) -> None:
    tries.wrong(BORN)
    assert "me" not in tries.record.read_text("utf-8") + tries.record.stem
