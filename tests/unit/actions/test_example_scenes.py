import pytest
from PIL import ImageStat

from fieldaudit.actions.example_scenes import SCENES, draw_scene


@pytest.mark.parametrize("name", SCENES)
def test_a_scene_has_its_size_and_something_to_see(name: str) -> None:
    image = draw_scene(name, 1, (160, 120))
    assert (image.mode, image.size) == ("RGB", (160, 120))
    assert max(ImageStat.Stat(image.convert("L")).stddev) > 10


@pytest.mark.parametrize("name", SCENES)
def test_a_seed_gives_its_own_picture_and_always_the_same(name: str) -> None:
    one, again, other = (draw_scene(name, seed, (160, 120)).tobytes() for seed in (1, 1, 2))
    assert one == again != other
