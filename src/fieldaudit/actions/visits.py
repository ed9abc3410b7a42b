"""Visits: start one, type into it, save it, check it, sign it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fieldaudit.actions import judging
from fieldaudit.actions.changes import Changes, Done, Progress
from fieldaudit.actions.forms import newest_form
from fieldaudit.actions.prefill import prefilled
from fieldaudit.actions.sharing import relation_edits
from fieldaudit.actions.sheets import CLOSED, VisitSheet, draft_of, open_sheet, status_of
from fieldaudit.actions.snapshots import SIGNED, site_of
from fieldaudit.actions.wording import status_word
from fieldaudit.actions.writing import author_of, write
from fieldaudit.errors import BadInput, Code, Problem
from fieldaudit.store import drafts, listing, records, seals
from fieldaudit.store.revisions import Edit
from fieldaudit.store.survey import Survey
from fieldaudit.visit.draft import WARNINGS
from fieldaudit.visit.identity import Identity
from fieldaudit.visit.listed import Order
from fieldaudit.visit.records import Status, VisitSummary
from fieldaudit.visit.stamp import Author, new_id, now


@dataclass(frozen=True, slots=True)
class Figures:
    """How far the visits of a survey are, without looking at any checklist."""

    by_status: Mapping[Status, int]
    """Visits in each state."""

    photos: int
    """Photos of all of them."""

    @property
    def visits(self) -> int:
        """All visits."""
        return sum(self.by_status.values())


def list_visits(
    survey: Survey,
    *,
    text: str = "",
    status: Status | None = None,
    order: Order = Order.NEWEST,
    quick: bool = False,
    progress: Progress | None = None,
) -> tuple[VisitSummary, ...]:
    """Return the visits.

    Args:
        survey: where.
        text: only those that contain it, or whose site does.
        status: only those in this state.
        order: what they are sorted by.
        quick: leave those unjudged whose checklist nobody has looked at since they changed.
        progress: is told how many are judged.
    """
    found = visit_ids(survey, text=text, status=status, order=order)
    return judging.rows(survey, found) if quick else judging.judged_rows(survey, found, progress)


def visit_ids(
    survey: Survey,
    *,
    text: str = "",
    status: Status | None = None,
    order: Order = Order.NEWEST,
    limit: int = -1,
) -> list[str]:
    """Return only the ids of the visits, at most `limit` of them."""
    return listing.ids(survey, text=text, status=status or "", order=order, limit=limit)


def figures(survey: Survey) -> Figures:
    """Count visits and photos."""
    with survey.reading():
        photos = records.counts(survey).get("photo", 0)
        found = {Status(name): number for name, number in listing.by_status(survey).items()}
    return Figures(found, photos)


def start_visit(survey: Survey, *, site: str, author: Author) -> Done[str]:
    """Begin a visit of a site with the newest checklist of its kind; return the visit's id."""
    place = site_of(records.record(survey, site))
    form = newest_form(survey, place.kind)
    moment, visit = now(), new_id()
    changes: dict[str, str | None] = {
        "$form": form.hash,
        "$inspector": author.name,
        "$site": site,
        "$started": moment.iso(),
        "$status": Status.DRAFT.value,
        **prefilled(survey, form, place, moment, inspector=author.name),
    }
    write(survey, [Edit(visit, "visit", changes, form=form.hash)], author=author, moment=moment)
    return Done(visit, Changes(visits=True))


def open_visit(survey: Survey, *, visit: str) -> VisitSheet:
    """Read everything about one visit."""
    return open_sheet(survey, visit)


def keep_draft(survey: Survey, *, visit: str, changes: Mapping[str, str | None]) -> Done[None]:
    """Make typing durable; it is on the disk when this returns."""
    drafts.keep(survey, visit, changes, moment=now())
    return Done(None, Changes(answers=True))


def save_visit(survey: Survey, *, visit: str, author: Author, reason: str = "") -> Done[bool]:
    """Turn what was typed into one revision; return whether there was anything.

    Raises:
        BadInput: the visit is signed already and no reason for the correction was given.
    """
    with survey.atomic():
        record = records.record(survey, visit)
        typed = drafts.typed(survey, visit)
        fresh = {path: text for path, text in typed.items() if record.values.get(path) != text}
        if fresh:
            if status_of(record) in CLOSED and not reason.strip():
                raise BadInput(Code.REASON_MISSING)
            # Said only where it changes: two people saving one draft do not disagree about it.
            reopened = status_of(record) is not Status.DRAFT
            changes = {**fresh, **({"$status": Status.DRAFT.value} if reopened else {})}
            edit = Edit(visit, "visit", changes, form=record.form, reason=reason.strip())
            write(survey, [edit], author=author)
        drafts.clear(survey, visit)
    return Done(bool(fresh), Changes(visits=True, answers=True))


def check_visit(survey: Survey, *, visit: str) -> tuple[Problem, ...]:
    """List what is missing or wrong in a visit, photos asked for included."""
    return draft_of(open_sheet(survey, visit)).problems()


def sign_visits(survey: Survey, *, visits: Sequence[str], identity: Identity) -> Done[int]:
    """Save, sign and seal visits; return the number of revisions sealed.

    Raises:
        BadInput: a visit is unfinished; it names the number of open items and the first. Or the
            office has closed it.
    """
    author = author_of(identity)
    moment = now()
    with survey.atomic():
        for visit in visits:
            save_visit(survey, visit=visit, author=author)
            _refuse_unfinished(survey, visit)
            record = records.record(survey, visit)
            changes: dict[str, str | None] = {
                "$status": Status.SIGNED.value,
                f"{SIGNED}/{author.fingerprint}": moment.iso(),
            }
            edit = Edit(visit, "visit", changes, form=record.form)
            edits = [edit, *relation_edits(survey, visit)]
            write(survey, edits, author=author, moment=moment)
        sealed = seals.seal(survey, identity, moment=moment)
    return Done(sealed, Changes(visits=True, journal=True))


def _refuse_unfinished(survey: Survey, visit: str) -> None:
    sheet = open_sheet(survey, visit)
    code, status = sheet.summary.site.code, sheet.summary.status
    if status in (Status.ACCEPTED, Status.REJECTED):
        raise BadInput(Code.VISIT_STATUS, where=code, status=status_word(status))
    open_items = [each for each in draft_of(sheet).problems() if each.code not in WARNINGS]
    if open_items:
        raise BadInput(
            Code.VISIT_INCOMPLETE,
            where=code,
            count=len(open_items),
            first=open_items[0],
        )
