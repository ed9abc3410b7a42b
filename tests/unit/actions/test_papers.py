"""Files attached to visits: kept byte for byte, given back, taken off and put back."""

import os
from pathlib import Path

import pytest

from fieldaudit.actions import papers, reviews, surveys, visits
from fieldaudit.actions.changes import Silent
from fieldaudit.actions.sheets import draft_of, open_sheet
from fieldaudit.actions.writing import author_of
from fieldaudit.errors import BadInput, Cancelled, Code, Surroundings
from fieldaudit.form_codes import FormCode
from fieldaudit.store.survey import Survey
from fieldaudit.visit import paper as limits
from fieldaudit.visit.records import Paper, Status
from fieldaudit.visit.stamp import Author
from tests.kit.office import a_visit, an_inspector, an_office, answer, history, site_id
from tests.kit.papers import PDF, PROGRAM, a_file, a_wav, with_files_asked

CONTRACT, TALK = "proof/contract", "proof/talk"


@pytest.fixture
def survey(survey: Survey) -> Survey:
    return with_files_asked(survey)


@pytest.fixture
def visit(survey: Survey) -> str:
    return a_visit(survey, {"proof/shared": "yes"})


def added(survey: Survey, visit: str, *files: Path, question: str = "") -> tuple[Paper, ...]:
    author = author_of(an_inspector())
    return papers.add_papers(
        survey, visit=visit, files=files, question=question, author=author
    ).value


def test_a_paper_is_kept_byte_for_byte_and_answers_its_question(
    survey: Survey, visit: str, author: Author, tmp_path: Path
) -> None:
    assert FormCode.DRAFT_REQUIRED in {
        each.code for each in visits.check_visit(survey, visit=visit)
    }
    done = papers.add_papers(
        survey,
        visit=visit,
        files=[a_file(tmp_path, "协议.pdf")],
        question="contract",
        caption="2022 版",
        author=author,
    )
    (paper,) = done.value
    assert done.changes.photos
    assert (paper.name, paper.question, paper.caption) == ("协议.pdf", CONTRACT, "2022 版")
    assert (paper.size, paper.media_type, paper.present) == (len(PDF), "application/pdf", True)
    assert papers.list_papers(survey, visit=visit) == (paper,)
    draft = draft_of(open_sheet(survey, visit))
    assert draft.shown(CONTRACT).value == "协议.pdf"
    assert visits.check_visit(survey, visit=visit) == ()
    (copy,) = papers.save_papers(survey, papers=[paper.id], folder=tmp_path)
    assert (copy.name, copy.read_bytes()) == ("协议-2.pdf", PDF)
    info = surveys.info(survey)
    assert (info.photos_expected, info.photos_present, info.records["paper"]) == (1, 1, 1)


def test_an_answer_that_is_hidden_and_comes_back_keeps_its_paper(
    survey: Survey, visit: str, tmp_path: Path
) -> None:
    added(survey, visit, a_file(tmp_path, "a.pdf"), question="contract")
    answer(survey, visit, {"proof/shared": "no"})
    assert not draft_of(open_sheet(survey, visit)).shown(CONTRACT).relevant
    answer(survey, visit, {"proof/shared": "yes"})
    assert draft_of(open_sheet(survey, visit)).shown(CONTRACT).value == "a.pdf"


def test_questions_in_repeats_have_papers_of_their_own(
    survey: Survey, author: Author, tmp_path: Path
) -> None:
    rooms = {"proof/rooms/r1/room": "一号", "proof/rooms/r2/room": "二号"}
    visit = a_visit(survey, rooms)
    for room in ("r1", "r2"):
        file = a_file(tmp_path, f"{room}.pdf", PDF + room.encode())
        added(survey, visit, file, question=f"proof/rooms/{room}/plan")
    draft = draft_of(open_sheet(survey, visit))
    assert draft.shown("proof/rooms/r1/plan").value == "r1.pdf"
    assert draft.shown("proof/rooms/r2/plan").value == "r2.pdf"


def test_the_same_file_is_attached_once(survey: Survey, visit: str, tmp_path: Path) -> None:
    file = a_file(tmp_path, "a.pdf")
    first = added(survey, visit, file, question="contract")
    before = surveys.info(survey)
    assert added(survey, visit, file, question="contract") == first
    assert surveys.info(survey) == before
    added(survey, visit, file)
    assert len(papers.list_papers(survey)) == 2


