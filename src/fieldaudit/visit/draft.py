"""A visit's answers while they are being given: the live form plus answer states and photos.

Free of Qt and of storage; nothing here blocks saving.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo
from uuid import uuid4

from fieldaudit.errors import Problem
from fieldaudit.form.definition import Choice, Form, Question, Severity, Texts
from fieldaudit.form.instance import Instance
from fieldaudit.form.mapping import CARRIED
from fieldaudit.form.state import Row, RowKind, Violation
from fieldaudit.form_codes import FormCode
from fieldaudit.visit.explaining import Explained, explained
from fieldaudit.visit.judgement import AnswerState, Judgement, judge
from fieldaudit.visit.lacks import FILES, PAPERS, problems_of, wants_photo

STATE = "$state"
"""Reserved step under an answer: why there is none."""

REASON = "$reason"
"""Reserved step under an answer: the reason in the inspector's words."""

WARNINGS = frozenset({FormCode.DRAFT_PHOTO_MISSING})
"""Problems that a signature does not wait for."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One question as it stands, with everything that a page shows of it."""

    path: str
    """Live path."""

    question: Question
    """Its definition."""

    value: str
    """The answer; kept while the question is hidden."""

    relevant: bool
    """Whether the question is asked."""

    required: bool
    """Whether it still needs an answer or a reason."""

    readonly: bool
    """Whether a person may not change the answer."""

    violation: Violation
    """What is wrong with the answer."""

    message: Texts
    """The form's own words for what is wrong, by language; often empty."""

    label: Texts
    """What is asked, by language, values filled in."""

    hint: Texts
    """How to find the answer, by language, values filled in."""

    judgement: Judgement
    """What the answer means for the audit."""

    answered: AnswerState
    """Whether there is an answer, or why not."""

    reason: str
    """The reason for having none."""

    photo_wanted: bool
    """Whether the item asks for a photo as it stands."""

    photo_missing: bool
    """Whether it asks for one and has none."""

    fault: str = ""
    """Why one of its expressions could not be evaluated; empty when all could."""

    carried: str = ""
    """Question of an older version that the answer was carried over from; empty for none."""

    @property
    def finding(self) -> bool:
        """Whether a failure of the item is a finding; information never is."""
        failed = self.judgement is Judgement.FAILED
        return failed and self.question.audit.severity is not Severity.INFORMATION

    @property
    def unit(self) -> str:
        """Unit of a number, as printed."""
        return self.question.audit.unit

    @property
    def limit(self) -> str:
        """The limit in words, as printed beside the value."""
        return self.question.audit.limit


