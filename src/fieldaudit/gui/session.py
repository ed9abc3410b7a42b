"""The window's only way to the survey: questions and deeds go down, snapshots and changes come up.

The survey is opened, used and closed in the lane's thread; no page ever holds it.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from fieldaudit.actions.changes import Changes, Done
from fieldaudit.gui.keyring import Keyring
from fieldaudit.gui.preferences import Preferences
from fieldaudit.gui.tasks import Job, TaskRunner, Watch, alive

if TYPE_CHECKING:
    from logging import Logger

    from fieldaudit.errors import FieldauditError, Problem, Surroundings
    from fieldaudit.visit.stamp import Author

    _Opened = tuple[Path, bool, Surroundings | None]
    """The survey's path, whether it is read-only, and who else works in it."""

EVERYTHING = Changes(
    survey=True,
    sites=True,
    visits=True,
    answers=True,
    photos=True,
    relations=True,
    conflicts=True,
    journal=True,
)
"""What a page compares with after a survey was opened."""


class _Doubtful(Exception):
    """A survey lies where working in it is risky, and nobody has agreed yet."""

    def __init__(self, path: Path, problem: "Problem") -> None:
        super().__init__(path)
        self.path, self.problem = path, problem


class _Damaged(Exception):
    """A survey cannot be opened; there may be backups of it."""

    def __init__(self, path: Path, error: "FieldauditError") -> None:
        super().__init__(path)
        self.path, self.error = path, error


def _read(session: "Session", question: Callable[[Any], Any], _watch: Watch) -> Any:
    return question(session._survey)


def _write(
    session: "Session", deed: Callable[..., Done[Any]], long: bool, watch: Watch
) -> Done[Any]:
    return deed(session._survey, progress=watch) if long else deed(session._survey)


def _log() -> "Logger":
    from logging import getLogger

    return getLogger(__name__)


def _back_up(path: Path, _watch: Watch) -> None:
    from fieldaudit.actions import backups

    backups.keep_daily(path)


