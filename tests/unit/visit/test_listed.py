from dataclasses import fields

from fieldaudit.visit.listed import Counts
from fieldaudit.visit.records import Site, Status, VisitSummary

SITE = Site("s", "RES-1", "小区", "residential", "")
COUNTS = Counts(3, 4, 1, 2, 1, 1, "failed", "请复测")


def test_a_row_takes_what_its_checklist_says_and_gives_it_back() -> None:
    plain = VisitSummary(
        "v", SITE, "residential", Status.DRAFT, "", "", 0, 0, 0, 0, 5, 6, judged=False
    )
    counted = plain.counted(COUNTS)
    assert counted.judged
    assert counted.counts() == COUNTS
    assert (counted.photos, counted.conflicts) == (5, 6)


def test_every_count_is_a_field_of_a_row() -> None:
    assert {each.name for each in fields(Counts)} <= {each.name for each in fields(VisitSummary)}
