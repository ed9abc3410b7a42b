from dataclasses import replace
from datetime import date
from pathlib import Path

from fieldaudit.actions.finding_content import after_photos, findings_by_path
from fieldaudit.actions.findings import list_findings
from fieldaudit.actions.visit_content import visit_content
from fieldaudit.store.survey import Survey
from fieldaudit.texts import Catalog
from fieldaudit.visit.stamp import Author
from tests.kit.office import GOOD
from tests.kit.rechecks import accept, photographed

CATALOG = Catalog("zh")


def pair(survey: Survey, office: Author, folder: Path) -> tuple[str, str]:
    first = photographed(survey, folder, {**GOOD, "fibre/RES-07": "no"})
    second = photographed(survey, folder, GOOD)
    accept(survey, office, first, second)
    return first, second


def test_the_pair_of_photos_is_printed_with_unit_and_deadline(
    survey: Survey, office: Author, tmp_path: Path
) -> None:
    first, second = pair(survey, office, tmp_path)
    content = visit_content(survey, first, CATALOG)
    (item,) = (each for each in content.items() if each.finding)
    finding = item.finding
    assert finding
    assert (item.id, finding.owner, finding.status) == ("RES-07", "房地产/物业", "已闭环")
    assert (finding.before, finding.after) == ((1,), (2,))
    assert date.fromisoformat(finding.deadline)
    (after,) = after_photos(survey, list_findings(survey, today=date(2022, 7, 8)))
    assert (after.visit, content.photos[1].sha256) == (second, after.blob)
    assert not any(each.finding for each in visit_content(survey, second, CATALOG).items())


def test_photos_that_are_not_printed_have_no_number(
    survey: Survey, office: Author, tmp_path: Path
) -> None:
    pair(survey, office, tmp_path)
    listed = list_findings(survey, today=date(2022, 7, 8))
    (finding,) = findings_by_path(listed, {}).values()
    assert (finding.before, finding.after) == ((), ())


def test_a_photo_that_is_not_here_yet_is_left_out(
    survey: Survey, office: Author, tmp_path: Path
) -> None:
    pair(survey, office, tmp_path)
    (listed,) = list_findings(survey, today=date(2022, 7, 8))
    gone = replace(listed, finding=replace(listed.finding, after=("nowhere",)))
    assert after_photos(survey, [gone]) == ()
