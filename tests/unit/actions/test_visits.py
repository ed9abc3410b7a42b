from pathlib import Path

import pytest

from fieldaudit.actions import photos, reviews, sites, surveys, visits
from fieldaudit.errors import BadInput, Code
from fieldaudit.form_codes import FormCode
from fieldaudit.store.survey import Survey
from fieldaudit.visit.records import SealState, Status
from fieldaudit.visit.stamp import Author
from tests.kit.office import (
    GOOD,
    a_signed_visit,
    a_visit,
    an_inspector,
    answer,
    history,
    site_id,
    write_form,
)
from tests.kit.photos import a_photo


def test_a_new_visit_knows_its_site_form_and_inspector(survey: Survey, author: Author) -> None:
    done = visits.start_visit(survey, site=site_id(survey), author=author)
    sheet = visits.open_visit(survey, visit=done.value)
    assert done.changes.visits
    assert (sheet.summary.site.code, sheet.form.id) == ("RES-0001", "residential")
    assert (sheet.summary.inspector, sheet.summary.status) == (author.name, Status.DRAFT)
    assert sheet.answers["site/COM-01"] == "RES-0001"
    assert sheet.parameters["P6.low"] == "-27"
    assert len(history(survey, done.value)) == 1


def test_a_site_without_a_checklist_of_its_kind_is_refused(survey: Survey, author: Author) -> None:
    with pytest.raises(BadInput) as caught:
        visits.start_visit(survey, site=site_id(survey, "BTS-0001"), author=author)
    assert caught.value.code is Code.FORM_UNKNOWN
    with pytest.raises(BadInput) as caught:
        visits.start_visit(survey, site="nowhere", author=author)
    assert caught.value.code is Code.RECORD_UNKNOWN
    assert visits.list_visits(survey) == ()


def test_typing_is_on_the_disk_when_it_is_kept(survey: Survey) -> None:
    visit = a_visit(survey)
    visits.keep_draft(survey, visit=visit, changes={"fibre/RES-26": "-19.5"})
    # Another connection, as after a crash of this one.
    with surveys.open_survey(survey.path, readonly=True) as again:
        sheet = visits.open_visit(again, visit=visit)
    assert sheet.draft == {"fibre/RES-26": "-19.5"}
    assert sheet.summary.drafted
    assert "fibre/RES-26" not in sheet.answers
    assert len(history(survey, visit)) == 1


def test_saving_makes_one_revision_of_what_is_new(survey: Survey, author: Author) -> None:
    visit = a_visit(survey)
    for text in ("-19.0", "-19.5"):
        visits.keep_draft(survey, visit=visit, changes={"fibre/RES-26": text})
    visits.keep_draft(survey, visit=visit, changes={"site/COM-11": "normal", "site/COM-14": None})
    assert visits.save_visit(survey, visit=visit, author=author).value
    assert len(history(survey, visit)) == 2
    assert history(survey, visit)[-1].changes == {"fibre/RES-26": "-19.5", "site/COM-14": None}
    assert not visits.save_visit(survey, visit=visit, author=author).value
    assert visits.open_visit(survey, visit=visit).draft == {}
    assert len(history(survey, visit)) == 2


def test_what_is_missing_is_listed(survey: Survey) -> None:
    visit = a_visit(survey)
    found = visits.check_visit(survey, visit=visit)
    assert [(each.code, each.where) for each in found] == [
        (FormCode.DRAFT_REQUIRED, "fibre/RES-26"),
        (FormCode.DRAFT_REQUIRED, "fibre/RES-07"),
    ]
    answer(survey, visit, GOOD)
    assert visits.check_visit(survey, visit=visit) == ()


def test_an_unfinished_visit_is_not_signed(survey: Survey) -> None:
    visit = a_visit(survey)
    before = surveys.info(survey)
    with pytest.raises(BadInput) as caught:
        visits.sign_visits(survey, visits=[visit], identity=an_inspector())
    error = caught.value
    assert (error.code, error.params["count"]) == (Code.VISIT_INCOMPLETE, 2)
    assert error.params["where"] == "RES-0001"
    assert "RES-26" in str(error.params["first"])
    assert surveys.info(survey) == before


def test_one_unfinished_visit_holds_up_the_others(survey: Survey) -> None:
    pair = [a_visit(survey, GOOD), a_visit(survey)]
    before = surveys.info(survey).state
    with pytest.raises(BadInput):
        visits.sign_visits(survey, visits=pair, identity=an_inspector())
    assert surveys.info(survey).state == before


def test_a_missing_photo_does_not_hold_up_a_signature(survey: Survey) -> None:
    visit = a_visit(survey, {**GOOD, "fibre/RES-26": "-31.0"})
    (doubt,) = visits.check_visit(survey, visit=visit)
    assert doubt.code is FormCode.DRAFT_PHOTO_MISSING
    assert visits.sign_visits(survey, visits=[visit], identity=an_inspector()).value


