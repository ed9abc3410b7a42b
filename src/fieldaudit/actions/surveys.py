"""Surveys: make one, look at it, check it, hand it over."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from fieldaudit.actions.changes import Changes, Done, Progress, steps
from fieldaudit.actions.checks import check
from fieldaudit.actions.files import read_file
from fieldaudit.actions.forms import bundled_forms, form_edit, load_form
from fieldaudit.actions.opening import whereabouts
from fieldaudit.actions.sheets import CLOSED, status_of
from fieldaudit.actions.visits import save_visit
from fieldaudit.actions.wording import status_word
from fieldaudit.actions.writing import author_of, write
from fieldaudit.errors import BadInput, Code
from fieldaudit.form.parameters import read_parameters
from fieldaudit.paths import bundled_form
from fieldaudit.store import (
    blobs,
    copy,
    drafts,
    journal,
    people,
    projections,
    records,
    revisions,
    seals,
)
from fieldaudit.store.revisions import Edit
from fieldaudit.store.seals import SealTally
from fieldaudit.store.survey import Survey, create_survey
from fieldaudit.store.survey import open_survey as open_file
from fieldaudit.visit.identity import Identity
from fieldaudit.visit.newfile import new_file
from fieldaudit.visit.records import Balance
from fieldaudit.visit.stamp import Author, new_id, now

__all__ = [
    "SurveyInfo",
    "backup",
    "check",
    "founder_of",
    "handover",
    "info",
    "new_survey",
    "open_survey",
    "rebuild",
    "restore",
    "whereabouts",
]

PARAMETERS = "parameters/lj2022.json"
_LARGEST = 16 << 20


@dataclass(frozen=True, slots=True)
class SurveyInfo:
    """What a survey file holds, counted."""

    name: str
    """Its name."""

    region: str
    """The region it covers."""

    path: str
    """The file."""

    state: str
    """One hash over the set of revision hashes; equal exactly for equal surveys."""

    revisions: int
    """Number of revisions."""

    records: Mapping[str, int]
    """Number of records by kind."""

    conflicts: int
    """Undecided conflicts."""

    photos_expected: int
    """Photos and attached papers."""

    photos_present: int
    """Of those, with their original whole and in the file."""

    photos_damaged: int
    """Of those, with their original missing or damaged."""

    seals: tuple[SealTally, ...]
    """How far each author is vouched for."""

    drafts: int
    """Visits with typing that is not yet a revision."""

    streets: tuple[str, ...]
    """Names of its streets."""


def new_survey(
    path: Path,
    *,
    name: str,
    founder: Author,
    region: str = "",
    streets: Mapping[str, str] | None = None,
    forms: Sequence[Path] | None = None,
    parameters: Path | None = None,
) -> None:
    """Make a survey file with its checklists, thresholds and streets (code → name).

    Args:
        path: must not exist.
        name: name of the survey.
        founder: who vouches for the keys of the others.
        region: the region it covers.
        streets: code → name.
        forms: checklists; the bundled ones when None.
        parameters: thresholds; the bundled ones when None.
    """
    files = list(forms) if forms is not None else bundled_forms()
    loaded = [load_form(file) for file in files]
    file = parameters or bundled_form(PARAMETERS)
    thresholds = read_file(file, _LARGEST)
    read_parameters(thresholds, file.name)
    with new_file(path) as part, create_survey(part) as survey:
        changes = {"name": name, "region": region, "founder": founder.fingerprint}
        changes["parameters"] = blobs.add(survey, thresholds)
        changes |= {f"streets/{code}/name": street for code, street in (streets or {}).items()}
        edits = [Edit(new_id(), "survey", changes), *(form_edit(survey, form) for form in loaded)]
        write(survey, edits, author=founder)


def open_survey(path: Path, *, readonly: bool = False) -> Survey:
    """Open a survey file."""
    return open_file(path, readonly=readonly)


def info(survey: Survey) -> SurveyInfo:
    """Count what a survey holds; every original is hashed again."""
    expected = blobs.attached(survey)
    damaged = blobs.count_damaged(survey, expected)
    head = records.records(survey, "survey")
    values = head[0].values if head else {}
    return SurveyInfo(
        name=values.get("name", ""),
        region=values.get("region", ""),
        path=str(survey.path),
        state=revisions.state(survey),
        revisions=revisions.count(survey),
        records=records.counts(survey),
        conflicts=len(records.conflicts(survey)),
        photos_expected=len(expected),
        photos_present=len(expected) - damaged,
        photos_damaged=damaged,
        seals=seals.tallies(survey),
        drafts=len(drafts.waiting(survey)),
        streets=tuple(v for path, v in values.items() if path.startswith("streets/")),
    )


def rebuild(survey: Survey, *, progress: Progress | None = None) -> Done[int]:
    """Make every derived table again, or none; return the number of records."""
    everything = Changes(True, True, True, True, True, True, True)
    return Done(projections.rebuild(survey, steps(progress)), everything)


def backup(survey: Survey, folder: Path, *, progress: Progress | None = None) -> Path:
    """Write a proven copy into `folder`, named by the time."""
    stamp = now().datetime().strftime("%Y%m%d-%H%M%S-%f")
    out = folder / f"{survey.path.stem}.{stamp}.backup.gpkg"
    folder.mkdir(parents=True, exist_ok=True)
    copy.backup(survey, out, steps(progress))
    return out


def restore(saved: Path, target: Path, *, progress: Progress | None = None) -> Path:
    """Write a backup back as the new file `target`."""
    with open_file(saved, readonly=True) as survey:
        copy.backup(survey, target, steps(progress))
    return target


def handover(
    survey: Survey, out: Path, *, identity: Identity | None, progress: Progress | None = None
) -> Done[Balance]:
    """Turn drafts into revisions, seal, and write one clean file to give away.

    Args:
        survey: the file in use.
        out: must not exist.
        identity: whose revisions are sealed; None hands over unsealed.
        progress: is told and asked between rows.

    Raises:
        BadInput: the file exists, or a signed visit was typed into and nobody said why.
        Surroundings: the disk is full, or the folder cannot be written.
    """
    if out.exists():
        raise BadInput(Code.FILE_EXISTS, file=out.name)
    moment = now()
    _save_typing(survey, identity)
    sealed = seals.seal(survey, identity, moment=moment) if identity else 0
    copy.write_copy(survey, out, steps(progress))
    balance = _handed_over(survey, out)
    journal.note(survey, "handover", {"out": out.name, "sealed": sealed}, moment=moment)
    return Done(balance, Changes(journal=True))


def _save_typing(survey: Survey, identity: Identity | None) -> None:
    """Turn typing into revisions, by who hands over, or else by each visit's inspector."""
    with survey.atomic():
        for visit in drafts.waiting(survey):
            record = records.record(survey, visit)
            name, status = record.get("$inspector"), status_of(record)
            if status in CLOSED:
                code = records.record(survey, record.get("$site")).get("code")
                raise BadInput(Code.VISIT_STATUS, where=code, status=status_word(status))
            author = author_of(identity) if identity else Author(name, f"name:{name}")
            save_visit(survey, visit=visit, author=author)


def founder_of(survey: Survey) -> str:
    """Return the fingerprint of the key that made the survey."""
    return people.founder(survey)


def _handed_over(survey: Survey, out: Path) -> Balance:
    """Count the copy, not the original."""
    with open_file(out, readonly=True) as copied:
        expected = blobs.attached(copied)
        damaged = blobs.count_damaged(copied, expected)
        written = revisions.count(copied)
    ours = revisions.count(survey)
    return Balance(
        deed="handover",
        taken=ours,
        new=written,
        photos_expected=len(expected),
        photos_present=len(expected) - damaged,
        photos_damaged=damaged,
        lost=ours - written,
    )
