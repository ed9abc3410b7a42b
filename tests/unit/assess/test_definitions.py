from fieldaudit.assess.definitions import DEFINITIONS, SETS


def test_the_set_has_seven_indicators_in_order() -> None:
    assert [each.code for each in SETS["LJ2022"]] == [f"GC{n}" for n in range(1, 8)]


def test_shares_of_a_whole_cannot_exceed_it_and_capability_can() -> None:
    hard = {each.code for each in DEFINITIONS if each.hard == 100}
    assert hard == {"GC2", "GC3", "GC5", "GC6"}
    assert {each.code: each.doubtful for each in DEFINITIONS if each.doubtful} == {
        "GC1": 300,
        "GC4": 80,
    }
