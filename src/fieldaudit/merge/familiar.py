"""Files that were merged whole before: recognised by their bytes, and not read again.

Only what left nothing behind is remembered. A file that differs in one bit is another file.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fieldaudit.store import journal, revisions
from fieldaudit.store.failures import explained
from fieldaudit.store.gate import companions
from fieldaudit.store.survey import Survey


@dataclass(frozen=True, slots=True)
class Familiar:
    """A file that was merged whole before."""

    revisions: int
    """Revisions in it."""

    authors: frozenset[str]
    """Key fingerprints of their authors."""


def fingerprint(path: Path) -> str:
    """Return the SHA-256 of a file; empty while a log or journal beside it belongs to it."""
    if any(path.with_name(name).exists() for name in companions(path)):
        return ""
    with explained(path), path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def familiar(survey: Survey) -> dict[str, Familiar]:
    """Return the files that were merged whole, by fingerprint.

    What was noted when the survey held more than now (it was rescued, or put together anew) says
    nothing about what it holds.
    """
    here = revisions.count(survey)
    found: dict[str, Familiar] = {}
    for _, deed, body in journal.entries(survey):
        if deed == "merge" and body.get("held", here + 1) <= here:
            for name, told in body.get("whole", {}).items():
                found[name] = Familiar(told["revisions"], frozenset(told["authors"]))
    return found


def entry(survey: Survey, whole: Mapping[str, Familiar]) -> dict[str, Any]:
    """Return what the journal has to remember of files just merged whole."""
    told = {
        name: {"revisions": each.revisions, "authors": sorted(each.authors)}
        for name, each in whole.items()
    }
    return {"held": revisions.count(survey), "whole": told}
