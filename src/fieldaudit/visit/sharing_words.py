"""The vocabulary of infrastructure sharing (共建共享): forms, parties, refusal reasons.

Codes are what records hold; names are marked for translation.
"""

from dataclasses import dataclass
from enum import StrEnum

from fieldaudit.texts import QT_TRANSLATE_NOOP


class SharingKind(StrEnum):
    """What is done with the asset."""

    CO_BUILD = "co_build"
    SHARE = "share"
    LEASE = "lease"
    SWAP = "swap"
    OPEN = "open"
    ATTACH = "attach"
    RESERVE = "reserve"
    ROAM = "roam"


SHARING_KIND_TEXTS = {
    SharingKind.CO_BUILD: QT_TRANSLATE_NOOP("Domain", "共建"),
    SharingKind.SHARE: QT_TRANSLATE_NOOP("Domain", "共享"),
    SharingKind.LEASE: QT_TRANSLATE_NOOP("Domain", "租用"),
    SharingKind.SWAP: QT_TRANSLATE_NOOP("Domain", "置换"),
    SharingKind.OPEN: QT_TRANSLATE_NOOP("Domain", "开放"),
    SharingKind.ATTACH: QT_TRANSLATE_NOOP("Domain", "加挂"),
    SharingKind.RESERVE: QT_TRANSLATE_NOOP("Domain", "预留"),
    SharingKind.ROAM: QT_TRANSLATE_NOOP("Domain", "漫游"),
}
"""The kinds in words."""

LAYER_TEXTS = {
    "site": QT_TRANSLATE_NOOP("Domain", "站址"),
    "pole": QT_TRANSLATE_NOOP("Domain", "杆塔"),
    "duct": QT_TRANSLATE_NOOP("Domain", "管道"),
    "fibre": QT_TRANSLATE_NOOP("Domain", "光缆"),
    "room": QT_TRANSLATE_NOOP("Domain", "机房"),
    "ran": QT_TRANSLATE_NOOP("Domain", "接入网"),
    "core": QT_TRANSLATE_NOOP("Domain", "核心网"),
    "civil": QT_TRANSLATE_NOOP("Domain", "土建"),
    "building": QT_TRANSLATE_NOOP("Domain", "楼宇"),
    "das": QT_TRANSLATE_NOOP("Domain", "室内分布"),
    "other": QT_TRANSLATE_NOOP("Domain", "其他"),
}
"""The layers of infrastructure in words."""


@dataclass(frozen=True, slots=True)
class SharingForm:
    """One of the forms of sharing that the policies name."""

    code: str
    """F01 … F25."""

    name: str
    """Chinese name, marked for translation."""

    layer: str
    """A key of LAYER_TEXTS."""

    kinds: tuple[SharingKind, ...]
    """Kinds it occurs as, the usual one first."""


_BOTH = (SharingKind.CO_BUILD, SharingKind.SHARE)
_BUILD, _OPEN, _RESERVE = (SharingKind.CO_BUILD,), (SharingKind.OPEN,), (SharingKind.RESERVE,)
_SHARE, _LEASE = (SharingKind.SHARE,), (SharingKind.LEASE,)

_TABLE = (
    ("F01", QT_TRANSLATE_NOOP("Domain", "存量站址共享"), "site", _SHARE),
    ("F02", QT_TRANSLATE_NOOP("Domain", "社会杆塔资源利用"), "pole", _OPEN),
    ("F03", QT_TRANSLATE_NOOP("Domain", "与市政/公路设施融合部署"), "site", _BUILD),
    ("F04", QT_TRANSLATE_NOOP("Domain", "5G网络（接入网）共建共享"), "ran", _BOTH),
    ("F05", QT_TRANSLATE_NOOP("Domain", "5G异网漫游"), "core", (SharingKind.ROAM,)),
    ("F06", QT_TRANSLATE_NOOP("Domain", "杆路共建共享"), "pole", _BOTH),
    ("F07", QT_TRANSLATE_NOOP("Domain", "线缆管沟（管道）共建共享"), "duct", _BOTH),
    ("F08", QT_TRANSLATE_NOOP("Domain", "同沟分缆分管"), "duct", _BUILD),
    ("F09", QT_TRANSLATE_NOOP("Domain", "同杆路分缆"), "pole", _BUILD),
    ("F10", QT_TRANSLATE_NOOP("Domain", "同缆分芯"), "fibre", _BUILD),
    ("F11", QT_TRANSLATE_NOOP("Domain", "纤芯置换"), "fibre", (SharingKind.SWAP,)),
    ("F12", QT_TRANSLATE_NOOP("Domain", "租用纤芯"), "fibre", _LEASE),
    ("F13", QT_TRANSLATE_NOOP("Domain", "光缆双向开放"), "fibre", _OPEN),
    ("F14", QT_TRANSLATE_NOOP("Domain", "管孔双向开放"), "duct", _OPEN),
    ("F15", QT_TRANSLATE_NOOP("Domain", "机房双向开放"), "room", _OPEN),
    ("F16", QT_TRANSLATE_NOOP("Domain", "智慧多功能灯杆/多功能杆柱"), "pole", _BUILD),
    ("F17", QT_TRANSLATE_NOOP("Domain", "电力杆塔加挂通信天线"), "pole", (SharingKind.ATTACH,)),
    ("F18", QT_TRANSLATE_NOOP("Domain", "变电站站址共享/边缘数据中心"), "site", _OPEN),
    ("F19", QT_TRANSLATE_NOOP("Domain", "高速公路管道/高铁槽道敷缆"), "duct", _OPEN),
    ("F20", QT_TRANSLATE_NOOP("Domain", "隧道、桥梁、地铁预留"), "civil", _RESERVE),
    ("F21", QT_TRANSLATE_NOOP("Domain", "党政机关/事业单位/国企公共设施开放"), "site", _OPEN),
    ("F22", QT_TRANSLATE_NOOP("Domain", "住宅区/商务楼宇/公建配套预留"), "building", _RESERVE),
    (
        "F23",
        QT_TRANSLATE_NOOP("Domain", "北斗地基增强站共建共享；物联感知终端集约部署"),
        "other",
        _BOTH,
    ),
    ("F24", QT_TRANSLATE_NOOP("Domain", "跨境光缆随公路/铁路/管线同步"), "fibre", _BUILD),
    ("F25", QT_TRANSLATE_NOOP("Domain", "室内分布系统共享"), "das", _BOTH),
)

