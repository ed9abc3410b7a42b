import os
from pathlib import Path

import pytest

from fieldaudit.actions.files import read_file
from fieldaudit.errors import BadInput, Code, Surroundings


def test_a_file_is_read_up_to_its_limit(tmp_path: Path) -> None:
    file = tmp_path / "a.bin"
    file.write_bytes(b"12345")
    assert read_file(file, 5) == b"12345"
    with pytest.raises(BadInput) as caught:
        read_file(file, 4)
    assert caught.value.code is Code.FILE_TOO_LARGE


@pytest.mark.parametrize("name", ["missing.jpg", "."])
def test_what_is_no_file_is_not_found(name: str, tmp_path: Path) -> None:
    with pytest.raises(BadInput) as caught:
        read_file(tmp_path / name, 5)
    assert caught.value.code is Code.FILE_NOT_FOUND


def test_a_file_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    file = tmp_path / "a.bin"
    file.write_bytes(b"1")
    file.chmod(0)
    if os.access(file, os.R_OK):
        pytest.skip("this user may read everything")
    with pytest.raises(Surroundings) as caught:
        read_file(file, 5)
    assert caught.value.code is Code.FILE_UNREADABLE
