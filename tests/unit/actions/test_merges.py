import shutil
from pathlib import Path
from typing import Any

import pytest

from fieldaudit.actions import merges, reviews, surveys, visits
from fieldaudit.actions.backups import Reason, backups
from fieldaudit.actions.changes import Silent
from fieldaudit.actions.writing import author_of
from fieldaudit.errors import BadInput, Cancelled, Code
from fieldaudit.store.survey import Survey
from fieldaudit.visit.records import SealState, Status
from fieldaudit.visit.stamp import Author
from tests.kit.office import (
    GOOD,
    a_prepared_file,
    a_signed_visit,
    a_visit,
    an_inspector,
    answer,
    history,
)
from tests.kit.photos import a_photo
from tests.kit.surveys import a_survey


def copied(survey: Survey, name: str) -> Path:
    out = survey.path.with_name(name)
    surveys.handover(survey, out, identity=None)
    return out


def two_answers(survey: Survey) -> tuple[str, Path, Path]:
    """Let two people answer the same question of one visit differently."""
    visit = a_visit(survey, GOOD)
    files = []
    for name, value in (("张三", "-19"), ("李四", "-21")):
        file = copied(survey, f"{name}.gpkg")
        with surveys.open_survey(file) as own:
            answer(own, visit, {"fibre/RES-26": value}, by=an_inspector(name))
        files.append(file)
    return visit, files[0], files[1]


def test_what_two_people_bring_is_counted(survey: Survey, author: Author, tmp_path: Path) -> None:
    first, second = copied(survey, "a.gpkg"), copied(survey, "b.gpkg")
    (tmp_path / "a.jpg").write_bytes(a_photo())
    with surveys.open_survey(first) as own:
        a_signed_visit(own, files=[tmp_path / "a.jpg"])
    with surveys.open_survey(second) as own:
        a_signed_visit(own)
    before = surveys.info(survey).revisions
    balance = merges.merge(survey, sources=[first, second]).value
    assert balance.closes
    assert (balance.refused, balance.conflicts, balance.lost) == (0, 0, 0)
    assert balance.taken == balance.new + balance.known
    assert surveys.info(survey).revisions == before + balance.new
    assert (balance.photos_expected, balance.photos_present) == (1, 1)
    assert [each.name for each in balance.sources] == ["a.gpkg", "b.gpkg"]
    assert balance.sources[0].seals[author.name] is SealState.UNKNOWN_KEY
    assert len(visits.list_visits(survey)) == 2


def test_the_same_file_again_is_all_known(survey: Survey) -> None:
    source = copied(survey, "a.gpkg")
    with surveys.open_survey(source) as own:
        a_signed_visit(own)
    twice = merges.merge(survey, sources=[source, source]).value
    state = surveys.info(survey).state
    assert twice.closes
    assert twice.new > 0
    again = merges.merge(survey, sources=[source]).value
    assert (again.new, again.known) == (0, again.taken)
    assert surveys.info(survey).state == state


def test_the_order_does_not_matter(survey: Survey, tmp_path: Path) -> None:
    _, first, second = two_answers(survey)
    other = copied(survey, "other.gpkg")
    merges.merge(survey, sources=[first, second])
    with surveys.open_survey(other) as theirs:
        merges.merge(theirs, sources=[second])
        merges.merge(theirs, sources=[first])
        assert surveys.info(theirs).state == surveys.info(survey).state
        assert merges.list_conflicts(theirs) == merges.list_conflicts(survey)


def test_a_conflict_is_shown_and_settled_with_a_reason(survey: Survey, office: Author) -> None:
    visit, first, second = two_answers(survey)
    assert merges.merge(survey, sources=[first, second]).value.conflicts == 1
    (conflict,) = merges.list_conflicts(survey)
    assert (conflict.record, conflict.kind, conflict.path) == (visit, "visit", "fibre/RES-26")
    assert (conflict.title, conflict.base) == ("RES-0001 大竹林·示例小区", "-19.5")
    assert {(each.author, each.value) for each in conflict.rivals} == {
        ("张三", "-19"),
        ("李四", "-21"),
    }
    assert [each.provisional for each in conflict.rivals] == [True, False]
    choice: dict[str, Any] = {"record": visit, "path": "fibre/RES-26", "author": office}
    with pytest.raises(BadInput) as caught:
        merges.settle(survey, value="-21", reason="", **choice)
    assert caught.value.code is Code.REASON_MISSING
    settled = merges.settle(survey, value="-21", reason="以复测为准", **choice).value
    assert settled == conflict
    assert merges.list_conflicts(survey) == ()
    assert visits.open_visit(survey, visit=visit).answers["fibre/RES-26"] == "-21"
    last = history(survey, visit)[-1]
    assert (last.reason, len(last.parents)) == ("以复测为准", 2)
    with pytest.raises(BadInput) as caught:
        merges.settle(survey, value="-21", reason="x", **choice)
    assert caught.value.code is Code.CONFLICT_UNKNOWN


