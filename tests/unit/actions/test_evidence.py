"""Photos and papers alike: taken off a visit, put back, described; never under a signature."""

from collections.abc import Callable
from pathlib import Path

import pytest

from fieldaudit.actions import evidence, papers, photos, reviews, surveys, visits
from fieldaudit.actions.sheets import draft_of, open_sheet
from fieldaudit.actions.writing import author_of, write
from fieldaudit.errors import BadInput, Code
from fieldaudit.store import records
from fieldaudit.store.revisions import Edit
from fieldaudit.store.survey import Survey
from fieldaudit.texts import Catalog
from fieldaudit.visit.records import Status
from fieldaudit.visit.stamp import Author
from tests.kit.office import (
    a_prepared_survey,
    a_signed_visit,
    a_visit,
    an_inspector,
    an_office,
    history,
)
from tests.kit.papers import a_file, with_files_asked
from tests.kit.photos import a_photo

DOOR = "proof/door"
Attach = Callable[..., str]


@pytest.fixture
def survey(survey: Survey) -> Survey:
    return with_files_asked(survey)


@pytest.fixture
def photo(survey: Survey, author: Author, tmp_path: Path) -> Attach:
    def add(visit: str, name: str, *, seed: int = 0, question: str = DOOR) -> str:
        file = tmp_path / name
        file.write_bytes(a_photo(seed=seed))
        done = photos.add_photos(
            survey, visit=visit, files=[file], question=question, author=author
        )
        return done.value[0].photo.id

    return add


def value(survey: Survey, visit: str, path: str = DOOR) -> str:
    return draft_of(open_sheet(survey, visit)).shown(path).value


def saved(survey: Survey, visit: str) -> str | None:
    return records.record(survey, visit).values.get(DOOR)


def test_a_removed_photo_leaves_counts_and_answer_and_comes_back(
    survey: Survey, author: Author, photo: Attach
) -> None:
    visit = a_visit(survey)
    first, second = photo(visit, "a.jpg"), photo(visit, "b.jpg", seed=1)
    assert value(survey, visit) == "a.jpg"
    visits.keep_draft(survey, visit=visit, changes={DOOR: "a.jpg"})
    visits.save_visit(survey, visit=visit, author=author)
    before = len(history(survey, first))
    gone = photos.remove_photo(survey, photo=first, author=author, reason=" 拍错 ")
    assert (gone.value.id, gone.changes.photos) == (first, True)
    assert [each.id for each in photos.list_photos(survey, visit=visit)] == [second]
    assert (value(survey, visit), saved(survey, visit)) == ("b.jpg", "b.jpg")
    info = surveys.info(survey)
    assert (info.photos_expected, info.photos_present) == (1, 1)
    assert history(survey, first)[-1].reason == "拍错"
    photos.remove_photo(survey, photo=second, author=author)
    assert (value(survey, visit), saved(survey, visit)) == ("", None)
    photos.restore_photo(survey, photo=first, author=author)
    assert value(survey, visit) == "a.jpg"
    assert surveys.info(survey).photos_expected == 1
    assert len(history(survey, first)) == before + 2


def test_the_summary_in_the_list_follows(survey: Survey, author: Author, photo: Attach) -> None:
    visit = a_visit(survey)
    one = photo(visit, "a.jpg")
    counts = []
    for step in (photos.remove_photo, photos.restore_photo):
        counts.append(visits.list_visits(survey)[0].photos)
        step(survey, photo=one, author=author)
    assert [*counts, visits.list_visits(survey)[0].photos] == [1, 0, 1]


def test_a_paper_takes_the_place_of_a_photo_in_an_answer(
    survey: Survey, author: Author, photo: Attach, tmp_path: Path
) -> None:
    visit = a_visit(survey, {"proof/shared": "yes"})
    one = photo(visit, "a.jpg", question="proof/contract")
    assert value(survey, visit, "proof/contract") == "a.jpg"
    visits.keep_draft(survey, visit=visit, changes={"proof/contract": "a.jpg"})
    papers.add_papers(
        survey,
        visit=visit,
        files=[a_file(tmp_path, "b.pdf")],
        question="contract",
        author=author,
    )
    photos.remove_photo(survey, photo=one, author=author)
    assert open_sheet(survey, visit).draft["proof/contract"] == "b.pdf"


