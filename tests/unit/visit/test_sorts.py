from fieldaudit.visit.sorts import SORT_NAMES, ConflictSort


def test_every_sort_has_a_name_of_its_own():
    assert set(SORT_NAMES) == set(ConflictSort)
    assert len(set(SORT_NAMES.values())) == len(ConflictSort)
