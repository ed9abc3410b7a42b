"""Merging files from the window: encrypted ones are opened once for all, each gets its receipt."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from fieldaudit.errors import FieldauditError, Problem
from fieldaudit.gui.session import Session
from fieldaudit.gui.tasks import Watch
from fieldaudit.visit.records import Balance

if TYPE_CHECKING:
    from fieldaudit.gui.dialogs.identity import Key, SignDialog


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge left behind."""

    balance: Balance
    """What became of everything."""

    receipts: Path
    """Folder of the receipts."""

    problems: tuple[Problem, ...]
    """Receipts that could not be written."""


class Merging(QObject):
    """One merge at a time, from files to a balance."""

    merged = Signal(object)
    """A Merged."""

    busy = Signal(bool)
    """Whether files are being merged."""

    told = Signal(str)
    """A sentence for the message bar."""

    def __init__(self, session: Session, page: QWidget) -> None:
        """Ask over `page` where a password is needed."""
        super().__init__(page)
        self._session, self._page = session, page
        self._sources: tuple[Path, ...] = ()
        self._dialog: SignDialog | None = None

    def begin(self, sources: Sequence[Path], *, signed: bool) -> None:
        """Merge files and what lies in folders; `signed`: the receipts bear a signature."""
        self.busy.emit(True)
        work = partial(_gathered, tuple(sources))
        answer = self._on_signed_gathered if signed else self._on_gathered
        self._session.work(work, answer, sorry=self._on_not_merged)

    def _on_gathered(self, found: "tuple[tuple[Path, ...], int]") -> None:
        self._sources, closed = found
        if not self._sources:
            self.busy.emit(False)
            self.told.emit(self.tr("这里没有可以合并的文件。"))
        elif closed:
            said = self.tr("有 {count} 个文件是加密移交的。用收件人的身份打开，只问这一次。")
            self._ask_key(said.format(count=closed))
        else:
            self._merge(None, self._on_not_merged)

    def _on_signed_gathered(self, found: "tuple[tuple[Path, ...], int]") -> None:
        self._sources, _closed = found
        self._ask_key(self.tr("回执用这个身份签名；加密移交的文件也用它打开。"))

    def _ask_key(self, hint: str) -> None:
        from fieldaudit.gui.dialogs.identity import SignDialog

        self._dialog = SignDialog(
            self.tr("合并"),
            hint,
            self.tr("合并"),
            deed=self._on_key,
            session=self._session,
            parent=self._page,
        )
        self._dialog.rejected.connect(self._on_given_up)
        self._dialog.open()

    def _on_key(self, dialog: "SignDialog", key: "Key") -> None:
        self._dialog = dialog
        dialog.setEnabled(False)
        self._merge(key, self._on_refused)

    def _merge(self, key: "Key | None", sorry: Any) -> None:
        self._session.act(
            partial(_merge, self._sources, key),
            self._on_merged,
            title=self.tr("正在合并"),
            long=True,
            sorry=sorry,
        )

    def _on_merged(self, merged: Merged) -> None:
        self._close()
        self.busy.emit(False)
        self.merged.emit(merged)

    def _on_refused(self, error: BaseException) -> None:
        """A wrong password is asked for again; anything else is said on the page."""
        from fieldaudit.errors import BadInput

        if self._dialog is not None and isinstance(error, BadInput):
            self._dialog.refuse(error)
            return
        self._close()
        self._on_not_merged(error)

    def _on_given_up(self) -> None:
        self._dialog = None
        self.busy.emit(False)

    def _on_not_merged(self, error: BaseException) -> None:
        self.busy.emit(False)
        if isinstance(error, FieldauditError):
            self._session.failed.emit(error)
        else:
            self.told.emit(self.tr("已停止合并，什么也没有写入。"))

    def _close(self) -> None:
        if self._dialog is not None:
            dialog, self._dialog = self._dialog, None
            dialog.done_well()


def _gathered(sources: tuple[Path, ...], _watch: Watch) -> tuple[tuple[Path, ...], int]:
    """Return the files, those in folders too, each once, and how many are encrypted."""
    from fieldaudit.actions import envelopes

    files: list[Path] = []
    for source in sources:
        files += sorted(_inside(source)) if source.is_dir() else [source]
    once = tuple(dict.fromkeys(files))
    return once, sum(envelopes.is_envelope(each) for each in once)


def _inside(folder: Path) -> list[Path]:
    from fieldaudit.actions import envelopes

    kinds = (".gpkg", ".pdf")
    files = (each for each in folder.iterdir() if each.is_file())
    return [e for e in files if e.suffix.lower() in kinds or envelopes.is_envelope(e)]


def _merge(sources: tuple[Path, ...], key: "Key | None", survey: Any, *, progress: Any) -> Any:
    from fieldaudit.actions import merges
    from fieldaudit.actions.changes import Done
    from fieldaudit.actions.receipts import Receipts, receipt_folder

    identity = key.unlock() if key else None
    folder = receipt_folder(survey.path)
    written = Receipts(survey, sources, folder=folder, identity=identity)
    done = merges.merge(
        survey, sources=sources, progress=progress, identity=identity, after=written
    )
    return Done(Merged(done.value, folder, tuple(written.problems)), done.changes)
