from fieldaudit.package.manner import PLAIN, Manner


def test_by_default_nothing_is_asked_of_anybody() -> None:
    assert Manner() == PLAIN
    assert not any([PLAIN.timestamp, PLAIN.revocation, PLAIN.lenient, PLAIN.picture])
