"""What a visited site, or an asset of the register, offers for sharing, and what is against it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from fieldaudit.assess.seen import Seen, number_of
from fieldaudit.texts import QT_TRANSLATE_NOOP
from fieldaudit.visit.records import Site


class Why(StrEnum):
    """Why something could be shared, or what stands in the way."""

    FREE_MOUNTS = "free_mounts"
    FREE_DUCTS = "free_ducts"
    SPARE_CORES = "spare_cores"
    FREE_RACKS = "free_racks"
    OPEN = "open"
    CONDITIONAL = "conditional"
    REBUILD = "rebuild"
    SPACE_RESERVED = "space_reserved"
    EXISTING_TOWER = "existing_tower"
    CAPACITY = "capacity"
    REFUSED = "refused"
    FULL = "full"
    CLOSED = "closed"


WHYS = {
    Why.FREE_MOUNTS: QT_TRANSLATE_NOOP("Domain", "有空余挂载位"),
    Why.FREE_DUCTS: QT_TRANSLATE_NOOP("Domain", "有空闲管孔"),
    Why.SPARE_CORES: QT_TRANSLATE_NOOP("Domain", "有可置换或出租的纤芯"),
    Why.FREE_RACKS: QT_TRANSLATE_NOOP("Domain", "有可用机架位"),
    Why.OPEN: QT_TRANSLATE_NOOP("Domain", "已表示开放"),
    Why.CONDITIONAL: QT_TRANSLATE_NOOP("Domain", "有条件开放"),
    Why.REBUILD: QT_TRANSLATE_NOOP("Domain", "需改造后开放"),
    Why.SPACE_RESERVED: QT_TRANSLATE_NOOP("Domain", "已预留多家空间"),
    Why.EXISTING_TOWER: QT_TRANSLATE_NOOP("Domain", "既有铁塔站址"),
    Why.CAPACITY: QT_TRANSLATE_NOOP("Domain", "台账登记有余量"),
    Why.REFUSED: QT_TRANSLATE_NOOP("Domain", "曾被拒绝"),
    Why.FULL: QT_TRANSLATE_NOOP("Domain", "没有余量"),
    Why.CLOSED: QT_TRANSLATE_NOOP("Domain", "不可共享"),
}
"""The reasons in words."""

AGAINST = frozenset((Why.REFUSED, Why.FULL, Why.CLOSED))
"""Reasons against it."""


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that could be shared."""

    site: Site
    """Where."""

    metres: float | None
    """Distance from the place asked for; None when a street was asked for."""

    forms: tuple[str, ...]
    """Forms of sharing that suit: F01 …"""

    resource: str
    """One of RESOURCES."""

    quantity: str
    """How much is free, a number as text; empty: not known."""

    owner: str
    """Party code of the owner; empty: not known."""

    reasons: tuple[Why, ...]
    """For and against."""

    refusals: tuple[str, ...] = ()
    """Reason codes of refusals: R01 …"""

    visit: str = ""
    """Record id of the visit that says so; empty: the register of assets."""

    asset: str = ""
    """Record id of the asset, or where it is in words."""

    relations: tuple[str, ...] = ()
    """Record ids of the sharing relations at the site that have not ended."""

    @property
    def possible(self) -> bool:
        """Whether nothing speaks against it."""
        return not AGAINST & set(self.reasons)


RESOURCES = {
    "tower": QT_TRANSLATE_NOOP("Domain", "铁塔"),
    "pole": QT_TRANSLATE_NOOP("Domain", "杆塔"),
    "duct": QT_TRANSLATE_NOOP("Domain", "管道"),
    "fibre": QT_TRANSLATE_NOOP("Domain", "光缆"),
    "room": QT_TRANSLATE_NOOP("Domain", "机房"),
    "roof": QT_TRANSLATE_NOOP("Domain", "楼面"),
    "power": QT_TRANSLATE_NOOP("Domain", "电力"),
    "building": QT_TRANSLATE_NOOP("Domain", "楼宇"),
    "other": QT_TRANSLATE_NOOP("Domain", "其他"),
}
"""Kinds of resources in words."""


def offers_of(visit: Seen) -> Iterator[Offer]:
    """Yield what one visit offers; nothing for a checklist that asks for nothing of the kind."""
    reader = _READERS.get(visit.form)
    if reader:
        yield from reader(visit)


def offer_of_asset(record: str, values: Mapping[str, str], site: Site) -> Offer:
    """Return what a record of the asset register offers."""
    kind, free = values.get("kind", ""), values.get("capacity_free", "")
    resource = _ASSETS.get(kind, "other")
    return Offer(
        site=site,
        metres=None,
        forms=_FORMS.get(resource, ()),
        resource=resource,
        quantity=free,
        owner=values.get("owner", ""),
        reasons=(Why.CAPACITY if number_of(free) else Why.FULL,),
        asset=record,
    )


_ASSETS = {
    **{kind: kind for kind in RESOURCES},
    **{"site": "tower", "station": "tower", "manhole": "duct", "cable": "fibre"},
    **{"cabinet": "room", "OLT": "room"},
}
_FORMS = {
    "tower": ("F01",),
    "pole": ("F02", "F16"),
    "duct": ("F07", "F14"),
    "fibre": ("F11", "F12", "F13"),
    "room": ("F15",),
    "roof": ("F21",),
    "building": ("F22",),
}
"""Resource → forms of sharing that suit it."""

