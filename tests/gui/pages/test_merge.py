from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from fieldaudit.actions import handovers, identities, merges, packages, sites, surveys, visits
from fieldaudit.actions.receipts import check_receipt
from fieldaudit.actions.writing import write
from fieldaudit.gui.dialogs.identity import SignDialog
from fieldaudit.gui.dialogs.reason import ReasonDialog
from fieldaudit.gui.dialogs.rule import RuleChoice, RuleDialog
from fieldaudit.gui.models.table import RECORD
from fieldaudit.gui.pages.merge import CONFLICTS, DECISIONS, DOUBLES, MergePage
from fieldaudit.gui.session import Session
from fieldaudit.gui.tasks import Job
from fieldaudit.gui.widgets.head import Coloured
from fieldaudit.merge.rules import Rule
from fieldaudit.store.revisions import Edit
from fieldaudit.store.survey import Survey
from fieldaudit.visit.records import Status
from fieldaudit.visit.sorts import ConflictSort
from tests.gui.answers import choose
from tests.gui.sample import PASSWORD, Sample

Settle = Callable[[Session], None]


@pytest.fixture
def page(opened: Session, show: Callable[[MergePage], MergePage]) -> MergePage:
    return show(MergePage(opened))


@pytest.fixture
def merged(qtbot: QtBot, page: MergePage, files: Sample, settled: Settle) -> MergePage:
    page.merge([files.other])
    qtbot.waitUntil(page.balance.isVisible)
    settled(page.session)
    return page


def test_without_conflicts_the_page_says_what_to_do(page: MergePage) -> None:
    assert not page.conflicts.list.isVisible()
    assert page.choose.isEnabled()


def test_files_are_chosen_by_the_button(
    qtbot: QtBot, page: MergePage, files: Sample, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch)
    page.choose.click()
    choose(monkeypatch, files.other)
    page.choose.click()
    qtbot.waitUntil(page.balance.isVisible)
    assert page.balance.verdict.text().startswith("✓")
    assert "遗失 0" in page.balance.sums.text()


def test_files_are_dropped(qtbot: QtBot, page: MergePage, files: Sample) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(files.other))])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    page.dropEvent(event)
    qtbot.waitUntil(page.balance.isVisible)


def test_a_file_that_is_no_survey_is_refused_with_a_reason(
    qtbot: QtBot, page: MergePage, files: Sample, caplog: pytest.LogCaptureFixture
) -> None:
    heard: list[object] = []
    page.session.failed.connect(heard.append)
    page.merge([files.identity])
    qtbot.waitUntil(lambda: page.balance.isVisible() or bool(heard))
    assert page.choose.isEnabled()


def test_a_conflict_shows_every_value_and_who_said_it(merged: MergePage) -> None:
    assert merged.conflicts.list.model().rowCount() == 1
    buttons = [merged.conflicts.view._group.button(number).text() for number in range(2)]
    assert sorted(buttons) == ["−19.5", "−31.0"]
    assert "ONU" in merged.conflicts.view.question.text()


def test_a_conflict_is_settled_with_a_reason(
    qtbot: QtBot, merged: MergePage, settled: Settle
) -> None:
    view = merged.conflicts.view
    assert not view.decide.isEnabled()
    view._group.button(0).click()
    assert not view.decide.isEnabled()
    view.reason.setText("仪表校准后复测")
    with qtbot.waitSignal(merged.told):
        view.decide.click()
    settled(merged.session)
    assert merged.conflicts.list.model().rowCount() == 0


def test_another_value_can_be_typed(qtbot: QtBot, merged: MergePage, settled: Settle) -> None:
    view = merged.conflicts.view
    view.other.setText("-25")
    view.other.textEdited.emit("-25")
    view.reason.setText("第三次测量")
    with qtbot.waitSignal(view.decided) as signal:
        view.reason.returnPressed.emit()
    assert signal.args[0].value == "-25"
    settled(merged.session)


