import errno
import os
from pathlib import Path

import pytest

from fieldaudit.errors import BadInput, Code, Surroundings
from fieldaudit.visit.newfile import new_file


def test_a_file_appears_whole(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    with new_file(target) as draft:
        draft.write_bytes(b"whole")
        assert not target.exists()
    assert target.read_bytes() == b"whole"
    assert os.listdir(tmp_path) == ["a.pdf"]


def test_a_failure_leaves_nothing(tmp_path: Path) -> None:
    def write() -> None:
        with new_file(tmp_path / "a.pdf") as draft:
            draft.write_bytes(b"half")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write()
    assert os.listdir(tmp_path) == []


def test_an_existing_file_is_not_touched(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    target.write_bytes(b"mine")
    with pytest.raises(BadInput) as caught, new_file(target):
        pytest.fail("the body must not run")
    assert caught.value.code is Code.FILE_EXISTS
    assert target.read_bytes() == b"mine"


def test_a_file_that_appears_meanwhile_wins(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"

    def write() -> None:
        with new_file(target) as draft:
            draft.write_bytes(b"late")
            target.write_bytes(b"early")

    with pytest.raises(BadInput) as caught:
        write()
    assert caught.value.code is Code.FILE_EXISTS
    assert target.read_bytes() == b"early"
    assert os.listdir(tmp_path) == ["a.pdf"]


def test_a_full_disk_leaves_nothing(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, before[1]))
    try:
        with pytest.raises(Surroundings) as caught, new_file(tmp_path / "a.pdf") as draft:
            draft.write_bytes(bytes(10_000))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert caught.value.code is Code.DISK_FULL
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, Code.DISK_FULL),
        (errno.EDQUOT, Code.DISK_FULL),
        (errno.EROFS, Code.FOLDER_READ_ONLY),
    ],
)
def test_troubles_of_the_disk_are_named(tmp_path: Path, number: int, code: Code) -> None:
    with pytest.raises(Surroundings) as caught, new_file(tmp_path / "a.pdf"):
        raise OSError(number, "no")
    assert caught.value.code is code


def test_other_errors_of_the_body_pass(tmp_path: Path) -> None:
    with pytest.raises(ConnectionError), new_file(tmp_path / "a.pdf"):
        raise ConnectionError(errno.ECONNRESET, "no")


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as caught, new_file(tmp_path / "none" / "a.pdf") as draft:
        draft.write_bytes(b"x")
    assert caught.value.code is Code.FILE_NOT_FOUND


def test_an_error_about_the_draft_names_the_file_that_was_wanted(tmp_path: Path) -> None:
    def write(name: str | None = None) -> None:
        with new_file(tmp_path / "a.pdf") as draft:
            raise Surroundings(Code.FILE_UNWRITABLE, file=name or draft.name, reason="x")

    for given, told in ((None, "a.pdf"), ("b.jpg", "b.jpg")):
        with pytest.raises(Surroundings) as caught:
            write(given)
        assert caught.value.params == {"file": told, "reason": "x"}
