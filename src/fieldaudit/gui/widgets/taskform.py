"""The form of one task with identities: fields judged as they are typed, a button, an outcome."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFormLayout, QLineEdit, QVBoxLayout, QWidget

from fieldaudit.errors import FieldauditError
from fieldaudit.gui.dialogs.ask import FileField
from fieldaudit.gui.keytasks import Asked, KeyTask, Values, say
from fieldaudit.gui.labels import explain
from fieldaudit.gui.theme import L, M, colours
from fieldaudit.gui.widgets.buttons import Button
from fieldaudit.gui.widgets.fields import Choice, Field
from fieldaudit.gui.widgets.head import Coloured, Secondary


class TaskForm(QWidget):
    """Asks what a task needs; `deed` gets the form and its values."""

    def __init__(
        self,
        task: KeyTask,
        deed: Callable[["TaskForm", Values], None],
        parent: QWidget | None = None,
    ) -> None:
        """Show a field for each thing that the task asks."""
        super().__init__(parent)
        self.task, self._deed = task, deed
        self.fields: dict[str, Field | Choice] = {}
        rows = QFormLayout()
        rows.setSpacing(M)
        rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for asked in task.asked:
            rows.addRow(say(asked.label), self._made(asked))
        self.remark = Coloured()
        self.remark.setWordWrap(True)
        self.outcome = Coloured()
        self.outcome.setWordWrap(True)
        self.go = Button(say(task.title), leading=True)
        self.go.clicked.connect(self._on_go)
        box = QVBoxLayout(self)
        box.setContentsMargins(L, 0, 0, 0)
        box.setSpacing(M)
        box.addWidget(Secondary(say(task.meaning)))
        box.addLayout(rows)
        box.addWidget(self.remark)
        box.addWidget(self.go)
        box.addWidget(self.outcome)
        box.addStretch(1)
        self.check()

    def values(self) -> Values:
        """Return what was typed and chosen."""
        return {
            key: field.currentText() if isinstance(field, Choice) else field.text().strip()
            if not self._secret(key)
            else field.text()
            for key, field in self.fields.items()
        }  # fmt: skip

    def check(self) -> None:
        """Judge each field, outline the bad ones, and say what is wrong with the first."""
        found = [(each, self._wrong(each)) for each in self.task.asked]
        for asked, words in found:
            field = self.fields[asked.key]
            if isinstance(field, Field):
                field.alarm(colours(self).critical if words else "")
        said = next((words for _, words in found if words), "")
        self.remark.say(said, "critical")
        self.remark.setVisible(bool(said))
        empty = any(not self._text(each.key) and not each.optional for each in self.task.asked)
        self.go.setEnabled(not said and not empty)

    def told(self, words: str) -> None:
        """Say what was done; passwords do not stay in their fields."""
        self._forget()
        self.outcome.say(words, "ink")
        self.setEnabled(True)

    def refuse(self, error: BaseException) -> None:
        """Say why it did not work, and let the person try again."""
        self._forget()
        words = explain(error) if isinstance(error, FieldauditError) else str(error)
        self.outcome.say(f"✗ {words}", "critical")
        self.setEnabled(True)

    def _forget(self) -> None:
        for asked in self.task.asked:
            field = self.fields[asked.key]
            if isinstance(field, Field) and self._secret(asked.key):
                field.clear()

    def _made(self, asked: Asked) -> QWidget:
        if asked.kind == "years":
            years = Choice()
            years.addItems([str(each) for each in range(1, 11)])
            years.setCurrentIndex(1)
            self.fields[asked.key] = years
            return years
        shown: QWidget
        if asked.kind in ("file", "new"):
            chosen = FileField(say(asked.label), asked.pattern, new=asked.kind == "new")
            shown, field = chosen, chosen.field
        else:
            shown = field = Field()
        field.setAccessibleName(say(asked.label))
        if asked.kind in ("password", "again"):
            field.setEchoMode(QLineEdit.EchoMode.Password)
        field.textChanged.connect(self.check)
        self.fields[asked.key] = field
        return shown

    def _secret(self, key: str) -> bool:
        return any(
            each.key == key and each.kind in ("password", "again") for each in self.task.asked
        )

    def _text(self, key: str) -> str:
        field = self.fields[key]
        return field.currentText() if isinstance(field, Choice) else field.text()

    def _wrong(self, asked: Asked) -> str:
        """Return what is wrong with what stands in a field; nothing of an empty one."""
        text = self._text(asked.key)
        if not text:
            return ""
        if asked.kind == "file" and not Path(text).is_file():
            return self.tr("没有文件 {file}。").format(file=Path(text).name)
        if asked.kind == "new" and Path(text).exists():
            return self.tr("{file} 已经存在，请换一个名字。").format(file=Path(text).name)
        if asked.kind == "new" and not Path(text).parent.is_dir():
            return self.tr("没有文件夹 {folder}。").format(folder=Path(text).parent)
        if asked.kind == "again" and text != self._text("fresh"):
            return self.tr("两次输入的新密码不一样。")
        return ""

    def _on_go(self) -> None:
        self.setEnabled(False)
        self.outcome.say("", "ink")
        self._deed(self, self.values())
