from dataclasses import fields

import pytest

from fieldaudit.actions.changes import Changes, Done, Silent


@pytest.mark.parametrize("name", [each.name for each in fields(Changes)])
def test_what_either_touched_is_touched(name: str) -> None:
    one = Changes(**{name: True})
    assert one | Changes() == one
    assert Changes() | one == one
    assert one | Changes(survey=True, journal=True) == Changes(
        **{"survey": True, "journal": True, name: True}
    )


def test_nothing_is_touched_unless_said() -> None:
    assert not any(getattr(Changes(), each.name) for each in fields(Changes))


def test_a_deed_returns_its_value_and_what_it_touched() -> None:
    done = Done(3, Changes(sites=True))
    assert (done.value, done.changes.sites, done.changes.visits) == (3, True, False)


def test_silence_never_stops_a_deed() -> None:
    silent = Silent()
    silent.step(1, 2)
    assert not silent.cancelled()
