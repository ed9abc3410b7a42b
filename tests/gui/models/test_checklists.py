from pathlib import Path

from fieldaudit.actions.forms import BundledForm
from fieldaudit.actions.kept_forms import KeptForm
from fieldaudit.gui.models.checklists import grouped, of_files, of_program, of_survey

KEPT = KeptForm("residential", "1", "小区", "ab", 5, 2, newest=True)
BUNDLED = [BundledForm("residential", version, "小区", f"/{version}.md", 5) for version in "12"]


def test_what_the_survey_has_already_is_marked() -> None:
    kept = of_survey([KEPT])
    first, second = of_program(BUNDLED, kept)
    assert (kept[0].kept, kept[0].visits) == (True, 2)
    assert (first.here, second.here) == (True, False)


def test_groups_have_headings_and_empty_ones_are_left_out() -> None:
    kept, files = of_survey([KEPT]), of_files([Path("/x/pole.md")])
    lines = grouped(("甲", kept), ("乙", files))
    assert [(one.title, one.heading) for one in lines] == [
        ("甲", True),
        ("小区", False),
        ("乙", True),
        ("pole.md", False),
    ]
    assert [one.title for one in grouped(("甲", kept), ("乙", files), text="POLE")] == [
        "乙",
        "pole.md",
    ]