class Draft:
    """The answers of one visit, live.

    Attributes:
        form: what is asked.
        instance: the live form inside.
        files: files that the form refers to, by name.
    """

    def __init__(
        self,
        form: Form,
        answers: Mapping[str, str],
        *,
        now: Callable[[], datetime],
        timezone: tzinfo,
        parameters: Mapping[str, str] | None = None,
        photos: Mapping[str, Sequence[str]] | None = None,
        papers: Mapping[str, Sequence[str]] | None = None,
        attachments: Mapping[str, bytes] | None = None,
        new_id: Callable[[], str] = lambda: str(uuid4()),
    ) -> None:
        """Open a visit's answers.

        Args:
            form: what is asked.
            answers: path → text as stored, with `$state` and `$reason` steps; paths that
                start with `$` are the visit's own and are left alone.
            now: an aware clock.
            timezone: zone of dates without offset.
            parameters: versioned thresholds.
            photos: file names of the photos that each question has, by live path.
            papers: file names of the papers that each question has, by live path.
            attachments: files that the form refers to, by name.
            new_id: makes ids of repeat instances.

        Raises:
            BadInput: the form cannot run.
        """
        self.form = form
        self._opened = {path: text for path, text in answers.items() if not path.startswith("$")}
        self._excuses = {path: text for path, text in self._opened.items() if _is_excuse(path)}
        values = {path: text for path, text in self._opened.items() if not _is_excuse(path)}
        self._photos = dict(photos or {})
        self._papers = dict(papers or {})
        self.files = attachments or {}
        self.instance = Instance(
            form,
            values,
            now=now,
            timezone=timezone,
            parameters=parameters,
            attachments=attachments,
            new_id=new_id,
            first_load=not self._opened,
        )
        for path in {**self._photos, **self._papers}:
            self._name_file(path)

    def set(self, path: str, text: str) -> frozenset[str]:
        """Answer a question; return the live paths that changed with it.

        An answer ends an excuse.
        """
        changed = self.instance.set(path, text)
        if f"{path}/{CARRIED}" in self._excuses and changed:
            # Somebody has answered it anew.
            del self._excuses[f"{path}/{CARRIED}"]
        if text and f"{path}/{STATE}" in self._excuses:
            return changed | self.excuse(path, AnswerState.ANSWERED)
        return changed

    def excuse(self, path: str, state: AnswerState, reason: str = "") -> frozenset[str]:
        """Say why a question has no answer, or that it has one after all."""
        self.instance.state(path)
        for step, text in ((STATE, state.value), (REASON, reason)):
            self._excuses.pop(f"{path}/{step}", None)
            if state is not AnswerState.ANSWERED and text:
                self._excuses[f"{path}/{step}"] = text
        return frozenset({path})

    def add(self, repeat: str) -> str:
        """Add an instance to the repeat at a live path; return the instance's path."""
        return self.instance.add(repeat)

    def remove(self, instance: str) -> frozenset[str]:
        """Remove a repeat instance with all that was said in it; return what changed."""
        gone = [path for path in self._excuses if path.startswith(f"{instance}/")]
        for path in gone:
            del self._excuses[path]
        return self.instance.remove(instance)

    def move(self, instance: str, before: str | None = None) -> frozenset[str]:
        """Move a repeat instance before another, or to the end; return what changed."""
        return self.instance.move(instance, before)

    def attach(
        self, path: str, photos: Sequence[str], papers: Sequence[str] = ()
    ) -> frozenset[str]:
        """Take note of what a question has; return the live paths that changed with it.

        The answer to a question that asks for a file is the name of its first one, as in ODK.
        """
        self._photos[path], self._papers[path] = tuple(photos), tuple(papers)
        return self._name_file(path) | {path}

    def _name_file(self, path: str) -> frozenset[str]:
        try:
            kind = self.instance.question(path).kind
        except KeyError:
            return frozenset()
        # A photo answers any question for a file where no paper does.
        papers = self._papers.get(path, ()) if kind in PAPERS else ()
        names = (*papers, *self._photos.get(path, ()))
        if kind not in FILES or self.instance.state(path).value in names:
            return frozenset()
        return self.set(path, names[0] if names else "")

    def choices(self, path: str) -> tuple[Choice, ...]:
        """Return the answers to choose from, as the choice filter leaves them, labels filled in."""
        return tuple(
            replace(choice, label=self._said(path, choice.label))
            for choice in self.instance.choices(path)
        )

    def rows(self) -> tuple[Row, ...]:
        """Return what the form shows, hidden parts included, from top to bottom."""
        return self.instance.rows()

    def shown(self, path: str) -> Shown:
        """Return the question at a live path as it stands; raise KeyError when there is none."""
        state, instance = self.instance.state(path), self.instance
        question = instance.question(path)
        answered = self.answer_state(path)
        reason = self._excuses.get(f"{path}/{REASON}", "")
        judgement = judge(state, answered)
        wanted = wants_photo(question, judgement)
        excused = answered is not AnswerState.ANSWERED and bool(reason)
        lacking = state.violation is Violation.REQUIRED
        languages = self.form.languages
        return Shown(
            path=path,
            question=question,
            value=state.value,
            relevant=state.relevant,
            required=state.required and state.relevant and not excused,
            readonly=state.readonly,
            violation=Violation.NONE if lacking and excused else state.violation,
            message={name: instance.message(path, name).strip() for name in languages},
            label=self._said(path, question.label),
            hint=self._said(path, question.hint),
            judgement=judgement,
            answered=answered,
            reason=reason,
            photo_wanted=wanted,
            photo_missing=wanted and not self._photos.get(path),
            fault=state.fault,
            carried=self._excuses.get(f"{path}/{CARRIED}", ""),
        )

    def explain(self, path: str) -> Explained:
        """Return why the question at a live path is hidden, required, invalid or failed."""
        return explained(self, path)

    def answer_state(self, path: str) -> AnswerState:
        """Return whether a question was answered, or why not."""
        found = self._excuses.get(f"{path}/{STATE}", "")
        return AnswerState(found) if found in list(AnswerState) else AnswerState.ANSWERED

    def answers(self) -> dict[str, str]:
        """Return everything said so far, path → text, hidden and unknown answers included."""
        return {**self.instance.unknown, **self.instance.values(), **self._excuses}

    def changes(self) -> dict[str, str | None]:
        """Return what differs from the answers opened with; None: taken back."""
        answers = self.answers()
        changed: dict[str, str | None] = {
            path: text for path, text in answers.items() if self._opened.get(path) != text
        }
        gone = (path for path, text in self._opened.items() if text and path not in answers)
        return changed | dict.fromkeys(gone)

    def saved(self) -> None:
        """Take note that everything said so far is stored."""
        self._opened = self.answers()

    def problems(self) -> tuple[Problem, ...]:
        """Return what is missing or wrong, in order of display; photos are warnings only."""
        return tuple(
            problem
            for row in self.rows()
            if row.kind is RowKind.QUESTION and row.relevant
            for problem in problems_of(self.shown(row.path))
        )

    def _said(self, path: str, texts: Texts) -> Texts:
        """Return texts with their values filled in, without the blanks around them."""
        return {name: self.instance.text(path, texts, name).strip() for name in texts}


def _is_excuse(path: str) -> bool:
    return path.rpartition("/")[2] in (STATE, REASON, CARRIED)
