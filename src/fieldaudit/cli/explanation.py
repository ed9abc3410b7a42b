"""Why a question is as it is, as lines for a person at a terminal."""

from fieldaudit.cli.voice import Voice
from fieldaudit.texts import QT_TRANSLATE_NOOP
from fieldaudit.visit.explaining import WHYS, Explained, Reason

_HEAD = QT_TRANSLATE_NOOP("Cli", "{label}（{path}）")
_NOTHING = QT_TRANSLATE_NOOP("Cli", "没有规则限制这个检查项：它照常显示，不必填，也没有不符合。")
_RULE = QT_TRANSLATE_NOOP("Cli", "{why}，规则：{rule}")
_ABOVE = QT_TRANSLATE_NOOP("Cli", "{why}，规则在 {at}：{rule}")
_READ = QT_TRANSLATE_NOOP("Cli", "  {label}（{path}）= {words}")
_EMPTY = QT_TRANSLATE_NOOP("Cli", "  {label}（{path}）未填写")
_PARAMETER = QT_TRANSLATE_NOOP("Cli", "  阈值 {name} = {value}")
_UNSET = QT_TRANSLATE_NOOP("Cli", "  阈值 {name} 没有设定")
_LIMIT = QT_TRANSLATE_NOOP("Cli", "  限值：{limit}")


def tell(voice: Voice, found: Explained, language: str) -> None:
    """Say why a question is as it is, in the form's own language of that name."""
    voice.tell(_HEAD, label=found.label.get(language, ""), path=found.path)
    if not found.reasons:
        voice.tell(_NOTHING)
    for reason in found.reasons:
        _reason(voice, found, reason, language)
    for name, value in found.parameters.items():
        voice.tell(_PARAMETER if value else _UNSET, name=name, value=value)
    if found.limit:
        voice.tell(_LIMIT, limit=found.limits.get(language, found.limit))


def _reason(voice: Voice, found: Explained, reason: Reason, language: str) -> None:
    why = voice.catalog.text("Domain", WHYS[reason.why])
    source = _RULE if reason.at == found.path else _ABOVE
    voice.tell(source, why=why, at=reason.at, rule=reason.rule)
    for read in reason.reads:
        label, words = read.label.get(language, ""), read.words.get(language, "")
        voice.tell(_READ if read.value else _EMPTY, label=label, path=read.path, words=words)
