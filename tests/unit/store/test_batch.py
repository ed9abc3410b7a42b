import pytest

from fieldaudit.store.batch import batches, marks


@pytest.mark.parametrize("count", [0, 1, 499, 500, 501, 1200])
def test_portions_are_small_and_leave_nothing_out(count):
    portions = list(batches(range(count)))
    assert [item for portion in portions for item in portion] == list(range(count))
    assert all(0 < len(portion) <= 500 for portion in portions)


def test_a_mark_for_each_value():
    assert [marks([]), marks("a"), marks("abc")] == ["", "?", "?,?,?"]
