"""Records of a node's state."""

from fieldaudit.form.state import State, Violation


def test_valid_means_no_violation() -> None:
    good = State("a", "1", relevant=True, required=False, readonly=False, violation=Violation.NONE)
    bad = State("a", "1", relevant=True, required=False, readonly=False, violation=Violation.TYPE)
    assert (good.valid, bad.valid) == (True, False)
