"""Counts of what should be in an export."""

from fieldaudit.package.exports.content import Tally


def test_photos_are_exported_withheld_or_damaged():
    assert Tally(photos=5, photos_present=3, photos_withheld=1, photos_damaged=1).closes
    assert not Tally(photos=5, photos_present=3).closes
