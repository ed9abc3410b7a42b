"""A package is the same bytes wherever it is made, and nothing at all where it cannot be."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from fieldaudit.errors import Cancelled, Code, FieldauditError
from fieldaudit.package.build import build_package
from tests.kit.content import a_batch, a_package
from tests.kit.identity import an_identity
from tests.kit.packages import signed_bytes

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = """
import hashlib, sys
from pathlib import Path
sys.path.insert(0, {root!r})
from fieldaudit.package.build import build_package
from tests.kit.content import a_batch
out = Path({out!r})
build_package(a_batch(2), out, identity=None)
print(hashlib.sha256(out.read_bytes()).hexdigest())
"""


def made_with(folder: Path, **surroundings: str) -> str:
    """Return the hash of a package made in another process."""
    folder.mkdir()
    script = SCRIPT.format(root=str(ROOT), out=str(folder / "a.pdf"))
    command = [sys.executable, "-c", script]
    env = {**os.environ, **surroundings}
    run = subprocess.run(command, cwd=folder, env=env, capture_output=True, check=True)
    return run.stdout.decode().strip()


def test_the_same_content_gives_the_same_bytes_in_other_surroundings(tmp_path: Path) -> None:
    first = made_with(tmp_path / "a", PYTHONHASHSEED="1", TZ="Asia/Shanghai", LC_ALL="C", LANG="C")
    second = made_with(
        tmp_path / "b",
        PYTHONHASHSEED="4242",
        TZ="America/St_Johns",
        LC_ALL="C.UTF-8",
        LANG="zh_CN.UTF-8",
        SOURCE_DATE_EPOCH="0",
    )
    assert len(first) == 64
    assert first == second


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Mount a disk on which a package does not quite fit."""
    place = tmp_path / "disk"
    place.mkdir()
    size = len(signed_bytes()) * 9 // 10
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(place)]
    if os.name != "posix" or os.geteuid() != 0:
        pytest.skip("only root can mount a small disk")
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("this machine lets nobody mount a small disk")
    yield place
    subprocess.run(["umount", place], check=True)


def test_a_full_disk_is_one_sentence_and_no_half_file(small_disk: Path) -> None:
    with pytest.raises(FieldauditError) as caught:
        build_package(a_package(), small_disk / "a.pdf", identity=an_identity())
    assert caught.value.code is Code.DISK_FULL
    assert os.listdir(small_disk) == []


class Asked:
    """Says yes after some questions whether to stop."""

    def __init__(self, stop: int = 10**9) -> None:
        self.count = 0
        self._stop = stop

    def step(self, done: int, total: int) -> None:
        assert 0 <= done <= total

    def cancelled(self) -> bool:
        self.count += 1
        return self.count >= self._stop


def test_it_asks_at_every_page_and_photo_and_while_reading_back(tmp_path: Path) -> None:
    asked, content = Asked(), a_batch(12)
    report = build_package(content, tmp_path / "a.pdf", identity=an_identity(), progress=asked)
    photos = sum(len(visit.photos) for visit in content.visits)
    assert asked.count > 2 * (report.pages + photos) + len(content.visits)


@pytest.mark.parametrize("stop", [1, 2, 30, 70, 100])
def test_stopped_anywhere_it_leaves_nothing(tmp_path: Path, stop: int) -> None:
    with pytest.raises(Cancelled):
        build_package(a_batch(3), tmp_path / "a.pdf", identity=an_identity(), progress=Asked(stop))
    assert os.listdir(tmp_path) == []
