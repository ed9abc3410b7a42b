import tempfile
from collections.abc import Callable
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from fieldaudit.actions import judging, merges, photos, reviews, sites, surveys, visits
from fieldaudit.actions.writing import author_of, write
from fieldaudit.errors import BadInput
from fieldaudit.store import judged, records
from fieldaudit.store.revisions import Edit
from fieldaudit.store.survey import Survey
from fieldaudit.visit.records import VisitSummary
from tests.kit.office import (
    GOOD,
    a_prepared_survey,
    a_signed_visit,
    a_visit,
    an_inspector,
    an_office,
    answer,
)
from tests.kit.photos import a_photo

OFFICE, INSPECTOR = author_of(an_office()), author_of(an_inspector())


def test_a_list_is_there_before_anything_is_judged(survey: Survey) -> None:
    visit = a_visit(survey, {"fibre/RES-07": "no"})
    (row,) = visits.list_visits(survey, quick=True)
    assert (row.judged, row.asked, row.site.code, row.form) == (
        False,
        0,
        "RES-0001",
        "residential",
    )
    (row,) = visits.list_visits(survey)
    assert (row.judged, row.failures, row.critical, row.conclusion) == (True, 1, 1, "failed")
    assert visits.list_visits(survey, quick=True) == (row,)
    assert row == visits.open_visit(survey, visit=visit).summary


def test_a_slice_ends_when_its_time_is_over(survey: Survey) -> None:
    ids = [a_visit(survey, GOOD) for _ in range(3)]
    made = judging.judge_slice(survey, ids, seconds=-1)
    assert (set(made.counts), made.left) == ({ids[0]}, (ids[1], ids[2]))
    made = judging.judge_slice(survey, ids, seconds=1000)
    assert (set(made.counts), made.left) == (set(ids), ())
    # What is remembered costs no time at all.
    assert set(judging.judge_slice(survey, ids, seconds=-1).counts) == set(ids)


def test_what_cannot_be_judged_is_listed_all_the_same(survey: Survey) -> None:
    visit, whole = a_visit(survey), a_visit(survey)
    answer(survey, visit, {"$form": "0" * 64})
    made = judging.judge_slice(survey, [visit, whole, "nowhere"], seconds=1000)
    assert (set(made.hopeless), set(made.counts), made.left) == ({visit}, {whole}, ())
    assert {row.id: row.judged for row in visits.list_visits(survey)} == {
        visit: False,
        whole: True,
    }


def test_what_asks_for_the_time_holds_for_a_day(survey: Survey) -> None:
    assert judging._asks_clock(b"<bind constraint='. &lt;= today()'/>")
    assert judging._asks_clock(b"now ( )")
    assert not judging._asks_clock(b"<bind constraint='known() and . != today'/>")
    basis = judging._Basis(survey)
    sheet = visits.open_visit(survey, visit=a_visit(survey))
    assert basis.moment(sheet) == ""
    assert "2001-01-01" not in basis.moments


def test_a_judgement_of_another_day_or_of_other_thresholds_is_not_used(survey: Survey) -> None:
    visit = a_visit(survey, {"fibre/RES-26": "-26.0"})
    visits.list_visits(survey)
    (row,) = judged.kept(survey, [visit]).values()
    judged.keep(survey, [judged.Row(visit, row.form, row.basis, "2001-01-01", row.body)])
    assert not visits.list_visits(survey, quick=True)[0].judged
    visits.list_visits(survey)
    edit = Edit(records.records(survey, "survey")[0].id, "survey", {"parameters": None})
    write(survey, [edit], author=OFFICE)
    assert not visits.list_visits(survey, quick=True)[0].judged


def test_a_read_only_list_is_judged_too(survey: Survey) -> None:
    a_visit(survey, GOOD)
    with surveys.open_survey(survey.path, readonly=True) as reader:
        assert [row.judged for row in visits.list_visits(reader)] == [True]
        assert [row.judged for row in visits.list_visits(reader, quick=True)] == [True]
    assert [row.judged for row in visits.list_visits(survey, quick=True)] == [False]