@pytest.mark.parametrize(
    ("name", "data", "question", "code"),
    [
        ("a.pdf", b"", "contract", Code.PAPER_EMPTY),
        ("a.pdf", PROGRAM, "contract", Code.PAPER_PROGRAM),
        ("a.txt", b"text", "contract", Code.PAPER_NOT_WANTED),
        ("a.mp3", PDF, "talk", Code.PAPER_NOT_AUDIO),
        ("a.mp4", PDF, "tour", Code.PAPER_NOT_VIDEO),
        ("a.jpg", PDF, "door", Code.PAPER_PHOTO),
        ("a.pdf", PDF, "nothing", Code.ANSWER_UNKNOWN),
    ],
)
def test_all_of_them_or_none(
    name: str,
    data: bytes,
    question: str,
    code: Code,
    *,
    survey: Survey,
    visit: str,
    tmp_path: Path,
) -> None:
    before = surveys.info(survey)
    good, bad = a_file(tmp_path, "good.pdf"), a_file(tmp_path, name, data)
    with pytest.raises(BadInput) as caught:
        added(survey, visit, good, bad, question=question)
    if caught.value.code is not Code.ANSWER_UNKNOWN and question in ("talk", "tour", "door"):
        assert caught.value.params["file"] == "good.pdf"
    assert caught.value.code is code
    assert surveys.info(survey) == before


