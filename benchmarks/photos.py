"""Merging the photos of many inspectors beside copying their bytes: seconds, and the ratio.

Run: `python benchmarks/photos.py [MEGABYTES [FILES]]` (400 MB in 100 files; photos of 200 KB). The
limit is one file written from all of them and synced. Every photo is hashed again on its way;
*again* is the same merge once more. Medians of turns, and one JSON line at the end. With one file
and one photo as large as all (`photos.py 200 1 1`) it shows what a huge original takes.
"""

import itertools
import json
import os
import random
import resource
import shutil
import statistics
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from fieldaudit.merge.join import join
from fieldaudit.store import blobs, revisions
from fieldaudit.store.revisions import Edit
from fieldaudit.store.survey import create_survey, open_survey
from fieldaudit.visit.stamp import Moment, make_id_source

TURNS = 3
PHOTO = 200_000

_ticks = itertools.count(1_657_267_200_000)


def moment() -> Moment:
    """Return a time later than all before."""
    return Moment(next(_ticks), 480)


make_id = make_id_source(moment)


def files(folder: Path, count: int, each: int, size: int) -> list[Path]:
    """Make an empty survey, and copies of it with photos of their own."""
    chance = random.Random(3)
    with create_survey(folder / "empty.gpkg") as survey:
        first = Edit(make_id(), "survey", {"name": "两江新区核查"})
        revisions.append(survey, [first], author="f" * 64, moment=moment(), make_id=make_id)
    made = []
    for number in range(count):
        made.append(folder / f"source-{number:03d}.gpkg")
        shutil.copyfile(folder / "empty.gpkg", made[-1])
        with open_survey(made[-1]) as survey, survey.bulk(), survey.atomic():
            names = [blobs.add(survey, chance.randbytes(size)) for _ in range(each)]
            edits = [Edit(make_id(), "photo", photo(name)) for name in names]
            author = f"{number:064x}"
            revisions.append(survey, edits, author=author, moment=moment(), make_id=make_id)
    return made


def photo(name: str) -> dict[str, str | None]:
    """Return what a photo's record says."""
    return {"blob": name, "visit": make_id(), "name": "门.jpg", "media_type": "image/jpeg"}


def limit(sources: list[Path], target: Path) -> float:
    """Copy the bytes of all sources into one file and sync it; return the seconds."""
    start = time.perf_counter()
    with target.open("wb") as out:
        for source in sources:
            with source.open("rb") as file:
                shutil.copyfileobj(file, out, 1 << 20)
        out.flush()
        os.fsync(out.fileno())
    return time.perf_counter() - start


def merge(sources: list[Path], target: Path, expected: int) -> float:
    """Merge all sources into a survey; return the seconds."""
    with open_survey(target) as survey:
        start = time.perf_counter()
        balance = join(survey, sources, moment=moment(), step=lambda done, total: None)
        spent = time.perf_counter() - start
    if (balance.photos_present, balance.photos_damaged) != (expected, 0):
        raise SystemExit(f"{balance.photos_present} of {expected} photos arrived")
    return spent


def measure(folder: Path, count: int, each: int, size: int) -> dict[str, list[float]]:
    """Measure everything in turns; return the seconds."""
    sources = files(folder, count, each, size)
    spent: dict[str, list[float]] = {"limit": [], "merge": [], "again": []}
    for _ in range(TURNS):
        target = folder / "target.gpkg"
        (folder / "copied").unlink(missing_ok=True)
        target.unlink(missing_ok=True)
        spent["limit"].append(limit(sources, folder / "copied"))
        shutil.copyfile(folder / "empty.gpkg", target)
        spent["merge"].append(merge(sources, target, count * each))
        spent["again"].append(merge(sources, target, count * each))
    return spent


def main() -> None:
    """Measure, print, and say the ratios."""
    words = [int(word) for word in sys.argv[1:]]
    megabytes, count, photos = (words + [400, 100, 0][len(words) :])[:3]
    photos = photos or max(count, megabytes * 1_000_000 // PHOTO)
    each, size = photos // count, megabytes * 1_000_000 // photos
    with TemporaryDirectory(prefix="fieldaudit-") as place:
        spent = measure(Path(place), count, each, size)
    medians = {name: statistics.median(times) for name, times in spent.items()}
    ratios = {name: round(took / medians["limit"], 2) for name, took in medians.items()}
    for name, took in medians.items():
        print(f"{name:8} {took:8.3f} s {ratios[name]:8.2f} ×")
    again = round(100 * medians["again"] / medians["merge"], 1)
    largest = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"again: {again} % of the first time; largest memory {largest} MB")
    told = {"benchmark": "photos", "files": count, "photos": photos, "MB": megabytes}
    told |= {"again_percent": again, "peak_MB": largest}
    print(json.dumps({**told, "seconds": medians, "ratio_to_limit": ratios}))


if __name__ == "__main__":
    main()
