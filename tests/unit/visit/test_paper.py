"""Whether a question can be answered with a file."""

import pytest

from fieldaudit.errors import BadInput, Code
from fieldaudit.form.definition import Kind, Question
from fieldaudit.visit.paper import PaperFacts, endings, inspect_paper, wanted_files
from tests.kit.forms import a_form
from tests.kit.papers import FORM, MP4, PDF, PROGRAM, a_wav


def asked(kind: Kind, **parameters: str) -> Question:
    return Question("proof/q", kind, parameters=parameters)


def test_what_is_known_of_a_paper() -> None:
    assert inspect_paper(PDF, "协议\u202e.PDF", asked(Kind.FILE)) == PaperFacts(
        "协议.PDF", len(PDF), "application/pdf"
    )


@pytest.mark.parametrize(
    ("data", "name", "question", "code"),
    [
        (b"", "a.pdf", None, Code.PAPER_EMPTY),
        (PROGRAM, "a.pdf", None, Code.PAPER_PROGRAM),
        (PDF, "a.pdf.exe", None, Code.PAPER_PROGRAM),
        (PDF, "a\u202efdp.exe", None, Code.PAPER_PROGRAM),
        (PDF, "a.jpg", asked(Kind.IMAGE), Code.PAPER_PHOTO),
        (PDF, "a.mp3", asked(Kind.AUDIO), Code.PAPER_NOT_AUDIO),
        (a_wav(), "a.mp4", asked(Kind.VIDEO), Code.PAPER_NOT_VIDEO),
        (a_wav(), "a.pdf", asked(Kind.FILE, accept="application/pdf"), Code.PAPER_NOT_WANTED),
        (PDF, "a.pdf", asked(Kind.FILE, accept=".docx, .xlsx"), Code.PAPER_NOT_WANTED),
        (PDF, "a.pdf", asked(Kind.FILE, mediatype="text/*"), Code.PAPER_NOT_WANTED),
    ],
)
def test_what_cannot_be_attached_is_refused(
    data: bytes, name: str, question: Question | None, code: Code
) -> None:
    with pytest.raises(BadInput) as caught:
        inspect_paper(data, name, question)
    assert caught.value.code is code


@pytest.mark.parametrize(
    ("data", "name", "question"),
    [
        (PDF, "a.pdf", asked(Kind.FILE, mediatype="application/*")),
        (a_wav(), "a.bin", asked(Kind.FILE, mediatype="application/*")),
        (PDF, "a.PDF", asked(Kind.FILE, accept=".pdf;.docx")),
        (PDF, "a", asked(Kind.FILE, accept="application/pdf")),
        (a_wav(), "a.wav", asked(Kind.FILE, accept="image/*,audio/*")),
        (a_wav(), "a.wav", asked(Kind.AUDIO)),
        (MP4, "a.mp4", asked(Kind.VIDEO)),
        (PDF, "a.pdf", asked(Kind.TEXT)),
        (b"\0\1", "a.dat", None),
    ],
)
def test_what_fits_is_taken(data: bytes, name: str, question: Question | None) -> None:
    assert inspect_paper(data, name, question).size == len(data)


def test_a_form_names_what_it_wants() -> None:
    form = a_form(FORM)
    assert wanted_files(form.question("proof/contract")) == (".pdf", ".docx")
    assert endings(form.question("proof/contract")) == [".pdf", ".docx"]
    assert wanted_files(form.question("proof/talk")) == ()
    assert ".amr" in endings(form.question("proof/talk"))
    assert ".mp4" in endings(form.question("proof/tour"))
    assert endings(form.question("proof/rooms/plan")) == ()
