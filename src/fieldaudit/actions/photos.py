"""Photos: take them in byte for byte, with what their camera wrote and what is doubtful."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from fieldaudit.actions.changes import Changes, Done, Progress, Silent
from fieldaudit.actions.evidence import caption_of, describe, put_back, refuse_closed, take_off
from fieldaudit.actions.files import read_file
from fieldaudit.actions.sheets import draft_of, live_path, open_sheet
from fieldaudit.actions.snapshots import ended_at, photo_of, photos_of, visit_record
from fieldaudit.actions.writing import write
from fieldaudit.errors import BadInput, Cancelled, Problem
from fieldaudit.store import blobs, purge, records
from fieldaudit.store.revisions import Edit
from fieldaudit.store.survey import Survey
from fieldaudit.visit.photo import BYTE_LIMIT, PhotoFacts, inspect_photo
from fieldaudit.visit.photo_warnings import photo_warnings
from fieldaudit.visit.records import Photo
from fieldaudit.visit.stamp import Author, new_id, now
from fieldaudit.visit.thumbnail import upright_thumbnail


@dataclass(frozen=True, slots=True)
class AddedPhoto:
    """A photo that was taken in."""

    photo: Photo
    """As it is now in the survey."""

    problems: tuple[Problem, ...]
    """What is doubtful about it."""


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What came of many photos of which some may not be usable."""

    added: tuple[AddedPhoto, ...]
    """Those that were taken in."""

    refused: tuple[Problem, ...]
    """Why each of the others was not."""


def add_photos(
    survey: Survey,
    *,
    visit: str,
    files: Sequence[Path],
    question: str = "",
    caption: str = "",
    author: Author,
    progress: Progress | None = None,
) -> Done[tuple[AddedPhoto, ...]]:
    """Attach photos to a visit, or to one question of it: all of them, or none.

    Raises:
        BadInput: a file is missing, no picture, truncated or too large, or the visit is signed;
            nothing is written.
    """
    about = _about(survey, visit, question, caption)
    with survey.atomic():
        taken = [_add(survey, file, about, author) for file in _told(files, progress)]
    return Done(tuple(taken), Changes(photos=True))


def add_usable_photos(
    survey: Survey,
    *,
    visit: str,
    files: Sequence[Path],
    question: str = "",
    author: Author,
    progress: Progress | None = None,
) -> Done[TakenIn]:
    """Attach those of many photos that can be used, and say of each other one why it cannot.

    Stopping half-way leaves nothing.

    Raises:
        BadInput: the visit is signed, or there is no such visit or question.
    """
    about = _about(survey, visit, question, "")
    taken, refused = [], []
    with survey.atomic():
        for file in _told(files, progress):
            try:
                taken.append(_add(survey, file, about, author))
            except BadInput as error:
                # A photo is judged before anything of it is written.
                refused.append(Problem(error.code, file.name, error.params))
    return Done(TakenIn(tuple(taken), tuple(refused)), Changes(photos=bool(taken)))


def remove_photo(survey: Survey, *, photo: str, author: Author, reason: str = "") -> Done[Photo]:
    """Take a photo off its visit; its bytes and its history stay, and it can be put back.

    Raises:
        BadInput: there is no such photo, or the visit is signed.
    """
    removed = take_off(survey, "photo", photo, author=author, reason=reason)
    return Done(photo_of(survey, removed), Changes(photos=True))


def restore_photo(survey: Survey, *, photo: str, author: Author) -> Done[Photo]:
    """Put a photo back that was taken off its visit.

    Raises:
        BadInput: there is no such photo, or the visit is signed.
    """
    back = put_back(survey, "photo", photo, author=author)
    return Done(photo_of(survey, back), Changes(photos=True))


def describe_photo(
    survey: Survey, *, photo: str, caption: str, question: str | None = None, author: Author
) -> Done[Photo]:
    """Change a photo's caption, and the question that it proves where one is given.

    Raises:
        BadInput: there is no such photo or question, the caption is too long, or the visit is
            signed.
    """
    told = {"caption": caption_of(caption)}
    if question is not None:
        told["question"] = _question(survey, records.record(survey, photo).get("visit"), question)
    described = describe(survey, "photo", photo, told, author=author)
    return Done(photo_of(survey, described), Changes(photos=True))


def list_photos(survey: Survey, *, visit: str | None = None) -> tuple[Photo, ...]:
    """Return the photos of one visit, or of all."""
    return photos_of(survey, visit)


def thumbnail(survey: Survey, *, blob: str, edge: int = 256) -> bytes:
    """Return a small upright JPEG of an original."""
    return upright_thumbnail(blobs.read(survey, blob), edge)


def original(survey: Survey, *, blob: str) -> bytes:
    """Return the original bytes."""
    return blobs.read(survey, blob)


def check_photos(survey: Survey) -> tuple[Problem, ...]:
    """Hash every original again and list those missing or damaged."""
    names = {photo.blob: photo.name for photo in photos_of(survey)}
    for gone in purge.purged(survey):
        names.pop(gone, None)
    found = blobs.check(survey, sorted(names))
    return tuple(Problem(code, names[blob], {"blob": blob[:16]}) for blob, code in found)


def _question(survey: Survey, visit: str, name: str) -> str:
    """Return the live path of a question of a visit; empty for the visit as a whole."""
    return live_path(draft_of(open_sheet(survey, visit)), name) if name else ""


def _about(survey: Survey, visit: str, question: str, caption: str) -> dict[str, str]:
    """Return what is the same of all photos added at once."""
    asked = _question(survey, visit, question)
    refuse_closed(survey, visit_record(survey, visit))
    return {"visit": visit, "question": asked, "caption": caption_of(caption)}


def _told(files: Sequence[Path], progress: Progress | None) -> Iterator[Path]:
    """Yield the files, telling and asking before each; raise Cancelled when it was stopped."""
    told = progress or Silent()
    for number, file in enumerate(files):
        told.step(number, len(files))
        if told.cancelled():
            raise Cancelled
        yield file
    told.step(len(files), len(files))
    if told.cancelled():
        raise Cancelled


def _add(survey: Survey, file: Path, about: dict[str, str], author: Author) -> AddedPhoto:
    data = read_file(file, BYTE_LIMIT)
    moment = now()
    facts = inspect_photo(data, file.name, zone=moment.datetime().tzinfo)
    problems = _doubts(survey, about["visit"], facts)
    changes = _changes(facts, about) | {"blob": blobs.add(survey, data)}
    record = new_id()
    write(survey, [Edit(record, "photo", changes)], author=author, moment=moment)
    return AddedPhoto(photo_of(survey, records.record(survey, record)), problems)


def _changes(facts: PhotoFacts, about: dict[str, str]) -> dict[str, str | None]:
    changes: dict[str, str | None] = {
        **about,
        "height": str(facts.height),
        "media_type": facts.media_type,
        "name": facts.name,
        "taken_at": facts.taken_at,
        "taken_from": "exif" if facts.taken_at else "none",
        "position": facts.position,
        "position_from": "exif" if facts.position else "none",
        "width": str(facts.width),
    }
    return {path: value for path, value in changes.items() if value}


def _doubts(survey: Survey, visit: str, facts: PhotoFacts) -> tuple[Problem, ...]:
    record = visit_record(survey, visit)
    site = records.record(survey, record.get("$site"))
    elsewhere = {
        photo.blob: photo.name for photo in photos_of(survey) if photo.blob == facts.sha256
    }
    return photo_warnings(
        facts,
        visit_start=record.get("$started"),
        visit_end=ended_at(record),
        site_position=site.get("position"),
        known_hashes=elsewhere,
    )
