"""Starting the window, beside importing QtWidgets alone: milliseconds and the ratio.

Run: `python benchmarks/start.py`. Each time counts from the start of the interpreter to the end of
the first painted picture, as `python -m fieldaudit` gets there; limit and peer are measured in
turns in the same run. Needs no screen. Medians, with one JSON line at the end.
"""

import json
import os
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

TIMES = 15
BAR = 1.5
"""So many times the import of QtWidgets alone may the first picture take."""

STOP = """import os, sys, time
def stop():
    os.write(1, str(time.monotonic()).encode())
    os._exit(0)
"""
PAINTED = """
from PySide6.QtCore import QTimer
class First(Base):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, stop)
"""
SCRIPTS = {
    "python": STOP + "stop()",
    "limit": STOP + "import PySide6.QtWidgets\nstop()",
    "smallest": STOP
    + "from PySide6.QtWidgets import QApplication, QLabel as Base"
    + PAINTED
    + "application = QApplication([])\nfirst = First('外业核查')\nfirst.show()\napplication.exec()",
    "ours": STOP
    + "from fieldaudit import __main__ as door\n"
    + "from fieldaudit.gui.pages import start\nBase = start.StartPage"
    + PAINTED
    + "start.StartPage = First\ndoor.main()",
}
"""What is started; each writes the time of its end and is gone."""


def once(script: str, home: Path) -> tuple[float, float]:
    """Return the seconds that a script needs in a fresh interpreter, and those of the processor."""
    keep = {
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_CONFIG_HOME": str(home),
        "XDG_STATE_HOME": str(home),
    }
    # A program that may not write its bytecode would be compiled again each time.
    given = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", script],
        env=given | keep,
        check=True,
        capture_output=True,
        timeout=60,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return float(done.stdout) - start, spent


def main() -> None:
    """Measure in turns and print."""
    found: dict[str, list[tuple[float, float]]] = {name: [] for name in SCRIPTS}
    with TemporaryDirectory() as home:
        for number in range(TIMES + 1):
            for name, script in SCRIPTS.items():
                both = once(script, Path(home))
                if number:
                    found[name].append(both)
    middle = {name: statistics.median(wall for wall, _ in those) for name, those in found.items()}
    # Who else uses the machine changes the first more than the second.
    spent = {name: statistics.median(cpu for _, cpu in those) for name, those in found.items()}
    ratio, busy = middle["ours"] / middle["limit"], spent["ours"] / spent["limit"]
    for name, seconds in middle.items():
        sys.stdout.write(f"{name:10} {seconds * 1000:8.1f} ms {spent[name] * 1000:8.1f} ms CPU\n")
    verdict = "met" if ratio <= BAR else "missed"
    sys.stdout.write(f"ours / limit {ratio:.2f} (CPU {busy:.2f}), bar {BAR}: {verdict}\n")
    told = {"benchmark": "start", "ms": {n: round(s * 1000, 1) for n, s in middle.items()}}
    sys.stdout.write(
        json.dumps({**told, "ratio": round(ratio, 3), "cpu": round(busy, 3), "bar": BAR}) + "\n"
    )


if __name__ == "__main__":
    main()
