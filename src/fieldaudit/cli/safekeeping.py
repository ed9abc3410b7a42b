"""Commands for a survey that is damaged or encrypted, and for photos past their keeping."""

from pathlib import Path

import click

from fieldaudit.actions import envelopes, purges, rescues
from fieldaudit.actions.opening import open_alone
from fieldaudit.cli.persons import author_from, authored, identity_from, signing
from fieldaudit.cli.voice import FINDINGS, Voice
from fieldaudit.cli.words import FILE, command, on_survey, option
from fieldaudit.texts import QT_TRANSLATE_NOOP

_RESCUE = {
    "file": QT_TRANSLATE_NOOP("Cli", "文件"),
    "revisions": QT_TRANSLATE_NOOP("Cli", "修订"),
    "revisions_lost": QT_TRANSLATE_NOOP("Cli", "至少遗失的修订"),
    "blobs": QT_TRANSLATE_NOOP("Cli", "原文"),
    "photos_expected": QT_TRANSLATE_NOOP("Cli", "应有附件"),
    "photos_present": QT_TRANSLATE_NOOP("Cli", "完好附件"),
    "seals": QT_TRANSLATE_NOOP("Cli", "封签"),
    "drafts": QT_TRANSLATE_NOOP("Cli", "未保存的填写"),
}
_PURGE = {
    "photos": QT_TRANSLATE_NOOP("Cli", "标记的照片"),
    "originals": QT_TRANSLATE_NOOP("Cli", "清除的原文"),
    "kept": QT_TRANSLATE_NOOP("Cli", "另有引用而保留的原文"),
}
_WRITTEN = QT_TRANSLATE_NOOP("Cli", "已写入 {file}。")
_BEFORE = QT_TRANSLATE_NOOP("Cli", "清除该日期之前的照片和录音录像（例如 2022-07-31）")
_REASON = QT_TRANSLATE_NOOP("Cli", "依据的规定或理由")


@command("rescue", QT_TRANSLATE_NOOP("Cli", "从损坏的调查文件中救出完好的内容"))
@click.argument("damaged", type=FILE)
@click.argument("out", type=FILE)
def rescue(voice: Voice, damaged: Path, out: Path) -> int:
    """Write everything whole into a new file and say what is lost."""
    done = rescues.rescue(damaged, out, progress=voice.progress())
    voice.show(done, _RESCUE)
    voice.remarks(done.losses)
    return FINDINGS if done.losses else 0


@command(
    "purge", QT_TRANSLATE_NOOP("Cli", "清除超过保存期限的照片和录音录像原文，保留校验值和记录")
)
@on_survey
@option("--before", required=True, metavar="DATE", help=_BEFORE)
@option("--reason", required=True, help=_REASON)
@authored
def purge(
    voice: Voice,
    *,
    survey: Path,
    before: str,
    reason: str,
    identity: Path | None,
    name: str | None,
) -> int:
    """Remove the originals of photos and recordings taken before a day."""
    author = author_from(identity, name)
    with open_alone(survey) as opened:
        done = purges.purge_photos(
            opened, before=before, reason=reason, author=author, progress=voice.progress()
        )
    voice.show(done.value, _PURGE)
    voice.remarks(done.value.problems)
    return FINDINGS if done.value.problems else 0


@command("open", QT_TRANSLATE_NOOP("Cli", "用收件人的身份解开加密的移交文件"))
@click.argument("envelope", type=FILE)
@click.argument("out", type=FILE)
@signing
def unwrap(
    voice: Voice,
    *,
    envelope: Path,
    out: Path,
    identity: Path | None,
    password_file: Path | None,
) -> None:
    """Decrypt a hand-over file into a new survey file."""
    envelopes.open_envelope(envelope, out, identity=identity_from(identity, password_file))
    voice.answer(_WRITTEN, file=out)
