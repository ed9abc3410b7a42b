from pathlib import Path

import pytest

from fieldaudit.actions import forms, identities, photos, sites, surveys, visits
from fieldaudit.actions.changes import Silent
from fieldaudit.codes import Trouble
from fieldaudit.errors import BadInput, Cancelled, Code
from fieldaudit.form_codes import FormCode
from fieldaudit.paths import bundled_form
from fieldaudit.store import journal, records
from fieldaudit.store.survey import Survey
from fieldaudit.visit.records import SealState
from fieldaudit.visit.stamp import Author
from tests.kit.office import (
    GOOD,
    a_prepared_survey,
    a_signed_visit,
    a_visit,
    an_inspector,
    an_office,
    history,
    write_form,
)
from tests.kit.photos import a_photo

STREETS = {"500112014": "大竹林街道", "500112019": "礼嘉街道"}


@pytest.fixture(scope="module")
def bundled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a survey with everything that comes with the program."""
    file = tmp_path_factory.mktemp("bundled") / "survey.gpkg"
    surveys.new_survey(
        file,
        name="核查",
        founder=Author("专班", "name:专班"),
        region="两江新区",
        streets=STREETS,
    )
    return file


def test_a_new_survey_has_the_bundled_forms_streets_and_thresholds(bundled: Path) -> None:
    with surveys.open_survey(bundled, readonly=True) as survey:
        info = surveys.info(survey)
        for form in forms.list_forms():
            assert forms.newest_form(survey, form.id).version == form.version
        assert surveys.founder_of(survey) == "name:专班"
    assert (info.name, info.region, info.path) == ("核查", "两江新区", str(bundled))
    assert set(info.streets) == set(STREETS.values())
    assert info.records == {"survey": 1, "form": 7}
    assert (info.conflicts, info.drafts, info.photos_expected) == (0, 0, 0)
    assert not list(bundled.parent.glob("*-wal"))


def nothing_made(folder: Path, code: Trouble, **what: object) -> None:
    before = sorted(folder.iterdir())
    usual: dict = {"name": "核查", "founder": Author("专班", "name:专班"), "forms": []}
    with pytest.raises(BadInput) as caught:
        surveys.new_survey(folder / "new.gpkg", **{**usual, **what})
    assert caught.value.code is code
    assert sorted(folder.iterdir()) == before


def test_a_bad_form_leaves_nothing_behind(tmp_path: Path) -> None:
    bad = tmp_path / "bad.md"
    bad.write_text("| survey |\n| | type | name | label |\n| | telepathy | a | A |\n", "utf-8")
    nothing_made(tmp_path, FormCode.FORM_INVALID, forms=[bundled_form("residential.md"), bad])
    nothing_made(tmp_path, Code.FILE_NOT_FOUND, forms=[tmp_path / "none.md"])


def test_bad_thresholds_leave_nothing_behind(tmp_path: Path) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text("{}", "utf-8")
    nothing_made(tmp_path, Code.PARAMETERS_UNREADABLE, parameters=bad)
    nothing_made(tmp_path, Code.FILE_NOT_FOUND, parameters=tmp_path / "none.json")


def test_a_survey_is_never_written_over(bundled: Path, tmp_path: Path) -> None:
    (tmp_path / "new.gpkg").write_bytes(b"mine")
    nothing_made(tmp_path, Code.FILE_EXISTS)
    assert (tmp_path / "new.gpkg").read_bytes() == b"mine"


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as caught:
        surveys.new_survey(
            tmp_path / "none" / "new.gpkg", name="x", founder=Author("a", "name:a"), forms=[]
        )
    assert (caught.value.code, caught.value.params["file"]) == (
        Code.FILE_NOT_FOUND,
        str(tmp_path / "none"),
    )


def test_info_counts_what_is_there(survey: Survey, author: Author, tmp_path: Path) -> None:
    before = surveys.info(survey)
    files = [tmp_path / f"{seed}.jpg" for seed in range(2)]
    for seed, file in enumerate(files):
        file.write_bytes(a_photo(seed=seed))
    a_signed_visit(survey, files=files)
    visits.keep_draft(survey, visit=a_visit(survey), changes={"fibre/RES-07": "no"})
    with survey.atomic() as db:
        db.execute("delete from blob where rowid = (select max(rowid) from blob)")
    info = surveys.info(survey)
    assert (info.records["visit"], info.records["photo"], info.drafts) == (2, 2, 1)
    assert (info.photos_expected, info.photos_present, info.photos_damaged) == (2, 1, 1)
    assert info.state != before.state
    assert info.revisions > before.revisions
    (tally,) = [each for each in info.seals if each.name == author.name]
    assert 0 < tally.sealed < tally.revisions


def test_a_whole_survey_has_no_findings(survey: Survey) -> None:
    a_signed_visit(survey)
    assert surveys.check(survey) == ()


def test_damage_is_found(survey: Survey, author: Author, tmp_path: Path) -> None:
    key = an_inspector()
    identities.trust(survey, certificate=key.certificate, identity=an_office())
    (tmp_path / "a.jpg").write_bytes(a_photo())
    visit = a_signed_visit(survey, files=[tmp_path / "a.jpg"])
    photo = photos.list_photos(survey)[0].blob
    started = records.record(survey, visit).get("$started")
    first = history(survey, visit)[0]
    told = first.body.decode()
    altered = told.replace("RES-0001", "RES-0002")
    assert altered != told
    with survey.atomic() as db:
        db.execute("update blob set content = x'00' where hash = ?", (bytes.fromhex(photo),))
        db.execute("update revision set body = ? where body = ?", (altered, told))
        last = history(survey, visit)[-1].hash
        db.execute("delete from revision where hash = ?", (bytes.fromhex(last),))
    found = {(each.code, each.where) for each in surveys.check(survey)}
    assert found == {
        (Code.REVISION_DAMAGED, first.id),
        (Code.BLOB_DAMAGED, f"RES-0001 {started[:10]} {key.name} a.jpg"),
        (Code.SEAL_BROKEN, key.name),
    }


def tables(survey: Survey) -> dict[str, list[str]]:
    names = ("record", "conflict", "search", "sites", "photos", "samples")
    known = set(survey.db.table_names())
    return {
        name: sorted(repr(row) for row in survey.db.execute(f"select * from {name}"))
        for name in names
        if name in known
    }


def test_rebuilding_gives_the_same_rows(survey: Survey) -> None:
    a_signed_visit(survey)
    before, info = tables(survey), surveys.info(survey)
    assert before["record"]
    with survey.atomic() as db:
        db.execute("update record set body = '{}'")
    assert tables(survey) != before
    done = surveys.rebuild(survey)
    assert done.value == sum(info.records.values())
    assert tables(survey) == before
    assert surveys.info(survey) == info


def test_a_backup_is_the_survey_with_its_typing(survey: Survey, tmp_path: Path) -> None:
    visit = a_visit(survey)
    visits.keep_draft(survey, visit=visit, changes=GOOD)
    saved = surveys.backup(survey, tmp_path / "backups")
    assert surveys.backup(survey, tmp_path / "backups") != saved
    state = surveys.info(survey).state
    target = surveys.restore(saved, tmp_path / "restored.gpkg")
    with surveys.open_survey(target) as restored:
        assert surveys.info(restored).state == state
        assert visits.open_visit(restored, visit=visit).draft == GOOD
    with pytest.raises(BadInput) as caught:
        surveys.restore(saved, target)
    assert caught.value.code is Code.FILE_EXISTS


def test_what_is_no_backup_is_not_restored(tmp_path: Path) -> None:
    (tmp_path / "letter.gpkg").write_bytes(b"Dear office, ..." * 20)
    with pytest.raises(BadInput) as caught:
        surveys.restore(tmp_path / "letter.gpkg", tmp_path / "restored.gpkg")
    assert caught.value.code is Code.SURVEY_NOT_SQLITE
    assert not (tmp_path / "restored.gpkg").exists()


def test_a_handover_is_one_clean_sealed_file(survey: Survey, tmp_path: Path) -> None:
    key = an_office()
    out = tmp_path / "out.gpkg"
    balance = surveys.handover(survey, out, identity=key).value
    assert balance.closes
    assert balance.taken == balance.new == surveys.info(survey).revisions
    assert [each.name for each in tmp_path.glob("out.gpkg*")] == ["out.gpkg"]
    with surveys.open_survey(out, readonly=True) as copied:
        assert surveys.info(copied).state == surveys.info(survey).state
        (tally,) = surveys.info(copied).seals
        assert tally.state is SealState.SEALED
        assert journal.entries(copied) == []
    assert [deed for _, deed, _ in journal.entries(survey)] == ["handover"]


def test_typing_is_handed_over_too(survey: Survey, tmp_path: Path) -> None:
    key = an_inspector()
    mine, theirs = a_visit(survey), a_visit(survey)
    for visit in (mine, theirs):
        visits.keep_draft(survey, visit=visit, changes=GOOD)
    surveys.handover(survey, tmp_path / "signed.gpkg", identity=key)
    assert surveys.info(survey).drafts == 0
    with surveys.open_survey(tmp_path / "signed.gpkg", readonly=True) as copied:
        for visit in (mine, theirs):
            assert visits.open_visit(copied, visit=visit).answers["fibre/RES-26"] == "-19.5"
    assert history(survey, mine)[-1].author == key.fingerprint


def test_without_an_identity_it_is_handed_over_unsealed(survey: Survey, tmp_path: Path) -> None:
    visit = a_visit(survey)
    visits.keep_draft(survey, visit=visit, changes=GOOD)
    assert surveys.handover(survey, tmp_path / "out.gpkg", identity=None).value.closes
    with surveys.open_survey(tmp_path / "out.gpkg", readonly=True) as copied:
        assert {each.sealed for each in surveys.info(copied).seals} == {0}
        assert visits.open_visit(copied, visit=visit).answers["fibre/RES-26"] == "-19.5"
    assert history(survey, visit)[-1].author == f"name:{an_inspector().name}"


def test_an_unexplained_correction_holds_up_the_handover(survey: Survey, tmp_path: Path) -> None:
    visit = a_signed_visit(survey)
    visits.keep_draft(survey, visit=visit, changes={"fibre/RES-26": "-20.5"})
    before = surveys.info(survey)
    with pytest.raises(BadInput) as caught:
        surveys.handover(survey, tmp_path / "out.gpkg", identity=an_inspector())
    assert caught.value.code is Code.VISIT_STATUS
    assert caught.value.params["where"] == "RES-0001"
    assert surveys.info(survey) == before
    assert not (tmp_path / "out.gpkg").exists()


def test_a_handover_writes_over_nothing(survey: Survey, tmp_path: Path) -> None:
    (tmp_path / "out.gpkg").write_bytes(b"mine")
    before = surveys.info(survey)
    with pytest.raises(BadInput) as caught:
        surveys.handover(survey, tmp_path / "out.gpkg", identity=an_office())
    assert caught.value.code is Code.FILE_EXISTS
    assert (tmp_path / "out.gpkg").read_bytes() == b"mine"
    assert surveys.info(survey) == before


class _Stopped(Silent):
    def cancelled(self) -> bool:
        return True


def test_stopping_a_handover_leaves_no_file(survey: Survey, tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        surveys.handover(survey, tmp_path / "out.gpkg", identity=None, progress=_Stopped())
    assert not list(tmp_path.glob("*out*"))


def test_two_surveys_are_equal_exactly_when_their_revisions_are(tmp_path: Path) -> None:
    with (
        a_prepared_survey(tmp_path / "a.gpkg") as one,
        a_prepared_survey(tmp_path / "b.gpkg") as two,
    ):
        assert surveys.info(one).state == surveys.info(two).state
        sites.import_sites(two, file=_register(tmp_path), author=Author("a", "name:a"))
        assert surveys.info(one).state != surveys.info(two).state


def _register(folder: Path) -> Path:
    file = folder / "more.csv"
    file.write_text("编码,名称,类型\nRES-0009,九号,residential\n", "utf-8")
    return file


def test_a_survey_may_have_its_own_form_alone(tmp_path: Path) -> None:
    file = tmp_path / "own.gpkg"
    surveys.new_survey(
        file, name="x", founder=Author("a", "name:a"), forms=[write_form(tmp_path, "7")]
    )
    with surveys.open_survey(file, readonly=True) as survey:
        assert surveys.info(survey).records["form"] == 1
        assert forms.newest_form(survey, "residential").version == "7"
