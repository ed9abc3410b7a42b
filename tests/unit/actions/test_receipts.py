import json
from pathlib import Path

import pytest

from fieldaudit.actions import merges, photos, surveys
from fieldaudit.actions.receipts import Receipts, check_receipt
from fieldaudit.errors import BadInput, Code, Problem
from fieldaudit.store import revisions
from fieldaudit.store.survey import Survey
from fieldaudit.visit.stamp import Author
from tests.kit.identity import an_identity
from tests.kit.office import GOOD, a_visit, answer
from tests.kit.photos import a_photo
from tests.kit.surveys import a_survey, tamper


@pytest.fixture
def handed(survey: Survey, author: Author, tmp_path: Path) -> Path:
    """Return a file with a visit and a photo that the office does not have yet."""
    source = tmp_path / "张三.gpkg"
    surveys.handover(survey, source, identity=None)
    (tmp_path / "a.jpg").write_bytes(a_photo())
    with surveys.open_survey(source) as own:
        visit = a_visit(own, GOOD)
        photos.add_photos(own, visit=visit, files=[tmp_path / "a.jpg"], author=author)
    return source


def receipt(survey: Survey, source: Path, *, name: str = ".receipt.json", **more) -> Path:
    written = Receipts(survey, [source], **more)
    merges.merge(survey, sources=[source], after=written)
    assert written.problems == []
    return (written.folder or source.parent) / f"{source.name}{name}"


def checked(source: Path, file: Path):
    with surveys.open_survey(source, readonly=True) as own:
        return check_receipt(own, file)


def test_everything_arrived(survey: Survey, handed: Path) -> None:
    file = receipt(survey, handed)
    told = json.loads(file.read_text("utf-8"))["receipt"]
    with surveys.open_survey(handed, readonly=True) as own:
        assert told["state"] == revisions.state(own)
    assert (told["photos_expected"], told["photos_present"], told["refused"]) == (1, 1, 0)
    verdict = checked(handed, file)
    assert verdict.complete
    assert (verdict.visits, verdict.arrived, verdict.photos_arrived) == (1, 1, 1)
    assert (verdict.signer, verdict.trusted) == ("", False)


def test_what_was_written_since_and_what_is_new_did_not_arrive(survey: Survey, handed: Path):
    file = receipt(survey, handed)
    with surveys.open_survey(handed) as own:
        (visit,) = (each["visit"] for each in _visits(file))
        answer(own, visit, {"fibre/RES-26": "-20"})
    verdict = checked(handed, file)
    assert (verdict.complete, verdict.changed, verdict.missing) == (False, ("RES-0001",), ())
    with surveys.open_survey(handed) as own:
        a_visit(own, GOOD)
    verdict = checked(handed, file)
    assert (verdict.visits, verdict.arrived, verdict.missing) == (2, 0, ("RES-0001",))


def test_a_refused_visit_and_a_damaged_photo_are_named(survey: Survey, handed: Path) -> None:
    tamper(
        handed,
        "update blob set content = x'00' where seq = (select max(seq) from blob)",
        "update revision set body = body || ' ' where kind = 'visit'",
    )
    verdict = checked(handed, receipt(survey, handed))
    assert not verdict.complete
    assert (verdict.missing, verdict.photos_arrived) == (("RES-0001",), 0)
    assert verdict.refused > 0
    assert len(verdict.reasons) > verdict.refused
    assert all(isinstance(each, Problem) for each in verdict.reasons)


def test_a_receipt_of_sentences_only_and_one_with_unknown_codes_stay_readable(
    survey: Survey, handed: Path
) -> None:
    tamper(handed, "update revision set body = body || ' ' where kind = 'visit'")
    file = receipt(survey, handed)
    told = json.loads(file.read_text("utf-8"))
    sentences = tuple(told["receipt"]["reasons"])
    assert sentences
    told["receipt"]["problems"][0]["code"] = "OF_A_LATER_VERSION"
    file.write_text(json.dumps(told), "utf-8")
    assert checked(handed, file).reasons == sentences
    del told["receipt"]["problems"]
    file.write_text(json.dumps(told), "utf-8")
    assert checked(handed, file).reasons == sentences