@pytest.mark.parametrize("status", [Status.SIGNED, Status.ACCEPTED, Status.REJECTED])
def test_a_signed_visit_takes_and_loses_nothing(
    status: Status, survey: Survey, author: Author, tmp_path: Path
) -> None:
    visit = a_visit(survey)
    mine = a_file(tmp_path, "a.jpg", a_photo())
    photos.add_photos(survey, visit=visit, files=[mine], author=author)
    visits.sign_visits(survey, visits=[visit], identity=an_inspector())
    if status is not Status.SIGNED:
        edit = Edit(visit, "visit", {"$status": status.value})
        write(survey, [edit], author=author_of(an_office()))
    (kept,) = photos.list_photos(survey, visit=visit)
    file, before = a_file(tmp_path, "b.jpg", a_photo(seed=5)), surveys.info(survey)
    deeds: list[Callable[[], object]] = [
        lambda: photos.add_photos(survey, visit=visit, files=[file], author=author),
        lambda: photos.add_usable_photos(survey, visit=visit, files=[file], author=author),
        lambda: photos.remove_photo(survey, photo=kept.id, author=author),
        lambda: photos.describe_photo(survey, photo=kept.id, caption="x", author=author),
    ]
    for deed in deeds:
        with pytest.raises(BadInput) as caught:
            deed()
        assert caught.value.code is Code.VISIT_STATUS
    assert surveys.info(survey) == before
    said = {"signed": "Signed", "accepted": "Accepted", "rejected": "Rejected"}[status]
    assert said.lower() in Catalog("en").explain(caught.value).lower()
    assert str(status) not in str(caught.value)


def test_a_returned_visit_takes_photos_again(survey: Survey, author: Author, photo: Attach) -> None:
    visit = a_signed_visit(survey, {})
    reviews.give_back(survey, visits=[visit], reason="缺照片", author=author_of(an_office()))
    assert photo(visit, "a.jpg")


def test_only_what_is_there_can_go_and_only_what_went_can_come_back(
    survey: Survey, author: Author, photo: Attach
) -> None:
    visit = a_visit(survey)
    one = photo(visit, "a.jpg")
    for deed, name in (
        (photos.restore_photo, one),
        (photos.remove_photo, visit),
        (photos.remove_photo, "nothing"),
    ):
        with pytest.raises(BadInput) as caught:
            deed(survey, photo=name, author=author)
        assert caught.value.code is Code.RECORD_UNKNOWN
    with pytest.raises(BadInput):
        papers.remove_paper(survey, paper=one, author=author)
    photos.remove_photo(survey, photo=one, author=author)
    with pytest.raises(BadInput):
        photos.describe_photo(survey, photo=one, caption="x", author=author)


def test_a_caption_is_one_line_and_said_once(
    survey: Survey, author: Author, photo: Attach, tmp_path: Path
) -> None:
    visit = a_visit(survey)
    one = photo(visit, "a.jpg")
    for _ in range(2):
        told = photos.describe_photo(survey, photo=one, caption=" 箱门 \n 左侧 ", author=author)
        assert (told.value.caption, told.value.question) == ("箱门 左侧", DOOR)
    assert len(history(survey, one)) == 2
    assert photos.describe_photo(survey, photo=one, caption="", author=author).value.caption == ""
    long = "长" * (evidence.MOST_CAPTION + 1)
    with pytest.raises(BadInput) as caught:
        photos.describe_photo(survey, photo=one, caption=long, author=author)
    assert caught.value.code is Code.CAPTION_TOO_LONG
    (paper,) = papers.add_papers(
        survey, visit=visit, files=[a_file(tmp_path, "a.pdf")], author=author
    ).value
    described = papers.describe_paper(survey, paper=paper.id, caption="协议", author=author).value
    assert (described.caption, described.blob) == ("协议", paper.blob)


def test_an_item_asks_for_its_photo_again(author: Author, tmp_path: Path) -> None:
    path = "fibre/RES-26"
    with a_prepared_survey(tmp_path / "b.gpkg") as survey:
        visit = a_visit(survey, {path: "-31"})
        file = a_file(tmp_path, "a.jpg", a_photo())
        lacking = []
        (added,) = photos.add_photos(
            survey, visit=visit, files=[file], question=path, author=author
        ).value
        lacking.append(missing(survey, visit, path))
        photos.remove_photo(survey, photo=added.photo.id, author=author)
        lacking.append(missing(survey, visit, path))
        photos.restore_photo(survey, photo=added.photo.id, author=author)
        assert [*lacking, missing(survey, visit, path)] == [False, True, False]


def missing(survey: Survey, visit: str, path: str) -> bool:
    shown = draft_of(open_sheet(survey, visit)).shown(path)
    assert shown.photo_wanted
    return shown.photo_missing
