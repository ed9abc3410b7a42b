"""A prepared survey of its own for each test of the actions."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from fieldaudit.actions.writing import author_of
from fieldaudit.store.survey import Survey
from fieldaudit.visit.stamp import Author
from tests.kit.office import a_prepared_survey, an_inspector, an_office


@pytest.fixture
def survey(tmp_path: Path) -> Iterator[Survey]:
    with a_prepared_survey(tmp_path / "survey.gpkg") as opened:
        yield opened


@pytest.fixture
def author() -> Author:
    return author_of(an_inspector())


@pytest.fixture
def office() -> Author:
    return author_of(an_office())
