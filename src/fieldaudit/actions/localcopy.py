"""Working on a local copy of a survey that lies where working is risky, and handing it back."""

import json
from pathlib import Path

from fieldaudit.errors import FieldauditError
from fieldaudit.store import copy
from fieldaudit.store.survey import open_survey
from fieldaudit.store.whereabouts import place_of
from fieldaudit.visit.newfile import new_file

_NOTE = ".origin.json"


def safe_folder(candidates: tuple[Path, ...]) -> Path:
    """Return the first folder that lies on this machine's own disk, else the last one."""
    safe = (each for each in candidates if place_of(each / "survey.gpkg") is None)
    return next(safe, candidates[-1])


def local_copy(source: Path, folder: Path) -> Path:
    """Return the copy of a survey to work on: the one made before, else a new, proven one.

    Raises:
        BadInput: the survey cannot be opened.
        Surroundings: the disk is full, or the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(1, 1000):
        name = source.name if number == 1 else f"{source.stem}-{number}{source.suffix}"
        local = folder / name
        if local.exists() and origin_of(local) == source.absolute():
            return local
        if not local.exists():
            break
    with open_survey(source, readonly=True) as survey:
        copy.backup(survey, local)
    with new_file(local.with_name(local.name + _NOTE)) as part:
        part.write_text(json.dumps({"origin": str(source.absolute())}), "utf-8")
    return local


def origin_of(local: Path) -> Path | None:
    """Return the file that a local copy was made from; None for any other file."""
    try:
        told = json.loads(local.with_name(local.name + _NOTE).read_text("utf-8"))
        return Path(told["origin"])
    except (OSError, ValueError, KeyError, TypeError, FieldauditError):
        return None
