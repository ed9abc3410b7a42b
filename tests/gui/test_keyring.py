from pathlib import Path

from pytestqt.qtbot import QtBot

from fieldaudit.gui.keyring import IDLE_MINUTES, Keyring
from tests.kit.identity import an_identity

FILE = Path("a.p12")


def test_a_key_is_kept_until_it_is_locked(qtbot: QtBot) -> None:
    ring = Keyring()
    ring.keep(FILE, an_identity())
    assert ring.held(FILE) is an_identity()
    with qtbot.waitSignal(ring.locked):
        ring.lock()
    assert ring.held(FILE) is None


def test_nothing_is_told_when_nothing_was_open(qtbot: QtBot) -> None:
    ring = Keyring()
    with qtbot.assertNotEmitted(ring.locked):
        ring.lock()


def test_idle_time_locks_and_a_touch_begins_it_anew(qtbot: QtBot) -> None:
    ring = Keyring()
    ring.keep(FILE, an_identity())
    ring.watch()
    assert ring.idle.interval() == IDLE_MINUTES * 60_000
    ring.idle.setInterval(80)
    ring.touch()
    assert ring.idle.isActive()
    with qtbot.waitSignal(ring.locked):
        pass
    assert ring.held(FILE) is None
