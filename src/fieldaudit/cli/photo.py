"""Commands on photos."""

from pathlib import Path

import click

from fieldaudit.actions import photos, surveys
from fieldaudit.cli.persons import author_from, authored
from fieldaudit.cli.voice import Voice
from fieldaudit.cli.words import FILE, Group, on_survey, option
from fieldaudit.texts import QT_TRANSLATE_NOOP

word = Group("photo", QT_TRANSLATE_NOOP("Cli", "照片：添加、列出、检查、写说明、移除"))

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
_REASON = QT_TRANSLATE_NOOP("Cli", "移除的理由")
_REMOVED = QT_TRANSLATE_NOOP("Cli", "已移除 {name}；原图和历史保留，可用 photo restore 恢复。")
_RESTORED = QT_TRANSLATE_NOOP("Cli", "已恢复 {name}。")
_DESCRIBED = QT_TRANSLATE_NOOP("Cli", "{name} 的说明：{caption}")
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


@word.word("caption", QT_TRANSLATE_NOOP("Cli", "改写照片的说明；空文字表示删去"))
@on_survey
@click.argument("photo")
@click.argument("caption")
@authored
def caption_(
    voice: Voice,
    *,
    survey: Path,
    photo: str,
    caption: str,
    identity: Path | None,
    name: str | None,
) -> None:
    """Change what is said of a photo."""
    author = author_from(identity, name)
    with surveys.open_survey(survey) as opened:
        told = photos.describe_photo(opened, photo=photo, caption=caption, author=author).value
    voice.answer(_DESCRIBED, id=told.id, name=told.name, caption=told.caption)


@word.word("remove", QT_TRANSLATE_NOOP("Cli", "从未签名的检查移除照片，可以恢复"))
@on_survey
@click.argument("photo")
@option("--reason", default="", help=_REASON)
@authored
def remove(
    voice: Voice,
    *,
    survey: Path,
    photo: str,
    reason: str,
    identity: Path | None,
    name: str | None,
) -> None:
    """Take a photo off its visit."""
    author = author_from(identity, name)
    with surveys.open_survey(survey) as opened:
        gone = photos.remove_photo(opened, photo=photo, author=author, reason=reason).value
    voice.answer(_REMOVED, id=gone.id, name=gone.name)


@word.word("restore", QT_TRANSLATE_NOOP("Cli", "恢复移除的照片"))
@on_survey
@click.argument("photo")
@authored
def restore(
    voice: Voice, *, survey: Path, photo: str, identity: Path | None, name: str | None
) -> None:
    """Put a photo back."""
    author = author_from(identity, name)
    with surveys.open_survey(survey) as opened:
        back = photos.restore_photo(opened, photo=photo, author=author).value
    voice.answer(_RESTORED, id=back.id, name=back.name)
