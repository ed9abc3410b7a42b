"""The one way in which actions write revisions: by an author whom the survey knows."""

from collections.abc import Sequence

from fieldaudit.store import people, revisions
from fieldaudit.store.revisions import Edit
from fieldaudit.store.survey import Survey
from fieldaudit.visit.identity import Identity
from fieldaudit.visit.stamp import Author, Moment, now


def write(
    survey: Survey, edits: Sequence[Edit], *, author: Author, moment: Moment | None = None
) -> None:
    """Write one revision for each edit, and introduce the author where that is due."""
    with survey.atomic():
        whole = [*_introduction(survey, author), *edits]
        revisions.append(survey, whole, author=author.fingerprint, moment=moment or now())


def author_of(identity: Identity) -> Author:
    """Return the author that an identity stands for."""
    return Author(identity.name, identity.fingerprint, identity.role, identity.certificate)


def _introduction(survey: Survey, author: Author) -> list[Edit]:
    if not author.certificate:
        return []
    known = people.signatories(survey).get(author.fingerprint)
    # A certificate issued later for a key that is known is news too.
    if known and known.record.get("certificate") in ("", author.certificate):
        return []
    changes = {
        "certificate": author.certificate,
        "fingerprint": author.fingerprint,
        "name": author.name,
        "role": author.role,
    }
    return [Edit(people.person_id(author.fingerprint), "person", changes)]
