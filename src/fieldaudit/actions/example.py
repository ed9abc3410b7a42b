"""The bundled example's material: what two invented inspectors saw, as files on the disk.

Streets are real; sites, people and findings are invented and say so.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from fieldaudit.actions.example_log import write_example_log
from fieldaudit.actions.example_photos import draw_photo
from fieldaudit.paths import resource
from fieldaudit.visit.records import Site

_BETWEEN_PHOTOS = timedelta(minutes=6)
_JITTER = 0.00012
"""Degrees; some 12 m, as far as people walk between two photos."""

_PHOTO_SIZE = (1280, 960)


@dataclass(frozen=True, slots=True)
class Example:
    """The example's visits, as the bundled file gives them."""

    usual: dict[str, dict[str, Any]]
    """Answers that most visits with a form share, by form id."""

    visits: list[dict[str, Any]]
    """The visits, in order."""


def read_example() -> Example:
    """Read the bundled example."""
    fields = json.loads(resource("demo/visits.json").read_bytes())
    return Example(fields["usual"], fields["visits"])


def street_names() -> dict[str, str]:
    """Return code → name of the eight streets of the two-river new area (两江新区)."""
    streets = json.loads(resource("demo/streets.json").read_bytes())["streets"]
    return {street["code"]: street["name"]["zh"] for street in streets}


def register() -> Path:
    """Return the register of example sites."""
    return resource("demo/register.csv")


def write_material(
    folder: Path, inspector: int, sites: dict[str, Site], joint: str
) -> tuple[Path, int]:
    """Write the photos, logs and `visits.json` that one inspector brings home.

    Args:
        folder: where to; made here.
        inspector: 0 or 1.
        sites: the register, by code.
        joint: id of the visit that both inspectors make together.

    Returns:
        The file and the number of photos.
    """
    folder.mkdir(parents=True)
    example = read_example()
    own = [visit for visit in example.visits if visit["inspector"] == inspector]
    written = [_visit(folder, example, visit, sites[visit["site"]]) for visit in own]
    for fields, visit in zip(written, own, strict=True):
        if visit.get("joint"):
            fields["id"] = joint
    file = folder / "visits.json"
    file.write_text(json.dumps({"visits": written}, ensure_ascii=False, indent=1), encoding="utf-8")
    return file, sum(len(fields["photos"]) for fields in written)


def name_of(inspector: int) -> str:
    """Return the name of an invented inspector."""
    return ("巡查员甲（示例）", "巡查员乙（示例）")[inspector]


def _visit(folder: Path, example: Example, visit: dict[str, Any], site: Site) -> dict[str, Any]:
    usual = {} if visit.get("only") else example.usual[visit["form"]]
    times = {"COM-04-start": visit["started"], "COM-04-end": visit["ended"]}
    register_says = {"COM-01": site.code, "COM-02": site.name, "COM-03": _code(site.street)}
    place = {"COM-08": f"{site.position} 0 6"}
    if visit["form"] == "base_station":
        place["BTS-02"] = place["COM-08"]
    answers = {**register_says, **times, **place, **usual, **visit["answers"]}
    return {
        "site": site.code,
        "form": visit["form"],
        "inspector": name_of(visit["inspector"]),
        "started": visit["started"],
        "ended": visit["ended"],
        "position": place["COM-08"],
        "answers": answers,
        "states": visit["states"],
        "photos": list(_photos(folder, visit, site)),
        "logs": list(_logs(folder, visit, site)),
    }


def _photos(folder: Path, visit: dict[str, Any], site: Site) -> Iterator[dict[str, str]]:
    taken = datetime.fromisoformat(visit["started"])
    for number, photo in enumerate(visit["photos"], 1):
        taken += _BETWEEN_PHOTOS
        file = folder / f"{site.code}-{number:02d}.jpg"
        data = draw_photo(
            sum(site.code.encode()) + number,
            f"{site.name} {photo['caption']}",
            taken_at=taken.isoformat(),
            position=_near(site.position, number),
            orientation=photo["orientation"],
            size=_PHOTO_SIZE,
            scene=photo["scene"],
        )
        file.write_bytes(data)
        yield {"file": file.name, "question": photo["question"], "caption": photo["caption"]}


def _logs(folder: Path, visit: dict[str, Any], site: Site) -> Iterator[str]:
    if "log" in visit:
        file = folder / f"{site.code}_log.txt"
        track = [_near(site.position, step) for step in range(40)]
        seed = sum(site.code.encode())
        file.write_bytes(write_example_log(seed, start=visit["log"], track=track))
        yield file.name


def _near(position: str, step: int) -> str:
    latitude, longitude = (float(part) for part in position.split()[:2])
    return f"{latitude + step * _JITTER / 2:.6f} {longitude + step * _JITTER:.6f} 0 6"


def _code(street: str) -> str:
    return next(code for code, name in street_names().items() if name == street)
