"""The mail variant: photos encoded again, in steps, until the package fits a letter."""

import io
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PIL import Image, UnidentifiedImageError

from fieldaudit.errors import BadInput, Code
from fieldaudit.package.build import PackageReport, Progress, build_package
from fieldaudit.package.content import PackageContent
from fieldaudit.package.evidence import PhotoContent
from fieldaudit.package.jpegs import DAMAGED
from fieldaudit.package.manner import PLAIN, Manner
from fieldaudit.package.variant import VARIANTS, Variant
from fieldaudit.package.words import words
from fieldaudit.texts import QT_TRANSLATE_NOOP, Catalog
from fieldaudit.visit.identity import Identity
from fieldaudit.visit.newfile import new_file
from fieldaudit.visit.scratch import scratch

MOST_BYTES = 20_000_000
"""What every mail server takes."""

_NOTE = QT_TRANSLATE_NOOP(
    "Pdf",
    "邮寄版：照片重新编码，最长边不超过 {edge} 像素，JPEG 质量 {quality}；"
    "原件保存在调查文件中，其 SHA-256 印在照片下方。",
)
_SAMPLE = 8
_PAGES_OF_A_VISIT = 40_000


@dataclass(frozen=True, slots=True)
class Step:
    """How small photos are made."""

    edge: int
    """Longest side, pixels."""

    quality: int
    """JPEG quality."""


STEPS = (
    Step(1600, 80),
    Step(1280, 75),
    Step(1024, 70),
    Step(800, 62),
    Step(640, 55),
    Step(480, 45),
    Step(360, 40),
)
"""From large to small; 1600 pixels is what a printed page can show."""


def build_mail(
    content: PackageContent,
    out: Path,
    *,
    identity: Identity | None,
    progress: Progress | None = None,
    most: int = MOST_BYTES,
    manner: Manner = PLAIN,
) -> PackageReport:
    """Make the package with the largest photos that fit into `most` bytes.

    Raises:
        BadInput: PACKAGE_TOO_LARGE_TO_MAIL when even the smallest do not; as `build_package`.
    """
    catalog = Catalog(content.language)
    with new_file(out) as draft, scratch(out.parent, "mail") as folder:
        for step in STEPS[_first(content, most) :]:
            made = folder / f"{step.edge}.pdf"
            smaller = _smaller(content, step, catalog)
            report = build_package(
                smaller, made, identity=identity, progress=progress, manner=manner
            )
            if report.bytes <= most:
                shutil.move(made, draft)
                return replace(report, path=out)
            made.unlink()
        raise BadInput(Code.PACKAGE_TOO_LARGE_TO_MAIL, megabytes=most // 1_000_000)


def encoded(data: bytes, step: Step) -> bytes:
    """Return a JPEG as small as the step says; never larger than it came.

    Raises:
        ValueError: it is no image that can be shown.
    """
    try:
        image = Image.open(io.BytesIO(data), formats=("JPEG", "PNG"))
        image.draft("RGB", (step.edge, step.edge))
        image.thumbnail((step.edge, step.edge), Image.Resampling.LANCZOS)
        made = io.BytesIO()
        image.convert("RGB").save(made, "JPEG", quality=step.quality, optimize=True)
    except (UnidentifiedImageError, *DAMAGED) as error:
        raise ValueError(str(error)) from error
    return min(data, made.getvalue(), key=len)


def _smaller(content: PackageContent, step: Step, catalog: Catalog) -> PackageContent:
    note = words(catalog, _NOTE, edge=step.edge, quality=step.quality)
    visits = tuple(
        replace(visit, photos=tuple(replace(each, jpeg=_load(each, step)) for each in visit.photos))
        for visit in content.visits
    )
    return replace(
        content,
        visits=visits,
        variant=Variant.MAIL,
        classification=words(catalog, VARIANTS[Variant.MAIL]),
        notes=(*content.notes, note),
    )


def _load(photo: PhotoContent, step: Step) -> Callable[[], bytes]:
    return lambda: encoded(_bytes(photo), step)


def _bytes(photo: PhotoContent) -> bytes:
    return photo.jpeg if isinstance(photo.jpeg, bytes) else photo.jpeg()


def _first(content: PackageContent, most: int) -> int:
    """Return the first step worth trying, by a few of the photos."""
    photos = [photo for visit in content.visits for photo in visit.photos]
    room = most - _PAGES_OF_A_VISIT * len(content.visits)
    sample = photos[:: max(1, len(photos) // _SAMPLE)]
    originals = [data for photo in sample if (data := _readable(photo))]
    for number, step in enumerate(STEPS[:-1]):
        if _mean(originals, step) * len(photos) <= room:
            return number
    return len(STEPS) - 1


def _mean(originals: Sequence[bytes], step: Step) -> float:
    return sum(len(encoded(data, step)) for data in originals) / max(1, len(originals))


def _readable(photo: PhotoContent) -> bytes:
    """Return a photo's bytes; none of one that would be printed as an empty frame."""
    try:
        data = _bytes(photo)
        encoded(data, STEPS[-1])
    except (ValueError, BadInput):
        return b""
    return data