def test_conflicts_are_searched(merged: MergePage) -> None:
    merged.look_for("没有这个")
    assert merged.conflicts.list.model().rowCount() == 0
    merged.look_for("RES-0012")
    assert merged.conflicts.list.model().rowCount() == 1


def test_a_package_is_merged_like_a_survey_file(
    qtbot: QtBot, page: MergePage, files: Sample, tmp_path: Path, settled: Settle
) -> None:
    package = tmp_path / "package.pdf"
    with surveys.open_survey(files.other) as survey:
        (first, *_) = visits.list_visits(survey)
        moves = ((Status.SIGNED, files.author), (Status.ACCEPTED, files.author))
        form = visits.open_visit(survey, visit=first.id).form.hash
        for status, author in moves:
            write(
                survey,
                [Edit(first.id, "visit", {"$status": status.value}, form=form)],
                author=author,
            )
        identity = identities.unlock(files.identity, PASSWORD)
        packages.build(survey, out=package, identity=identity, visits=[first.id])
    page.merge([package])
    qtbot.waitUntil(page.balance.isVisible, timeout=30_000)
    settled(page.session)
    assert page.balance.verdict.text().startswith("✓")
    assert "新增 0" not in page.balance.sums.text()


def dialog(kind: type) -> object:
    """Return the dialog that is open."""
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible())


def outcomes(page: MergePage) -> list[str]:
    model = page.balance.table.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_the_same_file_again_is_recognised(
    qtbot: QtBot, merged: MergePage, files: Sample, settled: Settle
) -> None:
    assert outcomes(merged) == ["✓ 全部收下"]
    with qtbot.waitSignal(merged.merging.merged):
        merged.merge([files.other])
    assert outcomes(merged) == ["＝ 以前收过"]
    settled(merged.session)


def test_one_bad_file_does_not_stop_the_others_and_says_why(
    qtbot: QtBot, page: MergePage, files: Sample, tmp_path: Path, settled: Settle
) -> None:
    handed = tmp_path / "handed"
    handed.mkdir()
    files.other.rename(handed / "b.gpkg")
    (handed / "a.gpkg").write_bytes(b"no survey at all")
    (handed / "readme.txt").write_text("x")
    with qtbot.waitSignal(page.merging.merged):
        page.merge([handed])
    assert outcomes(page) == ["✗ 没有读取", "✓ 全部收下"]
    assert page.balance.verdict.text().startswith("▲")
    assert "a.gpkg" in page.balance.details.text()
    settled(page.session)


def test_each_source_is_answered_with_a_receipt_that_its_inspector_can_check(
    merged: MergePage, files: Sample
) -> None:
    folder = files.survey.with_name("survey.gpkg.receipts")
    (receipt,) = folder.iterdir()
    assert merged.balance.folder.isVisible()
    with surveys.open_survey(files.other, readonly=True) as survey:
        verdict = check_receipt(survey, receipt)
    assert (verdict.complete, verdict.visits, verdict.signer) == (True, 3, "")


def test_an_encrypted_hand_over_asks_once_and_says_when_the_password_is_wrong(
    qtbot: QtBot, page: MergePage, files: Sample, tmp_path: Path, settled: Settle
) -> None:
    closed = tmp_path / "closed.p7m"
    certificate = files.identity.with_suffix(".pem")
    with surveys.open_survey(files.other) as survey:
        handovers.handover_to(survey, closed, recipient=certificate, identity=None)
    page.merge([closed])
    qtbot.waitUntil(lambda: any(isinstance(w, SignDialog) for w in QApplication.topLevelWidgets()))
    ask = dialog(SignDialog)
    assert isinstance(ask, SignDialog)
    ask.password.setText("wrong password")
    ask.confirmation.click()
    qtbot.waitUntil(ask.refusal.isVisible, timeout=20_000)
    assert not page.balance.isVisible()
    ask.password.setText(PASSWORD)
    with qtbot.waitSignal(page.merging.merged, timeout=20_000):
        ask.confirmation.click()
    assert outcomes(page) == ["✓ 全部收下"]
    (receipt,) = files.survey.with_name("survey.gpkg.receipts").iterdir()
    with surveys.open_survey(files.survey, readonly=True) as survey:
        assert check_receipt(survey, receipt).signer == "张三"
    settled(page.session)


