"""The settings of this person on this machine, as the window reads and changes them."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from fieldaudit import settings
from fieldaudit.gui.theme import Appearance
from fieldaudit.paths import settings_file
from fieldaudit.settings import Settings

if TYPE_CHECKING:
    from fieldaudit.errors import Problem


class Preferences:
    """Keeps one record of settings and writes it whenever it changes."""

    def __init__(self, file: Path | None = None) -> None:
        """Read the settings' file; what is wrong with it is kept in `problems`."""
        self._file = file or settings_file()
        loaded = settings.load(self._file)
        self.settings: Settings = loaded.settings
        self.problems: tuple[Problem, ...] = loaded.problems

    @property
    def appearance(self) -> Appearance:
        """Return the look that was chosen."""
        return Appearance(self.settings.theme)

    @property
    def recent(self) -> list[Path]:
        """Return the surveys opened last that still exist, the latest first."""
        return [Path(name) for name in self.settings.recent if Path(name).is_file()]

    @property
    def identity(self) -> Path | None:
        """Return the identity file that this person signs with."""
        return Path(self.settings.identity) if self.settings.identity else None

    def change(self, **values: str | tuple[str, ...]) -> None:
        """Change some settings; a folder that cannot be written keeps them until the end."""
        from fieldaudit.errors import Problem, Surroundings

        self.settings = replace(self.settings, **values)  # type: ignore[arg-type]
        try:
            settings.save(self.settings, self._file)
        except Surroundings as error:
            self.problems = (Problem(error.code, str(self._file), error.params),)

    def remember_survey(self, path: Path) -> None:
        """Put a survey at the head of the recent ones."""
        self.change(recent=settings.remembered(self.settings.recent, str(path)))
