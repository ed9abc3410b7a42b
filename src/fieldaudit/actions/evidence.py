"""What photos and papers have in common: they are taken off a visit, put back and described.

They are evidence under a signature: a visit that is signed takes and loses nothing.
"""

from collections.abc import Mapping

from fieldaudit.actions.sheets import CLOSED, status_of
from fieldaudit.actions.snapshots import papers_of, photos_of, visit_record
from fieldaudit.actions.wording import status_word
from fieldaudit.actions.writing import write
from fieldaudit.errors import BadInput, Code
from fieldaudit.store import drafts, records
from fieldaudit.store.records import Record
from fieldaudit.store.revision import DELETED
from fieldaudit.store.revisions import Edit
from fieldaudit.store.survey import Survey
from fieldaudit.visit.records import Paper, Photo
from fieldaudit.visit.stamp import Author, now

MOST_CAPTION = 500
"""Characters of a caption; more is a report, and would not fit below a picture."""


def refuse_closed(survey: Survey, visit: Record) -> None:
    """Refuse where a signature stands; the office returns the visit first.

    Raises:
        BadInput: the visit is signed, accepted or rejected.
    """
    status = status_of(visit)
    if status in CLOSED:
        code = records.record(survey, visit.get("$site")).get("code")
        raise BadInput(Code.VISIT_STATUS, where=code, status=status_word(status))


def take_off(survey: Survey, kind: str, name: str, *, author: Author, reason: str = "") -> Record:
    """Take a photo or paper off its visit; its bytes and its history stay.

    Returns:
        The record as it was.

    Raises:
        BadInput: there is none of this kind on a visit, or the visit is signed.
    """
    record = _known(survey, kind, name, deleted=False)
    with survey.atomic():
        refuse_closed(survey, visit_record(survey, record.get("visit")))
        edit = Edit(name, kind, {DELETED: "true"}, reason=reason.strip())
        write(survey, [edit, *_renamed(survey, record)], author=author)
    return record


def put_back(survey: Survey, kind: str, name: str, *, author: Author) -> Record:
    """Put a photo or paper back that was taken off its visit, and return it.

    Raises:
        BadInput: there is none of this kind that was taken off, or the visit is signed.
    """
    record = _known(survey, kind, name, deleted=True)
    with survey.atomic():
        refuse_closed(survey, visit_record(survey, record.get("visit")))
        write(survey, [Edit(name, kind, {DELETED: None})], author=author)
    return records.record(survey, name)


def describe(
    survey: Survey, kind: str, name: str, told: Mapping[str, str], *, author: Author
) -> Record:
    """Say something else of a photo or paper, and return it; what is said already is no news.

    Raises:
        BadInput: there is none of this kind, the caption is too long, or the visit is signed.
    """
    record = _known(survey, kind, name, deleted=False)
    if len(told.get("caption", "")) > MOST_CAPTION:
        raise BadInput(Code.CAPTION_TOO_LONG, limit=MOST_CAPTION)
    changes = {path: text or None for path, text in told.items() if record.get(path) != text}
    if changes:
        with survey.atomic():
            refuse_closed(survey, visit_record(survey, record.get("visit")))
            write(survey, [Edit(name, kind, changes)], author=author)
    return records.record(survey, name)


def caption_of(text: str) -> str:
    """Return a caption on one line."""
    return " ".join(text.split())


def _known(survey: Survey, kind: str, name: str, *, deleted: bool) -> Record:
    record = records.record(survey, name)
    if record.kind != kind or record.deleted != deleted:
        raise BadInput(Code.RECORD_UNKNOWN, record=name)
    return record


def _renamed(survey: Survey, removed: Record) -> list[Edit]:
    """Let the answer that names a removed file name the next one, saved or still typed."""
    path, visit = removed.get("question"), visit_record(survey, removed.get("visit"))
    here: tuple[Paper | Photo, ...] = (*papers_of(survey, visit.id), *photos_of(survey, visit.id))
    left = [each.name for each in here if each.question == path and each.id != removed.id]
    name, after = removed.get("name"), left[0] if left else None
    if name in left or not path:
        return []
    if drafts.typed(survey, visit.id).get(path) == name:
        drafts.keep(survey, visit.id, {path: after}, moment=now())
    if visit.get(path) != name:
        return []
    return [Edit(visit.id, "visit", {path: after}, form=visit.form)]