def test_who_gives_the_password_up_merges_nothing(
    qtbot: QtBot, page: MergePage, files: Sample
) -> None:
    page.sign.setChecked(True)
    page.merge([files.other])
    qtbot.waitUntil(lambda: any(isinstance(w, SignDialog) for w in QApplication.topLevelWidgets()))
    assert not page.choose.isEnabled()
    ask = dialog(SignDialog)
    assert isinstance(ask, SignDialog)
    ask.cancellation.click()
    assert page.choose.isEnabled()
    assert not page.balance.isVisible()


def test_a_rule_decides_and_each_decision_can_be_taken_back(
    qtbot: QtBot, merged: MergePage, settled: Settle
) -> None:
    merged.show_view(CONFLICTS)
    merged.conflicts.rule.click()
    ask = dialog(RuleDialog)
    assert isinstance(ask, RuleDialog)
    assert not ask.confirmation.isEnabled()
    ask.reason.setText("以后测为准")
    assert "1" in ask.count.text()
    with qtbot.waitSignal(merged.told) as signal:
        ask.confirmation.click()
    assert signal.args == ["按规则决定了 1 个，仍未决 0 个。"]
    settled(merged.session)
    assert merged.conflicts.list.model().rowCount() == 0
    merged.show_view(DECISIONS)
    row = str(merged.decisions.list.model().index(0, 0).data())
    assert "按规则（采用最后写的值）：以后测为准" in row
    merged.decisions.undo.click()
    why = dialog(ReasonDialog)
    assert isinstance(why, ReasonDialog)
    why.reason.setPlainText("再核对")
    with qtbot.waitSignal(merged.told):
        why.confirmation.click()
    settled(merged.session)
    assert merged.conflicts.list.model().rowCount() == 1
    assert merged.decisions.list.model().rowCount() == 0


def test_a_rule_leaves_alone_what_was_not_counted(
    qtbot: QtBot, merged: MergePage, files: Sample
) -> None:
    (first,) = merged.conflicts.shown()
    choices: list[RuleChoice] = []
    ask = RuleDialog((first,), given=choices.append)
    qtbot.addWidget(ask)
    ask.reason.setText("以后测为准")
    ask.confirm()
    assert choices[0].only == ((first.record, first.path),)
    with surveys.open_survey(files.survey) as survey:
        done = merges.settle_by_rule(
            survey, Rule.NEWEST, only=[(first.record, "x")], reason="无", author=files.author
        )
        assert (done.value.settled, done.value.left) == ((), 0)
        done = merges.settle_by_rule(
            survey, Rule.NEWEST, only=choices[0].only, reason="后测", author=files.author
        )
        assert [(e.record, e.path) for e in done.value.settled] == [*choices[0].only]


def test_a_deletion_says_what_the_other_side_changed(
    qtbot: QtBot, page: MergePage, files: Sample, settled: Settle
) -> None:
    with surveys.open_survey(files.other) as other, surveys.open_survey(files.survey) as survey:
        site = sites.list_sites(survey)[0]
        write(
            other, [Edit(site.id, "site", {"$deleted": "true"}, reason="重")], author=files.author
        )
        write(survey, [Edit(site.id, "site", {"name": "新名"})], author=files.author)
    page.merge([files.other])
    qtbot.waitUntil(page.balance.isVisible)
    settled(page.session)
    found = next(e for e in page.conflicts.shown() if e.sort is ConflictSort.DELETION)
    page.conflicts.view.show_conflict(found, locked=False)
    said = [each.text() for each in page.conflicts.view.findChildren(QLabel)]
    assert f"名称：{site.name} → 新名" in said


