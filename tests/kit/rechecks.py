"""Visits whose equal-access item has a photo, before and after it was mended."""

from collections.abc import Mapping
from itertools import count
from pathlib import Path

from fieldaudit.actions import photos, reviews, visits
from fieldaudit.actions.writing import author_of
from fieldaudit.store.survey import Survey
from fieldaudit.visit.stamp import Author
from tests.kit.office import a_visit, an_inspector
from tests.kit.photos import a_photo

_seeds = count(1)


def photographed(survey: Survey, folder: Path, answers: Mapping[str, str | None]) -> str:
    """Sign a visit with a photo of RES-07, another one each time; return its id."""
    visit, seed = a_visit(survey, answers), next(_seeds)
    file = folder / f"{seed}.jpg"
    file.write_bytes(a_photo(seed=seed))
    author = author_of(an_inspector())
    photos.add_photos(survey, visit=visit, files=[file], question="RES-07", author=author)
    visits.sign_visits(survey, visits=[visit], identity=an_inspector())
    return visit


def accept(survey: Survey, office: Author, *visit: str) -> None:
    """Accept visits at once."""
    reviews.accept(survey, visits=visit, author=office)
