import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from fieldaudit.actions import example
from fieldaudit.visit.log import read_log
from fieldaudit.visit.photo import inspect_photo
from fieldaudit.visit.place import distance, read_geopoint
from fieldaudit.visit.records import Site
from fieldaudit.visit.register import read_register

JOINT = "01890000-0000-7000-8000-00000000000a"


def register() -> dict[str, Site]:
    rows, problems = read_register(example.register())
    assert problems == ()
    streets = example.street_names()
    return {
        row.code: Site(
            row.code, row.code, row.name, row.kind, streets[row.street], "", row.position
        )
        for row in rows
    }


@pytest.fixture(scope="module")
def material(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Path, int]]:
    folder = tmp_path_factory.mktemp("material")
    return [
        example.write_material(folder / str(number), number, register(), JOINT) for number in (0, 1)
    ]


def told(file: Path) -> list[dict[str, Any]]:
    visits: list[dict[str, Any]] = json.loads(file.read_bytes())["visits"]
    return visits


def test_streets_are_real_and_sites_say_that_they_are_invented() -> None:
    assert len(example.street_names()) == 8
    assert all("示例" in site.name for site in register().values())
    assert {example.name_of(0), example.name_of(1)} == {"巡查员甲（示例）", "巡查员乙（示例）"}


def test_the_visits_are_of_all_three_kinds_with_one_refused() -> None:
    found = example.read_example()
    assert Counter(visit["form"] for visit in found.visits).keys() == found.usual.keys()
    assert sum(visit["answers"].get("COM-11") == "refused" for visit in found.visits) == 1
    assert sum(bool(visit.get("joint")) for visit in found.visits) == 1


def test_every_file_that_is_named_is_written(material: list[tuple[Path, int]]) -> None:
    for file, photos in material:
        visits = told(file)
        named = [photo["file"] for visit in visits for photo in visit["photos"]]
        assert len(named) == len(set(named)) == photos
        logs = [name for visit in visits for name in visit["logs"]]
        written = {each.name for each in file.parent.iterdir()}
        assert written == {*named, *logs, "visits.json"}


def test_the_joint_visit_has_its_id(material: list[tuple[Path, int]]) -> None:
    ids = [visit.get("id") for file, _ in material for visit in told(file)]
    assert [each for each in ids if each] == [JOINT]


def test_photos_were_taken_at_the_site_during_the_visit(material: list[tuple[Path, int]]) -> None:
    sites, orientations = register(), set()
    for file, _ in material:
        for visit in told(file):
            here = read_geopoint(sites[visit["site"]].position)
            for photo in visit["photos"][:3]:
                data = (file.parent / photo["file"]).read_bytes()
                facts = inspect_photo(data, photo["file"])
                orientations.add(facts.orientation)
                assert visit["started"] < facts.taken_at < visit["ended"]
                assert distance(read_geopoint(facts.position), here) < 100
    assert len(orientations) > 1


def test_logs_can_be_read(material: list[tuple[Path, int]]) -> None:
    logs = [file.parent / name for file, _ in material for v in told(file) for name in v["logs"]]
    assert len(logs) == 2
    for log in logs:
        reading = read_log(log.read_bytes(), log.name)
        assert reading.kept > 400
