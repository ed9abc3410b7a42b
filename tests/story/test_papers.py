"""Attached papers from the inspector's question to the evaluator's desk, and back."""

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from fieldaudit.actions import (
    exports,
    merges,
    packages,
    papers,
    purges,
    receipts,
    rescues,
    reviews,
    surveys,
    verification,
    visits,
)
from fieldaudit.actions.packages import Make
from fieldaudit.actions.writing import author_of
from fieldaudit.package.capsule import read_capsule
from fieldaudit.package.exports.variants import Variant as ExportVariant
from fieldaudit.package.variant import Variant
from fieldaudit.package.verdict import Outcome
from fieldaudit.store import blobs, projections
from fieldaudit.store.survey import Survey
from tests.kit.office import a_prepared_survey, a_visit, an_inspector, an_office
from tests.kit.pages import page_texts
from tests.kit.papers import MP4, PDF, a_file, a_wav, with_files_asked
from tests.kit.surveys import before_lists, rows

CONTRACT = "中国电信 共建共享协议.pdf"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Survey]:
    with with_files_asked(a_prepared_survey(tmp_path / "office.gpkg")) as opened:
        yield opened


@pytest.fixture
def inspector(office: Survey, tmp_path: Path) -> Iterator[Survey]:
    surveys.handover(office, tmp_path / "inspector.gpkg", identity=None)
    with surveys.open_survey(tmp_path / "inspector.gpkg") as opened:
        yield opened


def attached(survey: Survey, folder: Path, answers: dict[str, str | None] | None = None) -> str:
    """Return a visit with a document, sound, video, one in a repeat and one of the whole visit."""
    given = {"proof/shared": "yes", "proof/rooms/r1/room": "一号", **(answers or {})}
    visit = a_visit(survey, given)
    for name, data, question in (
        (CONTRACT, PDF, "contract"),
        ("talk.wav", a_wav(), "talk"),
        ("tour.mp4", MP4, "tour"),
        ("plan.pdf", PDF + b"plan", "proof/rooms/r1/plan"),
        ("letter.txt", "来函".encode(), ""),
    ):
        papers.add_papers(
            survey,
            visit=visit,
            files=[a_file(folder, name, data)],
            question=question,
            author=author_of(an_inspector()),
        )
    visits.sign_visits(survey, visits=[visit], identity=an_inspector())
    return visit


def accepted(office: Survey, inspector: Survey, folder: Path) -> str:
    visit = attached(inspector, folder)
    surveys.handover(inspector, folder / "out.gpkg", identity=an_inspector())
    merges.merge(office, sources=[folder / "out.gpkg"])
    reviews.accept(office, visits=[visit], author=author_of(an_office()))
    return visit


def test_from_the_inspector_to_the_office_and_a_receipt_back(
    office: Survey, inspector: Survey, tmp_path: Path
) -> None:
    visit = attached(inspector, tmp_path)
    balance = surveys.handover(inspector, tmp_path / "out.gpkg", identity=an_inspector()).value
    assert (balance.photos_expected, balance.photos_present) == (5, 5)
    slips = receipts.Receipts(office, [tmp_path / "out.gpkg"])
    balance = merges.merge(office, sources=[tmp_path / "out.gpkg"], after=slips).value
    assert balance.closes
    assert (balance.photos_expected, balance.photos_damaged) == (5, 0)
    assert [each.photos for each in balance.sources] == [5]
    assert papers.list_papers(office, visit=visit) == papers.list_papers(inspector, visit=visit)
    slip = receipts.check_receipt(inspector, tmp_path / "out.gpkg.receipt.json")
    assert (slip.photos, slip.photos_arrived, slip.complete) == (5, 5, True)
    before = rows(office)
    projections.rebuild(office)
    assert rows(office) == before
    assert len(before["papers"]) == 5
    again = merges.merge(office, sources=[tmp_path / "out.gpkg"]).value
    assert (again.new, again.photos_expected) == (0, 5)


def test_a_package_lists_them_and_carries_their_bytes(
    office: Survey, inspector: Survey, tmp_path: Path
) -> None:
    visit = accepted(office, inspector, tmp_path)
    packages.build(office, out=tmp_path / "a.pdf", identity=an_office())
    verdict = verification.verify(tmp_path / "a.pdf")
    assert verdict.outcome in (Outcome.GENUINE, Outcome.GENUINE_UNKNOWN_SIGNER)
    printed = "".join(page_texts(tmp_path / "a.pdf"))
    for paper in papers.list_papers(office, visit=visit):
        assert paper.blob in printed
        assert paper.name.replace(" ", "") in printed
    told = read_capsule(tmp_path / "a.pdf").data["visits"][0]["papers"]
    assert told[0]["name"] == CONTRACT
    packages.extract(tmp_path / "a.pdf", tmp_path / "data")
    with surveys.open_survey(tmp_path / "data" / "survey.gpkg", readonly=True) as inside:
        assert surveys.info(inside).photos_damaged == 0
        (tmp_path / "taken").mkdir()
        ids = [each.id for each in papers.list_papers(inside)]
        papers.save_papers(inside, papers=ids, folder=tmp_path / "taken")
    assert (tmp_path / "taken" / CONTRACT).read_bytes() == PDF
    merged = merges.merge(office, sources=[tmp_path / "a.pdf"]).value
    assert (merged.new, merged.refused) == (0, 0)


