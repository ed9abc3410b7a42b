from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from fieldaudit.errors import BadInput, Code
from fieldaudit.gui.keytasks import TASKS, Values
from fieldaudit.gui.widgets.fields import Field
from fieldaudit.gui.widgets.taskform import TaskForm


def made(qtbot: QtBot, key: str, asked: list[Values] | None = None) -> TaskForm:
    def deed(_form: TaskForm, values: Values) -> None:
        (asked if asked is not None else []).append(values)

    form = TaskForm(TASKS[key], deed)
    qtbot.addWidget(form)
    form.show()
    return form


def fill(form: TaskForm, **values: object) -> None:
    for key, value in values.items():
        field = form.fields[key]
        assert isinstance(field, Field)
        field.setText(str(value))


def test_fields_are_judged_as_they_are_typed(qtbot: QtBot, tmp_path: Path) -> None:
    form = made(qtbot, "request")
    assert not form.go.isEnabled()
    fill(form, file=tmp_path / "none.p12")
    assert "none.p12" in form.remark.text()
    (tmp_path / "a.p12").write_bytes(b"")
    fill(form, file=tmp_path / "a.p12", password="x", out=tmp_path / "a.p12")
    assert "a.p12" in form.remark.text()
    fill(form, out=tmp_path / "no" / "b.csr")
    assert "no" in form.remark.text()
    fill(form, out=tmp_path / "b.csr")
    assert form.remark.isHidden()
    assert form.go.isEnabled()


def test_a_new_password_is_typed_twice(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "a.p12").write_bytes(b"")
    form = made(qtbot, "password")
    fill(form, file=tmp_path / "a.p12", password="x", fresh="one", again="two")
    assert not form.go.isEnabled()
    fill(form, again="one")
    assert form.go.isEnabled()


@pytest.mark.parametrize("good", [True, False])
def test_an_outcome_is_told_and_passwords_go(qtbot: QtBot, tmp_path: Path, good: bool) -> None:
    (tmp_path / "a.p12").write_bytes(b"")
    asked: list[Values] = []
    form = made(qtbot, "request", asked)
    fill(form, file=tmp_path / "a.p12", password=" x ", out=tmp_path / "b.csr")
    form.go.click()
    assert asked[0]["password"] == " x "
    assert not form.isEnabled()
    if good:
        form.told("✓ done")
    else:
        form.refuse(BadInput(Code.IDENTITY_PASSWORD, file="a.p12"))
    assert form.isEnabled()
    assert form.fields["password"].text() == ""
    assert form.outcome.text().startswith("✓" if good else "✗")
