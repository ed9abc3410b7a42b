import hashlib
import os
import random
import shutil
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from fieldaudit.errors import BadInput, Code
from fieldaudit.store import blobs, drafts, projections, revisions
from fieldaudit.store.copy import write_copy
from fieldaudit.store.rescue import Salvage, _rows, rescue_into
from fieldaudit.store.survey import create_survey, open_survey
from tests.kit.history import record_id
from tests.kit.identity import an_identity
from tests.kit.surveys import (
    a_photo,
    a_survey,
    introduce,
    moment,
    revise,
    rows,
    seal,
    tamper,
    unwatched,
)

PAGE = 16384
DAMAGES = int(os.environ.get("FIELDAUDIT_DAMAGES", "40"))
PHOTOS = [random.Random(seed).randbytes(size) for seed, size in enumerate((900, 40_000, 200_000))]


@pytest.fixture(scope="module")
def whole(tmp_path_factory) -> Path:
    """Make a survey with long and short histories, photos of several sizes and a seal."""
    folder = tmp_path_factory.mktemp("whole")
    with a_survey(folder / "a.gpkg") as survey:
        for number in range(1, 60):
            long = {"name": f"站点{number}", "address": "示例路" * (3000 if number == 9 else 40)}
            revise(survey, record_id(number), long)
        for photo in PHOTOS:
            a_photo(survey, photo)
        introduce(survey, an_identity())
        revise(survey, record_id(1), {"name": "改"}, author=an_identity().fingerprint)
        seal(survey, an_identity())
        drafts.keep(survey, record_id(2), {"name": "半"}, moment=moment())
        survey.db.execute("pragma wal_checkpoint(truncate)")
    return folder / "a.gpkg"


@pytest.fixture
def damaged(whole, tmp_path) -> Path:
    return Path(shutil.copyfile(whole, tmp_path / "hurt.gpkg"))


def rescued(damaged: Path) -> Salvage:
    before = damaged.read_bytes()
    out = damaged.with_name("out.gpkg")
    out.unlink(missing_ok=True)
    with create_survey(out) as fresh:
        found = rescue_into(fresh, damaged, unwatched)
        assert found.revisions.keys() == {each.hash for each in revisions.all_revisions(fresh)}
        derived = rows(fresh)
        projections.rebuild(fresh)
        assert rows(fresh) == derived
        names = [hashlib.sha256(each).hexdigest() for each in PHOTOS]
        assert sum(blobs.exists(fresh, name) for name in names) == found.blobs
        assert not [
            1 for name in names if blobs.exists(fresh, name) and not blobs.read(fresh, name)
        ]
    assert damaged.read_bytes() == before
    return found


def readable(path: Path) -> set[str]:
    """Return the hashes of the revisions that SQLite itself can still read."""
    return {
        row[0].hex()
        for _, row in _rows(path, "revision")
        if hashlib.sha256(row[1]).digest() == row[0]
    }


def test_of_a_whole_file_nothing_is_missing(whole, damaged):
    found = rescued(damaged)
    with open_survey(whole, readonly=True) as survey:
        assert found.revisions.keys() == {each.hash for each in revisions.all_revisions(survey)}
    assert (found.blobs, len(found.seals), found.drafts) == (3, 1, 1)
    assert found.counted == len(found.revisions)


def test_a_rescued_survey_can_be_handed_over(damaged, tmp_path):
    rescued(damaged)
    with open_survey(tmp_path / "out.gpkg") as fresh:
        write_copy(fresh, tmp_path / "copy.gpkg", unwatched)


@pytest.mark.parametrize("share", [0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.97, 0.999])
def test_a_truncated_file_gives_what_is_left(damaged, share):
    data = damaged.read_bytes()
    damaged.write_bytes(data[: int(len(data) * share)])
    must = readable(damaged)
    with suppress(BadInput):
        assert must <= rescued(damaged).revisions.keys()
        return
    assert not must


