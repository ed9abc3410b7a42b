from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from fieldaudit.actions import identities, packages, reviews, surveys, visits
from fieldaudit.errors import Code, Problem
from fieldaudit.gui.dialogs.identity import SignDialog
from fieldaudit.gui.pages.package import PackagePage
from fieldaudit.gui.session import Session
from fieldaudit.gui.widgets.verdict import VerdictView, changed_page
from fieldaudit.package.variant import Variant
from fieldaudit.package.verdict import Outcome, PackageVerdict, SignerFinding
from fieldaudit.store.survey import Survey
from fieldaudit.visit.records import Status, VisitSummary
from tests.gui.answers import choose
from tests.gui.sample import PASSWORD, Sample

Settle = Callable[[Session], None]


@pytest.fixture
def page(
    qtbot: QtBot, session: Session, files: Sample, show: Callable[[PackagePage], PackagePage]
) -> PackagePage:
    """The page on a survey with two accepted visits."""
    with surveys.open_survey(files.survey) as survey:
        _accept_two(survey, files)
    with qtbot.waitSignal(session.opened):
        session.open(files.survey)
    return show(PackagePage(session))


def _accept_two(survey: Survey, files: Sample) -> None:
    """Let two visits be accepted; how they came to be signed is another page's business."""
    from fieldaudit.actions.writing import write
    from fieldaudit.store.revisions import Edit

    for visit in visits.list_visits(survey)[:2]:
        edit = Edit(visit.id, "visit", {"$status": Status.SIGNED.value}, form=_form(survey, visit))
        write(survey, [edit], author=files.author)
        reviews.accept(survey, visits=[visit.id], author=files.author)


def _form(survey: Survey, visit: VisitSummary) -> str:
    return visits.open_visit(survey, visit=visit.id).form.hash


def test_accepted_visits_are_ticked(page: PackagePage) -> None:
    assert len(page.choice.chosen()) == 2
    assert page.build.isEnabled()
    assert "2" in page.build.text()


def test_a_street_ticks_its_visits(page: PackagePage) -> None:
    page.choice.street.setCurrentIndex(1)
    assert len(page.choice.chosen()) == 1
    page.choice.street.setCurrentIndex(0)
    assert len(page.choice.chosen()) == 2


def test_space_takes_a_tick_back(page: PackagePage) -> None:
    page.choice.visits.setCurrentIndex(page.choice.model.index(0))
    QTest.keyClick(page.choice.visits, Qt.Key.Key_Space)
    assert len(page.choice.chosen()) == 1


def test_a_package_is_built_signed_shown_and_verified(
    qtbot: QtBot, page: PackagePage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out.pdf"
    choose(monkeypatch, out)
    page.build.click()
    dialog = page.findChild(SignDialog)
    dialog.password.setText(PASSWORD)
    dialog.confirmation.click()
    qtbot.waitUntil(lambda: page.result.text().startswith("✓"), timeout=60_000)
    qtbot.waitUntil(lambda: not page.pages.picture.pixmap().isNull(), timeout=20_000)
    page.pages.after.click()
    assert page.pages.page == 2
    page.pages.before.click()
    QTest.keyClick(page.pages, Qt.Key.Key_End)
    assert page.pages.page == page.pages.pages
    page.verify.click()
    qtbot.waitUntil(page.verdict.isVisible, timeout=20_000)
    assert page.verdict.first.text().startswith(("✓", "?"))


def test_the_public_variant_leaves_the_data_out(
    qtbot: QtBot, page: PackagePage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    choose(monkeypatch, tmp_path / "out.pdf")
    page.choice.originals.click()
    assert page.choice.with_originals()
    page.choice.variant.setCurrentIndex(page.choice.variant.findData(Variant.PUBLIC.value))
    assert not page.choice.with_originals()
    page.build.click()
    dialog = page.findChild(SignDialog)
    dialog.password.setText(PASSWORD)
    dialog.confirmation.click()
    qtbot.waitUntil(lambda: page.result.text().startswith("✓"), timeout=60_000)
    page.folder.click()
    assert opened == [str(tmp_path)]
    inside = {each.name for each in packages.extract(tmp_path / "out.pdf", tmp_path / "inside")}
    assert not any(name.endswith(".gpkg") for name in inside)


def test_a_changed_package_says_where_and_shows_it(qtbot: QtBot) -> None:
    view = VerdictView()
    qtbot.addWidget(view)
    signer = SignerFinding("office", "李四", "专班", "office", "ab" * 32, "", "", True, False)
    changed = Problem(Code.PAGE_CHANGED, "3")
    verdict = PackageVerdict(Outcome.CHANGED, (signer,), (changed,), pages=5)
    view.show_verdict(verdict, ("文件在签名之后被改动。", "–"))
    assert view.first.text().startswith("✗")
    assert "李四 专班 工作专班" in view.facts.text()
    assert "签名与内容不符" in view.facts.text()
    assert "第 3 页" in view.facts.text()
    assert changed_page(verdict) == 3


def test_a_file_that_is_no_pdf_is_judged_so(
    qtbot: QtBot, page: PackagePage, tmp_path: Path, settled: Settle
) -> None:
    file = tmp_path / "no.pdf"
    file.write_text("nothing")
    page.verify_files([file])
    qtbot.waitUntil(page.verdict.isVisible)
    assert page.verdict.first.text().startswith("✗")
    settled(page.session)


def test_several_files_are_judged_and_the_gravest_is_shown(
    qtbot: QtBot, page: PackagePage, files: Sample, tmp_path: Path, settled: Settle
) -> None:
    cut = tmp_path / "cut.gpkg"
    cut.write_bytes(files.survey.read_bytes()[:5000])
    folder = tmp_path / "folder"
    folder.mkdir()
    page.verify_files([files.other, cut, folder])
    qtbot.waitUntil(page.verified.isVisible, timeout=20_000)
    assert page.verified.count() == 3
    assert page.result.text() == "folder"
    assert page.verdict.first.text().startswith("✗")
    page.verified.setFocus()
    QTest.keyClick(page.verified, Qt.Key.Key_Home)
    assert page.result.text() == files.other.name
    settled(page.session)


def test_a_key_that_the_founder_revoked_is_told_of(
    qtbot: QtBot, page: PackagePage, files: Sample, tmp_path: Path, settled: Settle
) -> None:
    other = identities.create(
        tmp_path / "li.p12", name="李四", role="reviewer", unit="街道", password=PASSWORD
    )
    with surveys.open_survey(files.survey) as survey:
        first = tmp_path / "first.pdf"
        founder = identities.unlock(files.identity, PASSWORD)
        packages.build(survey, out=first, identity=founder)
        identities.trust(survey, certificate=other.certificate, identity=founder)
        identities.revoke(survey, certificate=other.certificate, identity=founder)
    packages.sign(first, tmp_path / "second.pdf", identity=other, part="street")
    page.verify_files([tmp_path / "second.pdf"])
    qtbot.waitUntil(page.verdict.isVisible, timeout=20_000)
    assert "撤销" in page.verdict.first.text()
    assert not page.verified.isVisible()
    settled(page.session)


def test_cancelling_the_file_dialog_does_nothing(
    page: PackagePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch)
    page.build.click()
    page.verify.click()
    assert page.findChild(SignDialog) is None
