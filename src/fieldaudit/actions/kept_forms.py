"""The checklists that a survey has, each version on its own line."""

from collections import Counter
from dataclasses import dataclass

from fieldaudit.actions.forms import form_of, version_rank
from fieldaudit.store import records
from fieldaudit.store.survey import Survey


@dataclass(frozen=True, slots=True)
class KeptForm:
    """One version of a checklist in a survey."""

    id: str
    """Its `form_id`."""

    version: str
    """Its version."""

    title: str
    """Its title."""

    hash: str
    """What visits name it by."""

    questions: int
    """Number of questions."""

    visits: int
    """Number of visits made with it."""

    newest: bool
    """Whether new visits are made with it."""


def kept_forms(survey: Survey) -> tuple[KeptForm, ...]:
    """Return the checklists of a survey by id, the newest version of each first."""
    visits = Counter(record.get("$form") for record in records.records(survey, "visit"))
    found = records.records(survey, "form")
    found.sort(key=version_rank, reverse=True)
    found.sort(key=lambda record: record.get("id"))
    seen: set[str] = set()
    kept = []
    for record in found:
        name, version = record.get("hash"), record.get("version")
        kept.append(
            KeptForm(
                id=record.get("id"),
                version=version,
                title=record.get("title"),
                hash=name,
                questions=sum(1 for _ in form_of(survey, name).root.questions()),
                visits=visits[name],
                newest=record.get("id") not in seen,
            )
        )
        seen.add(record.get("id"))
    return tuple(kept)
