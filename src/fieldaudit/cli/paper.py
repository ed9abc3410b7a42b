"""Commands on attached papers."""

from pathlib import Path

import click

from fieldaudit.actions import papers, surveys
from fieldaudit.cli.persons import author_from, authored
from fieldaudit.cli.voice import Voice
from fieldaudit.cli.words import FILE, Group, on_survey, option
from fieldaudit.texts import QT_TRANSLATE_NOOP

word = Group(
    "paper", QT_TRANSLATE_NOOP("Cli", "附件（文档、录音、录像）：添加、列出、取出、写说明、移除")
)

_LIST = {
    "id": QT_TRANSLATE_NOOP("Cli", "记录"),
    "name": QT_TRANSLATE_NOOP("Cli", "文件名"),
    "question": QT_TRANSLATE_NOOP("Cli", "检查项"),
    "caption": QT_TRANSLATE_NOOP("Cli", "说明"),
    "media_type": QT_TRANSLATE_NOOP("Cli", "类型"),
    "size": QT_TRANSLATE_NOOP("Cli", "字节"),
    "present": QT_TRANSLATE_NOOP("Cli", "完好"),
}
_QUESTION = QT_TRANSLATE_NOOP("Cli", "附件所回答的检查项；不给则属于整次检查")
_CAPTION = QT_TRANSLATE_NOOP("Cli", "附件说明")
_VISIT = QT_TRANSLATE_NOOP("Cli", "只限这次检查的")
_REASON = QT_TRANSLATE_NOOP("Cli", "移除的理由")
_SAVED = QT_TRANSLATE_NOOP("Cli", "已写入 {file}")
_REMOVED = QT_TRANSLATE_NOOP("Cli", "已移除 {name}；原文和历史保留，可用 paper restore 恢复。")
_DESCRIBED = QT_TRANSLATE_NOOP("Cli", "{name} 的说明：{caption}")
_RESTORED = QT_TRANSLATE_NOOP("Cli", "已恢复 {name}。")


@word.word("add", QT_TRANSLATE_NOOP("Cli", "为检查添加附件，原样保存"))
@on_survey
@click.argument("visit")
@click.argument("files", metavar="FILE...", type=FILE, nargs=-1, required=True)
@option("--question", default="", help=_QUESTION)
@option("--caption", default="", help=_CAPTION)
@authored
def add(
    voice: Voice,
    *,
    survey: Path,
    visit: str,
    files: tuple[Path, ...],
    question: str,
    caption: str,
    identity: Path | None,
    name: str | None,
) -> None:
    """Attach files to a visit: all of them, or none."""
    author = author_from(identity, name)
    with surveys.open_survey(survey) as opened:
        added = papers.add_papers(
            opened,
            visit=visit,
            files=files,
            question=question,
            caption=caption,
            author=author,
            progress=voice.progress(),
        ).value
    voice.list(added, _LIST)


@word.word("list", QT_TRANSLATE_NOOP("Cli", "列出附件"))
@on_survey
@option("--visit", help=_VISIT)
def list_(voice: Voice, survey: Path, visit: str | None) -> None:
    """List the papers of one visit, or of all."""
    with surveys.open_survey(survey, readonly=True) as opened:
        voice.list(papers.list_papers(opened, visit=visit), _LIST)


@word.word("extract", QT_TRANSLATE_NOOP("Cli", "把附件的副本写入文件夹，不覆盖、不打开；默认全部"))
@on_survey
@click.argument("folder", metavar="DIR", type=FILE)
@click.argument("ids", metavar="[PAPER]...", nargs=-1)
@option("--visit", help=_VISIT)
def extract(
    voice: Voice, *, survey: Path, folder: Path, ids: tuple[str, ...], visit: str | None
) -> None:
    """Write copies of papers into a folder."""
    with surveys.open_survey(survey, readonly=True) as opened:
        chosen = ids or [each.id for each in papers.list_papers(opened, visit=visit)]
        written = papers.save_papers(
            opened, papers=chosen, folder=folder, progress=voice.progress()
        )
    if voice.machine:
        voice.emit([str(each) for each in written])
    for each in written:
        voice.tell(_SAVED, file=each)


@word.word("caption", QT_TRANSLATE_NOOP("Cli", "改写附件的说明；空文字表示删去"))
@on_survey
@click.argument("paper")
@click.argument("caption")
@authored
def caption_(
    voice: Voice,
    *,
    survey: Path,
    paper: str,
    caption: str,
    identity: Path | None,
    name: str | None,
) -> None:
    """Change what is said of a paper."""
    author = author_from(identity, name)
    with surveys.open_survey(survey) as opened:
        told = papers.describe_paper(opened, paper=paper, caption=caption, author=author).value
    voice.answer(_DESCRIBED, id=told.id, name=told.name, caption=told.caption)


@word.word("remove", QT_TRANSLATE_NOOP("Cli", "从未签名的检查移除附件，可以恢复"))
@on_survey
@click.argument("paper")
@option("--reason", default="", help=_REASON)
@authored
def remove(
    voice: Voice,
    *,
    survey: Path,
    paper: str,
    reason: str,
    identity: Path | None,
    name: str | None,
) -> None:
    """Take a paper off its visit."""
    author = author_from(identity, name)
    with surveys.open_survey(survey) as opened:
        gone = papers.remove_paper(opened, paper=paper, author=author, reason=reason).value
    voice.answer(_REMOVED, id=gone.id, name=gone.name)


@word.word("restore", QT_TRANSLATE_NOOP("Cli", "恢复移除的附件"))
@on_survey
@click.argument("paper")
@authored
def restore(
    voice: Voice, *, survey: Path, paper: str, identity: Path | None, name: str | None
) -> None:
    """Put a paper back."""
    author = author_from(identity, name)
    with surveys.open_survey(survey) as opened:
        back = papers.restore_paper(opened, paper=paper, author=author).value
    voice.answer(_RESTORED, id=back.id, name=back.name)
