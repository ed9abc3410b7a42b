from datetime import date, timedelta
from pathlib import Path

import pytest

from fieldaudit.actions import photos, reviews, visits
from fieldaudit.actions.findings import (
    ListedFinding,
    finding_edits,
    findings_of_visit,
    list_findings,
    owner_words,
)
from fieldaudit.assess.findings import FindingState, finding_id
from fieldaudit.store import records
from fieldaudit.store.survey import Survey
from fieldaudit.texts import Catalog
from fieldaudit.visit.stamp import Author, now
from tests.kit.office import GOOD, a_signed_visit, an_inspector, answer, history
from tests.kit.rechecks import accept, photographed

BAD = {**GOOD, "fibre/RES-07": "no", "fibre/RES-26": "-31.0"}
TODAY = date(2022, 7, 8)


def listed(survey: Survey, **further) -> dict[str, ListedFinding]:
    found = list_findings(survey, **{"today": TODAY, **further})
    return {each.finding.item: each for each in found}


def test_accepting_writes_a_finding_for_each_failed_item(survey: Survey, office: Author) -> None:
    visit = a_signed_visit(survey, BAD)
    assert records.records(survey, "finding") == []
    accept(survey, office, visit)
    found = listed(survey)
    assert set(found) == {"RES-07", "RES-26"}
    power = found["RES-26"]
    assert power.finding.id == finding_id(visit, "fibre/RES-26")
    assert (power.finding.value, power.finding.unit, power.finding.limit) == (
        "-31.0",
        "dBm",
        "−27 … −8",
    )
    assert (power.label, power.severity, power.state, power.owner) == (
        "光功率",
        "主要",
        "待整改",
        "",
    )
    assert (found["RES-07"].owner, found["RES-07"].severity) == ("房地产/物业", "严重")
    assert power.number == f"RES-0001-RES-26-{power.finding.id[:4].upper()}"
    assert list(found) == ["RES-07", "RES-26"], "the earlier deadline comes first"


def test_the_deadline_counts_from_acceptance_by_severity(survey: Survey, office: Author) -> None:
    before = now().datetime().date()
    accept(survey, office, a_signed_visit(survey, BAD))
    after = now().datetime().date()
    days = {name: date.fromisoformat(each.finding.due) for name, each in listed(survey).items()}
    assert before <= days["RES-07"] - timedelta(3) <= after
    assert days["RES-26"] - days["RES-07"] == timedelta(12)


def test_overdue_findings_are_listed_by_unit(survey: Survey, office: Author) -> None:
    accept(survey, office, a_signed_visit(survey, BAD))
    assert listed(survey, only_overdue=True) == {}
    late = date.today() + timedelta(10)
    assert set(listed(survey, only_overdue=True, today=late)) == {"RES-07"}
    assert listed(survey, today=late)["RES-07"].state == "已逾期"
    later = date.today() + timedelta(40)
    assert list(listed(survey, only_overdue=True, today=later)) == ["RES-26", "RES-07"]


@pytest.mark.parametrize(("street", "count"), [("大竹林街道", 2), ("礼嘉街道", 0), ("", 2)])
def test_a_street_has_its_own(street: str, count: int, survey: Survey, office: Author) -> None:
    accept(survey, office, a_signed_visit(survey, BAD))
    assert len(listed(survey, street=street)) == count


def test_only_a_later_accepted_visit_closes_it(survey: Survey, office: Author) -> None:
    first = a_signed_visit(survey, BAD)
    accept(survey, office, first)
    second = a_signed_visit(survey, GOOD)
    assert len(listed(survey, only_open=True)) == 2, "signed is not accepted"
    accept(survey, office, second)
    assert listed(survey, only_open=True) == {}
    closed = listed(survey)["RES-26"].finding
    assert (closed.state, closed.closed_by) == (FindingState.CLOSED, second)
    written = history(survey, closed.id)
    assert [each.author for each in written] == [office.fingerprint] * 2


