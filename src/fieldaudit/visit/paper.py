"""Taking an attached paper in: what it is, and whether its question can be answered with it.

The bytes are only read, never opened as what they are. Sizes are bytes.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from fieldaudit.errors import BadInput, Code
from fieldaudit.form.definition import Kind, Question
from fieldaudit.visit.filenames import ending_of, runs, shown_name
from fieldaudit.visit.media import is_program, media_type, suits

BYTE_LIMIT = 100 << 20
"""Bytes of one paper: some minutes of video, and still what an old laptop holds in memory."""

MOST = 20
"""Papers of one question, or of the visit as a whole."""

_ANY = frozenset({"", "*/*", "application/*", "image/*", "audio/*", "video/*"})
"""Media types that XLSForm writes for a whole kind of question; they name no certain file."""


@dataclass(frozen=True, slots=True)
class PaperFacts:
    """What is known of a paper from its name and bytes alone."""

    name: str
    """File name as it is kept."""

    size: int
    """Bytes."""

    media_type: str
    """What its bytes are."""


def inspect_paper(
    data: bytes, name: str, question: Question | None, *, size: int | None = None
) -> PaperFacts:
    """Judge a file that is to be attached to a question, or with None to the visit as a whole.

    Args:
        data: its bytes, or the first some thousand.
        name: its name as it came.
        question: what asks for it.
        size: its bytes in all; None: `data` are all.

    Raises:
        BadInput: PAPER_EMPTY, PAPER_PROGRAM, PAPER_PHOTO, PAPER_NOT_AUDIO, PAPER_NOT_VIDEO or
            PAPER_NOT_WANTED.
    """
    shown = shown_name(name)
    if not data:
        raise BadInput(Code.PAPER_EMPTY, file=shown)
    if is_program(data) or runs(shown):
        raise BadInput(Code.PAPER_PROGRAM, file=shown)
    found = media_type(data, ending_of(shown))
    if question is not None:
        _check_kind(question, found, shown)
        wanted = wanted_files(question)
        if wanted and not any(_matches(each, found, shown) for each in wanted):
            raise BadInput(Code.PAPER_NOT_WANTED, file=shown, wanted=", ".join(wanted))
    return PaperFacts(shown, len(data) if size is None else size, found)


def wanted_files(question: Question) -> tuple[str, ...]:
    """Return the endings and media types that a form asks for; none: any of the question's kind.

    They come from the attributes `accept` and `mediatype` of ODK's upload control.
    """
    told = question.parameters.get("accept") or question.parameters.get("mediatype", "")
    named = [each.strip().lower() for each in told.replace(";", ",").split(",")]
    known = (each for each in named if each.startswith(".") or "/" in each)
    return tuple(each for each in known if each not in _ANY)


def endings(question: Question) -> Sequence[str]:
    """Return the endings that a file dialog offers first; none for any file."""
    wanted = wanted_files(question)
    if wanted:
        return [each for each in wanted if each.startswith(".")]
    return _ENDINGS.get(question.kind, ())


def _check_kind(question: Question, found: str, name: str) -> None:
    if question.kind is Kind.IMAGE:
        raise BadInput(Code.PAPER_PHOTO, file=name)
    if question.kind is Kind.AUDIO and not suits(Kind.AUDIO, found):
        raise BadInput(Code.PAPER_NOT_AUDIO, file=name)
    if question.kind is Kind.VIDEO and not suits(Kind.VIDEO, found):
        raise BadInput(Code.PAPER_NOT_VIDEO, file=name)


def _matches(wanted: str, found: str, name: str) -> bool:
    if wanted.startswith("."):
        return name.lower().endswith(wanted)
    if wanted.endswith("/*"):
        return found.startswith(wanted[:-1])
    return found == wanted


_ENDINGS = {
    Kind.AUDIO: (".mp3", ".m4a", ".wav", ".amr", ".aac", ".ogg", ".opus", ".flac", ".wma", ".3gp"),
    Kind.VIDEO: (".mp4", ".mov", ".3gp", ".avi", ".mkv", ".webm", ".wmv", ".mpg", ".ogv", ".flv"),
}
