from pathlib import Path

import pytest

from fieldaudit.errors import BadInput, Code
from fieldaudit.package.exports.content import Column, Table
from fieldaudit.package.report import ReportContent, told, write_html, write_markdown

HOSTILE = "a|b\n| c | <script>alert(1)</script> ## d"


def content(*rows: tuple[str, float]) -> ReportContent:
    columns = (Column("name", "名称"), Column("value", "数值"))
    tables = (Table("one", "指标", columns, rows), Table("none", "空", columns, ()))
    return ReportContent("月报", "关于", (("范围", HOSTILE),), tables, "zh")


@pytest.mark.parametrize("write", [write_markdown, write_html])
def test_rows_are_counted_in_the_file_whatever_they_say(write, tmp_path: Path) -> None:
    out = tmp_path / "r"
    assert write(out, content((HOSTILE, 24.96), ("x", 1.0))) == {"one": 2, "none": 0}
    said = out.read_text("utf-8")
    assert "<script>" not in said
    assert "24.96" in said


@pytest.mark.parametrize("write", [write_markdown, write_html])
def test_a_table_that_is_not_there_is_noticed(
    write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = Path.read_text
    monkeypatch.setattr(
        Path, "read_text", lambda path, *a: "\n".join(whole(path, *a).split("\n")[:6])
    )
    with pytest.raises(BadInput) as caught:
        write(tmp_path / "r", content(("x", 1.0)))
    assert caught.value.code is Code.EXPORT_MISMATCH


@pytest.mark.parametrize(
    ("cell", "text"),
    [(24.96, "24.96"), (100.0, "100"), (None, ""), (3, "3"), (1 / 3, "0.3333"), ("a\nb", "a b")],
)
def test_cells_are_told_for_people(cell: object, text: str) -> None:
    assert told(cell) == text  # type: ignore[arg-type]


def test_the_facts_are_a_table_of_the_workbook() -> None:
    assert content().facts_table().rows == (("范围", HOSTILE),)
