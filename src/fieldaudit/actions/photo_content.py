"""The photos of a visit as a package prints them: when, where, and what does not fit."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from fieldaudit.actions.place_content import place_content
from fieldaudit.actions.purges import purge_note
from fieldaudit.actions.snapshots import photos_of, sites_by_id
from fieldaudit.errors import Code, Problem, Trouble
from fieldaudit.package.evidence import PhotoContent
from fieldaudit.store import blobs, records
from fieldaudit.store.survey import Survey
from fieldaudit.texts import QT_TRANSLATE_NOOP, Catalog
from fieldaudit.visit.photo import PhotoFacts
from fieldaudit.visit.photo_warnings import photo_warnings
from fieldaudit.visit.records import Photo
from fieldaudit.visit.thumbnail import upright_jpeg

_EXIF = QT_TRANSLATE_NOOP("Domain", "照片 EXIF")
_WARNINGS: dict[Trouble, str] = {
    Code.PHOTO_OUTSIDE_VISIT: QT_TRANSLATE_NOOP("Domain", "拍摄时间不在检查时段内"),
    Code.PHOTO_FAR_FROM_SITE: QT_TRANSLATE_NOOP("Domain", "距站点约 {metres} 米"),
    Code.PHOTO_ALREADY_USED: QT_TRANSLATE_NOOP("Domain", "同一照片也用于 {elsewhere}"),
}

Uses = Mapping[str, Mapping[str, str]]
"""Hash of an original → visit → code of its site, of every visit that shows it."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What the photos of a visit are compared with."""

    visit: str = ""
    """Record id; photos of a later visit are not compared."""

    started: str = ""
    """When it began, ISO 8601."""

    ended: str = ""
    """When it ended."""

    position: str = ""
    """Geopoint of its site."""

    uses: Uses = field(default_factory=dict)
    """Which visits show which originals."""


def uses_of(survey: Survey) -> Uses:
    """Return in which visits each original is used that more than one of them shows."""
    sites = sites_by_id(survey)
    codes = {
        record.id: sites[record.get("$site")].code
        for record in records.records(survey, "visit")
        if record.get("$site") in sites
    }
    found: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for photo in photos_of(survey):
        if photo.visit in codes:
            found[photo.blob][photo.visit] = codes[photo.visit]
    return {blob: visits for blob, visits in found.items() if len(visits) > 1}


def photo_contents(
    survey: Survey, photos: Sequence[Photo], catalog: Catalog, seen: Seen
) -> tuple[PhotoContent, ...]:
    """Return what is printed of the photos of one visit, numbered from 1."""
    gone = {each.id: purge_note(survey, each.id) for each in photos}
    return tuple(
        PhotoContent(
            number=number,
            caption=photo.caption or photo.name,
            jpeg=_jpeg(survey, photo),
            sha256=photo.blob,
            item=photo.question.rpartition("/")[2],
            taken_at=photo.taken_at,
            taken_from=catalog.text("Domain", _EXIF) if photo.taken_at else "",
            size=(photo.width, photo.height),
            place=place_content(photo.position, catalog.text("Domain", _EXIF)),
            warnings=(
                *(catalog.explain(each).rstrip("。.") for each in [gone[photo.id]] if each),
                *(_said(each, catalog) for each in _doubts(photo, seen)),
            ),
            gone=gone[photo.id] is not None,
        )
        for number, photo in enumerate(photos, 1)
    )


def _jpeg(survey: Survey, photo: Photo) -> Callable[[], bytes]:
    def load() -> bytes:
        return upright_jpeg(blobs.read(survey, photo.blob), name=photo.name)

    return load


def _doubts(photo: Photo, seen: Seen) -> tuple[Problem, ...]:
    if photo.visit != seen.visit:
        return ()
    others = [code for visit, code in seen.uses.get(photo.blob, {}).items() if visit != seen.visit]
    facts = PhotoFacts(
        name=photo.name,
        sha256=photo.blob,
        size=0,
        media_type="",
        width=photo.width,
        height=photo.height,
        taken_at=photo.taken_at,
        position=photo.position,
    )
    return photo_warnings(
        facts,
        visit_start=seen.started,
        visit_end=seen.ended,
        site_position=seen.position,
        known_hashes={photo.blob: " ".join(sorted(set(others)))} if others else None,
    )


def _said(doubt: Problem, catalog: Catalog) -> str:
    source = _WARNINGS.get(doubt.code)
    return catalog.text("Domain", source, **doubt.params) if source else catalog.explain(doubt)
