"""A desk with a survey and all that can be wrong beside it, and what a command answers."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fieldaudit.actions import surveys, visits


@dataclass(frozen=True)
class Desk:
    """A folder with a survey, a visit in work, a key, and everything that is wrong."""

    folder: Path
    visit: str

    @property
    def survey(self) -> Path:
        return self.folder / "survey.gpkg"

    def write(self, name: str, content: bytes | str) -> Path:
        file = self.folder / name
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        return file

    def contents(self) -> dict[str, bytes]:
        return {
            str(path.relative_to(self.folder)): path.read_bytes()
            for path in sorted(self.folder.rglob("*"))
            if path.is_file()
        }

    def state(self) -> tuple[Any, ...]:
        with surveys.open_survey(self.survey, readonly=True) as survey:
            sheet = visits.open_visit(survey, visit=self.visit)
            return surveys.info(survey), sheet.answers, sheet.draft


@dataclass(frozen=True)
class Answer:
    """What a command answered."""

    code: int
    error: str
    sentence: str


Call = Callable[..., Answer]
