"""Commands on visits."""

from pathlib import Path

import click

from fieldaudit.actions import explaining, surveys, visit_import, visits
from fieldaudit.actions.sheets import VisitSheet, draft_of
from fieldaudit.cli import explanation
from fieldaudit.cli.persons import author_from, authored, identity_from, signing
from fieldaudit.cli.voice import FINDINGS, Voice
from fieldaudit.cli.words import FILE, Group, on_survey, option
from fieldaudit.errors import Problem
from fieldaudit.form.mapping import CARRIED
from fieldaudit.texts import QT_TRANSLATE_NOOP
from fieldaudit.visit.records import Status

word = Group("visit", QT_TRANSLATE_NOOP("Cli", "检查：导入、列出、查看、核对、签名、说明"))

_LIST = {
    "id": QT_TRANSLATE_NOOP("Cli", "记录"),
    "site.code": QT_TRANSLATE_NOOP("Cli", "站点"),
    "site.name": QT_TRANSLATE_NOOP("Cli", "名称"),
    "form": QT_TRANSLATE_NOOP("Cli", "检查表"),
    "status": QT_TRANSLATE_NOOP("Cli", "状态"),
    "inspector": QT_TRANSLATE_NOOP("Cli", "检查人"),
    "started": QT_TRANSLATE_NOOP("Cli", "开始"),
    "answered": QT_TRANSLATE_NOOP("Cli", "已答"),
    "asked": QT_TRANSLATE_NOOP("Cli", "应答"),
    "problems": QT_TRANSLATE_NOOP("Cli", "问题"),
    "failures": QT_TRANSLATE_NOOP("Cli", "不合格"),
    "photos": QT_TRANSLATE_NOOP("Cli", "照片"),
    "conflicts": QT_TRANSLATE_NOOP("Cli", "未决冲突"),
}
_JUDGED = ("answered", "asked", "problems", "failures")
_KNOWN = {name: label for name, label in _LIST.items() if name not in _JUDGED}
_QUICK = QT_TRANSLATE_NOOP("Cli", "只列出不必评判检查表就知道的，很多检查时也立即列出")
_ANSWER = QT_TRANSLATE_NOOP("Cli", "{path} = {value}")
_CARRIED = QT_TRANSLATE_NOOP("Cli", "{path} = {value}（由旧题 {origin} 带入）")
_UNASKED = QT_TRANSLATE_NOOP("Cli", "{path} = {value}（这一版没有这道题）")
_PAPERS = {
    "id": QT_TRANSLATE_NOOP("Cli", "附件"),
    "name": QT_TRANSLATE_NOOP("Cli", "文件名"),
    "question": QT_TRANSLATE_NOOP("Cli", "检查项"),
    "size": QT_TRANSLATE_NOOP("Cli", "字节"),
}
_TEXT = QT_TRANSLATE_NOOP("Cli", "只列出含有这些字的")
_STATUS = QT_TRANSLATE_NOOP("Cli", "只列出处于此状态的")
_IMPORTED = {
    "id": QT_TRANSLATE_NOOP("Cli", "记录"),
    "site": QT_TRANSLATE_NOOP("Cli", "站点"),
    "created": QT_TRANSLATE_NOOP("Cli", "新建"),
    "changed": QT_TRANSLATE_NOOP("Cli", "有改动"),
    "refused": QT_TRANSLATE_NOOP("Cli", "拒绝"),
}
_SIGNED = QT_TRANSLATE_NOOP("Cli", "已签名，封签 {sealed} 条修订。")


@word.word("import", QT_TRANSLATE_NOOP("Cli", "从 JSON 导入整次检查，逐次全有或全无"))
@on_survey
@click.argument("file", metavar="VISITS.json", type=FILE)
@authored
def import_(
    voice: Voice, *, survey: Path, file: Path, identity: Path | None, name: str | None
) -> int:
    """Take whole visits in; a visit is its inspector's unless somebody else is named."""
    author = author_from(identity, name) if identity or name else None
    with surveys.open_survey(survey) as opened:
        taken = visit_import.import_visits(
            opened, file=file, author=author, progress=voice.progress()
        ).value
    voice.list(taken, _IMPORTED)
    voice.remarks([problem for each in taken for problem in each.problems])
    return FINDINGS if any(each.refused for each in taken) else 0


