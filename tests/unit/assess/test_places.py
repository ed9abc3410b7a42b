import pytest

from fieldaudit.assess.places import Reach, reach_of
from tests.kit.seen import a_seen, some_rules


def hospital(tested: str = "83.3", union: str = "yes", weak: int = 2) -> dict[str, str]:
    """Ten tested points; Telecom and Mobile are good, Unicom is weak at some of them."""
    told = {"KEY-06": tested}
    for operator in ("ct", "cm", "cu"):
        said = union if operator == "cu" else "yes"
        told[f"reach/KEY-07/{operator}/KEY-07-operator"] = operator
        told[f"reach/KEY-07/{operator}/KEY-07-reached"] = said
        for point in range(10):
            at = f"points/KEY-05/p{point}/KEY-08/{operator}"
            told[f"{at}/KEY-08-operator"] = operator
            low = operator == "cu" and point < weak
            told[f"{at}/KEY-08-rsrp"] = "-112" if low else "-88.5"
    return told


@pytest.mark.parametrize(
    ("rule", "reach"),
    [
        ("any_operator", Reach.REACHED),
        ("all_operators", Reach.NOT_REACHED),
        ("outdoor", Reach.REACHED),
        ("share_of_points", Reach.REACHED),
    ],
)
def test_the_rule_decides(rule: str, reach: Reach) -> None:
    assert reach_of(a_seen(hospital()), some_rules(GC3_reached=rule)) is reach


def test_all_operators_reach_it_when_each_level_is_good() -> None:
    rules = some_rules(GC3_reached="all_operators")
    assert reach_of(a_seen(hospital(weak=0)), rules) is Reach.REACHED
    assert reach_of(a_seen(hospital(weak=0, union="no")), rules) is Reach.NOT_REACHED
    two = {path: text for path, text in hospital().items() if "/cu" not in path}
    assert reach_of(a_seen(two), rules) is Reach.NOT_REACHED


@pytest.mark.parametrize(
    ("tested", "reach"),
    [("79.9", Reach.PROVISIONAL), ("80", Reach.REACHED), ("", Reach.PROVISIONAL)],
)
def test_too_few_tested_points_leave_it_provisional(tested: str, reach: Reach) -> None:
    assert reach_of(a_seen(hospital(tested)), some_rules()) is reach


@pytest.mark.parametrize("rule", ["any_operator", "share_of_points"])
def test_without_a_word_nothing_is_known(rule: str) -> None:
    assert reach_of(a_seen({"KEY-06": "90"}), some_rules(GC3_reached=rule)) is Reach.UNKNOWN
