"""What damage means to people: which photo of which visit to which site."""

from collections.abc import Iterator

from fieldaudit.errors import BadInput, Problem
from fieldaudit.store import blobs, records
from fieldaudit.store.records import Record
from fieldaudit.store.survey import Survey

_SETTING = ("survey", "form")
"""Kinds of records that name blobs which are no originals."""


def called(survey: Survey, record: Record | None) -> str:
    """Name a record as a person knows it: site code, day and inspector of the visit, file."""
    if record is None:
        return ""
    get = record.get
    if record.kind in blobs.ORIGINALS:
        return _joined(called(survey, _found(survey, get("visit"))), get("name") or record.id)
    if record.kind == "visit":
        site = _found(survey, get("$site"))
        code = site.get("code") if site else get("$site")
        return _joined(code, get("$started")[:10], get("$inspector")) or record.id
    return get("code") or get("name") or get("title") or record.id


def affected(survey: Survey, blob: str) -> str:
    """Name every photo, paper and log whose original a blob is; empty when nothing refers to it."""
    return "; ".join(called(survey, each) for each in _users(survey) if each.get("blob") == blob)


def damaged_others(survey: Survey) -> Iterator[Problem]:
    """Hash every form, threshold and list that a record names, and every blob that none names."""
    users = _namers(survey)
    originals = set(blobs.expected(survey))
    names = (set(users) | set(blobs.present(survey))) - originals
    for name, code in blobs.check(survey, sorted(names)):
        told = {"blob": name[:16], "users": "; ".join(users.get(name, ()))}
        yield Problem(code, told["users"] or name[:16], told)


def _namers(survey: Survey) -> dict[str, list[str]]:
    """Return who names each blob that is no original: form and file, or the survey."""
    found: dict[str, list[str]] = {}
    for kind in _SETTING:
        for record in records.records(survey, kind):
            for name in blobs.named(record.values):
                found.setdefault(name, []).append(called(survey, record))
    return found


def damaged_originals(survey: Survey) -> Iterator[Problem]:
    """Hash every original again and say whose are missing or damaged."""
    for name, code in blobs.check(survey, blobs.expected(survey)):
        told = {"blob": name[:16], "users": affected(survey, name)}
        yield Problem(code, told["users"] or name[:16], told)


def _users(survey: Survey) -> list[Record]:
    return [each for kind in blobs.ORIGINALS for each in records.records(survey, kind)]


def _found(survey: Survey, name: str) -> Record | None:
    try:
        return records.record(survey, name) if name else None
    except BadInput:
        return None


def _joined(*parts: str) -> str:
    return " ".join(filter(None, parts))
