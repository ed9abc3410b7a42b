"""From folded records to the snapshots that windows, commands and packages show."""

from collections.abc import Mapping

from fieldaudit.errors import BadInput, Code
from fieldaudit.store import blobs, records
from fieldaudit.store.records import Record
from fieldaudit.store.survey import Survey
from fieldaudit.visit.records import Log, Paper, Photo, Site

SIGNED = "$signed"
"""Step above the times of signatures, by key: two who sign one visit do not disagree about it."""


def site_of(record: Record) -> Site:
    """Return the snapshot of a site record."""
    get = record.get
    return Site(
        id=record.id,
        code=get("code"),
        name=get("name"),
        kind=get("kind"),
        street=get("street"),
        address=get("address"),
        position=get("position"),
        datum=get("datum", "wgs84"),
        position_original=get("position_original"),
        example=get("example") == "true",
    )


def photo_of(survey: Survey, record: Record) -> Photo:
    """Return the snapshot of a photo record."""
    get = record.get
    return Photo(
        id=record.id,
        visit=get("visit"),
        question=get("question"),
        caption=get("caption"),
        blob=get("blob"),
        name=get("name"),
        taken_at=get("taken_at"),
        taken_from=get("taken_from", "none"),
        position=get("position"),
        width=_number(get("width")),
        height=_number(get("height")),
        present=blobs.exists(survey, get("blob")),
    )


def paper_of(survey: Survey, record: Record) -> Paper:
    """Return the snapshot of the record of an attached paper."""
    get = record.get
    return Paper(
        id=record.id,
        visit=get("visit"),
        question=get("question"),
        caption=get("caption"),
        blob=get("blob"),
        name=get("name"),
        media_type=get("media_type"),
        size=_number(get("size")),
        present=blobs.exists(survey, get("blob")),
    )


def log_of(record: Record) -> Log:
    """Return the snapshot of a log record."""
    get = record.get
    return Log(
        id=record.id,
        visit=get("visit"),
        blob=get("blob"),
        name=get("name"),
        profile=get("profile"),
        datum=get("datum", "wgs84"),
    )


def answers_of(record: Record) -> dict[str, str]:
    """Return the answers of a visit record without what the program itself notes."""
    return {path: value for path, value in record.values.items() if not path.startswith("$")}


def sites_by_id(survey: Survey) -> Mapping[str, Site]:
    """Return the register."""
    return {record.id: site_of(record) for record in records.records(survey, "site")}


def site_with_code(survey: Survey, code: str) -> Site:
    """Return the site with this code; raise BadInput when the register has none."""
    for site in sites_by_id(survey).values():
        if site.code == code:
            return site
    raise BadInput(Code.SITE_UNKNOWN, site=code)


def visit_record(survey: Survey, visit: str) -> Record:
    """Return the record of a visit; raise BadInput when the id is none of a visit."""
    record = records.record(survey, visit)
    if record.kind != "visit":
        raise BadInput(Code.RECORD_UNKNOWN, record=visit)
    return record


def signed_at(record: Record) -> str:
    """Return when a visit was signed last; empty when nobody signed it."""
    times = (text for path, text in record.values.items() if path.startswith(f"{SIGNED}/"))
    return max(times, default="")


def ended_at(record: Record) -> str:
    """Return when a visit ended; at the latest when it was signed."""
    return record.get("$ended") or signed_at(record)


def photos_of(survey: Survey, visit: str | None = None) -> tuple[Photo, ...]:
    """Return the photos of one visit, or of all, in the order in which they came."""
    return tuple(photo_of(survey, r) for r in _attached(survey, "photo", visit))


def papers_of(survey: Survey, visit: str | None = None) -> tuple[Paper, ...]:
    """Return the attached papers of one visit, or of all, in the order in which they came."""
    return tuple(paper_of(survey, r) for r in _attached(survey, "paper", visit))


def logs_of(survey: Survey, visit: str | None = None) -> tuple[Log, ...]:
    """Return the drive-test logs of one visit, or of all."""
    return tuple(log_of(record) for record in _attached(survey, "log", visit))


def _attached(survey: Survey, kind: str, visit: str | None) -> list[Record]:
    if visit is None:
        return records.records(survey, kind)
    return records.of_visit(survey, kind, visit)


def _number(text: str) -> int:
    """Whatever a merged file says, a width or a size is a number."""
    return int(text) if text.isascii() and text.isdigit() else 0
