"""Where files lie: bundled ones (in a checkout, a wheel, a frozen program), settings and logs."""

import sys
from functools import cache
from pathlib import Path, PurePosixPath

from platformdirs import user_config_path, user_log_path, user_state_path


def resource(name: str) -> Path:
    """Return the path of a file below `resources/`, by its relative posix name."""
    return _bundled("resources", name)


def bundled_form(name: str) -> Path:
    """Return the path of a file below `forms/`, by its relative posix name."""
    return _bundled("forms", name)


def settings_file() -> Path:
    """Return the file of this person's settings on this machine."""
    return user_config_path("fieldaudit", appauthor=False) / "settings.json"


def log_file() -> Path:
    """Return the file that the program's acts are logged to."""
    return user_log_path("fieldaudit", appauthor=False) / "fieldaudit.log"


def tries_folder() -> Path:
    """Return the folder where wrong passwords are counted, one file for each identity."""
    return user_state_path("fieldaudit", appauthor=False) / "tries"


def _bundled(folder: str, name: str) -> Path:
    inside = PurePosixPath(name)
    if inside.is_absolute() or ".." in inside.parts:
        raise ValueError(f"not a bundled file's name: {name}")
    return _root(folder) / inside


@cache
def _root(folder: str) -> Path:
    here = Path(__file__).resolve().parent
    frozen = Path(getattr(sys, "_MEIPASS", here))
    places = (frozen / folder, here / folder, here.parents[1] / folder)
    return next(place for place in places if place.is_dir())
