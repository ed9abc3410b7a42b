import dataclasses

import pytest

from fieldaudit.visit.records import Balance, SealState, SourceTally, Status


@pytest.mark.parametrize(
    ("counts", "closes"),
    [
        ({"taken": 6, "new": 3, "known": 2, "refused": 1}, True),
        ({}, True),
        ({"taken": 6, "new": 3, "known": 2}, False),
        ({"taken": 5, "new": 5, "lost": 1}, False),
    ],
)
def test_a_balance_closes_when_everything_is_accounted_for(counts, closes):
    assert Balance(deed="merge", **counts).closes is closes


def test_states_are_stored_under_their_own_names():
    assert [state.value for state in Status] == [
        "draft",
        "signed",
        "accepted",
        "returned",
        "rejected",
    ]
    assert SealState("unknown_key") is SealState.UNKNOWN_KEY


def test_a_snapshot_cannot_be_changed():
    tally = SourceTally("a.gpkg", revisions=3)
    with pytest.raises(dataclasses.FrozenInstanceError):
        tally.revisions = 4  # type: ignore[misc]