def test_what_is_public_or_mailed_holds_no_bytes_of_them(
    office: Survey, inspector: Survey, tmp_path: Path
) -> None:
    accepted(office, inspector, tmp_path)
    for variant in (Variant.PUBLIC, Variant.MAIL):
        out = tmp_path / f"{variant.value}.pdf"
        packages.build(office, out=out, identity=an_office(), make=Make(variant=variant))
        assert verification.verify(out).outcome is not Outcome.CHANGED
    assert CONTRACT.replace(" ", "") not in "".join(page_texts(tmp_path / "public.pdf"))
    capsule = read_capsule(tmp_path / "public.pdf")
    assert CONTRACT not in json.dumps(capsule.data, ensure_ascii=False)
    assert "survey.gpkg" not in capsule.files
    assert "不随附附件的原文" in "".join(page_texts(tmp_path / "mail.pdf"))
    packages.extract(tmp_path / "mail.pdf", tmp_path / "mail")
    with surveys.open_survey(tmp_path / "mail" / "survey.gpkg", readonly=True) as inside:
        assert {each.present for each in papers.list_papers(inside)} == {False}
    verdict = verification.verify(tmp_path / "mail" / "survey.gpkg")
    assert verdict.outcome is not Outcome.CHANGED


def test_an_archive_holds_them_with_a_list(
    office: Survey, inspector: Survey, tmp_path: Path
) -> None:
    visit = accepted(office, inspector, tmp_path)
    report = exports.export(office, out=tmp_path / "a.zip").value
    tally = report.tally
    assert (tally.papers, tally.papers_present, tally.closes) == (5, 5, True)
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        names = [each for each in archive.namelist() if each.startswith("attachments/")]
        assert len(names) == 6
        (contract,) = [each for each in names if "_contract_" in each]
        assert archive.read(contract) == PDF
        listed = archive.read("attachments/manifest.csv").decode("utf-8-sig")
        assert CONTRACT in listed
        xml = archive.read(f"submissions/{visit}/submission.xml").decode()
    assert f"<contract>{contract.rpartition('/')[2]}</contract>" in xml
    assert xml.count(".pdf</plan>") == 1
    public = exports.export(office, out=tmp_path / "b.zip", variant=ExportVariant.PUBLIC).value
    assert (public.tally.papers, public.tally.papers_withheld) == (5, 5)
    with zipfile.ZipFile(tmp_path / "b.zip") as archive:
        assert not [each for each in archive.namelist() if each.startswith("attachments/")]
        assert "contract" not in archive.read(f"submissions/{visit}/submission.xml").decode()


def test_a_rescue_names_the_one_that_is_lost(
    office: Survey, inspector: Survey, tmp_path: Path
) -> None:
    visit = attached(inspector, tmp_path)
    lost = papers.list_papers(inspector, visit=visit)[0]
    with inspector.atomic() as db:
        db.execute("delete from blob where hash = ?", (bytes.fromhex(lost.blob),))
    inspector.close()
    done = rescues.rescue(tmp_path / "inspector.gpkg", tmp_path / "rescued.gpkg")
    assert (done.photos_expected, done.photos_present, done.revisions_lost) == (5, 4, 0)
    assert any(CONTRACT in each.where for each in done.losses)
    with surveys.open_survey(tmp_path / "rescued.gpkg") as rescued:
        merges.merge(office, sources=[rescued.path])
        assert [each.present for each in papers.list_papers(office)].count(False) == 1


def test_recordings_are_purged_in_time_and_documents_stay(
    office: Survey, inspector: Survey, tmp_path: Path
) -> None:
    visit = accepted(office, inspector, tmp_path)
    author = author_of(an_office())
    done = purges.purge_photos(office, before="2999-01-01", reason="到期", author=author).value
    assert (done.photos, done.originals) == (2, 2)
    kept = {each.name: each.present for each in papers.list_papers(office, visit=visit)}
    assert [name for name, present in kept.items() if not present] == ["talk.wav", "tour.mp4"]
    merges.merge(office, sources=[tmp_path / "out.gpkg"])
    assert not blobs.exists(office, papers.list_papers(office, visit=visit)[1].blob)
    assert surveys.info(office).photos_damaged == 0
    assert surveys.check(office) == ()


def test_an_older_file_opens_merges_and_takes_papers(office: Survey, tmp_path: Path) -> None:
    """A file from before papers were known is copied aside and upgraded when it is opened."""
    office.close()
    older = tmp_path / "older.gpkg"
    with surveys.open_survey(tmp_path / "office.gpkg") as whole, whole.atomic() as db:
        before_lists(db)
        db.execute("drop table papers")
        db.execute("delete from gpkg_contents where table_name = 'papers'")
        db.execute("delete from _sqlite_migrations where name = 'm002_papers'")
    (tmp_path / "office.gpkg").rename(older)
    with surveys.open_survey(older, readonly=True) as still:
        assert surveys.check(still) == ()
        assert papers.list_papers(still) == ()
    with surveys.open_survey(older) as opened:
        attached(opened, tmp_path)
        assert len(rows(opened)["papers"]) == 5
    assert (tmp_path / "older.before-m002_papers.gpkg").exists()
    with a_prepared_survey(tmp_path / "fresh.gpkg") as fresh:
        balance = merges.merge(fresh, sources=[older]).value
        assert (balance.refused, balance.photos_expected) == (0, 5)
        source = tmp_path / "older.before-m002_papers.gpkg"
        assert merges.merge(fresh, sources=[source]).value.refused == 0
