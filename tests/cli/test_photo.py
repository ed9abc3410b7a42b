"""Photos from the command line."""

from pathlib import Path

import pytest
from PIL import Image

from tests.cli.conftest import VISIT, Call


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    file = tmp_path / "门牌.jpg"
    Image.new("RGB", (640, 480), "gray").save(file)
    return file


def test_a_photo_is_added_listed_and_checked(
    call: Call, survey: Path, photo: Path, founder: tuple[str, ...]
) -> None:
    added = call("photo", "add", survey, VISIT, photo, "--caption", "门牌", *founder, "--json")
    assert added.code == 0
    assert added.json[0]["photo"]["name"] == "门牌.jpg"
    (listed,) = call("photo", "list", survey, "--visit", VISIT, "--json").json
    assert (listed["caption"], listed["width"], listed["present"]) == ("门牌", 640, True)
    assert "门牌.jpg" in call("photo", "list", survey).out
    assert call("photo", "check", survey, "--json").json == []
    counted = call("survey", "info", survey, "--json").json["photos"]
    assert counted == {"expected": 1, "present": 1, "damaged": 0}


def test_what_is_no_picture_is_refused_whole(
    call: Call, survey: Path, photo: Path, founder: tuple[str, ...], tmp_path: Path
) -> None:
    text = tmp_path / "text.jpg"
    text.write_text("no picture", "utf-8")
    assert call("photo", "add", survey, VISIT, photo, text, *founder).code == 2
    assert call("photo", "list", survey, "--json").json == []


def test_a_photo_is_described_removed_and_restored(
    call: Call, survey: Path, photo: Path, founder: tuple[str, ...]
) -> None:
    added = call("photo", "add", survey, VISIT, photo, *founder, "--json").json[0]["photo"]
    told = call("photo", "caption", survey, added["id"], "箱门 左侧", *founder, "--json")
    assert told.json == {"id": added["id"], "name": "门牌.jpg", "caption": "箱门 左侧"}
    assert "箱门 左侧" in call("photo", "list", survey).out
    gone = call("photo", "remove", survey, added["id"], "--reason", "拍错", *founder)
    assert (gone.code, "photo restore" in gone.out) == (0, True)
    assert call("photo", "list", survey, "--json").json == []
    counted = call("survey", "info", survey, "--json").json["photos"]
    assert counted == {"expected": 0, "present": 0, "damaged": 0}
    assert call("photo", "remove", survey, added["id"], *founder).code == 2
    back = call("photo", "restore", survey, added["id"], *founder, "--json")
    assert back.json == {"id": added["id"], "name": "门牌.jpg"}
    assert len(call("photo", "list", survey, "--json").json) == 1
