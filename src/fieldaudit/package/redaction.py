"""The public variant of a content: what is restricted is left out, the rest is made coarse.

By 工信部网安〔2022〕166号 radio data and the places of rooms and cables are not for everybody; by
PIPL art. 6 neither are the people of a visit. Everything printed and everything inside comes
from what this returns.
"""

import re
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any, TypeVar

from fieldaudit.package.blur import blurred
from fieldaudit.package.content import PackageContent, SignOff, VisitContent
from fieldaudit.package.evidence import ItemContent, PhotoContent, PlaceContent
from fieldaudit.package.exports.variants import CONTACTS, RADIO, Policy
from fieldaudit.package.exports.variants import Variant as Reader
from fieldaudit.package.variant import VARIANTS, Variant
from fieldaudit.package.words import words
from fieldaudit.texts import QT_TRANSLATE_NOOP, Catalog

Value = TypeVar("Value")

DECIMALS = 3
"""Decimals of a degree: about 100 m."""

_PLACELESS = ("equipment_room", "duct")
"""Forms of rooms and cable routes: where they lie is restricted."""

_UNADDRESSED = (*_PLACELESS, "base_station", "pole")
"""Forms whose address would say more than the rounded place."""

_EXACT = re.compile(r"(?<![\d.])\d{1,3}\.\d{4,}(?![\d.])")
_ACCURACY = re.compile(r" ±[\d.]+ m$")
_COORDINATES = re.compile(r"-?\d{1,2}\.\d{3,}[ ,]+-?\d{1,3}\.\d{3,}")
_NOT_TEXT = {"id", "record", "sha256", "fingerprint", "at", "made_at", "started", "ended"} | {
    "taken_at",
    "previous_hash",
    "number",
    "field",
}

_WITHHELD = QT_TRANSLATE_NOOP("Pdf", "公开版不列出")
_STAMP = QT_TRANSLATE_NOOP("Pdf", "公开版 已模糊处理")
_NOTES = (
    QT_TRANSLATE_NOOP(
        "Pdf",
        "公开版：照片整幅缩小并模糊，人脸和车牌不能辨认；位置取到小数点后 3 位（约 100 米）。",
    ),
    QT_TRANSLATE_NOOP(
        "Pdf",
        "公开版不含人员和联系人、频率和台站参数、机房位置和光缆路由、"
        "照片原件、附件、测试记录原文和调查文件。",
    ),
)


def public(content: PackageContent, catalog: Catalog) -> PackageContent:
    """Return what everybody may see of `content`; of its files, those named rules stay."""
    visits = tuple(_visit(visit, catalog) for visit in content.visits)
    coarse: PackageContent = _coarse(replace(content, visits=visits), _names(content))
    return replace(
        coarse,
        variant=Variant.PUBLIC,
        classification=words(catalog, VARIANTS[Variant.PUBLIC]),
        notes=(*content.notes, *(words(catalog, note) for note in _NOTES)),
        files=content.files,
        emblem=content.emblem,
    )


def _names(content: PackageContent) -> re.Pattern[str]:
    """Return what finds the people of the visits in any text; those who sign it stand there."""
    people = {name for visit in content.visits for name in visit.inspectors}
    people |= {row.name for visit in content.visits for row in visit.signoffs}
    people -= {row.name for row in content.signatories}
    found = sorted((each for each in people if len(each.strip()) > 1), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, found)) or r"(?!)")


def _visit(visit: VisitContent, catalog: Catalog) -> VisitContent:
    placeless = visit.restricted or visit.form.name in _PLACELESS
    withheld = words(catalog, _WITHHELD)
    hidden = _Hidden(withheld, placeless)
    stamp = words(catalog, _STAMP)
    site = replace(
        visit.site,
        address="" if visit.restricted or visit.form.name in _UNADDRESSED else visit.site.address,
        place=None if placeless else _place(visit.site.place),
    )
    return replace(
        visit,
        site=site,
        inspectors=(withheld,),
        accompanied="",
        sections=tuple(
            replace(section, items=tuple(map(hidden.item, section.items)))
            for section in visit.sections
        ),
        photos=tuple(
            _photo(photo, stamp, placeless=placeless)
            for photo in visit.photos
            if not _restricted(photo.item)
        ),
        papers=(),
        signoffs=tuple(map(_signoff, visit.signoffs)),
        seal=replace(visit.seal, signer=""),
    )


class _Hidden:
    """Empties the items that are not for everybody; their verdicts stay, so that counts agree."""

    def __init__(self, withheld: str, placeless: bool) -> None:
        self._withheld = withheld
        self._placeless = placeless

    def item(self, item: ItemContent) -> ItemContent:
        """Return an item as everybody may see it."""
        where = self._placeless and _COORDINATES.search(item.value)
        if not (_restricted(item.id) or where):
            return replace(item, value=_ACCURACY.sub("", item.value))
        value = self._withheld if item.value else ""
        return replace(item, value=value, unit="", reason="", photos=())


def _restricted(item: str) -> bool:
    return any(item == each or item.startswith(f"{each}-") for each in (*CONTACTS, *RADIO))


def _signoff(row: SignOff) -> SignOff:
    return replace(row, name="", witness="", role=row.role if not row.unit else "")


def _photo(photo: PhotoContent, stamp: str, *, placeless: bool) -> PhotoContent:
    def load() -> bytes:
        original = photo.jpeg if isinstance(photo.jpeg, bytes) else photo.jpeg()
        return blurred(original, stamp)

    place = None if placeless else _place(photo.place)
    return replace(photo, jpeg=load, place=place)


def _place(place: PlaceContent | None) -> PlaceContent | None:
    if place is None:
        return None
    return PlaceContent(
        round(place.latitude, DECIMALS),
        round(place.longitude, DECIMALS),
        source=place.source,
        decimals=DECIMALS,
    )


def _coarse(value: Value, people: re.Pattern[str], name: str = "") -> Value:
    """Return a record with every text in it coarse: places rounded, personal numbers masked."""
    changed: Any = value
    if isinstance(value, str) and not isinstance(value, Enum):
        changed = value if name in _NOT_TEXT else people.sub("＊＊＊", _text(value))
    elif isinstance(value, tuple):
        changed = tuple(_coarse(each, people, name) for each in value)
    elif is_dataclass(value) and not isinstance(value, type):
        told = {each.name: getattr(value, each.name) for each in fields(value)}
        changed = replace(value, **{key: _coarse(each, people, key) for key, each in told.items()})
    return changed  # type: ignore[no-any-return] # the same type as came in


_mask: Callable[[str], str] = Policy(Reader.PUBLIC).text


def _text(text: str) -> str:
    return _EXACT.sub(lambda found: f"{float(found[0]):.{DECIMALS}f}", _mask(text))