def test_before_and_after_photos_belong_together(
    survey: Survey, office: Author, tmp_path: Path
) -> None:
    first = photographed(survey, tmp_path, BAD)
    accept(survey, office, first)
    accept(survey, office, a_signed_visit(survey, GOOD))
    waiting = listed(survey)["RES-07"].finding
    assert (waiting.state, bool(waiting.unproven_by)) == (FindingState.OPEN, True)
    third = photographed(survey, tmp_path, GOOD)
    accept(survey, office, third)
    finding = listed(survey)["RES-07"].finding
    of_visit = {each.id: each.visit for each in photos.list_photos(survey)}
    assert [of_visit[photo] for photo in finding.before] == [first]
    assert [of_visit[photo] for photo in finding.after] == [third]
    assert (finding.state, finding.unproven_by) == (FindingState.CLOSED, "")


def test_the_order_of_accepting_makes_no_difference(survey: Survey, office: Author) -> None:
    first, second = a_signed_visit(survey, BAD), a_signed_visit(survey, GOOD)
    accept(survey, office, second)
    accept(survey, office, first)
    assert {each.finding.closed_by for each in listed(survey).values()} == {second}


def test_giving_back_withdraws_and_reopens(survey: Survey, office: Author) -> None:
    first, second = a_signed_visit(survey, BAD), a_signed_visit(survey, GOOD)
    accept(survey, office, first, second)
    reviews.give_back(survey, visits=[second], reason="重测", author=office)
    assert {each.finding.state for each in listed(survey).values()} == {FindingState.OPEN}
    reviews.give_back(survey, visits=[first], reason="重测", author=office)
    assert listed(survey) == {}
    assert records.records(survey, "finding") == []


def test_accepting_again_keeps_the_deadline(survey: Survey, office: Author) -> None:
    visit = a_signed_visit(survey, BAD)
    accept(survey, office, visit)
    before = {name: each.finding.accepted for name, each in listed(survey).items()}
    reviews.give_back(survey, visits=[visit], reason="更正", author=office)
    answer(survey, visit, {"fibre/RES-07": "yes"})
    visits.sign_visits(survey, visits=[visit], identity=an_inspector())
    accept(survey, office, visit)
    after = {name: each.finding.accepted for name, each in listed(survey).items()}
    assert after == {"RES-26": before["RES-26"]}


def test_a_correction_after_acceptance_takes_the_findings_off_the_list(
    survey: Survey, office: Author, author: Author
) -> None:
    first, second = a_signed_visit(survey, BAD), a_signed_visit(survey, GOOD)
    accept(survey, office, first, second)
    visits.keep_draft(survey, visit=second, changes={"fibre/RES-26": "-20"})
    visits.save_visit(survey, visit=second, author=author, reason="更正")
    assert {each.finding.state for each in listed(survey).values()} == {FindingState.OPEN}
    assert not any(each.finding.closed_by for each in listed(survey).values())


def test_one_visit_is_asked_for_without_the_others(survey: Survey, office: Author) -> None:
    first, second = a_signed_visit(survey, BAD), a_signed_visit(survey, BAD)
    accept(survey, office, first)
    paths = ("fibre/RES-07", "fibre/RES-26", "fibre/RES-20")
    for visit, count in ((first, 2), (second, 0)):
        sheet = visits.open_visit(survey, visit=visit)
        found = findings_of_visit(survey, sheet, paths, today=TODAY, catalog=Catalog("zh"))
        assert [each.finding.visit for each in found] == [visit] * count
    assert set(listed(survey).values()) == set(
        findings_of_visit(
            survey,
            visits.open_visit(survey, visit=first),
            paths,
            today=TODAY,
            catalog=Catalog("zh"),
        )
    )


def test_nothing_is_written_twice(survey: Survey, office: Author) -> None:
    visit = a_signed_visit(survey, BAD)
    accept(survey, office, visit)
    assert finding_edits(survey, accepted=[visit], moment=now()) == []


def test_units_are_told_in_words() -> None:
    assert owner_words("ct tower", Catalog("zh")) == "中国电信、中国铁塔"
    assert owner_words("", Catalog("zh")) == ""
