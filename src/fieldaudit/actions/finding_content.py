"""The findings of a visit as a package prints them: number, unit, deadline, photos."""

from collections.abc import Iterable, Mapping
from contextlib import suppress

from fieldaudit.actions.findings import ListedFinding
from fieldaudit.actions.snapshots import photo_of
from fieldaudit.errors import BadInput
from fieldaudit.package.evidence import FindingContent
from fieldaudit.store import records
from fieldaudit.store.survey import Survey
from fieldaudit.visit.records import Photo


def findings_by_path(
    listed: Iterable[ListedFinding], numbers: Mapping[str, int]
) -> dict[str, FindingContent]:
    """Return live path → finding of one visit.

    Args:
        listed: the visit's findings.
        numbers: photo record → its number in print; what has none is left out.
    """
    return {each.finding.path: _content(each, numbers) for each in listed}


def after_photos(survey: Survey, listed: Iterable[ListedFinding]) -> tuple[Photo, ...]:
    """Return the photos of later visits that show these findings mended, each once.

    A photo whose record has not been merged yet, or that was taken off its visit, is left out.
    """
    found = []
    for photo in dict.fromkeys(photo for each in listed for photo in each.finding.after):
        with suppress(BadInput):
            record = records.record(survey, photo)
            found += [] if record.deleted else [photo_of(survey, record)]
    return tuple(found)


def _content(listed: ListedFinding, numbers: Mapping[str, int]) -> FindingContent:
    finding = listed.finding
    return FindingContent(
        number=listed.number,
        owner=listed.owner,
        deadline=finding.due,
        status=listed.state,
        before=tuple(numbers[photo] for photo in finding.before if photo in numbers),
        after=tuple(numbers[photo] for photo in finding.after if photo in numbers),
    )
