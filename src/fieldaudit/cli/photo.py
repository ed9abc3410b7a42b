"""Commands on photos."""

from pathlib import Path

import click

from fieldaudit.actions import photos, surveys
from fieldaudit.cli.persons import author_from, authored
from fieldaudit.cli.voice import Voice
from fieldaudit.cli.words import FILE, Group, on_survey, option
from fieldaudit.texts import QT_TRANSLATE_NOOP

word = Group("photo", QT_TRANSLATE_NOOP("Cli", "照片：添加、列出、检查"))

_LIST = {
    "id": QT_TRANSLATE_NOOP("Cli", "记录"),
    "name": QT_TRANSLATE_NOOP("Cli", "文件名"),
    "question": QT_TRANSLATE_NOOP("Cli", "检查项"),
    "caption": QT_TRANSLATE_NOOP("Cli", "说明"),
    "taken_at": QT_TRANSLATE_NOOP("Cli", "拍摄时间"),
    "position": QT_TRANSLATE_NOOP("Cli", "位置"),
    "present": QT_TRANSLATE_NOOP("Cli", "完好"),
}
_QUESTION = QT_TRANSLATE_NOOP("Cli", "照片所证明的检查项")
_CAPTION = QT_TRANSLATE_NOOP("Cli", "照片说明")
_VISIT = QT_TRANSLATE_NOOP("Cli", "只列出这次检查的")


@word.word("add", QT_TRANSLATE_NOOP("Cli", "为检查添加照片，原样保存"))
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
    """Attach photos to a visit: all of them, or none."""
    author = author_from(identity, name)
    with surveys.open_survey(survey) as opened:
        added = photos.add_photos(
            opened,
            visit=visit,
            files=files,
            question=question,
            caption=caption,
            author=author,
            progress=voice.progress(),
        ).value
    if voice.machine:
        voice.emit(added)
    else:
        voice.list([each.photo for each in added], _LIST)
        voice.remarks([problem for each in added for problem in each.problems])


@word.word("list", QT_TRANSLATE_NOOP("Cli", "列出照片"))
@on_survey
@option("--visit", help=_VISIT)
def list_(voice: Voice, survey: Path, visit: str | None) -> None:
    """List the photos of one visit, or of all."""
    with surveys.open_survey(survey, readonly=True) as opened:
        voice.list(photos.list_photos(opened, visit=visit), _LIST)


@word.word("check", QT_TRANSLATE_NOOP("Cli", "重新核对每张照片的校验值"))
@on_survey
def check(voice: Voice, survey: Path) -> int:
    """Hash every original again."""
    with surveys.open_survey(survey, readonly=True) as opened:
        return voice.problems(photos.check_photos(opened))
