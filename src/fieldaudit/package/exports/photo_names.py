"""File names for photos and papers that people can read and every system accepts.

`site-code_item_seq_hash8.jpg`: the number counts the photos, or the papers, of one visit
from 1.
"""

import re
import unicodedata
from collections.abc import Collection

from fieldaudit.visit.filenames import runs

_UNSAFE = re.compile(r"[^\w.-]+")
_LONGEST = 40
_SPELLINGS = {".jpeg": ".jpg", ".jpe": ".jpg", ".tiff": ".tif"}
_SUFFIX = re.compile(r"\.[a-z0-9]{1,5}")


def photo_name(*, site: str, item: str, number: int, sha256: str, original: str) -> str:
    """Return the name of one photo.

    Args:
        site: code of its site.
        item: name of the question that it proves; empty: the visit as a whole.
        number: its place among the visit's photos, from 1.
        sha256: hash of its bytes, hex.
        original: file name as it came.
    """
    parts = (_safe(site) or "site", _safe(item) or "visit", f"{number:02d}", _safe(sha256[:8]))
    return "_".join(parts) + _suffix(original)


def unique(name: str, taken: Collection[str]) -> str:
    """Return the name, numbered when it is taken, whatever the case of its letters."""
    stem, dot, suffix = name.rpartition(".")
    number, found = 1, name
    while found.casefold() in taken:
        number += 1
        found = f"{stem}-{number}{dot}{suffix}"
    return found


def _safe(text: str) -> str:
    whole = unicodedata.normalize("NFC", text)
    return _UNSAFE.sub("-", whole).strip("-. _")[:_LONGEST].rstrip("-. _")


def _suffix(original: str) -> str:
    ending = original[original.rfind(".") :].lower() if "." in original else ""
    ending = _SPELLINGS.get(ending, ending)
    return ending if _SUFFIX.fullmatch(ending) and not runs(original) else ".bin"
