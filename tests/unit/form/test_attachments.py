"""Files beside a checklist."""

from pathlib import Path

from fieldaudit.form.attachments import beside, folders, gathered, needed
from fieldaudit.form.markup import LARGEST
from fieldaudit.form_codes import FormCode
from tests.kit.forms import a_form, an_instance

FORM = a_form("""
| | type | name | label | calculation | default |
| | select_one_from_file sites.csv | site | S | | |
| | select_one_from_file areas.geojson | area | A | | |
| | calculate | street | | pulldata('sites', 'street', 'name', ${site}) | |
| | text | last | L | | ${last-saved#last} |
""")
SITES = "name,label,street\na,甲,大竹林\nb,乙,礼嘉\n"


def test_lists_that_are_needed_each_once() -> None:
    assert sorted(one.file for one in needed(FORM)) == ["areas.geojson", "sites.csv"]


def test_files_are_looked_for_beside_and_in_the_media_folder(tmp_path: Path) -> None:
    file = tmp_path / "form.xlsx"
    (tmp_path / "form-media").mkdir()
    (tmp_path / "form-media" / "Sites.CSV").write_text(SITES, "utf-8")
    assert beside(file) == {"sites.csv": tmp_path / "form-media" / "Sites.CSV"}
    assert tmp_path / "media" in folders(file)


def test_lists_are_read_and_missing_ones_named(tmp_path: Path) -> None:
    (tmp_path / "sites.csv").write_text(SITES, "utf-8")
    files, problems = gathered(FORM, beside(tmp_path / "form.md"))
    assert list(files) == ["sites.csv"]
    assert [(each.code, each.params["file"]) for each in problems] == [
        (FormCode.FORM_FILE_MISSING, "areas.geojson")
    ]
    live = an_instance(FORM, attachments=files)
    assert [choice.value for choice in live.choices("site")] == ["a", "b"]
    live.set("site", "b")
    assert live.state("street").value == "礼嘉"


def test_lists_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "sites.csv").write_bytes(b"name,label\n\xff\xfe,x\n")
    (tmp_path / "areas.geojson").write_bytes(b"0" * (LARGEST + 1))
    files, problems = gathered(FORM, beside(tmp_path / "form.md"))
    assert files == {}
    codes = {each.params["file"]: each.code for each in problems}
    assert codes == {
        "sites.csv": FormCode.FORM_UNREADABLE,
        "areas.geojson": FormCode.FORM_FILE_SIZE,
    }
