import pytest

from fieldaudit.actions.example_photos import draw_photo
from fieldaudit.actions.example_scenes import SCENES
from fieldaudit.visit.photo import inspect_photo
from fieldaudit.visit.place import distance, read_geopoint

TAKEN = "2022-07-08T09:31:07+08:00"
PLACE = "29.6201234 106.4901234 240.5 5"


@pytest.mark.parametrize("scene", SCENES)
def test_a_photo_is_believable_and_small(scene: str) -> None:
    data = draw_photo(1, "大竹林街道 光交箱", taken_at=TAKEN, position=PLACE, scene=scene)
    facts = inspect_photo(data, "a.jpg")
    assert (facts.width, facts.height) == (1600, 1200)
    assert facts.warnings == ()
    assert len(data) < 300_000


@pytest.mark.parametrize("orientation", range(1, 9))
def test_its_exif_is_true(orientation: int) -> None:
    data = draw_photo(
        1, "一", taken_at=TAKEN, position=PLACE, orientation=orientation, size=(320, 240)
    )
    facts = inspect_photo(data, "a.jpg")
    assert facts.orientation == orientation
    assert (facts.width, facts.height) == ((240, 320) if orientation > 4 else (320, 240))
    assert facts.taken_at == TAKEN
    assert facts.position == PLACE
    assert facts.device == "fieldaudit example"


@pytest.mark.parametrize("place", ["-31.5 -64.2 -12.25", "0.0000001 -0.0000001", "-89.9 179.9"])
def test_south_west_and_below_the_sea_are_written_too(place: str) -> None:
    data = draw_photo(1, "一", taken_at=TAKEN, position=place, size=(320, 240))
    back, there = read_geopoint(inspect_photo(data, "a").position), read_geopoint(place)
    assert distance(back, there) < 0.01
    assert (back.altitude, back.accuracy) == (there.altitude, there.accuracy)


def test_a_photo_may_say_nothing_of_time_and_place() -> None:
    facts = inspect_photo(draw_photo(1, "一", size=(320, 240)), "a.jpg")
    assert (facts.taken_at, facts.position) == ("", "")


def test_the_same_arguments_give_the_same_bytes() -> None:
    one, again = (draw_photo(3, "一", taken_at=TAKEN, size=(320, 240)) for _ in range(2))
    other = draw_photo(4, "一", taken_at=TAKEN, size=(320, 240))
    assert one == again != other