def test_two_who_sign_one_visit_disagree_about_nothing_else(survey: Survey) -> None:
    _, first, second = two_answers(survey)
    for name, file in (("张三", first), ("李四", second)):
        with surveys.open_survey(file) as own:
            (visit,) = visits.list_visits(own)
            visits.sign_visits(own, visits=[visit.id], identity=an_inspector(name))
    assert merges.merge(survey, sources=[first, second]).value.conflicts == 1
    assert visits.list_visits(survey)[0].status is Status.SIGNED


def test_a_visit_in_conflict_is_not_accepted(survey: Survey, office: Author) -> None:
    visit, first, second = two_answers(survey)
    merges.merge(survey, sources=[first, second])
    with pytest.raises(BadInput) as caught:
        reviews.accept(survey, visits=[visit], author=office)
    assert caught.value.code is Code.VISIT_CONFLICT


def test_a_survey_is_not_merged_into_itself(survey: Survey, tmp_path: Path) -> None:
    before = surveys.info(survey).state
    link = tmp_path / "link.gpkg"
    link.symlink_to(survey.path)
    for source in (survey.path, link):
        with pytest.raises(BadInput) as caught:
            merges.merge(survey, sources=[source])
        assert caught.value.code is Code.MERGE_SELF
    assert surveys.info(survey).state == before


def test_another_survey_is_named_and_the_rest_goes_on(survey: Survey, tmp_path: Path) -> None:
    good = copied(survey, "good.gpkg")
    with surveys.open_survey(good) as own:
        a_visit(own)
    a_survey(tmp_path / "foreign.gpkg").close()
    before = surveys.info(survey).state
    with pytest.raises(BadInput) as caught:
        merges.merge(survey, sources=[tmp_path / "foreign.gpkg"])
    assert caught.value.code is Code.MERGE_OTHER_SURVEY
    assert caught.value.params["name"] == "两江新区核查"
    assert surveys.info(survey).state == before
    balance = merges.merge(survey, sources=[good, tmp_path / "foreign.gpkg"]).value
    assert (balance.unread, balance.new) == (1, 2)
    assert [each.problem and each.problem.code for each in balance.sources] == [
        None,
        Code.MERGE_OTHER_SURVEY,
    ]


def test_every_merge_keeps_a_backup_first_even_one_that_fails(survey: Survey) -> None:
    a_survey(survey.path.with_name("foreign.gpkg")).close()
    with pytest.raises(BadInput):
        merges.merge(survey, sources=[survey.path.with_name("foreign.gpkg")])
    (kept,) = backups(survey.path)
    assert kept.reason is Reason.MERGE
    with surveys.open_survey(Path(kept.file), readonly=True) as saved:
        assert surveys.info(saved).state == surveys.info(survey).state


def test_files_of_one_name_are_told_apart(survey: Survey, tmp_path: Path) -> None:
    files = []
    for name in ("张三", "李四"):
        (tmp_path / name).mkdir()
        files.append(tmp_path / name / "survey.gpkg")
    copied(survey, "a.gpkg").rename(files[0])
    files[1].write_bytes(b"x")
    balance = merges.merge(survey, sources=files).value
    assert [each.name for each in balance.sources] == ["张三/survey.gpkg", "李四/survey.gpkg"]


def test_sources_are_never_written(survey: Survey) -> None:
    source = copied(survey, "a.gpkg")
    before = source.read_bytes()
    source.chmod(0o444)
    merges.merge(survey, sources=[source])
    assert source.read_bytes() == before
    assert not list(source.parent.glob("a.gpkg-*"))


def test_a_copy_made_by_hand_is_a_source_too(survey: Survey, tmp_path: Path) -> None:
    source = Path(shutil.copy(a_prepared_file(tmp_path / "prepared.gpkg"), tmp_path / "b.gpkg"))
    balance = merges.merge(survey, sources=[source]).value
    assert (balance.new, balance.known) == (0, balance.taken)


class _Stopped(Silent):
    def cancelled(self) -> bool:
        return True


def test_stopping_leaves_nothing(survey: Survey) -> None:
    source = copied(survey, "a.gpkg")
    with surveys.open_survey(source) as own:
        a_visit(own)
    before = surveys.info(survey).state
    with pytest.raises(Cancelled):
        merges.merge(survey, sources=[source], progress=_Stopped())
    assert surveys.info(survey).state == before
    assert merges.merge(survey, sources=[source]).value.new > 0
    assert author_of(an_inspector()).name in {each.name for each in surveys.info(survey).seals}
