"""What a visit said, item by item: the rows that indicators and the sharing finder count.

Only relevant answers without an excuse are here; who looks for a number gets None where there
is none.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

from fieldaudit.assess.findings import instant
from fieldaudit.assess.verdict import Conclusion
from fieldaudit.texts import QT_TRANSLATE_NOOP
from fieldaudit.visit.records import Site, Status


class Gap(StrEnum):
    """Why a registered site is not verified."""

    NOT_VISITED = "not_visited"
    NO_ACCESS = "no_access"
    NOT_ANSWERED = "not_answered"


GAPS = {
    Gap.NOT_VISITED: QT_TRANSLATE_NOOP("Domain", "没有已接收的检查"),
    Gap.NO_ACCESS: QT_TRANSLATE_NOOP("Domain", "未能进入"),
    Gap.NOT_ANSWERED: QT_TRANSLATE_NOOP("Domain", "没有填写"),
}
"""The reasons in words."""


@dataclass(frozen=True, slots=True)
class Seen:
    """One visit as an assessment reads it."""

    visit: str
    """Record id."""

    site: Site
    """Where."""

    form: str
    """Form id of its checklist."""

    status: Status
    """Where it stands."""

    started: str
    """When it began, ISO 8601."""

    entered: bool
    """False when the inspectors were not let in at all."""

    conclusion: Conclusion
    """Its verdict."""

    answers: Mapping[str, str] = field(repr=False)
    """Live path → text of what counts."""

    def one(self, name: str) -> str:
        """Return the answer to a question outside repeats; empty when there is none."""
        found = self.answers.items()
        return next((text for path, text in found if path.rpartition("/")[2] == name), "")

    def number(self, name: str) -> Fraction | None:
        """Return the answer to a question as an exact number, None when it is none."""
        return number_of(self.one(name))

    def rows(self, *names: str) -> list[dict[str, str]]:
        """Return name → answer for each group or repeat instance that answers one of `names`.

        The key `""` holds the path of the instance.
        """
        found: dict[str, dict[str, str]] = {}
        for path, text in self.answers.items():
            above, _, name = path.rpartition("/")
            if name in names:
                found.setdefault(above, {"": above})[name] = text
        return list(found.values())

    @property
    def day(self) -> str:
        """The day on which it began, ISO date."""
        return self.started[:10]

    @property
    def restricted(self) -> bool:
        """Whether it was in an area whose places may not be told (COM-14)."""
        return self.one("COM-14") == "yes"


@dataclass(frozen=True, slots=True)
class Unverified:
    """A registered site that no accepted visit verifies."""

    site: str
    """Its code."""

    why: Gap
    """Why."""


def number_of(text: str) -> Fraction | None:
    """Return a text as an exact number, None when it is none; whatever a merged file says."""
    try:
        return Fraction(text) if text and text.strip("-+.0123456789") == "" else None
    except ValueError:
        return None


def latest(seen: Iterable[Seen], form: str) -> list[Seen]:
    """Return the newest visit of each site with this checklist in which somebody got in."""
    found: dict[str, Seen] = {}
    for each in sorted(seen, key=lambda visit: (instant(visit.started), visit.visit)):
        if each.form == form and each.entered:
            found[each.site.id] = each
    return sorted(found.values(), key=lambda visit: visit.site.code)


def unverified(
    sites: Iterable[Site], seen: Iterable[Seen], verified: Iterable[Seen]
) -> tuple[Unverified, ...]:
    """Return the sites that none of the `verified` visits is of, each with its reason."""
    done = {visit.site.id for visit in verified}
    inside = {visit.site.id for visit in seen if visit.entered}
    tried = {visit.site.id for visit in seen}
    lacking = sorted((site for site in sites if site.id not in done), key=lambda site: site.code)
    return tuple(Unverified(site.code, _gap(site.id, tried, inside)) for site in lacking)


def _gap(site: str, tried: set[str], inside: set[str]) -> Gap:
    if site not in tried:
        return Gap.NOT_VISITED
    return Gap.NOT_ANSWERED if site in inside else Gap.NO_ACCESS
