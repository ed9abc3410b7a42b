"""What a disagreement is about, so that a person can take alike ones together."""

from enum import StrEnum

from fieldaudit.texts import QT_TRANSLATE_NOOP

SAME_AS = "same_as"
"""Path of a site record that names the site which stands for it too."""


class ConflictSort(StrEnum):
    """What several people said differently."""

    VALUE = "value"
    GEOMETRY = "geometry"
    PHOTOS = "photos"
    ORDER = "order"
    DELETION = "deletion"
    FORM = "form"
    SAME_PLACE = "same_place"


SORT_NAMES = {
    ConflictSort.VALUE: QT_TRANSLATE_NOOP("Domain", "值不同"),
    ConflictSort.GEOMETRY: QT_TRANSLATE_NOOP("Domain", "位置不同"),
    ConflictSort.PHOTOS: QT_TRANSLATE_NOOP("Domain", "照片不同"),
    ConflictSort.ORDER: QT_TRANSLATE_NOOP("Domain", "重复组顺序不同"),
    ConflictSort.DELETION: QT_TRANSLATE_NOOP("Domain", "删除与修改"),
    ConflictSort.FORM: QT_TRANSLATE_NOOP("Domain", "检查表版本不同"),
    ConflictSort.SAME_PLACE: QT_TRANSLATE_NOOP("Domain", "同一地点登记两次"),
}
"""The sorts in words."""
