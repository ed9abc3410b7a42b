"""For whom a package is; what that means for its content is decided elsewhere."""

from enum import StrEnum

from fieldaudit.texts import QT_TRANSLATE_NOOP


class Variant(StrEnum):
    """For whom a package is."""

    INTERNAL = "internal"
    """For those who do the work: everything, exact."""

    PUBLIC = "public"
    """For everybody: blurred photos, rounded places, no contacts, nothing restricted."""

    MAIL = "mail"
    """As internal, with photos made small enough for a letter of 20 MB."""


VARIANTS = {
    Variant.INTERNAL: QT_TRANSLATE_NOOP("Pdf", "内部"),
    Variant.PUBLIC: QT_TRANSLATE_NOOP("Pdf", "公开版"),
    Variant.MAIL: QT_TRANSLATE_NOOP("Pdf", "内部 · 邮寄版（照片已缩小）"),
}
"""What stands on the cover and in the head of every page."""
