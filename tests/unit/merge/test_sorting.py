import pytest

from fieldaudit.merge.sorting import sort_of
from fieldaudit.store.records import ClaimRow, ConflictRow
from fieldaudit.visit.sorts import ConflictSort
from tests.kit.surveys import moment


@pytest.mark.parametrize(
    ("kind", "path", "values", "sort"),
    [
        ("visit", "fibre/RES-26", ("-19", "-21"), ConflictSort.VALUE),
        ("visit", "note", ("29 106", "29 107"), ConflictSort.VALUE),
        ("site", "position", ("29.6 106.5", None), ConflictSort.GEOMETRY),
        ("visit", "mast", ("29.6 106.5 0 5", "29.7 106.5 0 5"), ConflictSort.GEOMETRY),
        ("photo", "visit", ("a", "b"), ConflictSort.PHOTOS),
        ("photo", "caption", ("a", "b"), ConflictSort.VALUE),
        ("paper", "question", ("a", "b"), ConflictSort.PHOTOS),
        ("paper", "name", ("a", "b"), ConflictSort.VALUE),
        ("visit", "door", ("a.jpg", "b.JPG c.png"), ConflictSort.PHOTOS),
        ("visit", "people/x/$order", ("1", "2"), ConflictSort.ORDER),
        ("visit", "$deleted", ("true", None), ConflictSort.DELETION),
        ("visit", "$form", ("a", "b"), ConflictSort.FORM),
        ("visit", "x", (None,), ConflictSort.VALUE),
    ],
)
def test_what_a_conflict_is_about(kind, path, values, sort):
    claims = tuple(ClaimRow(value, "a", moment(), "h") for value in values)
    assert sort_of(ConflictRow("r", kind, path, None, claims)) is sort
