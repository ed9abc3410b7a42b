"""The command that makes one survey of many."""

from pathlib import Path

import click

from fieldaudit.actions import envelopes, merges
from fieldaudit.actions.opening import open_alone
from fieldaudit.actions.receipts import Receipts
from fieldaudit.cli.persons import identity_if_any, signing
from fieldaudit.cli.tallies import show_balance
from fieldaudit.cli.voice import Voice
from fieldaudit.cli.words import FILE, command, on_survey, option
from fieldaudit.texts import QT_TRANSLATE_NOOP

_FULL = QT_TRANSLATE_NOOP("Cli", "重新读取以前已完整合并过的文件")
_RECEIPTS = QT_TRANSLATE_NOOP("Cli", "存放回执的文件夹；默认在各来源文件旁")


@command("merge", QT_TRANSLATE_NOOP("Cli", "把其他调查文件合并进来"))
@on_survey
@click.argument("sources", metavar="SOURCE...", type=FILE, nargs=-1, required=True)
@option("--full", is_flag=True, help=_FULL)
@option("--receipts", type=FILE, help=_RECEIPTS)
@signing
def word(
    voice: Voice,
    *,
    survey: Path,
    sources: tuple[Path, ...],
    identity: Path | None,
    password_file: Path | None,
    full: bool,
    receipts: Path | None,
) -> int:
    """Take over what others hand over; an identity is asked for only where it is needed."""
    closed = any(envelopes.is_envelope(source) for source in sources)
    key = identity_if_any(identity, password_file) if closed or identity else None
    with open_alone(survey) as opened:
        written = Receipts(opened, sources, folder=receipts, identity=key)
        done = merges.merge(
            opened,
            sources=sources,
            progress=voice.progress(),
            identity=key,
            full=full,
            after=written,
        )
    return show_balance(voice, done.value, problems=written.problems)
