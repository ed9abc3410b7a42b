"""Names of photo files."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from fieldaudit.package.exports.photo_names import photo_name, unique


def name(**further):
    usual: dict[str, Any] = {"site": "RES-0001", "item": "RES-26", "number": 2}
    usual |= {"sha256": "1a2b3c4d" * 8, "original": "IMG_1.JPG"}
    return photo_name(**(usual | further))


def test_a_name_can_be_read():
    assert name() == "RES-0001_RES-26_02_1a2b3c4d.jpg"
    assert name(item="", original="x.jpeg") == "RES-0001_visit_02_1a2b3c4d.jpg"
    assert name(site="大竹林 1/2") == "大竹林-1-2_RES-26_02_1a2b3c4d.jpg"


@given(st.text(), st.text(), st.text())
def test_a_name_is_safe_on_every_system(site, item, original):
    found = name(site=site, item=item, original=original)
    assert not set(found) & set('<>:"/\\|?*')
    assert found.isprintable()
    assert not found.startswith(".")
    assert not found.endswith((".", " "))
    assert len(found) < 120


def test_a_name_is_given_once():
    taken = {"a.jpg", "a-2.jpg"}
    assert unique("A.jpg", taken) == "A-3.jpg"
    assert unique("b.jpg", taken) == "b.jpg"
