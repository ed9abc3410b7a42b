from dataclasses import FrozenInstanceError

import pytest

from fieldaudit.visit.relation import Relation, RelationEvent, Step, SwapLeg
from fieldaudit.visit.sharing_states import State


def test_a_relation_begins_as_a_demand() -> None:
    assert Relation("1", "F16").state is State.DEMAND


@pytest.mark.parametrize(
    "record",
    [
        Relation("1", "F16"),
        RelationEvent("1", "", "demand", "2022-07-08", "专班"),
        SwapLeg("1", "ct"),
        Step(State.SURVEYED, "2022-07-08", "专班"),
    ],
)
def test_records_cannot_be_changed(record: object) -> None:
    field = next(iter(type(record).__slots__))  # type: ignore[attr-defined]
    with pytest.raises(FrozenInstanceError):
        setattr(record, field, "x")
