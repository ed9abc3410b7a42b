"""Everything about identities and trust in one window: what to do at the left, its form beside."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from fieldaudit.actions.changes import Changes, Done
from fieldaudit.gui.dialogs.identity import NewIdentityDialog, Worker
from fieldaudit.gui.keytasks import TASKS, Asked, KeyTask, Values, say
from fieldaudit.gui.session import Session
from fieldaudit.gui.tasks import Watch
from fieldaudit.gui.theme import TITLE, XL, L, M, sized
from fieldaudit.gui.widgets.buttons import Button
from fieldaudit.gui.widgets.taskform import TaskForm
from fieldaudit.texts import QT_TRANSLATE_NOOP

_LIST = 270
_ADOPT = KeyTask(
    QT_TRANSLATE_NOOP("KeyTasks", "采用收到的信任名单"),
    QT_TRANSLATE_NOOP(
        "KeyTasks",
        "到关闭窗口为止，核验时也认名单上的人。签发者的证书须另外从单位取得，不能与名单同来。",
    ),
    (
        Asked("list", QT_TRANSLATE_NOOP("KeyTasks", "信任名单"), "file", "(*.json)"),
        Asked("authority", QT_TRANSLATE_NOOP("KeyTasks", "签发者的证书"), "file", "(*.pem)"),
    ),
    lambda values, _library: _adopted(values),
)


class KeysDialog(QDialog):
    """A list of things to do and the form of the chosen one."""

    def __init__(
        self, session: Session, worked: Callable[[Worker], None], parent: QWidget | None = None
    ) -> None:
        """Call `worked` with whoever made a new identity here."""
        super().__init__(parent)
        self._session, self._worked = session, worked
        self.setWindowTitle(self.tr("身份与信任"))
        self.resize(900, 540)
        title = QLabel(self.tr("身份与信任"))
        title.setFont(sized(self.font(), TITLE, bold=True))
        self.tasks = {**TASKS, "adopt": _ADOPT}
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("要做什么"))
        self.list.setFixedWidth(_LIST)
        self.list.setSpacing(3)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.forms = QStackedWidget()
        for task in self.tasks.values():
            form = TaskForm(task, self._do)
            # What is done in a survey needs one that is open and can be written.
            usable = not task.survey or (session.path is not None and not session.readonly)
            form.setEnabled(usable)
            self.list.addItem(say(task.title))
            self.forms.addWidget(form)
        self.list.currentRowChanged.connect(self.forms.setCurrentIndex)
        self.new = Button(self.tr("新建身份…"))
        self.new.clicked.connect(self._on_new)
        self._arrange(title)
        self.list.setCurrentRow(0)
        self._fill()

    def form(self, key: str) -> TaskForm:
        """Return the form of a task."""
        found = self.forms.widget(list(self.tasks).index(key))
        assert isinstance(found, TaskForm)  # noqa: S101 - only such were added
        return found

    def _arrange(self, title: QLabel) -> None:
        shut = Button(self.tr("关闭"))
        shut.clicked.connect(self.accept)
        left = QVBoxLayout()
        left.addWidget(self.new)
        left.addWidget(self.list, 1)
        middle = QHBoxLayout()
        middle.addLayout(left)
        middle.addWidget(self.forms, 1)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(shut)
        box = QVBoxLayout(self)
        box.setContentsMargins(XL, L, XL, L)
        box.setSpacing(M)
        box.addWidget(title)
        box.addLayout(middle, 1)
        box.addLayout(foot)

    def _fill(self) -> None:
        """Write what is known into the fields: this person's file, the token's library."""
        known = self._session.preferences
        for key in self.tasks:
            for name, value in (("file", known.identity), ("library", known.settings.token)):
                field = self.form(key).fields.get(name)
                if value and field is not None and key != "issue":
                    field.setText(str(value))  # type: ignore[union-attr]

    def _do(self, form: TaskForm, values: Values) -> None:
        token = self._session.preferences.settings.token
        library = Path(token) if token else None
        if form.task.survey:
            deed = partial(_in_survey, form.task.deed, values, library)
            self._session.act(deed, form.told, sorry=form.refuse)
            return
        after = self._on_known if form.task is _ADOPT else form.told
        work = partial(_alone, form.task.deed, values, library)
        self._session.work(work, after, sorry=form.refuse)
        if form.task is TASKS["token"]:
            self._session.preferences.change(token=values["library"])

    def _on_known(self, known: Any) -> None:
        self._session.keys.known = known
        said = self.tr("✓ 核验时也认名单上的 {count} 人。")
        self.form("adopt").told(said.format(count=len(known.trusted)))

    def _on_new(self) -> None:
        NewIdentityDialog(self._session, self._worked, self).open()


def _in_survey(deed: Callable[..., str], values: Values, library: Path | None, survey: Any) -> Any:
    return Done(deed(survey, values, library), Changes(survey=True, journal=True))


def _alone(deed: Callable[..., Any], values: Values, library: Path | None, _watch: Watch) -> Any:
    return deed(values, library)


def _adopted(values: Values) -> Any:
    from fieldaudit.actions import trustlists

    return trustlists.known_by(Path(values["list"]), Path(values["authority"]))
