"""Disks that are full, folders that are locked, files that vanish: one known error each."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

import pytest

from fieldaudit.errors import Code, FieldauditError, Surroundings
from fieldaudit.store import blobs, drafts, revisions
from fieldaudit.store.copy import backup, write_copy
from fieldaudit.store.survey import Survey, create_survey, open_survey
from tests.kit.history import record_id
from tests.kit.surveys import a_survey, another, fresh_id, merged, moment, revise, rows, unwatched

ROOM = 4 << 20
root = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can mount a small disk"
)


@contextmanager
def mounted(folder: Path, options: str) -> Iterator[Path]:
    folder.mkdir()
    order = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
    done = subprocess.run(order, check=False, capture_output=True)
    if done.returncode:
        pytest.skip("this system lets nobody mount a disk")
    try:
        yield folder
    finally:
        subprocess.run(["umount", folder], check=True)


@pytest.fixture
def small(tmp_path) -> Iterator[Path]:
    """A disk of 4 MiB."""
    with mounted(tmp_path / "small", f"size={ROOM}") as folder:
        yield folder


def refused(deed, *arguments) -> FieldauditError:
    with pytest.raises(FieldauditError) as caught:
        deed(*arguments)
    return caught.value


def fill(survey: Survey) -> None:
    """Add photos until the disk is full."""
    for number in range(ROOM // 100_000):
        blobs.add(survey, bytes([number]) * 300_000)


@root
def test_a_full_disk_keeps_what_was_acknowledged(small):
    with a_survey(small / "a.gpkg") as survey:
        drafts.keep(survey, record_id(1), {"RES-26": "-31.0"}, moment=moment())
        error = refused(fill, survey)
        assert error.code is Code.DISK_FULL
        kept = survey.db.table("blob").count
        assert refused(blobs.add, survey, bytes(ROOM)).code is Code.DISK_FULL
    with open_survey(small / "a.gpkg") as survey:
        assert survey.db.execute("pragma integrity_check").fetchone() == ("ok",)
        assert survey.db.table("blob").count == kept > 0
        assert drafts.typed(survey, record_id(1)) == {"RES-26": "-31.0"}


@root
def test_a_merge_that_finds_no_room_changes_nothing(small, tmp_path):
    with a_survey(small / "a.gpkg") as survey:
        with another(survey, tmp_path / "b.gpkg") as other:
            revise(other, fresh_id(), {"name": "甲"})
            fill(other)
            before = rows(survey)
            error = refused(merged, survey, other.path)
            assert error.code is Code.DISK_FULL
        assert rows(survey) == before
        revise(survey, fresh_id(), {"name": "乙"})
    assert [each.name for each in small.iterdir()] == ["a.gpkg"]


@root
@pytest.mark.parametrize("write", [lambda s, out: write_copy(s, out, unwatched), backup])
def test_a_copy_that_finds_no_room_leaves_nothing(small, tmp_path, write):
    with a_survey(tmp_path / "a.gpkg") as survey:
        fill(survey)
        assert refused(write, survey, small / "out.gpkg").code is Code.DISK_FULL
        assert list(small.iterdir()) == []
        assert revisions.count(survey) == 1


@root
def test_a_new_survey_that_finds_no_room_leaves_nothing(small):
    (small / "ballast").write_bytes(bytes(ROOM - 200_000))
    assert refused(create_survey, small / "a.gpkg").code is Code.DISK_FULL
    assert [each.name for each in small.iterdir()] == ["ballast"]


@root
def test_a_disk_that_cannot_be_written_can_be_read(tmp_path):
    with mounted(tmp_path / "stick", "size=4m") as stick:
        a_survey(stick / "a.gpkg").close()
        subprocess.run(["mount", "-o", "remount,ro", stick], check=True)
        assert refused(open_survey, stick / "a.gpkg").code is Code.FILE_READ_ONLY
        with a_survey(tmp_path / "ours.gpkg") as survey:
            assert merged(survey, stick / "a.gpkg").known == 1
        with open_survey(stick / "a.gpkg", readonly=True) as survey:
            error = refused(write_copy, survey, stick / "out.gpkg", unwatched)
        assert error.code is Code.FOLDER_READ_ONLY


@root
def test_a_stick_taken_out_with_a_log_on_it_says_what_is_missing(tmp_path):
    with mounted(tmp_path / "stick", "size=4m") as stick:
        with a_survey(tmp_path / "a.gpkg") as survey:
            revise(survey, fresh_id(), {"name": "甲"})
            for name in ("a.gpkg", "a.gpkg-wal"):
                (stick / name).write_bytes((tmp_path / name).read_bytes())
        subprocess.run(["mount", "-o", "remount,ro", stick], check=True)
        error = refused(merge_into_new, tmp_path, stick / "a.gpkg")
        assert isinstance(error, Surroundings)


def merge_into_new(folder: Path, source: Path) -> None:
    with a_survey(folder / "ours.gpkg") as survey:
        merged(survey, source)


LIMITED = """
import resource, sys
from pathlib import Path
from fieldaudit.errors import FieldauditError
from fieldaudit.store import blobs
from fieldaudit.store.survey import open_survey
with open_survey(Path(sys.argv[1])) as survey:
    resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, 1 << 20))
    try:
        for number in range(40):
            blobs.add(survey, bytes([number]) * 100_000)
    except FieldauditError as error:
        print(error.code.name)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits the size of a file so")
def test_a_file_that_may_not_grow_any_more_keeps_what_it_has(tmp_path):
    a_survey(tmp_path / "a.gpkg").close()
    done = child(LIMITED, tmp_path / "a.gpkg")
    assert done == ["FILE_UNWRITABLE"]
    with open_survey(tmp_path / "a.gpkg") as survey:
        assert survey.db.execute("pragma integrity_check").fetchone() == ("ok",)
        assert not list(blobs.check(survey, blobs.expected(survey)))


NOBODY = """
import os, sys
from pathlib import Path
from fieldaudit.errors import FieldauditError
from fieldaudit.store.survey import create_survey, open_survey
path = Path(sys.argv[1])
open_survey(path).close()
os.setgid(65534), os.setuid(65534)
for deed in (lambda: open_survey(path), lambda: create_survey(path.with_name("new.gpkg"))):
    try:
        deed()
    except FieldauditError as error:
        print(error.code.name)
with open_survey(path, readonly=True) as survey:
    print(survey.db.execute("select count(*) from revision").fetchone()[0])
"""


@root
def test_a_folder_without_rights_is_named_and_the_file_can_be_read(tmp_path):
    folder = Path(mkdtemp(prefix="fieldaudit-"))
    a_survey(folder / "a.gpkg").close()
    folder.chmod(0o755)
    (folder / "a.gpkg").chmod(0o644)
    told = child(NOBODY, folder / "a.gpkg")
    shutil.rmtree(folder)
    assert told == ["FILE_READ_ONLY", "FILE_UNREADABLE", "1"]


def child(program: str, *arguments: Path) -> list[str]:
    order = [sys.executable, "-c", program, *map(str, arguments)]
    done = subprocess.run(order, check=False, capture_output=True, text=True)
    assert done.stderr == ""
    return done.stdout.split()
