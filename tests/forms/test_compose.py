"""The shared block stays in step with every checklist."""

import importlib.util
import shutil
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests.forms.checklists import FORMS

TOOL = FORMS.parent / "tools" / "compose_forms.py"


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("compose_forms", TOOL)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FORMS, tmp_path / "forms"))


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def test_the_bundled_checklists_are_in_step(tool: ModuleType) -> None:
    assert tool.main(["--check"]) == 0


def test_a_row_edited_by_hand_is_found_and_put_right(tool: ModuleType, copy: Path) -> None:
    before = (copy / "pole.md").read_bytes()
    edit(copy / "pole.md", "| COM-02 | 站点名称 |", "| COM-02 | 名称 |")
    assert tool.main(["--check", "--forms", str(copy)]) == 1
    assert tool.main(["--forms", str(copy)]) == 0
    assert (copy / "pole.md").read_bytes() == before


def test_a_changed_block_reaches_every_checklist(tool: ModuleType, copy: Path) -> None:
    edit(copy / "blocks" / "common.md", "| COM-02 | 站点名称 |", "| COM-02 | 正式名称 |")
    assert len(tool.compose(copy, write=True)) == 7
    assert all("| COM-02 | 正式名称 |" in each.read_text("utf-8") for each in copy.glob("*.md"))
    assert tool.compose(copy, write=False) == []


def test_a_block_is_filled_with_the_marker_s_words(tool: ModuleType) -> None:
    blocks = tool.tables("| ask |\n| | type | name | label |\n| | text | @item@-a | @zh@ |\n")
    lines = tool.block_lines('ask item=RES-34 zh="a b"', blocks, ["type", "name", "label"])
    assert lines == ["| | text | RES-34-a | a b |"]


def test_only_used_lists_are_placed(tool: ModuleType) -> None:
    text = (FORMS / "residential.md").read_text("utf-8")
    assert "| | streets |" in text
    assert "| | case_fields |" not in text


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("<!-- block closing -->", "<!-- block ending -->", "unknown block"),
        ("| select_one pole_power |", "| select_one nowhere |", "nobody defines"),
        ("<!-- block relations item=POL-22", "<!-- block relations things=POL-22", "no item="),
        ("<!-- lists -->", "<!-- end -->\n<!-- lists -->", "out of place"),
    ],
)
def test_a_faulty_checklist_is_refused_by_name(
    tool: ModuleType,
    copy: Path,
    capsys: pytest.CaptureFixture[str],
    *,
    old: str,
    new: str,
    told: str,
) -> None:
    edit(copy / "pole.md", old, new)
    assert tool.main(["--forms", str(copy)]) == 2
    heard = capsys.readouterr().err
    assert "pole.md" in heard
    assert told in heard
