import os
from pathlib import Path

import pytest

from fieldaudit.actions.files import in_pieces, read_file
from fieldaudit.errors import BadInput, Cancelled, Code, Surroundings


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


class _Watched:
    def __init__(self, most: int = 1 << 40) -> None:
        self.told: list[tuple[int, int]] = []
        self._most = most

    def step(self, done: int, total: int) -> None:
        self.told.append((done, total))

    def cancelled(self) -> bool:
        return len(self.told) > self._most


def test_a_large_file_is_told_in_portions(tmp_path: Path) -> None:
    file, watched = tmp_path / "a.bin", _Watched()
    file.write_bytes(bytes(9 << 20))
    content = in_pieces(file, 10 << 20, watched, (1, 2))
    assert content.size == 9 << 20
    assert [content.whole(), content.whole()] == [bytes(9 << 20)] * 2
    assert watched.told == [(n, 200) for n in (122, 144, 150, 172, 194, 200)]
    with pytest.raises(BadInput) as caught:
        in_pieces(file, 8 << 20, watched, (0, 1))
    assert caught.value.code is Code.FILE_TOO_LARGE
    with pytest.raises(Cancelled):
        in_pieces(file, 10 << 20, _Watched(1), (0, 1)).whole()
    file.unlink()
    with pytest.raises(BadInput) as caught:
        content.whole()
    assert caught.value.code is Code.FILE_NOT_FOUND
    with pytest.raises(BadInput) as caught:
        in_pieces(file, 1, watched, (0, 1))
    assert caught.value.code is Code.FILE_NOT_FOUND


def test_an_empty_file_is_read_as_nothing(tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    assert in_pieces(tmp_path / "empty", 1, _Watched(), (0, 1)).whole() == b""
