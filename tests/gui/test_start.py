"""The window comes up quickly because heavy libraries come in later."""

import os
import subprocess
import sys
from pathlib import Path

HEAVY = (
    "cryptography",
    "lxml",
    "pikepdf",
    "pyhanko",
    "pyproj",
    "pyxform",
    "reportlab",
    "shapely",
    "sqlite3",
    "sqlite_utils",
)

SCRIPT = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from fieldaudit.gui.main import make_window, prepare
from fieldaudit.gui.preferences import Preferences
preferences = Preferences(Path(sys.argv[1]))
application = prepare(["x"], preferences, "zh")
window = make_window(preferences)
window.show()
QTimer.singleShot(0, window.close)
application.exec()
print(*{name.split(".")[0] for name in sys.modules})
"""


def test_the_first_window_loads_nothing_heavy(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(tmp_path / "settings.json")],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        check=True,
        capture_output=True,
        text=True,
    )
    assert not set(run.stdout.split()) & set(HEAVY)
