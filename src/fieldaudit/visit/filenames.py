"""Names of files from outside: fit to be kept and shown, and fit to be written on any system."""

import re
import unicodedata
from collections.abc import Collection

LONGEST = 120
"""Characters of a name; with a path around it, Windows takes 260."""

_MOST_BYTES = 240
_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
# Characters that turn the direction of writing make `gpj.exe` look like `exe.jpg`.
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]")
_RESERVED = re.compile(
    r"(con|prn|aux|nul|conin\$|conout\$|clock\$|(com|lpt)[0-9¹²³])[ .]*(\..*)?", re.IGNORECASE
)
_RUN = frozenset(
    [
        *(".exe", ".com", ".bat", ".cmd", ".scr", ".pif", ".msi", ".msp", ".msc", ".cpl", ".dll"),
        *(".sys", ".reg", ".inf", ".lnk", ".url", ".scf", ".hta", ".jar", ".ps1", ".psm1", ".vbs"),
        *(".vbe", ".js", ".jse", ".wsf", ".wsh", ".sh", ".run", ".desktop", ".appimage", ".deb"),
        *(".rpm", ".apk", ".py", ".pyw", ".chm", ".iso", ".vhd", ".appx", ".msix", ".application"),
    ]
)
"""Endings that a double click would run, install or mount."""


def shown_name(name: str) -> str:
    """Return a file name as it is kept: its own words, without what cannot be printed.

    Never empty, at most `LONGEST` characters; the ending survives.
    """
    whole = name.encode("utf-8", "replace").decode("utf-8")
    whole = _INVISIBLE.sub("", unicodedata.normalize("NFC", whole))
    whole = "".join(each for each in whole if each.isprintable()).strip()
    return _shortened(whole) or "_"


def safe_name(name: str) -> str:
    """Return a name that every system can write, and none runs on a double click."""
    plain = _FORBIDDEN.sub("_", shown_name(name)).strip(" .")
    plain = "_" + plain if _RESERVED.fullmatch(plain) else plain
    if runs(plain):
        plain += ".bin"
    return _shortened(plain) or "_"


def unique_name(name: str, taken: Collection[str]) -> str:
    """Return the name, numbered when it is taken, whatever the case of its letters.

    Args:
        name: a safe name.
        taken: names that are, case folded.
    """
    stem = name[: len(name) - len(ending_of(name))]
    ending = name[len(stem) :]
    number, found = 1, name
    while found.casefold() in taken:
        number += 1
        found = f"{stem}-{number}{ending}"
    return found


def runs(name: str) -> bool:
    """Tell whether a double click on a file of this name would run something."""
    return ending_of(name.rstrip(" .")) in _RUN


def ending_of(name: str) -> str:
    """Return the ending of a name, lower case, with its dot; empty for none."""
    stem, dot, ending = name.rpartition(".")
    return f".{ending.lower()}" if stem and dot else ""


def _shortened(name: str) -> str:
    """Cut the middle out of a name that is too long for some system."""
    ending = name[len(name) - len(ending_of(name)) :]
    if len(ending) > LONGEST // 4:
        ending = ""
    stem = name[: len(name) - len(ending)][: LONGEST - len(ending)]
    while len(f"{stem}{ending}".encode()) > _MOST_BYTES:
        stem = stem[:-1]
    return f"{stem}{ending}"
