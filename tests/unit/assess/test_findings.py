from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldaudit.assess.findings import (
    Finding,
    FindingState,
    JudgedItem,
    JudgedVisit,
    due_on,
    finding_from_values,
    finding_id,
    finding_values,
    findings_of,
    instant,
    is_overdue,
)
from fieldaudit.form.definition import Severity
from fieldaudit.visit.judgement import Judgement

DAYS = {"due.critical": "3", "due.major": "15", "due.minor": "30"}
OK, BAD, SKIPPED = Judgement.CONFORMING, Judgement.FAILED, Judgement.NOT_CHECKED


def item(judgement: Judgement = BAD, name: str = "BTS-19", **more) -> JudgedItem:
    told = {"path": f"structure/{name}", "severity": Severity.CRITICAL, **more}
    return JudgedItem(name=name, judgement=judgement, **told)


def visit(day: int, *items: JudgedItem, **more) -> JudgedVisit:
    return JudgedVisit(f"v{day}", "site", f"2022-07-{day:02}T09:00:00+08:00", items, **more)


def found(*visits: JudgedVisit) -> tuple[Finding, ...]:
    accepted = {each.id: "2022-07-31T23:30:00+08:00" for each in visits}
    return findings_of(visits, accepted=accepted, parameters=DAYS)


def test_each_failed_item_is_a_finding_but_information_is_none() -> None:
    fact = item(name="COM-11", severity=Severity.INFORMATION)
    one = item(value="no", limit="—", clause="规程", owner="tower", photos=("p1",))
    (made,) = found(visit(1, one, fact, item(OK, "BTS-20"), item(SKIPPED, "BTS-21")))
    assert made.id == finding_id("v1", "structure/BTS-19")
    assert (made.value, made.clause, made.owner, made.before) == ("no", "规程", "tower", ("p1",))
    assert (made.state, made.due) == (FindingState.OPEN, "2022-08-03")


@pytest.mark.parametrize(
    ("severity", "due"), [("critical", "2022-08-03"), ("major", "2022-08-15"), ("x", "")]
)
def test_the_deadline_counts_from_the_day_of_acceptance_where_it_was(
    severity: str, due: str
) -> None:
    assert due_on(severity, "2022-07-31T23:30:00+08:00", DAYS) == due


def test_only_a_later_visit_in_which_the_item_conforms_closes_it() -> None:
    (made,) = found(visit(1, item()), visit(5, item(OK, photos=("q",))))
    assert (made.state, made.closed_by, made.after) == (FindingState.CLOSED, "v5", ("q",))
    for other in (visit(5, item(SKIPPED)), visit(5), visit(5, item(OK, "BTS-20"))):
        assert found(visit(1, item()), other)[0].state is FindingState.OPEN
    earlier = visit(1, item(OK))
    assert found(visit(5, item()), earlier)[0].state is FindingState.OPEN


def test_a_failure_with_a_photo_needs_a_photo_of_its_mending() -> None:
    first = visit(1, item(photos=("p",)))
    (made,) = found(first, visit(5, item(OK)))
    assert (made.state, made.unproven_by) == (FindingState.OPEN, "v5")
    (made,) = found(first, visit(5, item(OK), recheck_photos=("r",)))
    assert (made.state, made.after, made.unproven_by) == (FindingState.CLOSED, ("r",), "")
    (made, _) = found(first, visit(5, item(OK)), visit(6, item()))
    assert made.unproven_by == ""


def test_in_a_repeat_every_instance_must_conform() -> None:
    half = visit(5, item(OK, path="r/a/BTS-19"), item(path="r/b/BTS-19"))
    assert found(visit(1, item()), half)[0].state is FindingState.OPEN


def test_the_same_failure_again_refers_to_the_older_one() -> None:
    first, second = found(visit(1, item()), visit(5, item()))
    assert (first.repeats, second.repeats) == ("", first.id)
    both = found(visit(1, item()), visit(5, item()), visit(9, item(OK)))
    assert {each.closed_by for each in both} == {"v9"}
    again = found(visit(1, item()), visit(5, item(OK)), visit(9, item()))
    assert [each.repeats for each in again] == ["", ""]


@given(st.permutations([visit(1, item()), visit(5, item(OK)), visit(9, item())]))
def test_the_order_of_visits_does_not_matter(order: list[JudgedVisit]) -> None:
    in_order = found(visit(1, item()), visit(5, item(OK)), visit(9, item()))
    assert found(*order) == in_order


def test_a_record_says_all_of_a_finding() -> None:
    first, second = found(
        visit(1, item(photos=("p", "p2"), value="no", owner="ct cu")),
        visit(5, item(OK, photos=("q",)), item(BAD, "BTS-20", path="x/BTS-20")),
    )
    for each in (first, second):
        assert finding_from_values(each.id, finding_values(each)) == each
    assert finding_from_values("x", {"state": "blessed"}).state is FindingState.OPEN


def test_overdue_begins_the_day_after() -> None:
    (made,) = found(visit(1, item()))
    assert not is_overdue(made, date(2022, 8, 3))
    assert is_overdue(made, date(2022, 8, 4))
    (closed,) = found(visit(1, item()), visit(5, item(OK)))
    assert not is_overdue(closed, date(2030, 1, 1))


def test_times_compare_over_offsets() -> None:
    assert instant("2022-07-08T09:00:00+08:00") == instant("2022-07-08T01:00:00+00:00")
    assert instant("soon") == 0