@pytest.mark.parametrize("others", [0, 1])
def test_a_file_that_cannot_be_read_is_told_why(survey: Survey, handed: Path, others: int) -> None:
    more = [handed.with_name(f"{number}.gpkg") for number in range(others)]
    for each in more:
        each.write_bytes(handed.read_bytes())
    broken = handed.with_name("broken.gpkg")
    broken.write_bytes(handed.read_bytes()[:50_000])
    sources = [broken, *more]
    written = Receipts(survey, sources)
    if more:
        merges.merge(survey, sources=sources, after=written)
    else:
        with pytest.raises(BadInput):
            merges.merge(survey, sources=sources, after=written)
    assert written.problems == []
    verdict = checked(handed, broken.with_name("broken.gpkg.receipt.json"))
    assert (verdict.read, verdict.complete, verdict.arrived) == (False, False, 0)
    (reason,) = verdict.reasons
    assert reason.code is Code.SURVEY_DAMAGED
    assert "broken.gpkg" in str(reason)
    with surveys.open_survey(survey.path, readonly=True) as empty:
        same = check_receipt(empty, broken.with_name("broken.gpkg.receipt.json"))
    assert not same.complete


def test_what_is_not_there_gets_no_receipt(survey: Survey, handed: Path) -> None:
    sources = [handed, handed.with_name("none.gpkg")]
    written = Receipts(survey, sources)
    merges.merge(survey, sources=sources, after=written)
    assert [each.name for each in handed.parent.glob("*.receipt.json")] == [
        f"{handed.name}.receipt.json"
    ]
    assert written.problems == []


def test_a_signed_receipt_names_its_signer_and_cannot_be_altered(
    survey: Survey, handed: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "receipts"
    folder.mkdir()
    office = an_identity("办公室")
    file = receipt(survey, handed, folder=folder, identity=office)
    assert checked(handed, file).signer in (office.name, office.fingerprint[:16])
    text = file.read_text("utf-8")
    file.write_text(text.replace('"refused": 0', '"refused": 1'), "utf-8")
    with pytest.raises(BadInput) as caught:
        checked(handed, file)
    assert caught.value.code is Code.RECEIPT_UNREADABLE


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"receipt": {"survey": 1}}', "[" * 9999])
def test_what_is_no_receipt_is_refused(survey: Survey, tmp_path: Path, text: str) -> None:
    file = tmp_path / "x.json"
    file.write_text(text, "utf-8")
    with pytest.raises(BadInput) as caught:
        check_receipt(survey, file)
    assert caught.value.code is Code.RECEIPT_UNREADABLE


def test_a_receipt_of_another_survey_is_refused(survey: Survey, handed: Path, tmp_path: Path):
    file = receipt(survey, handed)
    with a_survey(tmp_path / "other.gpkg") as other, pytest.raises(BadInput) as caught:
        check_receipt(other, file)
    assert caught.value.code is Code.RECEIPT_OTHER_SURVEY


def test_an_older_receipt_stays(survey: Survey, handed: Path) -> None:
    first = receipt(survey, handed).read_bytes()
    second = receipt(survey, handed, name=".receipt-2.json")
    assert second.exists()
    assert handed.with_name(f"{handed.name}.receipt.json").read_bytes() == first


def test_a_receipt_that_cannot_be_written_leaves_the_merge(survey: Survey, handed: Path) -> None:
    written = Receipts(survey, [handed], folder=handed.parent / "no" / "where")
    assert merges.merge(survey, sources=[handed], after=written).value.new > 0
    assert [each.code for each in written.problems] == [Code.FILE_NOT_FOUND]


def _visits(file: Path) -> list[dict[str, str]]:
    return json.loads(file.read_text("utf-8"))["receipt"]["visits"]
