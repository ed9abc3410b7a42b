import shutil
from pathlib import Path

import pytest

from fieldaudit.actions import demo, identities
from fieldaudit.errors import BadInput, Code
from fieldaudit.texts import Catalog
from tests.kit.example import Told, carry_out, the_example


@pytest.fixture(scope="module")
def again(tmp_path_factory: pytest.TempPathFactory) -> Told:
    """Carry out the example in English, in a folder where it was carried out before."""
    folder = tmp_path_factory.mktemp("again") / "demo"
    shutil.copytree(the_example().report.folder, folder)
    (folder / "survey.gpkg").write_bytes(b"worn out")
    return carry_out(folder, "en")


def test_every_step_is_told_in_chinese() -> None:
    lines = the_example().lines
    assert [line[0] for line in lines if line[0].isdigit()] == list("12343456789")
    assert any("24 个示例站点" in line for line in lines)
    assert any("遗失 0" in line for line in lines)
    assert str(the_example().report.package) in lines[-1]


def test_it_can_be_made_anew_in_the_same_folder_in_english(again: Told) -> None:
    first = the_example().report
    assert (again.report.outcome, first.outcome) == ("genuine", "genuine")
    assert again.report.balance.new == first.balance.new
    assert len(again.lines) == len(the_example().lines)
    told = again.lines[0] + again.lines[1]
    assert told != the_example().lines[0] + the_example().lines[1]
    assert "identities" in told


def test_its_keys_open_with_the_password_that_is_told() -> None:
    folder = the_example().report.folder
    assert demo.PASSWORD in the_example().lines[0]
    for name in ("office", "a", "b"):
        assert "示例" in identities.unlock(folder / f"{name}.p12", demo.PASSWORD).name


@pytest.mark.parametrize("name", ["mine.txt", ".hidden"])
def test_a_folder_with_other_things_is_refused(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text("mine", "utf-8")
    with pytest.raises(BadInput) as caught:
        demo.run(tmp_path, say=lambda _: None, catalog=Catalog("zh"))
    assert caught.value.code is Code.FOLDER_NOT_EMPTY
    assert [each.name for each in tmp_path.iterdir()] == [name]


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "demo"
    file.write_text("mine", "utf-8")
    with pytest.raises(BadInput):
        demo.run(file, say=lambda _: None, catalog=Catalog("zh"))
    assert file.read_text("utf-8") == "mine"
