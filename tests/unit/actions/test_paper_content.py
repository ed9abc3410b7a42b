"""The papers of a visit as a package lists them."""

from pathlib import Path

import pytest

from fieldaudit.actions import papers
from fieldaudit.actions.checklist_content import numbered, sections
from fieldaudit.actions.paper_content import leaving, paper_contents
from fieldaudit.actions.sheets import draft_of, open_sheet
from fieldaudit.store.survey import Survey
from fieldaudit.texts import Catalog
from fieldaudit.visit.records import Paper
from fieldaudit.visit.stamp import Author
from tests.kit.office import a_visit
from tests.kit.papers import PDF, a_file, a_wav, with_files_asked

LANGUAGE = "中文 (zh)"


@pytest.fixture
def visit(survey: Survey, author: Author, tmp_path: Path) -> str:
    """Return a visit with two documents at one question, a recording and a loose paper."""
    made = a_visit(with_files_asked(survey), {"proof/shared": "yes"})
    for name, data, question in (
        ("a.pdf", PDF, "contract"),
        ("b.pdf", PDF + b"b", "contract"),
        ("talk.wav", a_wav(), "talk"),
        ("c.pdf", PDF + b"c", ""),
    ):
        files = [a_file(tmp_path, name, data)]
        papers.add_papers(survey, visit=made, files=files, question=question, author=author)
    return made


def listed(survey: Survey, visit: str) -> tuple[Paper, ...]:
    return papers.list_papers(survey, visit=visit)


def test_each_is_listed_with_what_its_question_asks(survey: Survey, visit: str) -> None:
    draft = draft_of(open_sheet(survey, visit))
    found = paper_contents(survey, draft, listed(survey, visit), LANGUAGE)
    assert [(each.number, each.name, each.item, each.label) for each in found] == [
        (1, "a.pdf", "contract", "协议"),
        (2, "b.pdf", "contract", "协议"),
        (3, "talk.wav", "talk", "访谈录音"),
        (4, "c.pdf", "", ""),
    ]
    assert {each.present for each in found} == {True}
    assert (found[0].size, found[0].media_type) == (len(PDF), "application/pdf")


def test_the_answer_is_told_by_number(survey: Survey, visit: str) -> None:
    draft, catalog = draft_of(open_sheet(survey, visit)), Catalog("zh")
    numbers = numbered(listed(survey, visit))
    found = sections(draft, language=LANGUAGE, photos={}, papers=numbers, catalog=catalog)
    told = {item.label: item.value for section in found for item in section.items}
    assert (told["协议"], told["访谈录音"], told["现场录像"]) == ("附件 1、2", "附件 3", "")


def test_one_that_is_gone_is_told(survey: Survey, visit: str) -> None:
    draft, first = draft_of(open_sheet(survey, visit)), listed(survey, visit)[0]
    with survey.atomic() as db:
        db.execute("delete from blob where hash = ?", (bytes.fromhex(first.blob),))
    found = paper_contents(survey, draft, listed(survey, visit), LANGUAGE)
    assert [each.present for each in found] == [False, True, True, True]


def test_recordings_of_a_restricted_place_stay(survey: Survey, visit: str) -> None:
    whole = listed(survey, visit)
    assert leaving(whole, restricted=False) == whole
    names = [each.name for each in leaving(whole, restricted=True)]
    assert names == ["a.pdf", "b.pdf", "c.pdf"]
