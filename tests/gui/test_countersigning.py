from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from fieldaudit.actions import packages
from fieldaudit.errors import FieldauditError
from fieldaudit.gui.countersigning import Countersigning
from fieldaudit.gui.dialogs.packagesign import PackageSignDialog
from fieldaudit.gui.session import Session
from fieldaudit.gui.widgets.verified import VerifiedFile
from tests.gui.answers import choose
from tests.gui.sample import PASSWORD, Sample
from tests.kit.packages import signed_bytes


def received(folder: Path, *names: str) -> list[VerifiedFile]:
    found = []
    for name in names:
        file = folder / name
        file.write_bytes(signed_bytes())
        found.append(VerifiedFile(file, packages.verify(file), ("", "")))
    return found


@pytest.fixture
def holder(qtbot: QtBot) -> QWidget:
    """The page that the offer stands on."""
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def further(holder: QWidget, session: Session, files: Sample) -> Countersigning:
    """The offer below the verdicts."""
    session.preferences.change(identity=str(files.identity))
    made = Countersigning(session, holder)
    made.link.setParent(holder)
    return made


def sign(holder: QWidget, further: Countersigning) -> None:
    further.link.click()
    dialog = holder.findChild(PackageSignDialog)
    dialog.password.setText(PASSWORD)
    dialog.confirmation.click()


def test_several_are_signed_with_one_password(
    qtbot: QtBot,
    holder: QWidget,
    further: Countersigning,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    choose(monkeypatch, out)
    further.offer(received(tmp_path, "a.pdf", "b.pdf"))
    assert "2" in further.link.text()
    with qtbot.waitSignal(further.done, timeout=60_000) as told:
        sign(holder, further)
    assert told.args == [(out / "a.pdf", out / "b.pdf")]
    for file in told.args[0]:
        signers = packages.verify(file).signers
        assert len(signers) == 2
        assert all(each.intact for each in signers)


def test_one_that_cannot_be_signed_does_not_keep_the_others(
    qtbot: QtBot,
    further: Countersigning,
    session: Session,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    choose(monkeypatch, out)
    found = received(tmp_path, "a.pdf", "b.pdf")
    found[0].file.write_bytes(signed_bytes()[:-400])
    errors: list[FieldauditError] = []
    session.failed.connect(errors.append)
    further.offer(found)
    with qtbot.waitSignal(further.done, timeout=60_000) as told:
        sign(further.link.window(), further)
    assert told.args == [(out / "b.pdf",)]
    assert [each.params["file"] for each in errors] == ["a.pdf"]


def test_a_copy_beside_the_received_file_takes_another_name(
    qtbot: QtBot,
    holder: QWidget,
    further: Countersigning,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    choose(monkeypatch, tmp_path)
    further.offer(received(tmp_path, "a.pdf"))
    with qtbot.waitSignal(further.done, timeout=60_000) as told:
        sign(holder, further)
    assert told.args == [(tmp_path / "a-2.pdf",)]
    assert (tmp_path / "a.pdf").read_bytes() == signed_bytes()


def test_what_is_not_whole_is_not_offered(further: Countersigning, tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(signed_bytes()[:-400])
    further.offer([VerifiedFile(file, packages.verify(file), ("", ""))])
    assert further.link.isHidden()
