"""Names of files from outside."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldaudit.visit.filenames import LONGEST, ending_of, runs, safe_name, shown_name, unique_name


@pytest.mark.parametrize(
    ("name", "ending"),
    [("a.PDF", ".pdf"), ("a", ""), (".pdf", ""), ("a.tar.gz", ".gz"), ("协议.docx", ".docx")],
)
def test_an_ending_is_lower_case(name: str, ending: str) -> None:
    assert ending_of(name) == ending


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("协议 2022.pdf", "协议 2022.pdf"),
        ("contract\u202efdp.exe", "contractfdp.exe"),
        ("a\nb\x00.pdf", "ab.pdf"),
        ("bad\udcff.pdf", "bad?.pdf"),
        ("e\u0301.pdf", "é.pdf"),
        ("", "_"),
        ("x" * 300 + ".pdf", "x" * (LONGEST - 4) + ".pdf"),
    ],
)
def test_a_name_is_kept_without_what_cannot_be_printed(name: str, shown: str) -> None:
    assert shown_name(name) == shown


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("协议.pdf", "协议.pdf"),
        ("../../etc/passwd", "_.._etc_passwd"),
        ("C:\\a.pdf", "C__a.pdf"),
        ("con.pdf", "_con.pdf"),
        ("LPT1", "_LPT1"),
        ("com¹.txt", "_com¹.txt"),
        ("aux .pdf", "_aux .pdf"),
        ("contract.pdf. ", "contract.pdf"),
        ("setup.exe", "setup.exe.bin"),
        ("setup.exe.", "setup.exe.bin"),
        ("a.lnk", "a.lnk.bin"),
        ("...", "_"),
    ],
)
def test_a_written_name_is_safe_everywhere(name: str, safe: str) -> None:
    assert safe_name(name) == safe


@given(st.text(st.characters(), max_size=400))
def test_no_name_breaks_out_or_runs(name: str) -> None:
    safe = safe_name(name)
    assert safe == safe_name(safe)
    assert 0 < len(safe) <= LONGEST
    assert len(safe.encode()) <= 255
    assert not re.search(r'[<>:"/\\|?*\x00-\x1f]', safe)
    assert not safe.startswith(".")
    assert not safe.endswith((" ", "."))
    assert not runs(safe)


def test_a_taken_name_is_numbered() -> None:
    assert unique_name("A.pdf", {"b.pdf"}) == "A.pdf"
    assert unique_name("A.pdf", {"a.pdf", "a-2.pdf"}) == "A-3.pdf"
    assert unique_name("plan", {"plan"}) == "plan-2"
