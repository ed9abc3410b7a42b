"""Commands on checklists."""

from dataclasses import dataclass
from pathlib import Path

import click

from fieldaudit.actions import forms, surveys, upgrades
from fieldaudit.cli.persons import author_from, authored
from fieldaudit.cli.voice import FINDINGS, Voice
from fieldaudit.cli.words import FILE, Group, on_survey, option
from fieldaudit.form.definition import Form, Kind, Question
from fieldaudit.form.explaining import as_written
from fieldaudit.form.markup import plain as marks_left_out
from fieldaudit.form.rich import plain
from fieldaudit.texts import QT_TRANSLATE_NOOP

word = Group("form", QT_TRANSLATE_NOOP("Cli", "检查表：列出、核对、查看、新建、加入、换版"))

_LIST = {
    "id": QT_TRANSLATE_NOOP("Cli", "编号"),
    "version": QT_TRANSLATE_NOOP("Cli", "版本"),
    "title": QT_TRANSLATE_NOOP("Cli", "标题"),
    "questions": QT_TRANSLATE_NOOP("Cli", "检查项数"),
    "file": QT_TRANSLATE_NOOP("Cli", "文件"),
}
_SHOW = {
    "path": QT_TRANSLATE_NOOP("Cli", "检查项"),
    "kind": QT_TRANSLATE_NOOP("Cli", "类型"),
    "label": QT_TRANSLATE_NOOP("Cli", "题面"),
    "required": QT_TRANSLATE_NOOP("Cli", "必填"),
    "relevant": QT_TRANSLATE_NOOP("Cli", "显示条件"),
    "severity": QT_TRANSLATE_NOOP("Cli", "严重程度"),
    "limit": QT_TRANSLATE_NOOP("Cli", "限值"),
    "clause": QT_TRANSLATE_NOOP("Cli", "依据"),
}
_ADDED = QT_TRANSLATE_NOOP("Cli", "检查表 {id}（{version}）已加入调查文件。")
_REASON = QT_TRANSLATE_NOOP("Cli", "换版的理由")
_RULES = QT_TRANSLATE_NOOP("Cli", "新旧检查项的对应规则（JSON）；默认用随检查表加入的")
_UPGRADED = QT_TRANSLATE_NOOP("Cli", "检查 {visit} 已换到版本 {version}，带入 {moved} 个答案。")
_NEWEST = QT_TRANSLATE_NOOP("Cli", "检查 {visit} 已经是最新版本。")
_USABLE = QT_TRANSLATE_NOOP("Cli", "检查表 {id}（{version}）可以使用，共 {questions} 个检查项。")
_WRITTEN = QT_TRANSLATE_NOOP("Cli", "已写入 {file}。")


@word.word("list", QT_TRANSLATE_NOOP("Cli", "列出内置的检查表"))
def list_(voice: Voice) -> None:
    """List the bundled checklists."""
    voice.list(forms.list_forms(), _LIST)


@word.word("check", QT_TRANSLATE_NOOP("Cli", "核对一个检查表文件（XLSForm 或 XForm）"))
@click.argument("form", type=FILE)
def check(voice: Voice, form: Path) -> int:
    """Say everything that is wrong with a checklist."""
    reading = forms.check_form(form)
    if voice.machine:
        voice.emit({"form": _head(reading.form), "problems": reading.problems})
    elif reading.form is not None:
        voice.tell(_USABLE, **_head(reading.form) or {})
    voice.remarks(reading.problems)
    return FINDINGS if reading.form is None or reading.faults else 0


@word.word("show", QT_TRANSLATE_NOOP("Cli", "列出一个检查表的检查项、限值和依据"))
@click.argument("form", type=FILE)
def show(voice: Voice, form: Path) -> None:
    """List the questions of a checklist."""
    found = forms.load_form_file(form)
    questions = list(found.root.questions())
    if voice.machine:
        voice.emit({**(_head(found) or {}), "questions": questions})
    else:
        language = found.language(voice.catalog.language)
        voice.list([_line(each, language) for each in questions if each.label], _SHOW)


@word.word("new", QT_TRANSLATE_NOOP("Cli", "写出一个检查表模板"))
@click.argument("form", type=FILE)
def new(voice: Voice, form: Path) -> None:
    """Write a template of a checklist."""
    forms.new_form(form)
    voice.answer(_WRITTEN, file=form)


@word.word("add", QT_TRANSLATE_NOOP("Cli", "把检查表或它的新版本加入调查文件"))
@on_survey
@click.argument("form", type=FILE)
@authored
def add(voice: Voice, *, survey: Path, form: Path, identity: Path | None, name: str | None) -> None:
    """Keep a checklist in a survey file."""
    with surveys.open_survey(survey) as opened:
        author = author_from(identity, name)
        kept = forms.form_of(opened, forms.add_form(opened, file=form, author=author).value)
    voice.answer(_ADDED, **_head(kept) or {})


@word.word("upgrade", QT_TRANSLATE_NOOP("Cli", "把一次检查换到检查表的最新版本，带入已有答案"))
@on_survey
@click.argument("visit")
@option("--reason", required=True, help=_REASON)
@option("--mapping", type=FILE, help=_RULES)
@authored
def upgrade(
    voice: Voice,
    *,
    survey: Path,
    visit: str,
    reason: str,
    mapping: Path | None,
    identity: Path | None,
    name: str | None,
) -> None:
    """Move a visit to the newest version of its checklist."""
    with surveys.open_survey(survey) as opened:
        newer = upgrades.upgradable(opened, visit=visit)
        if not newer:
            voice.answer(_NEWEST, visit=visit)
            return
        carried = upgrades.upgrade_visit(
            opened,
            visit=visit,
            form=newer[0],
            author=author_from(identity, name),
            reason=reason,
            mapping=upgrades.load_mapping(mapping) if mapping else None,
        ).value
        version = forms.form_of(opened, newer[0]).version
    told = {"visit": visit, "version": version, "moved": len(carried.moved)}
    if voice.machine:
        voice.emit({**told, "form": newer[0], "notes": carried.notes})
    voice.tell(_UPGRADED, **told)
    voice.remarks(carried.notes)


@dataclass(frozen=True, slots=True)
class _Line:
    """One question as the list shows it."""

    path: str
    kind: Kind
    label: str
    required: str
    relevant: str
    severity: str
    limit: str
    clause: str


def _line(question: Question, language: str) -> _Line:
    audit = question.audit
    return _Line(
        path=question.path,
        kind=question.kind,
        label=plain(marks_left_out(question.label.get(language, ""))),
        required="✓" if question.required == "true()" else as_written(question.required),
        relevant=as_written(question.relevant),
        severity=audit.severity.value,
        limit=audit.said("limit", language),
        clause=audit.said("clause", language),
    )


def _head(form: Form | None) -> dict[str, object] | None:
    if form is None:
        return None
    return {
        "id": form.id,
        "version": form.version,
        "title": form.title,
        "hash": form.hash,
        "languages": form.languages,
        "questions": len(list(form.root.questions())),
    }
