"""Papers: files attached to a visit or to a question of it, kept byte for byte and given back.

Nothing here opens or runs a file.
"""

import hashlib
from collections.abc import Sequence
from pathlib import Path

from fieldaudit.actions.changes import Changes, Done, Progress, Silent
from fieldaudit.actions.evidence import caption_of, describe, put_back, refuse_closed, take_off
from fieldaudit.actions.files import in_pieces
from fieldaudit.actions.sheets import draft_of, live_path, open_sheet
from fieldaudit.actions.snapshots import paper_of, papers_of, visit_record
from fieldaudit.actions.writing import write
from fieldaudit.errors import BadInput, Cancelled, Code
from fieldaudit.form.definition import Question
from fieldaudit.store import blobs, records
from fieldaudit.store.failures import explained
from fieldaudit.store.pieces import Pieces
from fieldaudit.store.records import Record
from fieldaudit.store.revisions import Edit
from fieldaudit.store.survey import Survey
from fieldaudit.visit.filenames import safe_name, unique_name
from fieldaudit.visit.newfile import new_file
from fieldaudit.visit.paper import BYTE_LIMIT, MOST, inspect_paper
from fieldaudit.visit.records import Paper
from fieldaudit.visit.stamp import Author, new_id, now


def add_papers(
    survey: Survey,
    *,
    visit: str,
    files: Sequence[Path],
    question: str = "",
    caption: str = "",
    author: Author,
    progress: Progress | None = None,
) -> Done[tuple[Paper, ...]]:
    """Attach files to a visit, or to one question of it: all of them, or none.

    A file that is attached there already is not attached again.

    Raises:
        BadInput: a file is missing, too large, a program or not what the question asks for, there
            are too many, or the visit is signed; nothing is written.
    """
    told = progress or Silent()
    path, asked = _place(survey, visit, question)
    refuse_closed(survey, visit_record(survey, visit))
    found = []
    with survey.atomic():
        here = [each for each in papers_of(survey, visit) if each.question == path]
        for number, file in enumerate(files):
            data = in_pieces(file, BYTE_LIMIT, told, (number, len(files)))
            about = {"visit": visit, "question": path, "caption": caption_of(caption)}
            paper = _add(survey, (data, file.name), about, asked, here=here, author=author)
            here = [each for each in here if each.id != paper.id] + [paper]
            found.append(paper)
        if len(here) > MOST:
            raise BadInput(Code.PAPER_COUNT, limit=MOST)
        if told.cancelled():
            raise Cancelled
    told.step(len(files), len(files))
    return Done(tuple(found), Changes(photos=True))


def list_papers(survey: Survey, *, visit: str | None = None) -> tuple[Paper, ...]:
    """Return the papers of one visit, or of all."""
    return papers_of(survey, visit)


def save_papers(
    survey: Survey, *, papers: Sequence[str], folder: Path, progress: Progress | None = None
) -> tuple[Path, ...]:
    """Write copies of papers into a folder, made where it is missing; nothing is written over.

    Names are made safe for every system, and unlike those in the folder; each copy is read again.

    Raises:
        BadInput: there is no such paper, or its original is missing or damaged.
        Surroundings: the disk is full, or the folder cannot be written.
    """
    told, written = progress or Silent(), []
    with explained(folder):
        folder.mkdir(parents=True, exist_ok=True)
    for number, name in enumerate(papers):
        told.step(number, len(papers))
        if told.cancelled():
            raise Cancelled
        written.append(_save(survey, paper_of(survey, _paper_record(survey, name)), folder))
    told.step(len(papers), len(papers))
    return tuple(written)


def remove_paper(survey: Survey, *, paper: str, author: Author, reason: str = "") -> Done[Paper]:
    """Take a paper off its visit; its bytes and its history stay, and it can be put back.

    Raises:
        BadInput: there is no such paper, or the visit is signed.
    """
    removed = take_off(survey, "paper", paper, author=author, reason=reason)
    return Done(paper_of(survey, removed), Changes(photos=True))


def restore_paper(survey: Survey, *, paper: str, author: Author) -> Done[Paper]:
    """Put a paper back that was taken off its visit.

    Raises:
        BadInput: there is no such paper, or the visit is signed.
    """
    back = put_back(survey, "paper", paper, author=author)
    return Done(paper_of(survey, back), Changes(photos=True))


def describe_paper(survey: Survey, *, paper: str, caption: str, author: Author) -> Done[Paper]:
    """Change a paper's caption.

    Raises:
        BadInput: there is no such paper, the caption is too long, or the visit is signed.
    """
    told = describe(survey, "paper", paper, {"caption": caption_of(caption)}, author=author)
    return Done(paper_of(survey, told), Changes(photos=True))


def _place(survey: Survey, visit: str, name: str) -> tuple[str, Question | None]:
    """Return the live path and the definition of a question; neither for the visit as a whole."""
    if not name:
        return "", None
    draft = draft_of(open_sheet(survey, visit))
    path = live_path(draft, name)
    try:
        return path, draft.instance.question(path)
    except KeyError:
        # Without an instance a repeat's question has only its path in the form.
        return path, draft.form.question(path)


def _add(
    survey: Survey,
    file: tuple[Pieces, str],
    about: dict[str, str],
    asked: Question | None,
    *,
    here: Sequence[Paper],
    author: Author,
) -> Paper:
    content, name = file
    start, blob = _looked_at(content)
    facts = inspect_paper(start, name, asked, size=content.size)
    twin = next((each for each in here if (each.blob, each.name) == (blob, facts.name)), None)
    if twin is not None:
        return twin
    changes = {
        **about,
        "blob": blobs.add(survey, content, name=blob),
        "media_type": facts.media_type,
        "name": facts.name,
        "size": str(facts.size),
    }
    record = new_id()
    told: dict[str, str | None] = {path: value for path, value in changes.items() if value}
    write(survey, [Edit(record, "paper", told)], author=author, moment=now())
    return paper_of(survey, records.record(survey, record))


def _looked_at(content: Pieces) -> tuple[bytes, str]:
    """Return the first bytes of a file and its hash, read once."""
    start, told = b"", hashlib.sha256()
    for piece in content.read():
        start = start or piece
        told.update(piece)
    return start, told.hexdigest()


def _save(survey: Survey, paper: Paper, folder: Path) -> Path:
    taken = {each.name.casefold() for each in folder.iterdir()}
    out = folder / unique_name(safe_name(paper.name), taken)
    with new_file(out) as part:
        with explained(out), part.open("wb") as stream:
            blobs.write(survey, paper.blob, stream.write)
        with part.open("rb") as stream:
            if hashlib.file_digest(stream, "sha256").hexdigest() != paper.blob:
                raise BadInput(Code.BLOB_DAMAGED, blob=paper.blob[:16])
    return out


def _paper_record(survey: Survey, paper: str) -> Record:
    record = records.record(survey, paper)
    if record.kind != "paper" or record.deleted:
        raise BadInput(Code.RECORD_UNKNOWN, record=paper)
    return record
