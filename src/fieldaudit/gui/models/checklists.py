"""The checklists that the forms page lists: of the survey, bundled, opened from a file."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fieldaudit.actions.forms import BundledForm
    from fieldaudit.actions.kept_forms import KeptForm


@dataclass(frozen=True, slots=True)
class Listed:
    """One line of the list: a heading, or a checklist."""

    id: str
    """Hash of a kept version, path of a file; empty for a heading."""

    title: str
    """What it is called."""

    name: str = ""
    """Its `form_id`."""

    version: str = ""
    """Its version."""

    questions: int = 0
    """Number of questions; 0: not known yet."""

    visits: int = 0
    """Number of visits made with it."""

    kept: bool = False
    """Whether the survey has it."""

    newest: bool = True
    """Whether new visits are made with it."""

    here: bool = False
    """Whether the survey has the same version of it already."""

    @property
    def heading(self) -> bool:
        """Tell whether it heads the lines below it."""
        return not self.id


def of_survey(forms: Iterable["KeptForm"]) -> list[Listed]:
    """Return the checklists that a survey has."""
    return [
        Listed(
            id=form.hash,
            title=form.title or form.id,
            name=form.id,
            version=form.version,
            questions=form.questions,
            visits=form.visits,
            kept=True,
            newest=form.newest,
        )
        for form in forms
    ]


def of_program(forms: Iterable["BundledForm"], kept: Iterable[Listed]) -> list[Listed]:
    """Return the checklists that come with the program, beside those that are kept."""
    here = {(one.name, one.version) for one in kept}
    return [
        Listed(
            id=form.file,
            title=form.title or form.id,
            name=form.id,
            version=form.version,
            questions=form.questions,
            here=(form.id, form.version) in here,
        )
        for form in forms
    ]


def of_files(files: Iterable[Path]) -> list[Listed]:
    """Return checklists that a person opened."""
    return [Listed(id=str(file), title=file.name, name=str(file.parent)) for file in files]


def grouped(*groups: tuple[str, Sequence[Listed]], text: str = "") -> list[Listed]:
    """Return the lines that contain `text`, each group below its heading; empty ones left out."""
    wanted = text.casefold()
    lines: list[Listed] = []
    for heading, group in groups:
        found = [one for one in group if wanted in f"{one.title} {one.name}".casefold()]
        lines += [Listed("", heading), *found] if found else []
    return lines
