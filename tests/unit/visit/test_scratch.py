import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from fieldaudit.visit.scratch import scratch, sweep

OTHER = """
import sys
from pathlib import Path
from fieldaudit.visit.scratch import scratch
with scratch(Path(sys.argv[1]), "open") as place:
    (place / "0").mkdir()
    (place / "0" / "theirs.gpkg").write_bytes(b"in the clear")
    print(place.name, flush=True)
    sys.stdin.readline()
"""


@contextmanager
def other(folder: Path) -> Iterator[tuple[subprocess.Popen[str], Path]]:
    """Another process that has a scratch folder in use."""
    running = subprocess.Popen(
        [sys.executable, "-c", OTHER, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with running:
        yield running, folder / running.stdout.readline().strip()


def test_what_a_killed_process_left_is_swept_and_nothing_of_a_living_one(tmp_path: Path) -> None:
    with other(tmp_path) as (running, place):
        assert sweep(tmp_path) == 0
        assert (place / "0" / "theirs.gpkg").read_bytes() == b"in the clear"
        running.kill()
        running.wait()
        assert (place / "0" / "theirs.gpkg").exists()
        assert sweep(tmp_path) == 1
        assert not list(tmp_path.iterdir())


def test_the_next_one_in_the_same_folder_sweeps_too(tmp_path: Path) -> None:
    with other(tmp_path) as (running, place):
        running.kill()
        running.wait()
        with scratch(tmp_path, "mail") as mine:
            assert not place.exists()
            assert sweep(tmp_path) == 0
            assert list(tmp_path.iterdir()) == [mine]
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(not hasattr(Path, "symlink_to") or sys.platform == "win32", reason="links")
def test_no_link_is_followed(tmp_path: Path) -> None:
    folder, precious = tmp_path / "folder", tmp_path / "precious"
    for each in (folder, precious):
        each.mkdir()
    (precious / ".fieldaudit-scratch").touch()
    (precious / "only.jpg").write_bytes(b"photo")
    (folder / ".open-abcdefgh").symlink_to(precious, target_is_directory=True)
    made = folder / ".merge-abcdefgh"
    made.mkdir()
    (made / ".fieldaudit-scratch").symlink_to(precious / ".fieldaudit-scratch")
    left = folder / ".mail-abcdefgh"
    left.mkdir()
    (left / ".fieldaudit-scratch").touch()
    (left / "inside").symlink_to(precious, target_is_directory=True)
    assert sweep(folder) == 1
    assert sorted(each.name for each in folder.iterdir()) == [".merge-abcdefgh", ".open-abcdefgh"]
    assert sorted(each.name for each in precious.iterdir()) == [".fieldaudit-scratch", "only.jpg"]


def test_what_others_made_stays(tmp_path: Path) -> None:
    for name in (".open-source", ".open-ABCDEFGH", "open-abcdefgh"):
        (tmp_path / name).mkdir()
        (tmp_path / name / ".fieldaudit-scratch").touch()
    (tmp_path / ".open-abcdefgh").mkdir()
    (tmp_path / ".open-abcdefgh" / "theirs").touch()
    (tmp_path / ".merge-abcdefgh").touch()
    before = sorted(tmp_path.rglob("*"))
    assert sweep(tmp_path) == 0
    assert sorted(tmp_path.rglob("*")) == before
    assert sweep(tmp_path / "none") == 0


def test_one_that_was_killed_before_it_had_its_lock_is_swept(tmp_path: Path) -> None:
    (tmp_path / ".open-abcdefgh").mkdir()
    assert sweep(tmp_path) == 1


def test_an_error_inside_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="disk"), scratch(tmp_path, "package"):
        raise OSError("disk")
    assert not list(tmp_path.iterdir())
