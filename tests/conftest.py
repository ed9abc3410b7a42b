"""What holds for all tests: no screen, a fresh home, a quiet log, nothing left running."""

import logging
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# The same examples on every machine, however slow it is.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")


@pytest.fixture(autouse=True)
def fresh_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep settings and logs of the person who runs the tests out of them."""
    home = tmp_path_factory.mktemp("home")
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(home / name.lower()))
    monkeypatch.delenv("FIELDAUDIT_PASSWORD", raising=False)
    return home


class _Warnings(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(f"{record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def quiet_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that logs a warning, unless it asks for `caplog` and so expects one."""
    ear = _Warnings()
    logger = logging.getLogger("fieldaudit")
    logger.addHandler(ear)
    yield
    logger.removeHandler(ear)
    if "caplog" not in request.fixturenames:
        assert not ear.heard, f"warnings in the log: {ear.heard}"


@pytest.fixture(autouse=True)
def nothing_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test with Qt that leaves a thread, a running timer or a window behind."""
    if not {"qapp", "qtbot", "qtmodeltester"} & set(request.fixturenames):
        yield
        return
    from PySide6.QtWidgets import QApplication

    threads = set(threading.enumerate())
    yield
    QApplication.processEvents()
    windows = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    left = [each.name for each in threading.enumerate() if each not in threads]
    assert not windows, f"windows left open: {windows}"
    assert not left, f"threads left running: {left}"
