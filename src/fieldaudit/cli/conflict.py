"""Commands on what several people answered differently."""

from dataclasses import asdict
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import click

from fieldaudit.actions import merges, surveys
from fieldaudit.actions.doubles import list_doubts
from fieldaudit.cli.persons import author_from, authored
from fieldaudit.cli.voice import FINDINGS, Voice
from fieldaudit.cli.words import Group, on_survey, option
from fieldaudit.merge.rules import Rule
from fieldaudit.texts import QT_TRANSLATE_NOOP
from fieldaudit.visit.records import Conflict
from fieldaudit.visit.sorts import SORT_NAMES
from fieldaudit.visit.stamp import Author

word = Group("conflict", QT_TRANSLATE_NOOP("Cli", "冲突：列出、决定"))

_LIST = {
    "sort": QT_TRANSLATE_NOOP("Cli", "类型"),
    "record": QT_TRANSLATE_NOOP("Cli", "记录"),
    "title": QT_TRANSLATE_NOOP("Cli", "对象"),
    "path": QT_TRANSLATE_NOOP("Cli", "项目"),
    "base": QT_TRANSLATE_NOOP("Cli", "原值"),
}
_RIVALS = {
    "value": QT_TRANSLATE_NOOP("Cli", "值"),
    "author": QT_TRANSLATE_NOOP("Cli", "填写人"),
    "made_at": QT_TRANSLATE_NOOP("Cli", "时间"),
    "provisional": QT_TRANSLATE_NOOP("Cli", "暂用"),
}
_EDITED = {
    "path": QT_TRANSLATE_NOOP("Cli", "项目"),
    "before": QT_TRANSLATE_NOOP("Cli", "原值"),
    "after": QT_TRANSLATE_NOOP("Cli", "改为"),
}
_EDITS = QT_TRANSLATE_NOOP("Cli", "另一方修改了：")
_NONE = QT_TRANSLATE_NOOP("Cli", "没有未决冲突。")
_VALUE = QT_TRANSLATE_NOOP("Cli", "决定采用的值")
_REMOVED = QT_TRANSLATE_NOOP("Cli", "决定删除")
_RULE = QT_TRANSLATE_NOOP("Cli", "按规则决定，不指定记录；规则没有结论的仍未决")
_KIND = QT_TRANSLATE_NOOP("Cli", "规则只用于这类记录")
_PATH = QT_TRANSLATE_NOOP("Cli", "规则只用于这些项目，可用 * 和 ?")
_PREFER = QT_TRANSLATE_NOOP("Cli", "规则 prefer 所采信的填写人，可重复")
_SETTLED = QT_TRANSLATE_NOOP("Cli", "已决定 {count} 个，仍未决 {left} 个。")
_REASON = QT_TRANSLATE_NOOP("Cli", "理由")


@word.word("list", QT_TRANSLATE_NOOP("Cli", "列出未决冲突"))
@on_survey
def list_(voice: Voice, survey: Path) -> None:
    """List every undecided conflict."""
    with surveys.open_survey(survey, readonly=True) as opened:
        found = (*merges.list_conflicts(opened), *list_doubts(opened))
    if voice.machine:
        voice.emit(found)
    elif not found:
        voice.tell(_NONE)
    else:
        for each in found:
            _show(voice, each)


@word.word("settle", QT_TRANSLATE_NOOP("Cli", "决定一个冲突，或按规则决定多个"))
@on_survey
@click.argument("record", required=False)
@click.argument("path", required=False)
@option("--value", help=_VALUE)
@option("--removed", is_flag=True, help=_REMOVED)
@option("--rule", type=click.Choice([rule.value for rule in Rule]), help=_RULE)
@option("--kind", default="", help=_KIND)
@option("--path", "like", default="", help=_PATH)
@option("--prefer", multiple=True, metavar="NAME", help=_PREFER)
@option("--reason", required=True, help=_REASON)
@authored
def settle(
    voice: Voice,
    *,
    survey: Path,
    record: str | None,
    path: str | None,
    value: str | None,
    removed: bool,
    reason: str,
    identity: Path | None,
    name: str | None,
    rule: str | None,
    **chosen: Any,
) -> int:
    """Decide a conflict, or many by a rule, with a reason."""
    if rule:
        _alone(record or path or value or removed, "--rule")
        author = author_from(identity, name)
        return _by_rule(voice, survey, Rule(rule), reason=reason, author=author, **chosen)
    _alone(any(chosen.values()), "--kind / --path / --prefer")
    if not record or not path or (value is None) != removed:
        raise click.UsageError("RECORD PATH --value / --removed")
    author = author_from(identity, name)
    with surveys.open_survey(survey) as opened:
        done = merges.settle(
            opened, record=record, path=path, value=value, reason=reason, author=author
        )
    _show(voice, done.value)
    return 0


@word.word("undo", QT_TRANSLATE_NOOP("Cli", "撤回一个决定，冲突重新打开"))
@on_survey
@click.argument("record")
@click.argument("path")
@option("--reason", required=True, help=_REASON)
@authored
def undo(
    voice: Voice,
    *,
    survey: Path,
    record: str,
    path: str,
    reason: str,
    identity: Path | None,
    name: str | None,
) -> None:
    """Take a decision back."""
    author = author_from(identity, name)
    with surveys.open_survey(survey) as opened:
        done = merges.undo(opened, record=record, path=path, reason=reason, author=author)
    _show(voice, done.value)


def _alone(other: object, flag: str) -> None:
    if other:
        raise click.UsageError(flag)


def _by_rule(
    voice: Voice,
    survey: Path,
    rule: Rule,
    *,
    kind: str,
    like: str,
    prefer: tuple[str, ...],
    reason: str,
    author: Author,
) -> int:
    """Decide many; what the rule leaves open is a finding."""
    with surveys.open_survey(survey) as opened:
        done = merges.settle_by_rule(
            opened,
            rule,
            kind=kind,
            path=like,
            prefer=prefer,
            reason=reason,
            author=author,
            progress=voice.progress(),
        )
    if voice.machine:
        voice.emit(done.value)
    else:
        voice.list(done.value.settled, _LIST)
        voice.tell(_SETTLED, count=len(done.value.settled), left=done.value.left)
    return FINDINGS if done.value.left else 0


def _show(voice: Voice, conflict: Conflict) -> None:
    if voice.machine:
        voice.emit(conflict)
        return
    named = {**asdict(conflict), "sort": voice.catalog.text("Domain", SORT_NAMES[conflict.sort])}
    voice.show(SimpleNamespace(**named), _LIST)
    voice.list(conflict.rivals, _RIVALS)
    if conflict.edits:
        voice.tell(_EDITS)
        voice.list(conflict.edits, _EDITED)
