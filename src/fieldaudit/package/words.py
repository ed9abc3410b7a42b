"""Words of the printed page: verdicts, severities, states, and how figures and times read.

Knows texts and formats; nothing of where they stand on a page.
"""

from datetime import datetime
from functools import lru_cache

from fieldaudit.form.definition import Severity
from fieldaudit.package.content import Acknowledgement, Conclusion, SealState, VisitStatus
from fieldaudit.package.evidence import PlaceContent, Verdict
from fieldaudit.texts import QT_TRANSLATE_NOOP, Catalog

VERDICTS = {
    Verdict.CONFORMING: QT_TRANSLATE_NOOP("Pdf", "符合"),
    Verdict.FAILED: QT_TRANSLATE_NOOP("Pdf", "不符合"),
    Verdict.NOT_JUDGED: QT_TRANSLATE_NOOP("Pdf", "不评判"),
    Verdict.NOT_APPLICABLE: QT_TRANSLATE_NOOP("Pdf", "不适用"),
    Verdict.NOT_CHECKED: QT_TRANSLATE_NOOP("Pdf", "未检查"),
    Verdict.NO_ACCESS: QT_TRANSLATE_NOOP("Pdf", "无法进入"),
    Verdict.UNANSWERED: QT_TRANSLATE_NOOP("Pdf", "未填写"),
}
SEVERITIES = {
    Severity.CRITICAL: QT_TRANSLATE_NOOP("Pdf", "严重"),
    Severity.MAJOR: QT_TRANSLATE_NOOP("Pdf", "主要"),
    Severity.MINOR: QT_TRANSLATE_NOOP("Pdf", "一般"),
    Severity.INFORMATION: QT_TRANSLATE_NOOP("Pdf", "信息"),
}
CONCLUSIONS = {
    Conclusion.CONFORMING: QT_TRANSLATE_NOOP("Pdf", "结论：合格"),
    Conclusion.BASICALLY_CONFORMING: QT_TRANSLATE_NOOP("Pdf", "结论：基本合格"),
    Conclusion.RECTIFY: QT_TRANSLATE_NOOP("Pdf", "结论：需要整改"),
    Conclusion.FAILED: QT_TRANSLATE_NOOP("Pdf", "结论：不合格"),
    Conclusion.NOT_CHECKED: QT_TRANSLATE_NOOP("Pdf", "结论：未检查"),
}
SHORT_CONCLUSIONS = {
    Conclusion.CONFORMING: QT_TRANSLATE_NOOP("Pdf", "合格"),
    Conclusion.BASICALLY_CONFORMING: QT_TRANSLATE_NOOP("Pdf", "基本合格"),
    Conclusion.RECTIFY: QT_TRANSLATE_NOOP("Pdf", "整改"),
    Conclusion.FAILED: QT_TRANSLATE_NOOP("Pdf", "不合格"),
    Conclusion.NOT_CHECKED: QT_TRANSLATE_NOOP("Pdf", "未检查"),
}
STATUSES = {
    VisitStatus.DRAFT: QT_TRANSLATE_NOOP("Pdf", "草稿"),
    VisitStatus.SIGNED: QT_TRANSLATE_NOOP("Pdf", "已签名"),
    VisitStatus.ACCEPTED: QT_TRANSLATE_NOOP("Pdf", "已接收"),
    VisitStatus.RETURNED: QT_TRANSLATE_NOOP("Pdf", "已退回"),
    VisitStatus.REJECTED: QT_TRANSLATE_NOOP("Pdf", "已拒收"),
}
SEALS = {
    SealState.SEALED: QT_TRANSLATE_NOOP("Pdf", "已封签"),
    SealState.UNSEALED: QT_TRANSLATE_NOOP("Pdf", "未封签"),
    SealState.BROKEN: QT_TRANSLATE_NOOP("Pdf", "封签与内容不符"),
    SealState.UNKNOWN_KEY: QT_TRANSLATE_NOOP("Pdf", "封签的密钥未登记"),
}
ROLES = {
    "inspector": QT_TRANSLATE_NOOP("Domain", "巡查员"),
    "reviewer": QT_TRANSLATE_NOOP("Domain", "街道审核"),
    "office": QT_TRANSLATE_NOOP("Domain", "工作专班"),
    "evaluator": QT_TRANSLATE_NOOP("Domain", "评估机构"),
}
"""Roles of identities."""

