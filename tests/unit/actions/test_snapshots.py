from pathlib import Path

import pytest

from fieldaudit.actions import photos, snapshots
from fieldaudit.errors import BadInput, Code
from fieldaudit.store import records
from fieldaudit.store.survey import Survey
from fieldaudit.visit.stamp import Author
from tests.kit.office import a_visit, site_id
from tests.kit.photos import a_photo
from tests.kit.surveys import fresh_id, revise


def test_a_site_is_shown_as_registered(survey: Survey) -> None:
    site = snapshots.sites_by_id(survey)[site_id(survey)]
    assert site == snapshots.site_with_code(survey, "RES-0001")
    assert (site.kind, site.street, site.address) == ("residential", "大竹林街道", "示例路1号")
    assert (site.datum, site.position_original, site.example) == ("wgs84", "29.62 106.49", False)


def test_an_unknown_code_is_named(survey: Survey) -> None:
    with pytest.raises(BadInput) as caught:
        snapshots.site_with_code(survey, "RES-9999")
    assert (caught.value.code, caught.value.params["site"]) == (Code.SITE_UNKNOWN, "RES-9999")


def test_answers_leave_out_what_the_program_notes(survey: Survey) -> None:
    visit = a_visit(
        survey, {"fibre/RES-26/$state": "not_checked", "fibre/RES-26/$reason": "无仪表"}
    )
    answers = snapshots.answers_of(snapshots.visit_record(survey, visit))
    assert answers["fibre/RES-26/$reason"] == "无仪表"
    assert not [path for path in answers if path.startswith("$")]


def test_only_a_visit_is_a_visit(survey: Survey) -> None:
    for name in (site_id(survey), "nonsense"):
        with pytest.raises(BadInput) as caught:
            snapshots.visit_record(survey, name)
        assert caught.value.code is Code.RECORD_UNKNOWN


def test_photos_come_by_visit_in_their_order(
    survey: Survey, author: Author, tmp_path: Path
) -> None:
    visits = [a_visit(survey), a_visit(survey)]
    for number, visit in enumerate((visits[0], visits[1], visits[0])):
        file = tmp_path / f"{number}.jpg"
        file.write_bytes(a_photo(seed=number))
        photos.add_photos(survey, visit=visit, files=[file], author=author)
    assert [each.name for each in snapshots.photos_of(survey, visits[0])] == ["0.jpg", "2.jpg"]
    assert len(snapshots.photos_of(survey)) == 3
    assert all(each.present for each in snapshots.photos_of(survey))


def test_nonsense_from_a_merged_file_is_borne(survey: Survey) -> None:
    photo, log = fresh_id(), fresh_id()
    revise(survey, photo, {"width": "wide", "height": "٣", "blob": "no hash"}, kind="photo")
    revise(survey, log, {"name": "a.txt"}, kind="log")
    shown = snapshots.photo_of(survey, records.record(survey, photo))
    assert (shown.width, shown.height, shown.present, shown.taken_from) == (0, 0, False, "none")
    (known,) = snapshots.logs_of(survey)
    assert (known.name, known.datum, known.visit) == ("a.txt", "wgs84", "")
    assert snapshots.logs_of(survey, "another") == ()