def test_progress_is_told_and_stops(survey: Survey) -> None:
    ids = [a_visit(survey, GOOD) for _ in range(2)]
    told = Told(stop=False)
    visits.list_visits(survey, progress=told)
    assert told.steps[-1] == (2, 2)
    stopped = Told(stop=True)
    answer(survey, ids[0], {"fibre/RES-07": "no"})
    judged_ones = [row.judged for row in visits.list_visits(survey, progress=stopped)]
    assert sorted(judged_ones) == [False, True]


class Told:
    def __init__(self, *, stop: bool) -> None:
        self.steps: list[tuple[int, int]] = []
        self._stop = stop

    def step(self, done: int, total: int) -> None:
        self.steps.append((done, total))

    def cancelled(self) -> bool:
        return self._stop


Deed = Callable[[Survey, str, Path], object]


def _photo(survey: Survey, visit: str, folder: Path) -> None:
    file = folder / "a.jpg"
    file.write_bytes(a_photo(seed=len(records.records(survey, "photo"))))
    photos.add_photos(survey, visit=visit, files=[file], question="RES-20", author=INSPECTOR)


def _typed(survey: Survey, visit: str, _folder: Path) -> None:
    visits.keep_draft(survey, visit=visit, changes={"fibre/RES-07": "no", "fibre/RES-26": "99"})


def _saved(survey: Survey, visit: str, _folder: Path) -> None:
    visits.save_visit(survey, visit=visit, author=INSPECTOR, reason="改")


def _signed(survey: Survey, visit: str, _folder: Path) -> None:
    answer(survey, visit, GOOD)
    visits.sign_visits(survey, visits=[visit], identity=an_inspector())


def _returned(survey: Survey, visit: str, _folder: Path) -> None:
    reviews.give_back(survey, visits=[visit], reason="请复测", author=OFFICE)


def _moved(survey: Survey, _visit: str, folder: Path) -> None:
    register = folder / "sites.csv"
    name = f"新名{len(records.records(survey, 'photo'))}"
    register.write_text(f"编码,名称,类型\nRES-0001,{name},residential\n", "utf-8")
    sites.import_sites(survey, file=register, author=INSPECTOR)


def _merged(survey: Survey, visit: str, folder: Path) -> None:
    with a_prepared_survey(folder / "theirs.gpkg") as theirs:
        merges.merge(theirs, sources=[survey.path])
        visits.keep_draft(theirs, visit=visit, changes={"fibre/RES-26": "-31.0"})
        visits.save_visit(theirs, visit=visit, author=OFFICE, reason="改")
    merges.merge(survey, sources=[folder / "theirs.gpkg"])
    (folder / "theirs.gpkg").unlink()


DEEDS: tuple[Deed, ...] = (_photo, _typed, _saved, _signed, _returned, _moved, _merged)


@settings(max_examples=12)
@given(st.lists(st.tuples(st.sampled_from(DEEDS), st.integers(0, 1)), max_size=6))
def test_what_is_remembered_is_what_the_checklist_says(deeds: list[tuple[Deed, int]]) -> None:
    with (
        tempfile.TemporaryDirectory() as place,
        a_prepared_survey(Path(place, "survey.gpkg")) as survey,
    ):
        ids = [a_visit(survey, {"fibre/RES-07": "no"}), a_signed_visit(survey)]
        compare(survey)
        for deed, which in deeds:
            try:
                deed(survey, ids[which], Path(place))
            except BadInput:
                # Not everything may be done to a visit in every state.
                continue
            compare(survey)


def compare(survey: Survey) -> None:
    """Quick rows are right where they say anything; judged ones are what opening says."""
    opened = {
        row.id: visits.open_visit(survey, visit=row.id).summary
        for row in visits.list_visits(survey, quick=True)
    }
    for row in visits.list_visits(survey, quick=True):
        assert row == opened[row.id] if row.judged else not counts(row)
    assert {row.id: row for row in visits.list_visits(survey)} == opened
    assert all(row.judged for row in visits.list_visits(survey, quick=True))


def counts(row: VisitSummary) -> int:
    return row.asked + row.answered + row.failures + row.problems