FORMS = {row[0]: SharingForm(*row) for row in _TABLE}
"""The forms of sharing by code."""

ROLE_TEXTS = {
    "owner": QT_TRANSLATE_NOOP("Domain", "产权方"),
    "builder": QT_TRANSLATE_NOOP("Domain", "建设方"),
    "lead": QT_TRANSLATE_NOOP("Domain", "牵头方"),
    "user": QT_TRANSLATE_NOOP("Domain", "使用方"),
    "grantor": QT_TRANSLATE_NOOP("Domain", "开放方"),
    "coordinator": QT_TRANSLATE_NOOP("Domain", "协调方"),
    "approver": QT_TRANSLATE_NOOP("Domain", "审批方"),
}
"""What a party does in a relation."""

PARTY_TEXTS = {
    "ct": QT_TRANSLATE_NOOP("Domain", "中国电信"),
    "cm": QT_TRANSLATE_NOOP("Domain", "中国移动"),
    "cu": QT_TRANSLATE_NOOP("Domain", "中国联通"),
    "cbn": QT_TRANSLATE_NOOP("Domain", "中国广电"),
    "tower": QT_TRANSLATE_NOOP("Domain", "中国铁塔"),
    "power": QT_TRANSLATE_NOOP("Domain", "电力"),
    "municipal": QT_TRANSLATE_NOOP("Domain", "市政/城管"),
    "highway": QT_TRANSLATE_NOOP("Domain", "交通/高速"),
    "railway": QT_TRANSLATE_NOOP("Domain", "铁路"),
    "police": QT_TRANSLATE_NOOP("Domain", "公安交管"),
    "emergency": QT_TRANSLATE_NOOP("Domain", "应急"),
    "metro": QT_TRANSLATE_NOOP("Domain", "地铁"),
    "park": QT_TRANSLATE_NOOP("Domain", "园区平台公司"),
    "property": QT_TRANSLATE_NOOP("Domain", "房地产/物业"),
    "owners": QT_TRANSLATE_NOOP("Domain", "业委会"),
    "government": QT_TRANSLATE_NOOP("Domain", "党政机关/国企"),
    "other": QT_TRANSLATE_NOOP("Domain", "其他"),
}
"""Types of party, by the codes of the checklists."""

NETWORKS = frozenset(("ct", "cm", "cu", "cbn"))
"""Parties that put a PLMN of their own on the air."""

OTHER_REASON = "R14"
"""The refusal reason that must be explained in words."""

REFUSAL_TEXTS = {
    "R01": QT_TRANSLATE_NOOP("Domain", "物业/业主不同意"),
    "R02": QT_TRANSLATE_NOOP("Domain", "辐射担忧"),
    "R03": QT_TRANSLATE_NOOP("Domain", "租金/进场费过高"),
    "R04": QT_TRANSLATE_NOOP("Domain", "荷载不足"),
    "R05": QT_TRANSLATE_NOOP("Domain", "挂载位/管孔/机位已满"),
    "R06": QT_TRANSLATE_NOOP("Domain", "安全距离不足"),
    "R07": QT_TRANSLATE_NOOP("Domain", "权属不清"),
    "R08": QT_TRANSLATE_NOOP("Domain", "未获审批/规划不符"),
    "R09": QT_TRANSLATE_NOOP("Domain", "电力容量不足"),
    "R10": QT_TRANSLATE_NOOP("Domain", "排他协议"),
    "R11": QT_TRANSLATE_NOOP("Domain", "技术不兼容/干扰"),
    "R12": QT_TRANSLATE_NOOP("Domain", "涉密/安保"),
    "R13": QT_TRANSLATE_NOOP("Domain", "费用分摊未达成"),
    OTHER_REASON: QT_TRANSLATE_NOOP("Domain", "其他"),
}
"""Why sharing was refused."""
