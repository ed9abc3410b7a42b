"""What an export may hold."""

from pathlib import Path

import pytest

from fieldaudit.actions.export_content import Wishes, export_content
from fieldaudit.actions.photos import add_photos
from fieldaudit.actions.purges import purge_photos
from fieldaudit.errors import Code
from fieldaudit.package.exports.content import ExportContent
from fieldaudit.package.exports.variants import Variant
from fieldaudit.store import revisions
from fieldaudit.store.survey import Survey
from fieldaudit.visit.stamp import Author, now
from tests.kit.leaving import by_id
from tests.kit.office import GOOD, a_visit, an_accepted_visit
from tests.kit.photos import a_photo
from tests.kit.surveys import unwatched


def content(survey: Survey, format_: str = "xlsx", **wishes) -> ExportContent:
    return export_content(survey, Wishes(format_, **wishes), moment=now(), step=unwatched)


def table(found: ExportContent, name: str):
    return next(each for each in found.tables if each.id == name)


@pytest.fixture
def mixed(survey: Survey) -> tuple[str, str]:
    """Return an accepted visit and a draft."""
    return an_accepted_visit(survey), a_visit(survey, GOOD, code="RES-0002")


def test_only_accepted_visits_leave_unless_all_are_asked_for(survey: Survey, mixed):
    accepted, draft = mixed
    found = content(survey)
    assert [row[0] for row in table(found, "residential").rows] == [accepted]
    assert (found.tally.visits, found.tally.visits_left) == (1, 1)
    everything = content(survey, everything=True)
    rows = table(everything, "residential").rows
    assert {row[0]: row[6] for row in rows} == {accepted: "accepted", draft: "draft"}
    assert (everything.facts.scope, everything.tally.visits_left) == ("all", 0)


def test_a_survey_without_an_accepted_visit_is_told(survey: Survey):
    found = content(survey)
    assert [each.code for each in found.problems] == [Code.EXPORT_NO_VISIT]
    assert len(table(found, "sites").rows) == 3


def test_the_state_of_the_survey_is_told(survey: Survey, mixed):
    found = content(survey)
    assert found.facts.state == revisions.state(survey)
    assert dict(table(found, "about").rows)["调查状态校验值"] == found.facts.state


def test_what_a_format_does_not_show_is_not_gathered(survey: Survey, mixed):
    found = content(survey)
    assert (found.overview, found.visits) == (None, b"")
    assert content(survey, "csv").overview is not None
    assert content(survey, "json").visits
    assert content(survey, "xlsx", layers=("visits",)).overview is not None


def test_photos_are_counted_and_damaged_ones_told(survey: Survey, author: Author, tmp_path: Path):
    visit = a_visit(survey, GOOD)
    for number in (1, 2):
        file = tmp_path / f"IMG_{number}.jpg"
        file.write_bytes(a_photo(seed=number))
        add_photos(survey, visit=visit, files=[file], question="RES-20", author=author)
    with survey.atomic() as db:
        db.execute(
            "update blob set content = zeroblob(9) where rowid = (select max(rowid) from blob)"
        )
    found = content(survey, "zip", everything=True)
    tally = found.tally
    assert (tally.photos, tally.photos_present, tally.photos_damaged) == (2, 1, 1)
    assert tally.closes
    assert [each.code for each in found.problems] == [Code.EXPORT_PHOTO]
    assert len(found.photos) == 1
    assert [row[-1] for row in table(found, "photos").rows] == ["yes", "no"]


def test_what_was_purged_is_withheld_and_no_damage(
    survey: Survey, author: Author, office: Author, tmp_path: Path
):
    (tmp_path / "a.jpg").write_bytes(a_photo())
    add_photos(survey, visit=a_visit(survey, GOOD), files=[tmp_path / "a.jpg"], author=author)
    purge_photos(survey, before="2100-01-01", reason="期满", author=office, moment=now())
    found = content(survey, "zip", everything=True)
    tally = found.tally
    assert (tally.photos, tally.photos_withheld, tally.photos_damaged) == (1, 1, 0)
    assert tally.closes
    assert Code.EXPORT_PHOTO not in [each.code for each in found.problems]


def test_in_public_photos_are_withheld_and_counted(survey: Survey, author: Author, tmp_path: Path):
    visit = a_visit(survey, GOOD)
    file = tmp_path / "IMG_1.jpg"
    file.write_bytes(a_photo())
    add_photos(survey, visit=visit, files=[file], question="RES-20", author=author)
    found = content(survey, "zip", everything=True, variant=Variant.PUBLIC)
    assert (found.photos, found.submissions[0].media) == ((), ())
    assert (found.tally.photos, found.tally.photos_withheld) == (1, 1)


def test_layers_have_the_checklists_at_their_sites(survey: Survey, mixed):
    layers = {layer.table.id: layer for layer in content(survey, "gpkg").layers}
    assert {"sites", "visits", "photos", "places", "samples", "residential"} == set(layers)
    (place,) = layers["residential"].places
    assert place is not None
    assert place.points == ((106.49, 29.62),)
    assert by_id(layers["residential"].table)["RES-26"] == -19.5


def test_progress_tells_visits(survey: Survey, mixed):
    told = []
    export_content(
        survey,
        Wishes("xlsx", everything=True),
        moment=now(),
        step=lambda done, total: told.append((done, total)),
    )
    assert told == [(0, 2), (1, 2)]
