"""Signing packages of others on receipt: those just verified, all with one password."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from fieldaudit.gui.labels import spoken_language
from fieldaudit.gui.session import Session
from fieldaudit.gui.tasks import Watch
from fieldaudit.gui.widgets.buttons import Link
from fieldaudit.gui.widgets.verified import VerifiedFile
from fieldaudit.package.verdict import Outcome, Subject
from fieldaudit.texts import Language

if TYPE_CHECKING:
    from fieldaudit.errors import FieldauditError
    from fieldaudit.gui.dialogs.identity import Key, SignDialog
    from fieldaudit.package.manner import Manner

_WHOLE = (Outcome.GENUINE, Outcome.GENUINE_UNKNOWN_SIGNER, Outcome.EXPIRED)


@dataclass(frozen=True, slots=True)
class Signed:
    """What came of signing several files."""

    files: tuple[Path, ...]
    """The new files."""

    refused: "tuple[FieldauditError, ...]"
    """Why some were not signed."""


class Countersigning(QObject):
    """Offers a link below verdicts, asks for folder and key, and signs."""

    done = Signal(object)
    """The new files, to be verified."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        """Offer nothing yet."""
        super().__init__(parent)
        self._session, self._window = session, parent
        self._files: list[Path] = []
        self._folder = Path()
        self._dialog: SignDialog | None = None
        self.link = Link(self.tr("核对无误，加签…"))
        self.link.clicked.connect(self._on_link)
        self.link.hide()

    def offer(self, found: Sequence[VerifiedFile]) -> None:
        """Offer to sign those that are whole packages."""
        whole = (each for each in found if each.verdict.outcome in _WHOLE)
        self._files = [each.file for each in whole if each.verdict.subject is Subject.PACKAGE]
        count = len(self._files)
        several = self.tr("核对无误，加签 {count} 个文件…").format(count=count)
        self.link.setText(several if count > 1 else self.tr("核对无误，加签…"))
        self.link.setVisible(count > 0)

    def _on_link(self) -> None:
        from fieldaudit.gui.dialogs.packagesign import PackageSignDialog

        name = QFileDialog.getExistingDirectory(self._window, self.tr("加签后的文件存到"))
        if not name:
            return
        self._folder = Path(name)
        words = (
            self.tr("加签"),
            self.tr("先前的签名保持有效；写成新文件，收到的文件不变。"),
            self.tr("签名"),
        )
        PackageSignDialog(
            words, deed=self._sign, session=self._session, parent=self._window, further=True
        ).open()

    def _sign(self, dialog: "SignDialog", key: "Key") -> None:
        from fieldaudit.gui.dialogs.packagesign import PackageSignDialog

        assert isinstance(dialog, PackageSignDialog)  # noqa: S101 # made above
        self._dialog = dialog
        work = partial(
            _sign_all,
            tuple(self._files),
            self._folder,
            key=key,
            part=str(dialog.part.currentData()),
            how=(spoken_language(), dialog.manner()),
        )
        self._session.work(work, self._on_signed, title=self.tr("正在加签"), sorry=dialog.refuse)

    def _on_signed(self, signed: Signed) -> None:
        if self._dialog is not None:
            self._dialog.done_well()
            self._dialog = None
        for error in signed.refused:
            self._session.failed.emit(error)
        self.done.emit(signed.files)


def _sign_all(
    files: Sequence[Path],
    folder: Path,
    watch: Watch,
    *,
    key: "Key",
    part: str,
    how: "tuple[Language, Callable[[], Manner]]",
) -> Signed:
    """Sign each file into `folder`; one that cannot be signed does not keep the others."""
    from fieldaudit.actions import packages
    from fieldaudit.errors import FieldauditError

    language, manner = how[0], how[1]()
    identity = key.unlock()
    written, refused = [], []
    for number, file in enumerate(files):
        watch.step(number, len(files))
        if watch.cancelled():
            break
        target = _free(folder, file)
        try:
            packages.sign(
                file, target, identity=identity, part=part, language=language, manner=manner
            )
        except FieldauditError as error:
            if len(files) == 1:
                raise
            refused.append(error)
        else:
            written.append(target)
    return Signed(tuple(written), tuple(refused))


def _free(folder: Path, file: Path) -> Path:
    """Return the name that a signed copy takes; what is there already stays."""
    names = [file.name, *(f"{file.stem}-{number}{file.suffix}" for number in range(2, 100))]
    targets = [folder / name for name in names]
    return next((target for target in targets if not target.exists()), targets[0])
