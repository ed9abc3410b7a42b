"""Words for the codes that records hold: states, kinds, parties, units, roles.

Tables and windows show these to people; programs get the codes.
"""

from collections.abc import Mapping
from enum import Enum

from fieldaudit.actions.backups import Reason
from fieldaudit.assess.figures import SOURCE_KINDS
from fieldaudit.assess.findings import FINDING_STATES
from fieldaudit.assess.indicators import OUTCOMES
from fieldaudit.assess.interval import SUFFICIENCY_TEXTS
from fieldaudit.assess.tasks import TASK_STATUSES
from fieldaudit.form.definition import Severity
from fieldaudit.package.verdict import Outcome
from fieldaudit.package.words import RECORDS, ROLES
from fieldaudit.texts import QT_TRANSLATE_NOOP, Catalog, Term
from fieldaudit.visit.datum import DATUM_TEXTS
from fieldaudit.visit.operators import OPERATOR_TEXTS
from fieldaudit.visit.records import SealState, Status
from fieldaudit.visit.register import KINDS
from fieldaudit.visit.sample import REJECTION_TEXTS
from fieldaudit.visit.sharing_states import STATE_TEXTS
from fieldaudit.visit.sharing_words import FORMS, PARTY_TEXTS, REFUSAL_TEXTS, SHARING_KIND_TEXTS
from fieldaudit.visit.sorts import SORT_NAMES

STATUS_TEXTS = {
    Status.DRAFT: QT_TRANSLATE_NOOP("Domain", "草稿"),
    Status.SIGNED: QT_TRANSLATE_NOOP("Domain", "已签名"),
    Status.ACCEPTED: QT_TRANSLATE_NOOP("Domain", "已接收"),
    Status.RETURNED: QT_TRANSLATE_NOOP("Domain", "已退回"),
    Status.REJECTED: QT_TRANSLATE_NOOP("Domain", "已拒收"),
}
"""Where a visit stands."""

SEVERITY_TEXTS = {
    Severity.CRITICAL: QT_TRANSLATE_NOOP("Domain", "严重"),
    Severity.MAJOR: QT_TRANSLATE_NOOP("Domain", "主要"),
    Severity.MINOR: QT_TRANSLATE_NOOP("Domain", "一般"),
    Severity.INFORMATION: QT_TRANSLATE_NOOP("Domain", "信息"),
}
"""How much a failure weighs."""

SEAL_TEXTS = {
    SealState.SEALED: QT_TRANSLATE_NOOP("Domain", "已封签"),
    SealState.UNSEALED: QT_TRANSLATE_NOOP("Domain", "未封签"),
    SealState.BROKEN: QT_TRANSLATE_NOOP("Domain", "封签已破坏"),
    SealState.UNKNOWN_KEY: QT_TRANSLATE_NOOP("Domain", "未知密钥"),
}
"""What the seals of an author say."""

UNIT_TEXTS = {
    "mount": QT_TRANSLATE_NOOP("Domain", "位"),
    "duct": QT_TRANSLATE_NOOP("Domain", "孔"),
    "core": QT_TRANSLATE_NOOP("Domain", "芯"),
    "rack_unit": "U",
    "kw": "kW",
    "place": QT_TRANSLATE_NOOP("Domain", "处"),
    "km": "km",
    "m2": "m²",
}
"""Units of what is shared, by the codes of the checklists."""

BACKUP_TEXTS = {
    Reason.DAILY: QT_TRANSLATE_NOOP("Domain", "每日"),
    Reason.MERGE: QT_TRANSLATE_NOOP("Domain", "合并之前"),
    Reason.UPGRADE: QT_TRANSLATE_NOOP("Domain", "升级之前"),
    Reason.MANUAL: QT_TRANSLATE_NOOP("Domain", "手动"),
}
"""Why a backup was made."""

VERDICT_TEXTS = {
    Outcome.UNREADABLE: QT_TRANSLATE_NOOP("Domain", "无法读取"),
    Outcome.UNSIGNED: QT_TRANSLATE_NOOP("Domain", "没有签名"),
    Outcome.CHANGED: QT_TRANSLATE_NOOP("Domain", "签名后被改动"),
    Outcome.INCOMPLETE: QT_TRANSLATE_NOOP("Domain", "不完整"),
    Outcome.CONTRADICTORY: QT_TRANSLATE_NOOP("Domain", "页面与数据不一致"),
    Outcome.REVOKED: QT_TRANSLATE_NOOP("Domain", "密钥已撤销"),
    Outcome.UNSUITABLE: QT_TRANSLATE_NOOP("Domain", "密钥或证书不合用"),
    Outcome.EXPIRED: QT_TRANSLATE_NOOP("Domain", "证书已过期"),
    Outcome.GENUINE_UNKNOWN_SIGNER: QT_TRANSLATE_NOOP("Domain", "没有改动，签名人未登记"),
    Outcome.GENUINE: QT_TRANSLATE_NOOP("Domain", "真实"),
}
"""What a package turned out to be."""

_OF_TYPES: tuple[Mapping[Enum, str], ...] = (  # type: ignore[assignment] # keys of many types
    *(STATUS_TEXTS, SEVERITY_TEXTS, SEAL_TEXTS, STATE_TEXTS, SORT_NAMES, DATUM_TEXTS),
    *(OPERATOR_TEXTS, REJECTION_TEXTS, SHARING_KIND_TEXTS, SOURCE_KINDS, FINDING_STATES),
    *(OUTCOMES, TASK_STATUSES, SUFFICIENCY_TEXTS, BACKUP_TEXTS, VERDICT_TEXTS),
)
_OF_FIELDS: Mapping[str, Mapping[str, str]] = {
    "form": {**KINDS, **{code: form.name for code, form in FORMS.items()}},
    "forms": {code: form.name for code, form in FORMS.items()},
    "kind": {**KINDS, **{str(kind): text for kind, text in SHARING_KIND_TEXTS.items()}},
    "datum": {str(datum): text for datum, text in DATUM_TEXTS.items()},
    "operator": {str(operator): text for operator, text in OPERATOR_TEXTS.items()},
    "owner": PARTY_TEXTS,
    "users": PARTY_TEXTS,
    "refusal": REFUSAL_TEXTS,
    "rejected": {str(why): text for why, text in REJECTION_TEXTS.items()},
    "records": RECORDS,
    "role": ROLES,
    "unit": UNIT_TEXTS,
}
"""Field of a record that holds codes as text → its words."""


def status_word(status: Status) -> Term:
    """Return where a visit stands, as a word inside a sentence."""
    return Term(status.value, STATUS_TEXTS[status])


def outcome_word(outcome: Outcome) -> Term:
    """Return what a package turned out to be, as a word inside a sentence."""
    return Term(outcome.value, VERDICT_TEXTS[outcome])


def words_of(value: object, catalog: Catalog, field: str = "") -> str | None:
    """Return a code in words; None when it stands for itself.

    Args:
        value: a member of an enumeration, or the text in a field.
        catalog: the language.
        field: the field's name, for texts.
    """
    if isinstance(value, Enum):
        texts = (table[value] for table in _OF_TYPES if type(next(iter(table))) is type(value))
        found = next(texts, None)
    else:
        found = _OF_FIELDS.get(field, {}).get(str(value))
    if found is None:
        return None
    said = catalog.text("Domain", found)
    return f"{value} {said}" if value in FORMS else said
