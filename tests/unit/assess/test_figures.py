import pytest

from fieldaudit.assess.definitions import DEFINITIONS
from fieldaudit.assess.figures import (
    FIGURES,
    USUAL_SOURCES,
    Figure,
    SourceKind,
    figure_from_values,
    figure_id,
    figure_values,
    latest_figure,
)


def a_figure(value: str = "5", day: str = "2022-06-30", name: str = "GC7.cases") -> Figure:
    return Figure(figure_id(name, day), name, value, "月报", SourceKind.RETURN, day)


def test_every_indicator_has_its_figures() -> None:
    assert {name for each in DEFINITIONS for name in each.figures if name} == set(FIGURES)
    assert USUAL_SOURCES.keys() == FIGURES.keys()
    assert USUAL_SOURCES["GC4.population"] is SourceKind.STATISTICS


def test_a_record_says_all_of_a_figure() -> None:
    figure = a_figure()
    assert figure_from_values(figure.id, figure_values(figure)) == figure
    bare = figure_from_values("x", {"name": "GC4.population", "value": "-1", "kind": "?"})
    assert (bare.kind, bare.number) == (SourceKind.STATISTICS, None)


@pytest.mark.parametrize(("cutoff", "value"), [("2022-07-31", "7"), ("2022-07-01", "5")])
def test_the_newest_until_the_cut_off_date_counts(cutoff: str, value: str) -> None:
    known = [a_figure(), a_figure("7", "2022-07-31"), a_figure("x", "2022-07-01")]
    found = latest_figure(known, "GC7.cases", cutoff)
    assert found
    assert found.value == value
    assert latest_figure(known, "GC7.cases", "2022-01-01") is None
    assert latest_figure(known, "GC5.fast", cutoff) is None