_POLES = {
    "telecom_tower": ("tower", ("F01",)),
    "telecom_pole": ("pole", ("F06",)),
    "multi_pole": ("pole", ("F16",)),
    "lamp_pole": ("pole", ("F02", "F16")),
    "power_tower": ("pole", ("F17",)),
}
_PARK_KINDS = {
    "lamp_pole": ("pole", ("F02", "F16")),
    "camera_pole": ("pole", ("F02", "F16")),
    "duct": ("duct", ("F07", "F14")),
    "roof": ("roof", ("F21",)),
    "room": ("room", ("F15",)),
    "power": ("power", ()),
}
_OPENNESS = {"open": Why.OPEN, "conditional": Why.CONDITIONAL, "refused": Why.REFUSED}
_POLE_OPENNESS = {"yes": Why.OPEN, "rebuild": Why.REBUILD, "no": Why.CLOSED}


def _offer(
    visit: Seen,
    resource: str,
    reasons: tuple[Why, ...],
    *,
    forms: tuple[str, ...] = (),
    quantity: str = "",
    owner: str = "",
    refusals: tuple[str, ...] = (),
    asset: str = "",
) -> Offer:
    return Offer(
        site=visit.site,
        metres=None,
        forms=forms or _FORMS.get(resource, ()),
        resource=resource,
        quantity=quantity,
        owner=owner,
        reasons=reasons,
        refusals=refusals,
        visit=visit.visit,
        asset=asset,
    )


def _free(visit: Seen, name: str, why: Why) -> tuple[Why, ...]:
    number = visit.number(name)
    if number is None:
        return ()
    return (why,) if number > 0 else (Why.FULL,)


def _pole(visit: Seen) -> Iterator[Offer]:
    said = _POLE_OPENNESS.get(visit.one("POL-23"))
    free = _free(visit, "POL-07", Why.FREE_MOUNTS)
    resource, forms = _POLES.get(visit.one("POL-01"), ("pole", ("F02",)))
    if said or free:
        yield _offer(
            visit,
            resource,
            ((said,) if said else ()) + free,
            forms=forms,
            quantity=visit.one("POL-07"),
            owner=visit.one("POL-04"),
            asset=visit.one("POL-02"),
        )


def _duct(visit: Seen) -> Iterator[Offer]:
    owner = visit.one("DUC-04")
    for name, resource, why in (
        ("DUC-05-free", "duct", Why.FREE_DUCTS),
        ("DUC-18-swappable", "fibre", Why.SPARE_CORES),
    ):
        reasons = _free(visit, name, why)
        if reasons:
            yield _offer(visit, resource, reasons, quantity=visit.one(name), owner=owner)


def _room(visit: Seen) -> Iterator[Offer]:
    reasons = _free(visit, "ROM-04-racks", Why.FREE_RACKS)
    if reasons:
        free, owner = visit.one("ROM-04-racks"), visit.one("ROM-02-owner")
        yield _offer(visit, "room", reasons, quantity=free, owner=owner)


def _station(visit: Seen) -> Iterator[Offer]:
    if visit.one("BTS-09") in ("in_service", "built", "retired"):
        indoor = visit.one("BTS-05") == "das"
        forms = ("F25",) if indoor else ("F01",)
        owner = visit.one("BTS-03")
        yield _offer(
            visit,
            "building" if indoor else "tower",
            (Why.EXISTING_TOWER,),
            forms=forms,
            owner=owner,
            asset=visit.one("BTS-01-tower"),
        )


def _place(visit: Seen) -> Iterator[Offer]:
    said = _OPENNESS.get(visit.one("KEY-24"))
    if said:
        yield _offer(visit, "roof", (said,), refusals=tuple(visit.one("KEY-25").split()))


def _park(visit: Seen) -> Iterator[Offer]:
    names = ("kind", "place", "owner", "quantity")
    for row in visit.rows(*(f"PRK-30-{name}" for name in names)):
        kind, place, owner, quantity = (row.get(f"PRK-30-{name}", "") for name in names)
        resource, forms = _PARK_KINDS.get(kind, ("other", ()))
        yield _offer(
            visit,
            resource,
            (Why.OPEN,),
            forms=forms,
            quantity=quantity,
            owner=owner,
            asset=place,
        )


def _community(visit: Seen) -> Iterator[Offer]:
    if visit.one("RES-18") == "yes":
        yield _offer(visit, "building", (Why.SPACE_RESERVED,), owner="property")
    refusals = tuple(visit.one("COM-12-refusal").split())
    if refusals:
        yield _offer(visit, "building", (Why.REFUSED,), refusals=refusals)


_READERS: Mapping[str, Callable[[Seen], Iterator[Offer]]] = {
    "pole": _pole,
    "duct": _duct,
    "equipment_room": _room,
    "base_station": _station,
    "key_place": _place,
    "industrial_park": _park,
    "residential": _community,
}