@word.word("list", QT_TRANSLATE_NOOP("Cli", "列出检查，最新的在前"))
@on_survey
@option("--text", default="", help=_TEXT)
@option("--status", type=click.Choice([each.value for each in Status]), help=_STATUS)
@option("--quick", is_flag=True, help=_QUICK)
def list_(voice: Voice, *, survey: Path, text: str, status: str | None, quick: bool) -> None:
    """List visits, the newest first."""
    wanted = Status(status) if status else None
    with surveys.open_survey(survey, readonly=True) as opened:
        found = visits.list_visits(
            opened, text=text, status=wanted, quick=quick, progress=voice.progress()
        )
        voice.list(found, _KNOWN if quick else _LIST)


@word.word("show", QT_TRANSLATE_NOOP("Cli", "查看一次检查和它的答案"))
@on_survey
@click.argument("visit")
def show(voice: Voice, survey: Path, visit: str) -> None:
    """Show a visit with its answers."""
    with surveys.open_survey(survey, readonly=True) as opened:
        sheet = visits.open_visit(opened, visit=visit)
    if not voice.machine:
        voice.show(sheet.summary, _LIST)
        _tell_answers(voice, sheet)
        if sheet.papers:
            voice.list(sheet.papers, _PAPERS)
        return
    form = {"id": sheet.form.id, "version": sheet.form.version, "hash": sheet.form.hash}
    parts = ("summary", "verdict", "answers", "draft", "photos", "papers", "logs", "conflicts")
    voice.emit({**{part: getattr(sheet, part) for part in parts}, "form": form})


def _tell_answers(voice: Voice, sheet: VisitSheet) -> None:
    """Say each answer, and where one comes from that an older version of the checklist asked."""
    unknown = draft_of(sheet).instance.unknown
    for path, value in sheet.answers.items():
        source = sheet.answers.get(f"{path}/{CARRIED}")
        if source:
            voice.tell(_CARRIED, path=path, value=value, origin=source)
        elif not path.endswith(f"/{CARRIED}"):
            voice.tell(_UNASKED if path in unknown else _ANSWER, path=path, value=value)


@word.word("check", QT_TRANSLATE_NOOP("Cli", "核对检查还缺什么、有什么不对；默认全部"))
@on_survey
@click.argument("ids", metavar="[VISIT]...", nargs=-1)
def check(voice: Voice, survey: Path, ids: tuple[str, ...]) -> int:
    """Say what is missing or wrong in visits."""
    found: list[tuple[str, Problem]] = []
    with surveys.open_survey(survey, readonly=True) as opened:
        for visit in ids or visits.visit_ids(opened):
            found += [(visit, each) for each in visits.check_visit(opened, visit=visit)]
    if not voice.machine:
        return voice.problems([each for _, each in found])
    voice.emit([{"visit": visit, "problem": each} for visit, each in found])
    return FINDINGS if found else 0


@word.word("sign", QT_TRANSLATE_NOOP("Cli", "签名并封签检查"))
@on_survey
@click.argument("ids", metavar="VISIT...", nargs=-1, required=True)
@signing
def sign(
    voice: Voice,
    *,
    survey: Path,
    ids: tuple[str, ...],
    identity: Path | None,
    password_file: Path | None,
) -> None:
    """Sign and seal visits."""
    signer = identity_from(identity, password_file)
    with surveys.open_survey(survey) as opened:
        sealed = visits.sign_visits(opened, visits=ids, identity=signer).value
    voice.answer(_SIGNED, sealed=sealed)


@word.word("explain", QT_TRANSLATE_NOOP("Cli", "说明一个检查项为什么未显示、必填、有误或不符合"))
@on_survey
@click.argument("visit")
@click.argument("question")
def explain(voice: Voice, *, survey: Path, visit: str, question: str) -> None:
    """Say which answers and thresholds made a question what it is."""
    with surveys.open_survey(survey, readonly=True) as opened:
        found, languages = explaining.explain_question(opened, visit=visit, question=question)
    if voice.machine:
        voice.emit(found)
    else:
        explanation.tell(voice, found, languages.get(voice.catalog.language, ""))
