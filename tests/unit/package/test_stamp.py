from datetime import datetime
from pathlib import Path

from fieldaudit.package.stamp import signature_look
from fieldaudit.texts import Catalog
from tests.kit.identity import an_identity
from tests.kit.pages import page_texts

AT = datetime.fromisoformat("2022-07-09T10:00:00+08:00")


def test_a_signature_shows_who_when_and_which_key(tmp_path: Path) -> None:
    identity = an_identity()
    path = tmp_path / "look.pdf"
    path.write_bytes(signature_look(identity, AT, (230, 54), Catalog("zh")))
    (text,) = page_texts(path)
    assert "电子签名张三" in text
    assert "大竹林街道·街道巡查员" in text
    assert "2022-07-0910:00+08:00" in text
    assert identity.fingerprint[:16] in text


def test_a_long_name_fits(tmp_path: Path) -> None:
    path = tmp_path / "look.pdf"
    identity = an_identity("长" * 21, unit="长" * 64)
    path.write_bytes(signature_look(identity, AT, (230, 54), Catalog("zh")))
    assert "…" in page_texts(path)[0]
