"""What the sections of a visit come to: how far each is, and everything that is wrong."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from fieldaudit.form.definition import Group, Kind, Question, Severity
from fieldaudit.form.state import Row, Violation
from fieldaudit.gui.labels import bare
from fieldaudit.gui.models.questions import QuestionsModel
from fieldaudit.visit.draft import Shown
from fieldaudit.visit.judgement import AnswerState, Judgement

_UNASKED = frozenset({Kind.NOTE, Kind.CALCULATE})


@dataclass(frozen=True, slots=True)
class Section:
    """One tab: a group at the top of the form with its rows."""

    path: str
    """Path of the group; empty for questions outside any group."""

    title: str
    """Its heading."""

    rows: tuple[Row, ...]
    """What it shows, hidden rows included."""


@dataclass(slots=True)
class Tally:
    """How far a section is."""

    asked: int = 0
    """Relevant questions that ask for an answer."""

    answered: int = 0
    """Those with an answer or a reasoned excuse."""

    wrong: list[Shown] = field(default_factory=list)
    """Violated constraints and types."""

    missing: list[Shown] = field(default_factory=list)
    """Required, without answer or reason."""

    failed: list[Shown] = field(default_factory=list)
    """Items that do not conform."""

    photos: list[Shown] = field(default_factory=list)
    """Items that ask for a photo and have none."""

    def __iadd__(self, other: "Tally") -> "Tally":
        """Add the counts of another section."""
        self.asked += other.asked
        self.answered += other.answered
        for name in ("wrong", "missing", "failed", "photos"):
            getattr(self, name).extend(getattr(other, name))
        return self

    def failures(self, severity: Severity) -> list[Shown]:
        """Return the failed items of one severity."""
        return [one for one in self.failed if one.question.audit.severity is severity]


def sections(model: QuestionsModel) -> list[Section]:
    """Return the sections of a form in order."""
    found: list[tuple[str, str, list[Row]]] = []
    title = model.draft.form.title
    for row in model.rows():
        if row.depth == 0 and isinstance(row.item, Group):
            found.append((row.path, bare(row.item.label, model.language), [row]))
        elif row.depth == 0 and (not found or found[-1][0]):
            found.append(("", title, [row]))
        else:
            found[-1][2].append(row)
    return [Section(path, name, tuple(rows)) for path, name, rows in found]


def tally(model: QuestionsModel, section: Section) -> Tally:
    """Count one section as it stands."""
    counted = Tally()
    for shown in _asked(model, section):
        excused = shown.answered is not AnswerState.ANSWERED and bool(shown.reason)
        counted.asked += 1
        counted.answered += bool(shown.value) or excused
        if shown.violation is Violation.REQUIRED:
            counted.missing.append(shown)
        elif shown.violation is not Violation.NONE:
            counted.wrong.append(shown)
        if shown.answered is not AnswerState.ANSWERED and not shown.reason:
            counted.missing.append(shown)
        if shown.judgement is Judgement.FAILED:
            counted.failed.append(shown)
        if shown.photo_missing:
            counted.photos.append(shown)
    return counted


def _asked(model: QuestionsModel, section: Section) -> Iterator[Shown]:
    for row in section.rows:
        if isinstance(row.item, Question) and row.item.kind not in _UNASKED:
            shown = model.shown(row.path)
            if shown.relevant:
                yield shown
