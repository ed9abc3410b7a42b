"""Commands of the office: accept a visit or give it back."""

from pathlib import Path

import click

from fieldaudit.actions import reviews, surveys
from fieldaudit.cli.persons import author_from, authored
from fieldaudit.cli.voice import Voice
from fieldaudit.cli.words import Group, on_survey, option
from fieldaudit.texts import QT_TRANSLATE_NOOP

word = Group("review", QT_TRANSLATE_NOOP("Cli", "复核：接收、退回"))

_REASON = QT_TRANSLATE_NOOP("Cli", "理由")
_ACCEPTED = QT_TRANSLATE_NOOP("Cli", "已接收 {accepted} 次检查。")
_RETURNED = QT_TRANSLATE_NOOP("Cli", "已退回 {returned} 次检查。")


@word.word("accept", QT_TRANSLATE_NOOP("Cli", "接收已签名的检查"))
@on_survey
@click.argument("visits", metavar="VISIT...", nargs=-1, required=True)
@authored
def accept(
    voice: Voice,
    *,
    survey: Path,
    visits: tuple[str, ...],
    identity: Path | None,
    name: str | None,
) -> None:
    """Accept signed visits."""
    author = author_from(identity, name)
    with surveys.open_survey(survey) as opened:
        count = reviews.accept(opened, visits=visits, author=author).value
    voice.answer(_ACCEPTED, accepted=count)


@word.word("return", QT_TRANSLATE_NOOP("Cli", "把检查退回给检查人"))
@on_survey
@click.argument("visits", metavar="VISIT...", nargs=-1, required=True)
@option("--reason", default="", help=_REASON)
@authored
def return_(
    voice: Voice,
    *,
    survey: Path,
    visits: tuple[str, ...],
    reason: str,
    identity: Path | None,
    name: str | None,
) -> None:
    """Give signed visits back to their inspectors."""
    author = author_from(identity, name)
    with surveys.open_survey(survey) as opened:
        count = reviews.give_back(opened, visits=visits, reason=reason, author=author).value
    voice.answer(_RETURNED, returned=count)