def test_rival_decisions_of_two_offices_are_shown_as_such(
    qtbot: QtBot, merged: MergePage, files: Sample, settled: Settle
) -> None:
    with surveys.open_survey(files.other) as survey:
        merges.merge(survey, sources=[files.survey])
        decide(survey, files, value="-19.5", reason="街道说明")
    with surveys.open_survey(files.survey) as survey:
        decide(survey, files, value="-31.0", reason="现场复测")
    with qtbot.waitSignal(merged.merging.merged):
        merged.merge([files.other])
    settled(merged.session)
    settled(merged.session)
    said = [label.text() for label in merged.conflicts.view.findChildren(Coloured)]
    assert "⇄ 有人已这样决定：街道说明" in said
    assert "⇄ 有人已这样决定：现场复测" in said


def decide(survey: Survey, files: Sample, *, value: str, reason: str) -> None:
    """Settle the one conflict."""
    (conflict,) = merges.list_conflicts(survey)
    merges.settle(
        survey,
        record=conflict.record,
        path=conflict.path,
        value=value,
        reason=reason,
        author=files.author,
    )


def test_places_entered_twice_are_linked_and_nothing_is_deleted(
    qtbot: QtBot, page: MergePage, files: Sample, tmp_path: Path, settled: Settle
) -> None:
    register = tmp_path / "more.csv"
    register.write_text(
        "编码,名称,类型,街道,经度,纬度\nRES-0100,天宫殿,residential,鸳鸯街道,106.5,29.6\n", "utf-8"
    )
    other = tmp_path / "third.gpkg"
    other.write_bytes(files.other.read_bytes())
    for file in (files.other, other):
        with surveys.open_survey(file) as survey:
            sites.import_sites(survey, file=register, author=files.author)
    with qtbot.waitSignal(page.merging.merged):
        page.merge([files.other, other])
    settled(page.session)
    page.show_view(DOUBLES)
    doubles = page.doubles
    assert doubles.list.model().rowCount() == 1
    pair = doubles.list.model().index(0, 0).data(RECORD)
    assert (pair.metres, pair.likeness) == (0, 1)
    assert not doubles.page.same.isEnabled()
    doubles.page.reason.setText("同一块门牌")
    with qtbot.waitSignal(page.told) as signal:
        doubles.page.same.click()
    assert "两条记录都保留" in signal.args[0]
    settled(page.session)
    assert doubles.list.model().rowCount() == 0
    with surveys.open_survey(files.survey, readonly=True) as survey:
        assert sum(site.code == "RES-0100" for site in sites.list_sites(survey)) == 2


def test_eighty_files_at_once_are_listed_each_with_its_receipt(
    qtbot: QtBot, page: MergePage, files: Sample, tmp_path: Path, settled: Settle
) -> None:
    handed = tmp_path / "handed"
    handed.mkdir()
    for number in range(80):
        (handed / f"{number:02}.gpkg").write_bytes(files.other.read_bytes())
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in sorted(handed.iterdir())])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    with qtbot.waitSignal(page.merging.merged, timeout=60_000):
        page.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, left, none))
    assert sorted(outcomes(page)) == ["✓ 全部收下"] + ["＝ 以前收过"] * 79
    receipts = files.survey.with_name("survey.gpkg.receipts")
    assert len(list(receipts.iterdir())) == 80
    settled(page.session)


def test_a_merge_can_be_stopped_and_writes_nothing(
    qtbot: QtBot, page: MergePage, files: Sample, settled: Settle
) -> None:
    with surveys.open_survey(files.survey, readonly=True) as survey:
        before = surveys.info(survey).state
    page.session.runner.began.connect(cancel)
    with qtbot.waitSignal(page.told) as signal:
        page.merge([files.other])
    assert signal.args == ["已停止合并，什么也没有写入。"]
    assert page.choose.isEnabled()
    settled(page.session)
    with surveys.open_survey(files.survey, readonly=True) as survey:
        assert surveys.info(survey).state == before


def cancel(job: Job) -> None:
    """Stop a job as soon as it is known."""
    job.watch.cancel()
