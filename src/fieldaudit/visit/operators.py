"""The mobile operators and how a log names them: by PLMN code, in English, in Chinese.

In areas with a shared network a sample belongs to the operator of the SIM, not to the owner of
the cell.
"""

from enum import StrEnum

from fieldaudit.texts import QT_TRANSLATE_NOOP


class Operator(StrEnum):
    """A public mobile operator of China, by the code that the checklists use."""

    CMCC = "cm"
    CTCC = "ct"
    CUCC = "cu"
    CBN = "cbn"


OPERATOR_TEXTS = {
    Operator.CMCC: QT_TRANSLATE_NOOP("Domain", "中国移动"),
    Operator.CTCC: QT_TRANSLATE_NOOP("Domain", "中国电信"),
    Operator.CUCC: QT_TRANSLATE_NOOP("Domain", "中国联通"),
    Operator.CBN: QT_TRANSLATE_NOOP("Domain", "中国广电"),
}
"""The names of the operators."""

PLMNS = {
    **dict.fromkeys(("46000", "46002", "46004", "46007", "46008", "46013"), Operator.CMCC),
    **dict.fromkeys(("46001", "46006", "46009", "46010"), Operator.CUCC),
    **dict.fromkeys(("46003", "46005", "46011", "46012"), Operator.CTCC),
    "46015": Operator.CBN,
}
"""Public land mobile network code → operator."""

_NAMES = {
    **dict.fromkeys(("cmcc", "cm", "chinamobile", "中国移动", "移动"), Operator.CMCC),
    **dict.fromkeys(("cucc", "cu", "chinaunicom", "chn-unicom", "中国联通", "联通"), Operator.CUCC),
    **dict.fromkeys(("ctcc", "ct", "chinatelecom", "chn-ct", "中国电信", "电信"), Operator.CTCC),
    **dict.fromkeys(("cbn", "chinabroadnet", "cbnet", "中国广电", "广电"), Operator.CBN),
}


def operator_of(plmn: str, name: str) -> str:
    """Return the operator's code, or the log's own text for one that is not in the table.

    Args:
        plmn: mobile country and network code, as logged; may be empty.
        name: what the phone shows as the network's name; may be empty or a PLMN itself.
    """
    for text in (plmn, name):
        known = PLMNS.get(text) or _NAMES.get(text.lower().replace(" ", ""))
        if known:
            return known.value
    return name or plmn
