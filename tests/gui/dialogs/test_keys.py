from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from fieldaudit.actions import identities, surveys
from fieldaudit.gui.dialogs.keys import KeysDialog
from fieldaudit.gui.session import Session
from tests.gui.sample import PASSWORD, Sample

Settle = Callable[[Session], None]


@pytest.fixture
def dialog(qtbot: QtBot, session: Session, files: Sample) -> KeysDialog:
    with qtbot.waitSignal(session.opened):
        session.open(files.survey)
    session.preferences.change(identity=str(files.identity))
    made = KeysDialog(session, lambda _worker: None)
    qtbot.addWidget(made)
    made.show()
    return made


def do(qtbot: QtBot, dialog: KeysDialog, key: str, **values: object) -> str:
    """Choose a task, fill its form in, press its button; return what is said."""
    dialog.list.setCurrentRow(list(dialog.tasks).index(key))
    form = dialog.form(key)
    assert dialog.forms.currentWidget() is form
    for name, value in values.items():
        form.fields[name].setText(str(value))
    form.go.click()
    qtbot.waitUntil(lambda: bool(form.outcome.text()) and form.isEnabled(), timeout=20_000)
    return form.outcome.text()


def another(folder: Path, *, authority: bool = False) -> Path:
    file = folder / ("office.p12" if authority else "wang.p12")
    name, role = ("专班", "office") if authority else ("王五", "inspector")
    identities.create(
        file, name=name, role=role, unit="街道", password=PASSWORD, authority=authority
    )
    return file


def test_a_certificate_is_asked_for_issued_and_taken_in(
    qtbot: QtBot, dialog: KeysDialog, tmp_path: Path
) -> None:
    own, office = another(tmp_path), another(tmp_path, authority=True)
    asked, pem, out = tmp_path / "a.csr", tmp_path / "issued.pem", tmp_path / "new.p12"
    assert do(qtbot, dialog, "request", file=own, password=PASSWORD, out=asked).startswith("✓")
    issued = do(qtbot, dialog, "issue", request=asked, file=office, password=PASSWORD, out=pem)
    assert "王五" in issued
    taken = do(qtbot, dialog, "import", file=own, password=PASSWORD, certificate=pem, out=out)
    assert taken.startswith("✓")
    assert identities.unlock(out, PASSWORD).name == "王五"


def test_a_wrong_password_is_told_and_nothing_is_written(
    qtbot: QtBot, dialog: KeysDialog, tmp_path: Path
) -> None:
    out = tmp_path / "a.csr"
    said = do(qtbot, dialog, "request", file=another(tmp_path), password="no", out=out)
    assert said.startswith("✗")
    assert not out.exists()


def test_the_founder_vouches_revokes_and_gives_out_a_list(
    qtbot: QtBot, dialog: KeysDialog, files: Sample, tmp_path: Path, settled: Settle
) -> None:
    certificate = another(tmp_path).with_suffix(".pem")
    told = {"certificate": certificate, "password": PASSWORD}
    assert do(qtbot, dialog, "trust", **told).startswith("✓")
    assert "王五" in do(qtbot, dialog, "people")
    out = tmp_path / "list.json"
    assert do(qtbot, dialog, "trustlist", password=PASSWORD, out=out).startswith("✓")
    founder = files.identity.with_suffix(".pem")
    assert do(qtbot, dialog, "adopt", list=out, authority=founder).startswith("✓")
    known = dialog._session.keys.known
    assert known is not None
    assert len(known.trusted) == 2
    assert do(qtbot, dialog, "revoke", **told).startswith("✓")
    settled(dialog._session)
    with surveys.open_survey(files.survey, readonly=True) as survey:
        trusted = {each.name: each.trusted for each in identities.list_people(survey)}
    assert not trusted["王五"]


def test_a_password_is_changed(qtbot: QtBot, dialog: KeysDialog, tmp_path: Path) -> None:
    file = another(tmp_path)
    fresh = {"fresh": "another", "again": "another"}
    assert do(qtbot, dialog, "password", file=file, password=PASSWORD, **fresh).startswith("✓")
    assert identities.unlock(file, "another").name == "王五"


def test_without_a_survey_its_tasks_are_off(qtbot: QtBot, session: Session) -> None:
    made = KeysDialog(session, lambda _worker: None)
    qtbot.addWidget(made)
    off = [key for key in made.tasks if not made.form(key).isEnabled()]
    assert off == ["rotate", "people", "trust", "revoke", "trustlist"]
