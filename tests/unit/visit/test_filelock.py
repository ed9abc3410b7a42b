import os
from pathlib import Path

from fieldaudit.visit.filelock import lock


def test_only_one_handle_has_it_until_it_is_closed(tmp_path: Path) -> None:
    file = tmp_path / "lock"
    first = os.open(file, os.O_RDWR | os.O_CREAT)
    second = os.open(file, os.O_RDWR)
    try:
        assert lock(first)
        assert not lock(second)
        os.close(first)
        first = os.open(file, os.O_RDWR)
        assert lock(second)
        assert not lock(first)
    finally:
        os.close(first)
        os.close(second)
