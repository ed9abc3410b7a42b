import pytest

from fieldaudit.actions.indicators import assess, enter_figure, list_figures, tasks
from fieldaudit.assess.figures import SourceKind
from fieldaudit.assess.indicators import Outcome
from fieldaudit.errors import BadInput, Code
from fieldaudit.store.survey import Survey
from fieldaudit.visit.stamp import Author
from tests.kit.office import GOOD, an_accepted_visit, history

FOREVER = "9999-12-31"


def enter(survey: Survey, author: Author, name: str, value: str, **further: str) -> str:
    told = {"source": "六月月报", "day": "2022-06-30", **further}
    done = enter_figure(survey, name=name, value=value, author=author, **told)
    return done.value.id


def test_a_figure_is_a_record_with_its_source(survey: Survey, office: Author) -> None:
    record = enter(survey, office, "GC4.population", "523000", source="统计年鉴")
    (figure,) = list_figures(survey)
    assert (figure.id, figure.kind) == (record, SourceKind.STATISTICS)
    assert figure.number == 523000
    assert (figure.source, figure.date) == ("统计年鉴", "2022-06-30")


def test_the_same_day_corrects_and_another_day_adds(survey: Survey, office: Author) -> None:
    record = enter(survey, office, "GC7.cases", "3")
    enter(survey, office, "GC7.cases", "3")
    assert len(history(survey, record)) == 1
    assert enter(survey, office, "GC7.cases", "4") == record
    enter(survey, office, "GC7.cases", "5", day="2022-07-31")
    assert [each.value for each in list_figures(survey)] == ["4", "5"]


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"name": "GC9.any"}, Code.FIGURE_UNKNOWN),
        ({"value": "-1"}, Code.FIGURE_VALUE),
        ({"value": "viel"}, Code.FIGURE_VALUE),
        ({"source": " "}, Code.FIGURE_SOURCE),
        ({"day": "30.6.2022"}, Code.DATE_UNREADABLE),
    ],
)
def test_a_figure_that_says_nothing_is_refused(
    told: dict[str, str], code: Code, survey: Survey, office: Author
) -> None:
    whole = {"name": "GC7.cases", "value": "3", **told}
    with pytest.raises(BadInput) as caught:
        enter(survey, office, **whole)
    assert caught.value.code is code
    assert list_figures(survey) == ()


@pytest.mark.parametrize("order", [1, -1])
def test_a_share_above_the_whole_is_refused_in_any_order(
    order: int, survey: Survey, office: Author
) -> None:
    first, second = [("GC5.fast", "137"), ("GC5.users", "100")][::order]
    enter(survey, office, *first)
    with pytest.raises(BadInput) as caught:
        enter(survey, office, *second)
    assert caught.value.code is Code.INDICATOR_RANGE
    assert len(list_figures(survey)) == 1
    enter(survey, office, "GC1.covered", "137")
    enter(survey, office, "GC1.households", "100")


def test_visits_after_the_cut_off_date_are_told(survey: Survey) -> None:
    an_accepted_visit(survey)
    found = assess(survey)
    assert (found.seen, found.rules.cutoff) == ((), "2022-09-30")
    assert [note.code for note in found.notes] == [Code.VISITS_LATER]
    later = assess(survey, cutoff=FOREVER)
    assert (len(later.seen), later.notes) == (1, ())


def test_the_register_says_what_is_not_verified(survey: Survey) -> None:
    an_accepted_visit(survey, GOOD)
    one = assess(survey, cutoff=FOREVER).indicators[0]
    assert {each.site: each.why.value for each in one.unverified} == {
        "RES-0001": "not_answered",
        "RES-0002": "not_visited",
    }


def test_the_tasks_stand_by_the_same_numbers(survey: Survey, office: Author) -> None:
    enter(survey, office, "GC6.users_5g", "30")
    enter(survey, office, "GC6.users", "100")
    found = assess(survey, cutoff="2022-07-31")
    assert found.indicators[5].reported.outcome is Outcome.MET
    states = tasks(found)
    assert (states[8].status.value, states[8].days_left) == ("met", -16)
