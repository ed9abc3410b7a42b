"""Asks what a new survey is called and who founds it."""

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from fieldaudit.gui.dialogs.ask import Ask, FileField
from fieldaudit.gui.dialogs.identity import Key, author_of
from fieldaudit.gui.labels import explain
from fieldaudit.gui.session import Session
from fieldaudit.gui.tasks import Watch
from fieldaudit.gui.widgets.fields import Field
from fieldaudit.gui.widgets.head import Coloured


class NewSurveyDialog(Ask):
    """Makes a survey file with the bundled checklists and opens it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Ask for a name, a file and the founder's identity."""
        super().__init__(
            self.tr("新建调查"),
            self.tr("建立者的密钥为其他人员作保。检查表用随程序提供的一套。"),
            self.tr("新建"),
            parent,
        )
        self._session = session
        self.name, self.region, self.streets = Field(), Field(), Field()
        self.streets.setPlaceholderText(self.tr("用顿号或逗号分开"))
        self.file = FileField(self.tr("调查文件"), self.tr("调查文件 (*.gpkg)"), new=True)
        self.identity = FileField(self.tr("身份文件"), self.tr("身份文件 (*.p12 *.pfx)"))
        self.password = Field()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        rows = (
            (self.tr("名称"), self.name),
            (self.tr("区域"), self.region),
            (self.tr("街道"), self.streets),
            (self.tr("调查文件"), self.file),
            (self.tr("建立者身份"), self.identity),
            (self.tr("密码"), self.password),
        )
        for words, field in rows:
            field.setAccessibleName(words)
            self.rows.addRow(words, field)
        for field in (self.name, self.file.field, self.identity.field, self.password):
            field.textChanged.connect(self.check)
        self.place = Coloured()
        self.place.hide()
        self.rows.insertRow([field for _, field in rows].index(self.file) + 1, self.place)
        self.file.field.textChanged.connect(self._on_file)
        known = session.preferences.identity
        if known is not None:
            self.identity.field.setText(str(known))
        self.name.setFocus()
        self.check()

    def ready(self) -> bool:
        """Need a name, a file, an identity and its password."""
        needed = (self.name, self.file.field, self.identity.field, self.password)
        return all(field.text().strip() for field in needed)

    def confirm(self) -> None:
        """Make the file off the UI thread, then open it."""
        self.setEnabled(False)
        self._path = Path(self.file.field.text()).with_suffix(".gpkg")
        key = Key(Path(self.identity.field.text()), self.password.text())
        names = self.streets.text().replace("、", ",").replace("，", ",").split(",")
        streets = {f"S{n:02}": name.strip() for n, name in enumerate(names, 1) if name.strip()}
        about = {"name": self.name.text(), "region": self.region.text(), "streets": streets}
        work = partial(_make, path=self._path, key=key, about=about)
        self._session.work(work, self._on_made, sorry=self.refuse)

    def _on_made(self, _nothing: object) -> None:
        self.done_well()
        # The place was warned about before anything was written there.
        self._session.open(self._path, anywhere=True)

    def _on_file(self, text: str) -> None:
        from fieldaudit.actions.opening import whereabouts

        doubts = whereabouts(Path(text)) if text.strip() else ()
        self.place.setVisible(bool(doubts))
        if doubts:
            self.place.say(f"▲ {explain(doubts[0])}", "major")


def _make(_watch: Watch, *, path: Path, key: Key, about: dict[str, Any]) -> None:
    from fieldaudit.actions import surveys

    surveys.new_survey(path, founder=author_of(key.unlock()), **about)