def test_any_zeroed_page_takes_only_what_was_in_it(whole, damaged):
    data = whole.read_bytes()
    lost = []
    for page in range(len(data) // PAGE):
        hurt = data[: page * PAGE] + bytes(PAGE) + data[(page + 1) * PAGE :]
        damaged.write_bytes(hurt)
        must = readable(damaged)
        found = rescued(damaged)
        assert must <= found.revisions.keys()
        lost.append(65 - len(found.revisions))
    # The first page, those of indexes and of projections hold no revision.
    assert lost[0] == 0
    assert sum(lost) < 3 * 65


def test_flipped_bytes_are_never_taken_for_truth(whole, damaged):
    data = whole.read_bytes()
    with open_survey(whole, readonly=True) as survey:
        genuine = {each.hash for each in revisions.all_revisions(survey)}
    for seed in range(25):
        chance = random.Random(seed)
        hurt = bytearray(data)
        for _ in range(chance.choice((1, 20, 400))):
            hurt[chance.randrange(len(hurt))] ^= 1 << chance.randrange(8)
        damaged.write_bytes(hurt)
        must = readable(damaged)
        found = rescued(damaged)
        assert must <= found.revisions.keys() <= genuine


def test_what_lies_in_the_log_is_found_too(whole, tmp_path):
    path = Path(shutil.copyfile(whole, tmp_path / "a.gpkg"))
    with open_survey(path) as survey:
        last = revise(survey, record_id(3), {"name": "最后"})
        for name in ("a.gpkg", "a.gpkg-wal"):
            shutil.copyfile(tmp_path / name, tmp_path / name.replace("a.", "b."))
    found = Salvage()
    with create_survey(tmp_path / "out.gpkg") as fresh:
        found = rescue_into(fresh, tmp_path / "b.gpkg", unwatched)
    assert last in found.revisions
    (tmp_path / "b.gpkg").write_bytes(bytes(PAGE))
    with create_survey(tmp_path / "out2.gpkg") as fresh:
        assert last in rescue_into(fresh, tmp_path / "b.gpkg", unwatched).revisions


def test_a_purged_photo_is_not_brought_back(whole, tmp_path):
    path = Path(shutil.copyfile(whole, tmp_path / "hurt.gpkg"))
    with open_survey(path) as survey:
        record = survey.db.execute("select id from record where kind = 'photo'").fetchone()[0]
        revise(survey, record, {"purged": "2022-07-08"}, kind="photo")
    tamper(path, "pragma wal_checkpoint(truncate)")
    assert rescued(path).blobs == 2


@pytest.mark.parametrize("content", [b"", b"Dear office, ..." * 2000, bytes(PAGE)])
def test_what_never_was_a_survey_gives_nothing(tmp_path, content):
    path = tmp_path / "letter.gpkg"
    path.write_bytes(content)
    with create_survey(tmp_path / "out.gpkg") as fresh, pytest.raises(BadInput) as caught:
        rescue_into(fresh, path, unwatched)
    assert caught.value.code is Code.RESCUE_NOTHING


def obtainable(whole: bytes, hurt: bytes, revision_bodies: dict[str, bytes]) -> tuple[set, int]:
    """Return what a damaged file still holds byte for byte: revisions by hash, and photos.

    The hash of a short row stands right before its body. A photo is whole while every page on
    which a piece of it lay is as it was.
    """
    there = {n for n, body in revision_bodies.items() if bytes.fromhex(n) + body in hurt}
    count = 0
    for photo in PHOTOS:
        places = {
            whole.find(photo[at : at + 200]) // PAGE for at in range(0, len(photo) - 200, 400)
        }
        places |= {whole.find(hashlib.sha256(photo).digest() + b"\x03") // PAGE}
        whole_pages = places - {-1}
        count += all(
            hurt[page * PAGE : (page + 1) * PAGE] == whole[page * PAGE : (page + 1) * PAGE]
            for page in whole_pages
        )
    return there, count


def test_whatever_random_damage_left_whole_is_got_out(whole, tmp_path):
    """Pages overwritten, stretches zeroed, the end cut off: all that is still there is found."""
    content, dice = whole.read_bytes(), random.Random(7)
    with open_survey(whole, readonly=True) as survey:
        bodies = {each.hash: bytes(each.body) for each in revisions.all_revisions(survey)}
    had = got = 0
    path = tmp_path / "hurt.gpkg"
    for number in range(DAMAGES):
        hurt = bytearray(content)
        for _ in range(dice.choice([1, 1, 2, 5])):
            start, length = dice.randrange(len(hurt)), dice.choice([40, 4000, PAGE, 5 * PAGE])
            wrong = dice.choice([bytes(length), dice.randbytes(length)])
            hurt[start : start + length] = wrong[: len(hurt) - start]
        if dice.random() < 0.3:
            del hurt[dice.randrange(len(hurt) // 3, len(hurt)) :]
        path.write_bytes(hurt)
        there, photos = obtainable(content, bytes(hurt), bodies)
        had += len(there) + photos
        if not there:
            with suppress(BadInput):
                rescued(path)
            continue
        found = rescued(path)
        assert there <= found.revisions.keys() <= bodies.keys(), number
        assert found.blobs >= photos, number
        got += len(found.revisions) + found.blobs
    sys.stdout.write(f"\n{had} revisions and photos were still whole, {got} were got out\n")
    assert had > DAMAGES