def test_signing_saves_signs_and_seals(survey: Survey) -> None:
    visit, key = a_visit(survey), an_inspector()
    visits.keep_draft(survey, visit=visit, changes=GOOD)
    sealed = visits.sign_visits(survey, visits=[visit], identity=key).value
    sheet = visits.open_visit(survey, visit=visit)
    assert sheet.summary.status is Status.SIGNED
    assert sheet.answers["fibre/RES-26"] == "-19.5"
    assert sheet.draft == {}
    (tally,) = [each for each in surveys.info(survey).seals if each.author == key.fingerprint]
    assert sealed == tally.sealed == tally.revisions
    assert tally.state is SealState.UNKNOWN_KEY


def test_a_signed_visit_is_corrected_with_a_reason_only(survey: Survey, author: Author) -> None:
    visit = a_signed_visit(survey)
    visits.keep_draft(survey, visit=visit, changes={"fibre/RES-26": "-20.5"})
    before = surveys.info(survey).state
    with pytest.raises(BadInput) as caught:
        visits.save_visit(survey, visit=visit, author=author, reason=" ")
    assert caught.value.code is Code.REASON_MISSING
    assert surveys.info(survey).state == before
    assert visits.open_visit(survey, visit=visit).draft == {"fibre/RES-26": "-20.5"}
    visits.save_visit(survey, visit=visit, author=author, reason="读数抄错")
    last = history(survey, visit)[-1]
    assert (last.reason, last.changes["$status"]) == ("读数抄错", "draft")


def test_what_the_office_has_closed_is_not_signed_again(survey: Survey, office: Author) -> None:
    visit = a_signed_visit(survey)
    reviews.accept(survey, visits=[visit], author=office)
    with pytest.raises(BadInput) as caught:
        visits.sign_visits(survey, visits=[visit], identity=an_inspector())
    assert caught.value.code is Code.VISIT_STATUS
    assert visits.open_visit(survey, visit=visit).summary.status is Status.ACCEPTED


def test_visits_are_listed_newest_first_by_text_and_status(survey: Survey) -> None:
    first = a_signed_visit(survey)
    second = a_visit(survey, {"fibre/homes/1/home-place": "三栋十二层"}, code="RES-0002")
    listed = [each.id for each in visits.list_visits(survey)]
    assert listed == [second, first]
    signed = visits.list_visits(survey, status=Status.SIGNED)
    assert [each.id for each in signed] == [first]
    for text, found in (("礼嘉", [second]), ("十二层", [second]), ("RES-0001", [first])):
        assert [each.id for each in visits.list_visits(survey, text=text)] == found
    assert visits.list_visits(survey, text="不存在") == ()


def test_a_row_counts_what_a_person_sees(survey: Survey) -> None:
    visit = a_visit(survey, {"fibre/RES-26": "99", "fibre/RES-07": "no"})
    (row,) = visits.list_visits(survey)
    assert (row.problems, row.failures, row.photos, row.conflicts) == (1, 1, 0, 0)
    assert row == visits.open_visit(survey, visit=visit).summary
    assert row.answered < row.asked


def test_a_row_is_never_stale(survey: Survey, author: Author, tmp_path: Path) -> None:
    visit = a_visit(survey)

    def row():
        (found,) = visits.list_visits(survey)
        assert found == visits.open_visit(survey, visit=visit).summary
        return found

    assert row() == row()
    visits.keep_draft(survey, visit=visit, changes={"fibre/RES-07": "no"})
    assert (row().failures, row().drafted) == (1, True)
    visits.keep_draft(survey, visit=visit, changes={"fibre/RES-07": "yes"})
    assert row().failures == 0
    visits.save_visit(survey, visit=visit, author=author)
    assert not row().drafted
    file = tmp_path / "a.jpg"
    file.write_bytes(a_photo())
    photos.add_photos(survey, visit=visit, files=[file], author=author)
    assert row().photos == 1
    register = tmp_path / "sites.csv"
    register.write_text("编码,名称,类型\nRES-0001,新名,residential\n", "utf-8")
    sites.import_sites(survey, file=register, author=author)
    assert row().site.name == "新名"


def test_a_visit_keeps_the_form_version_it_began_with(
    survey: Survey, author: Author, tmp_path: Path
) -> None:
    from fieldaudit.actions.forms import form_edit, load_form_file
    from fieldaudit.actions.writing import write

    visit = a_visit(survey)
    write(
        survey,
        [form_edit(survey, load_form_file(write_form(tmp_path, "2099010101")))],
        author=author,
    )
    assert visits.open_visit(survey, visit=visit).form.version == "2022070801"
    assert visits.open_visit(survey, visit=a_visit(survey)).form.version == "2099010101"
