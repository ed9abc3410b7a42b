"""Visits as they leave: only what counts, and nothing that must stay."""

from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from fieldaudit.actions.export_visits import Leaving
from fieldaudit.actions.photos import add_photos
from fieldaudit.actions.snapshots import photos_of
from fieldaudit.actions.visits import keep_draft
from fieldaudit.package.exports.variants import Policy, Variant
from fieldaudit.package.exports.visit import LeavingVisit
from fieldaudit.store import records
from fieldaudit.store.survey import Survey
from fieldaudit.texts import Catalog
from fieldaudit.visit.stamp import Author
from tests.kit.office import GOOD, a_visit
from tests.kit.photos import a_jpeg

PLACED = {**GOOD, "fibre/RES-21": "29.62 106.49 0 5"}


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    file = tmp_path / "IMG_1.JPG"
    file.write_bytes(a_jpeg())
    return file


def leaving(survey: Survey, variant: Variant = Variant.INTERNAL) -> Leaving:
    photos: dict = {}
    for each in photos_of(survey):
        photos[each.visit] = (*photos.get(each.visit, ()), each)
    return Leaving(survey, Policy(variant), Catalog("zh"), photos)


def taken(survey: Survey, visit: str, variant: Variant = Variant.INTERNAL) -> LeavingVisit:
    return leaving(survey, variant).take(records.record(survey, visit))


def test_answers_leave_in_codes_and_words(survey: Survey):
    found = taken(survey, a_visit(survey, GOOD))
    assert found.answers["fibre/RES-26"] == "-19.5"
    assert found.words["fibre/RES-07"] == "是"
    assert found.site.code == "RES-0001"
    assert not found.restricted


def test_hidden_answers_stay(survey: Survey):
    hidden = {**GOOD, "site/COM-11": "refused"}
    found = taken(survey, a_visit(survey, hidden))
    assert not [path for path in found.answers if path.startswith("fibre/")]
    assert not found.failed


def test_failed_items_and_excuses_leave(survey: Survey):
    told = {
        "fibre/RES-26": "-31.0",
        "fibre/RES-07/$state": "not_checked",
        "fibre/RES-07/$reason": "无人配合",
    }
    found = taken(survey, a_visit(survey, told))
    assert [each.path for each in found.failed] == ["fibre/RES-26"]
    assert [(each.state, each.reason) for each in found.excused] == [("not_checked", "无人配合")]


def test_typing_that_is_no_revision_yet_leaves(survey: Survey):
    visit = a_visit(survey, GOOD)
    keep_draft(survey, visit=visit, changes={"fibre/RES-26": "-20"})
    assert taken(survey, visit).answers["fibre/RES-26"] == "-20"


def test_photos_get_readable_names(survey: Survey, photo: Path, author: Author):
    visit = a_visit(survey, GOOD)
    add_photos(survey, visit=visit, files=[photo], question="RES-20", author=author)
    found = taken(survey, visit)
    (name,) = found.files.values()
    assert name == f"RES-0001_RES-20_01_{found.photos[0].blob[:8]}.jpg"


@pytest.fixture
def restricted(survey: Survey, photo: Path, author: Author) -> str:
    visit = a_visit(survey, {**PLACED, "site/COM-14": "yes"})
    add_photos(survey, visit=visit, files=[photo], question="RES-20", author=author)
    return visit


@pytest.mark.parametrize("variant", Variant)
def test_a_restricted_area_keeps_places_and_photos(
    survey: Survey, restricted: str, variant: Variant
):
    found = taken(survey, restricted, variant)
    assert found.restricted
    assert not {"fibre/RES-21", "fibre/RES-20"} & set(found.answers)
    assert (found.site.position, found.site.address, found.position) == ("", "", "")
    assert (found.photos, dict(found.files)) == ((), {})
    assert leaving(survey, variant).sites[found.site.id].position == ""


def test_another_visit_to_a_restricted_site_does_not_tell_where_it_is(
    survey: Survey, restricted: str
):
    found = taken(survey, a_visit(survey, PLACED))
    assert "fibre/RES-21" not in found.answers
    elsewhere = taken(survey, a_visit(survey, PLACED, code="RES-0002"))
    assert elsewhere.answers["fibre/RES-21"] == PLACED["fibre/RES-21"]


def test_in_public_there_is_no_inspector_and_no_photo(survey: Survey, photo: Path, author: Author):
    visit = a_visit(survey, PLACED)
    add_photos(survey, visit=visit, files=[photo], question="RES-20", author=author)
    found = taken(survey, visit, Variant.PUBLIC)
    assert (found.inspector, found.photos) == ("", ())
    assert found.site.position == "29.62 106.49"


def test_a_submission_names_photos_and_hides_what_is_withheld(
    survey: Survey, photo: Path, author: Author
):
    visit = a_visit(survey, PLACED)
    add_photos(survey, visit=visit, files=[photo], question="RES-20", author=author)
    inside, outside = leaving(survey), leaving(survey, Variant.PUBLIC)
    record = records.record(survey, visit)
    name = next(iter(inside.take(record).files.values()))
    root = etree.fromstring(inside.submission(record))
    assert root.findtext("fibre/RES-20") == name
    assert root.findtext("fibre/RES-21") == PLACED["fibre/RES-21"]
    outside.take(record)
    public = etree.fromstring(outside.submission(record))
    assert public.find("fibre/RES-20") is None


def test_a_submission_of_a_restricted_area_has_no_place(survey: Survey, restricted: str):
    root = etree.fromstring(leaving(survey).submission(records.record(survey, restricted)))
    assert root.find("fibre/RES-21") is None
    assert root.findtext("fibre/RES-26") == "-19.5"


def test_photos_of_two_visits_never_share_a_name(survey: Survey, photo: Path, author: Author):
    for _ in range(2):
        visit = a_visit(survey, GOOD)
        add_photos(survey, visit=visit, files=[photo], question="RES-20", author=author)
    every = leaving(survey)
    found = [every.take(record) for record in records.records(survey, "visit")]
    names = [name for each in found for name in each.files.values()]
    assert len({name.casefold() for name in names}) == 2
    assert replace(found[0], files={}) != found[1]
