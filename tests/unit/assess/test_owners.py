import pytest

from fieldaudit.assess.owners import item_of, owner_of

STATION = {
    "base/BTS-01/BTS-01-operator": "CQ-1",
    "base/BTS-03": "tower",
    "base/BTS-04": "ct cu",
}


@pytest.mark.parametrize(
    ("path", "answers", "owner"),
    [
        ("structure/BTS-19", STATION, "tower"),
        ("base/BTS-06", STATION, "tower"),
        ("cqt/BTS-37/BTS-37-rsrp", STATION, "ct cu"),
        ("safety/POL-12", {"base/POL-04": "municipal"}, "municipal"),
        ("environment/ROM-16", {"base/ROM-02/ROM-02-owner": "cm"}, "cm"),
        ("structure/BTS-19", {"base/BTS-03": "social"}, ""),
        ("gigabit/RES-09/a/RES-11", {"gigabit/RES-09/a/RES-09-operator": "cu"}, "cu"),
        ("p/KEY-08/b/KEY-13/KEY-13-ping", {"p/KEY-08/b/KEY-08-operator": "cm"}, "cm"),
        ("reach/KEY-10/KEY-10-ct", {}, "ct"),
        ("access_rules/RES-07", {}, "property"),
        ("rules/PRK-06", {}, "park"),
        ("lines/RES-22", {}, ""),
    ],
)  # fmt: skip
def test_the_unit_follows_from_item_and_owner(
    path: str, answers: dict[str, str], owner: str
) -> None:
    assert owner_of(path, answers) == owner


@pytest.mark.parametrize(
    ("name", "item"), [("RES-30-dl", "RES-30"), ("BTS-19", "BTS-19"), ("KEY-10-ct", "KEY-10")]
)
def test_a_part_belongs_to_its_item(name: str, item: str) -> None:
    assert item_of(name) == item