class Session(QObject):
    """The survey that is open, who works on it, and what runs."""

    changed = Signal(object)
    """Changes that a deed made."""

    failed = Signal(object)
    """A FieldauditError that a person can read."""

    opened = Signal(object)
    """The path of the survey that was opened, or None after closing."""

    authored = Signal(object)
    """The Author who works here now."""

    doubtful = Signal(object, object)
    """A path that nobody opened yet, and the Problem of where it lies."""

    damaged = Signal(object)
    """The path of a survey that could not be opened because it is damaged."""

    kept = Signal(bool)
    """True: all typing is durable; False: some is on its way."""

    def __init__(self, runner: TaskRunner, preferences: Preferences) -> None:
        """Work with no survey until `open` is called, and for nobody until `author` is known."""
        super().__init__()
        self.runner = runner
        self.preferences = preferences
        self.keys = Keyring(self)
        self.changed.connect(self.keys.touch)
        self.kept.connect(self.keys.touch)
        self.author: Author | None = None
        self.path: Path | None = None
        self.readonly = False
        self._survey: Any = None
        """Touched by the lane's thread only."""
        self._unkept = 0

    def work_as(self, author: "Author") -> None:
        """Let somebody work here."""
        self.author = author
        self.authored.emit(author)

    def open(self, path: Path, *, readonly: bool = False, anywhere: bool = False) -> None:
        """Open another survey; the one before is closed first.

        Where its place is doubtful nothing is written, not even a lock, unless `anywhere`.
        """
        self.runner.in_lane(
            partial(self._exchange, path, readonly, anywhere),
            then=self._on_opened,
            fail=self._on_failed,
        )

    def restore(
        self,
        backup: Path,
        target: Path,
        answer: Callable[[Path | None], None],
        *,
        title: str,
        sorry: Callable[[BaseException], None],
    ) -> Job:
        """Let a backup be the survey `target`; `answer` gets where the old file is kept."""
        return self.runner.in_lane(
            partial(self._put_back, backup, target),
            then=partial(self._on_restored, answer),
            fail=partial(self._on_deed_failed, sorry),
            title=title,
        )

    def close(self) -> None:
        """Lock all keys, close the survey as the last job of the lane and let no job follow."""
        self.keys.lock()
        self.runner.in_lane(self._release, fail=self._on_failed)
        self.runner.close()

    def ask(self, question: Callable[[Any], Any], answer: Callable[[Any], None]) -> Job:
        """Read from the survey; `answer`, a method, gets the records."""
        return self.runner.in_lane(
            partial(_read, self, question), then=answer, fail=self._on_failed
        )

    def act(
        self,
        deed: Callable[..., Done[Any]],
        answer: Callable[[Any], None] | None = None,
        *,
        title: str = "",
        long: bool = False,
        sorry: Callable[[BaseException], None] | None = None,
    ) -> Job:
        """Write to the survey, tell everyone what changed, give the value to `answer`.

        Args:
            deed: takes the survey; a long one takes `progress` as well.
            answer: a method that gets the deed's value.
            title: what the status bar calls it while it runs.
            long: whether the deed takes `progress`.
            sorry: a method told of a failure or a cancellation, instead of the message bar.
        """
        return self.runner.in_lane(
            partial(_write, self, deed, long),
            then=partial(self._on_done, answer),
            fail=partial(self._on_deed_failed, sorry),
            title=title,
        )

    def keep(self, deed: Callable[[Any], Done[Any]], *, sorry: Callable[[], None]) -> None:
        """Make typing durable, and say so when it is; `sorry` is told when it could not be."""
        self._unkept += 1
        self.kept.emit(False)
        self.runner.in_lane(
            partial(_write, self, deed, False),
            then=self._on_kept,
            fail=partial(self._on_unkept, sorry),
        )

    def work(
        self,
        work: Callable[[Watch], Any],
        answer: Callable[[Any], None],
        *,
        title: str = "",
        sorry: Callable[[BaseException], None] | None = None,
    ) -> Job:
        """Do something that needs no survey, in the pool."""
        return self.runner.in_pool(
            work, then=answer, fail=partial(self._on_deed_failed, sorry), title=title
        )

    def _exchange(self, path: Path, readonly: bool, anywhere: bool, _watch: Watch) -> "_Opened":
        from fieldaudit.actions import opening, surveys
        from fieldaudit.errors import BadInput, Code

        doubts = () if readonly or anywhere else opening.whereabouts(path)
        if doubts and path.is_file():
            raise _Doubtful(path, doubts[0])
        try:
            fresh = (
                surveys.open_survey(path, readonly=True)
                if readonly
                else opening.open_for_work(path)
            )
        except BadInput as error:
            if error.code is Code.SURVEY_DAMAGED:
                raise _Damaged(path, error) from error
            raise
        self._release(_watch)
        self._survey = fresh
        return path, fresh.readonly, opening.held_by(fresh)

    def _release(self, _watch: Watch) -> None:
        if self._survey is not None:
            self._survey.close()
            self._survey = None

    def _put_back(self, backup: Path, target: Path, watch: Watch) -> "tuple[_Opened, Path | None]":
        """Nobody may hold the file while it is replaced; what was open is, whatever happens."""
        from fieldaudit.actions import restoring

        before = self.path if self._survey is not None else None
        self._release(watch)
        try:
            aside = restoring.put_back(backup, target, progress=watch)
        except BaseException:
            if before is not None:
                self._exchange(before, False, True, watch)
            raise
        return self._exchange(target, False, True, watch), aside

    def _on_opened(self, result: "_Opened") -> None:
        self.path, self.readonly, held = result
        _log().info("opened %s", self.path)
        self.opened.emit(self.path)
        self.changed.emit(EVERYTHING)
        if held:
            self.failed.emit(held)
        if not self.readonly:
            # Beside the lane: typing must not wait for the copy of a large file.
            self.runner.in_pool(
                partial(_back_up, self.path), then=self._on_backed_up, fail=self._on_failed
            )

    def _on_restored(
        self, answer: Callable[[Path | None], None], result: "tuple[_Opened, Path | None]"
    ) -> None:
        self._on_opened(result[0])
        answer(result[1])

    def _on_backed_up(self, _nothing: None) -> None:
        self.changed.emit(Changes(journal=True))

    def _on_done(self, answer: Callable[[Any], None] | None, done: Done[Any]) -> None:
        self.changed.emit(done.changes)
        if answer is not None and alive(answer):
            answer(done.value)

    def _on_kept(self, done: Done[Any]) -> None:
        self._unkept -= 1
        if not self._unkept:
            self.kept.emit(True)
        self.changed.emit(done.changes)

    def _on_unkept(self, sorry: Callable[[], None], error: BaseException) -> None:
        self._unkept -= 1
        sorry()
        self._on_failed(error)

    def _on_deed_failed(
        self, sorry: Callable[[BaseException], None] | None, error: BaseException
    ) -> None:
        from fieldaudit.errors import Cancelled, FieldauditError

        judged = isinstance(error, FieldauditError | Cancelled)
        if sorry is None or not judged or not alive(sorry):
            self._on_failed(error)
        else:
            sorry(error)

    def _on_failed(self, error: BaseException) -> None:
        """Show what a person can read; anything else is a bug and goes to the crash dialog."""
        from fieldaudit.errors import Cancelled, FieldauditError

        if isinstance(error, _Doubtful):
            self.doubtful.emit(error.path, error.problem)
            return
        if isinstance(error, _Damaged):
            self._on_failed(error.error)
            self.damaged.emit(error.path)
            return
        if isinstance(error, FieldauditError):
            _log().warning("%s", error.code.name)
            self.failed.emit(error)
        elif not isinstance(error, Cancelled):
            raise error