RECORDS = {
    "survey": QT_TRANSLATE_NOOP("Domain", "调查"),
    "form": QT_TRANSLATE_NOOP("Domain", "检查表"),
    "site": QT_TRANSLATE_NOOP("Domain", "站点"),
    "visit": QT_TRANSLATE_NOOP("Domain", "检查"),
    "photo": QT_TRANSLATE_NOOP("Domain", "照片"),
    "paper": QT_TRANSLATE_NOOP("Domain", "附件"),
    "log": QT_TRANSLATE_NOOP("Domain", "测试日志"),
    "asset": QT_TRANSLATE_NOOP("Domain", "设施"),
    "relation": QT_TRANSLATE_NOOP("Domain", "共享关系"),
    "demand": QT_TRANSLATE_NOOP("Domain", "共享需求"),
    "finding": QT_TRANSLATE_NOOP("Domain", "不符合项"),
    "person": QT_TRANSLATE_NOOP("Domain", "人员"),
    "figure": QT_TRANSLATE_NOOP("Domain", "填报数"),
}
"""Kinds of record."""

ACKNOWLEDGEMENTS = {
    Acknowledgement.SIGNED: QT_TRANSLATE_NOOP("Pdf", "已签"),
    Acknowledgement.REFUSED: QT_TRANSLATE_NOOP("Pdf", "拒签"),
    Acknowledgement.LATER: QT_TRANSLATE_NOOP("Pdf", "事后确认"),
    Acknowledgement.PENDING: QT_TRANSLATE_NOOP("Pdf", "待签"),
}
_ACCURACY = QT_TRANSLATE_NOOP("Pdf", "±{metres} 米")


def words(catalog: Catalog, source: str, /, **params: object) -> str:
    """Return a text of the page in the catalogue's language."""
    return catalog.text("Pdf", source, **params)


def role_words(role: str, catalog: Catalog) -> str:
    """Return the role of an identity in words; another one stands for itself."""
    return catalog.text("Domain", ROLES[role]) if role in ROLES else role


@lru_cache(maxsize=4096)
def minute(iso: str) -> str:
    """Return an ISO time to the minute with its offset: `2022-07-08 09:41 +08:00`."""
    try:
        time = datetime.fromisoformat(iso)
    except ValueError:
        return iso
    if len(iso) <= len("2022-07-08"):
        return iso
    offset = time.strftime("%z")
    shown = time.strftime("%Y-%m-%d %H:%M")
    return f"{shown} {offset[:3]}:{offset[3:5]}" if offset else shown


def clock(iso: str) -> str:
    """Return an ISO time to the minute without its offset."""
    return minute(iso)[:16]


def percent(share: float | None) -> str:
    """Return a share as a percentage with one decimal; – for none."""
    return "–" if share is None else f"{share * 100:.1f}%"


def signed(number: float | None, decimals: int = 1) -> str:
    """Return a number with a true minus; – for none."""
    return "–" if number is None else f"{number:.{decimals}f}".replace("-", "−")


def coordinates(place: PlaceContent) -> str:
    """Return latitude and longitude as exactly as they may be printed."""
    north = "N" if place.latitude >= 0 else "S"
    east = "E" if place.longitude >= 0 else "W"
    places = place.decimals
    return f"{abs(place.latitude):.{places}f}°{north} {abs(place.longitude):.{places}f}°{east}"


def position(place: PlaceContent, catalog: Catalog) -> str:
    """Return a position with its accuracy and source."""
    accuracy = (
        "" if place.accuracy is None else words(catalog, _ACCURACY, metres=f"{place.accuracy:g}")
    )
    return " · ".join(part for part in (coordinates(place), accuracy, place.source) if part)


def size(count: int) -> str:
    """Return a number of bytes with spaces between thousands."""
    return f"{count:,}".replace(",", " ")


def short_hash(sha256: str) -> str:
    """Return the part of a hash that a person compares."""
    return sha256[:16]
