from pathlib import Path

import pytest

from fieldaudit.package.page_texts import bare, is_printed, page_texts
from tests.kit.packages import signed_bytes


def test_every_page_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(signed_bytes())
    texts = list(page_texts(path))
    assert len(texts) == 10
    assert "RES26ONU接收光功率" in texts[3]


@pytest.mark.parametrize("text", ["a-b c", "a\u00adb\nc", "a\u2010b\ufffe c"])
def test_hyphens_and_spaces_do_not_count(text: str) -> None:
    assert bare(text) == "abc"


def test_a_long_text_is_found_by_its_ends() -> None:
    printed = bare("头" * 100 + "第 3 页" + "尾" * 100)
    assert is_printed("头" * 100 + "尾" * 100, printed)
    assert not is_printed("头" * 100 + "别" * 100, printed)