def test_files_that_are_gone_too_large_or_none_are_named(
    survey: Survey, visit: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(tmp_path / "pipe")
    for name in ("gone.pdf", ".", "pipe"):
        with pytest.raises(BadInput) as caught:
            added(survey, visit, tmp_path / name)
        assert caught.value.code is Code.FILE_NOT_FOUND
    monkeypatch.setattr(papers, "BYTE_LIMIT", 1 << 20)
    with pytest.raises(BadInput) as caught:
        added(survey, visit, a_file(tmp_path, "large.pdf", PDF + bytes(1 << 20)))
    assert (caught.value.code, caught.value.params["limit"]) == (Code.FILE_TOO_LARGE, "1 MB")
    assert papers.list_papers(survey) == ()


def test_there_are_so_many_and_no_more(survey: Survey, visit: str, tmp_path: Path) -> None:
    files = [a_file(tmp_path, f"{n}.pdf", PDF + bytes([n])) for n in range(limits.MOST + 1)]
    with pytest.raises(BadInput) as caught:
        added(survey, visit, *files)
    assert caught.value.code is Code.PAPER_COUNT
    assert papers.list_papers(survey) == ()
    assert len(added(survey, visit, *files[1:])) == limits.MOST


class _Stopped(Silent):
    def cancelled(self) -> bool:
        return True


def test_stopping_leaves_nothing(
    survey: Survey, visit: str, author: Author, tmp_path: Path
) -> None:
    with pytest.raises(Cancelled):
        papers.add_papers(
            survey,
            visit=visit,
            files=[a_file(tmp_path, "a.pdf")],
            author=author,
            progress=_Stopped(),
        )
    assert papers.list_papers(survey) == ()
    (paper,) = added(survey, visit, tmp_path / "a.pdf")
    out = tmp_path / "out"
    out.mkdir()
    with pytest.raises(Cancelled):
        papers.save_papers(survey, papers=[paper.id], folder=out, progress=_Stopped())
    assert list(out.iterdir()) == []


def test_a_removed_paper_takes_its_answer_with_it_and_comes_back(
    survey: Survey, visit: str, author: Author, tmp_path: Path
) -> None:
    first, second = added(
        survey,
        visit,
        a_file(tmp_path, "a.pdf"),
        a_file(tmp_path, "b.pdf", PDF + b"b"),
        question="contract",
    )
    # The window keeps the mirrored answer with the next typing.
    answer(survey, visit, {CONTRACT: "a.pdf"})
    papers.remove_paper(survey, paper=first.id, author=author)
    assert papers.list_papers(survey, visit=visit) == (second,)
    assert open_sheet(survey, visit).answers[CONTRACT] == "b.pdf"
    papers.remove_paper(survey, paper=second.id, author=author, reason="拿错")
    assert history(survey, second.id)[-1].reason == "拿错"
    assert not open_sheet(survey, visit).answers.get(CONTRACT)
    assert FormCode.DRAFT_REQUIRED in {
        each.code for each in visits.check_visit(survey, visit=visit)
    }
    assert surveys.info(survey).photos_expected == 0
    assert papers.restore_paper(survey, paper=first.id, author=author).value == first
    assert draft_of(open_sheet(survey, visit)).shown(CONTRACT).value == "a.pdf"
    with pytest.raises(BadInput):
        papers.restore_paper(survey, paper=first.id, author=author)
    with pytest.raises(BadInput):
        papers.remove_paper(survey, paper=second.id, author=author)


def test_a_typed_answer_follows_too(
    survey: Survey, visit: str, author: Author, tmp_path: Path
) -> None:
    (paper,) = added(survey, visit, a_file(tmp_path, "a.pdf"), question="contract")
    visits.keep_draft(survey, visit=visit, changes={CONTRACT: "a.pdf"})
    papers.remove_paper(survey, paper=paper.id, author=author)
    assert open_sheet(survey, visit).draft == {CONTRACT: None}


def test_under_a_signature_papers_stay_what_they_were(
    survey: Survey, visit: str, author: Author, tmp_path: Path
) -> None:
    (paper,) = added(survey, visit, a_file(tmp_path, "a.pdf"), question="contract")
    visits.sign_visits(survey, visits=[visit], identity=an_inspector())
    before = surveys.info(survey).state
    for deed in (
        lambda: added(survey, visit, tmp_path / "a.pdf"),
        lambda: papers.remove_paper(survey, paper=paper.id, author=author),
    ):
        with pytest.raises(BadInput) as caught:
            deed()
        assert caught.value.code is Code.VISIT_STATUS
    assert surveys.info(survey).state == before
    reviews.give_back(survey, visits=[visit], reason="补充", author=author_of(an_office()))
    assert open_sheet(survey, visit).summary.status is Status.RETURNED
    papers.remove_paper(survey, paper=paper.id, author=author)


def test_copies_are_safe_and_write_over_nothing(survey: Survey, visit: str, tmp_path: Path) -> None:
    (one,) = added(survey, visit, a_file(tmp_path, "con.pdf"))
    (two,) = added(survey, visit, a_file(tmp_path, "录音.wav", a_wav()), question="talk")
    out = tmp_path / "out"
    out.mkdir()
    names = [each.name for each in papers.save_papers(survey, papers=[one.id, two.id], folder=out)]
    assert names == ["_con.pdf", "录音.wav"]
    again = papers.save_papers(survey, papers=[one.id], folder=out)
    assert [each.name for each in again] == ["_con-2.pdf"]
    assert (out / "录音.wav").read_bytes() == a_wav()
    (made,) = papers.save_papers(survey, papers=[one.id], folder=tmp_path / "made" / "here")
    assert made.parent == tmp_path / "made" / "here"
    with pytest.raises(Surroundings) as caught:
        papers.save_papers(survey, papers=[one.id], folder=made)
    assert caught.value.code is Code.FILE_UNREADABLE


def test_a_damaged_original_is_not_given_out(survey: Survey, visit: str, tmp_path: Path) -> None:
    (paper,) = added(survey, visit, a_file(tmp_path, "a.pdf"))
    with survey.atomic() as db:
        statement = "update blob set content = x'00' where hash = ?"
        db.execute(statement, (bytes.fromhex(paper.blob),))
    out = tmp_path / "out"
    out.mkdir()
    with pytest.raises(BadInput) as caught:
        papers.save_papers(survey, papers=[paper.id], folder=out)
    assert caught.value.code is Code.BLOB_DAMAGED
    assert list(out.iterdir()) == []
    (problem,) = surveys.check(survey)
    assert "a.pdf" in problem.where
    assert "RES-0001" in problem.where


def test_a_paper_needs_a_visit_and_a_record_of_its_kind(
    survey: Survey, author: Author, tmp_path: Path
) -> None:
    for visit in ("nowhere", site_id(survey)):
        with pytest.raises(BadInput) as caught:
            added(survey, visit, a_file(tmp_path, "a.pdf"))
        assert caught.value.code is Code.RECORD_UNKNOWN
    with pytest.raises(BadInput):
        papers.remove_paper(survey, paper=site_id(survey), author=author)


def test_a_read_only_survey_is_not_written(survey: Survey, visit: str, tmp_path: Path) -> None:
    survey.close()
    with (
        surveys.open_survey(survey.path, readonly=True) as locked,
        pytest.raises(Surroundings) as caught,
    ):
        added(locked, visit, a_file(tmp_path, "a.pdf"))
    assert caught.value.code is Code.FILE_READ_ONLY
