"""Why a question is hidden, required, invalid or failed, in words: labels, answers, thresholds.

Turns what the live form knows into something that a person reads; decides nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from fieldaudit.form.definition import Choice, Texts
from fieldaudit.form.rich import plain
from fieldaudit.form.state import Explanation
from fieldaudit.texts import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from fieldaudit.visit.draft import Draft


class Why(StrEnum):
    """What a rule did to a question."""

    HIDDEN = "hidden"
    REQUIRED = "required"
    INVALID = "invalid"
    FAILED = "failed"


WHYS = {
    Why.HIDDEN: QT_TRANSLATE_NOOP("Domain", "未显示"),
    Why.REQUIRED: QT_TRANSLATE_NOOP("Domain", "必填"),
    Why.INVALID: QT_TRANSLATE_NOOP("Domain", "填写有误"),
    Why.FAILED: QT_TRANSLATE_NOOP("Domain", "不符合"),
}
"""Names of what rules do."""


@dataclass(frozen=True, slots=True)
class Read:
    """An answer that a rule reads."""

    path: str
    """Live path of its question."""

    label: Texts
    """What is asked there, by language, as bare text."""

    value: str
    """The answer as stored; empty for none."""

    words: Texts
    """The answer by language: a choice's label, else the answer itself."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One rule at work."""

    why: Why
    """What it did."""

    at: str
    """Live path of the question or section whose rule it is."""

    rule: str
    """The rule, references as `${name}`; empty for one that holds always."""

    reads: tuple[Read, ...]
    """The answers that it reads."""


@dataclass(frozen=True, slots=True)
class Explained:
    """Why one question is as it is."""

    path: str
    """Its live path."""

    label: Texts
    """What is asked, by language, as bare text."""

    reasons: tuple[Reason, ...]
    """The rules at work, none for a question that nothing is the matter with."""

    parameters: Mapping[str, str]
    """Thresholds that these rules ask for, with their values; empty for one nobody set."""

    limit: str = ""
    """The limit in words, for a question that failed."""

    limits: Texts = field(default_factory=dict)
    """The same by language."""


def explained(draft: "Draft", path: str) -> Explained:
    """Return why the question at a live path is as it is; raise KeyError when there is none."""
    found = draft.instance.explain(path)
    reasons = tuple(_reason(draft, path, found, why) for why in Why if _at_work(found, why))
    failed = any(reason.why is Why.FAILED for reason in reasons)
    audit = draft.shown(path).question.audit
    return Explained(
        path=path,
        label=_label(draft, path),
        reasons=reasons,
        parameters=found.parameters,
        limit=audit.limit if failed else "",
        limits={each: audit.said("limit", each) for each in draft.form.languages if failed},
    )


def _at_work(found: Explanation, why: Why) -> bool:
    return why.value in found.rules


def _reason(draft: "Draft", path: str, found: Explanation, why: Why) -> Reason:
    reads = {
        Why.HIDDEN: found.hidden,
        Why.REQUIRED: found.required,
        Why.INVALID: found.invalid,
        Why.FAILED: found.failed,
    }[why]
    return Reason(
        why=why,
        at=found.hidden_at if why is Why.HIDDEN else path,
        rule=found.rules[why.value],
        reads=tuple(_read(draft, where, value) for where, value in dict(reads).items()),
    )


def _read(draft: "Draft", path: str, value: str) -> Read:
    return Read(path, _label(draft, path), value, _words(draft, path, value))


def _label(draft: "Draft", path: str) -> Texts:
    """Return what is asked at a path; the question's name where nobody is asked."""
    name = path.rpartition("/")[2]
    said = {each: draft.instance.label(path, each) for each in draft.form.languages}
    return {each: plain(text) or name for each, text in said.items()}


def _words(draft: "Draft", path: str, value: str) -> Texts:
    labels = {choice.value: choice.label for choice in _choices(draft, path)}
    return {
        language: ", ".join(plain(labels.get(one, {}).get(language, "")) or one for one in chosen)
        for language in draft.form.languages
        for chosen in [value.split() if labels else [value]]
    }


def _choices(draft: "Draft", path: str) -> tuple[Choice, ...]:
    try:
        return draft.choices(path)
    except KeyError:
        return ()
