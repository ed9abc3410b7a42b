"""Files from outside that were damaged or forged: known errors, good parts, no harm.

`FIELDAUDIT_FUZZ_EXAMPLES` sets how many damaged files are tried.
"""

import os
import random
from pathlib import Path

import pytest

from fieldaudit.errors import FieldauditError
from fieldaudit.store import blobs, projections, revisions
from fieldaudit.store.copy import write_copy
from fieldaudit.store.survey import open_survey
from tests.kit.history import record_id
from tests.kit.identity import an_identity
from tests.kit.logs import a_log, a_row
from tests.kit.surveys import (
    a_photo,
    a_survey,
    fresh_id,
    introduce,
    merged,
    revise,
    rows,
    seal,
    unwatched,
)

EXAMPLES = int(os.environ.get("FIELDAUDIT_FUZZ_EXAMPLES", "200"))


@pytest.fixture(scope="module")
def honest(tmp_path_factory) -> Path:
    """A file as somebody hands it over: visits, photos, a log, a seal."""
    folder = tmp_path_factory.mktemp("honest")
    with a_survey(folder / "work.gpkg") as survey:
        introduce(survey, an_identity())
        for number in range(30):
            name = f"示例小区 {number}"
            revise(survey, fresh_id(), {"name": name, "position": f"29.{number} 106.5"})
            revise(survey, record_id(number % 3), {"remark": name * 30}, kind="visit")
        for number in range(3):
            a_photo(survey, random.Random(number).randbytes(40_000))
        log = {"blob": blobs.add(survey, a_log(a_row(), a_row(1))), "name": "a.txt"}
        revise(survey, fresh_id(), log, kind="log")
        seal(survey, an_identity())
        write_copy(survey, folder / "honest.gpkg", unwatched)
    return folder / "honest.gpkg"


def damaged(content: bytes, dice: random.Random) -> bytes:
    """Return a file with some bytes changed, pages swapped or doubled, or its end cut off."""
    page, pages = 16384, len(content) // 16384
    wrong = bytearray(content)
    how = dice.choice(["bits", "bytes", "head", "page", "zeros", "cut", "grown"])
    if how == "bits":
        for _ in range(dice.choice([1, 10, 100])):
            wrong[dice.randrange(len(wrong))] ^= 1 << dice.randrange(8)
    elif how == "bytes":
        start = dice.randrange(len(wrong))
        wrong[start : start + 40] = dice.randbytes(len(wrong[start : start + 40]))
    elif how == "head":
        # What a page says of itself, or the file of itself, does more than what lies in it.
        start = dice.randrange(pages) * page
        wrong[start + dice.randrange(120)] = dice.randrange(256)
    elif how == "page":
        one, two = dice.randrange(pages) * page, dice.randrange(pages) * page
        wrong[one : one + page] = content[two : two + page]
    elif how == "zeros":
        start = dice.randrange(pages) * page
        wrong[start : start + page] = bytes(page)
    elif how == "cut":
        del wrong[dice.randrange(len(wrong)) :]
    else:
        wrong += dice.randbytes(dice.randrange(3 * page))
    return bytes(wrong)


def test_no_damage_crashes_hangs_or_does_harm(honest, tmp_path):
    good = {each.hash for each in _revisions(honest)}
    with a_survey(tmp_path / "ours.gpkg") as survey:
        start = {each.hash for each in revisions.all_revisions(survey)}
    empty = (tmp_path / "ours.gpkg").read_bytes()
    content, told = honest.read_bytes(), set()
    for number in range(EXAMPLES):
        source, ours = tmp_path / "theirs.gpkg", tmp_path / "ours.gpkg"
        wrong = damaged(content, random.Random(number))
        source.write_bytes(wrong)
        ours.write_bytes(empty)
        with open_survey(ours) as survey:
            try:
                balance = merged(survey, source)
            except FieldauditError as error:
                told.add(error.code)
                assert {each.hash for each in revisions.all_revisions(survey)} == start, number
            else:
                assert balance.closes, number
            _check_unharmed(survey, start | good, number)
        assert source.read_bytes() == wrong, number
        assert {each.name for each in tmp_path.iterdir()} == {"ours.gpkg", "theirs.gpkg"}, number
    assert len(told) > 1


def _revisions(path: Path) -> list:
    with open_survey(path, readonly=True) as survey:
        return list(revisions.all_revisions(survey))


def _check_unharmed(survey, allowed: set[str], number: int) -> None:
    """Nothing that was not good came in, and the tables are those of what is there."""
    assert {each.hash for each in revisions.all_revisions(survey)} <= allowed, number
    before = rows(survey)
    projections.rebuild(survey)
    assert rows(survey) == before, number
    assert survey.db.execute("pragma integrity_check").fetchone() == ("ok",), number


def test_no_damage_to_the_survey_itself_crashes_opening_and_reading_it(honest, tmp_path):
    content = honest.read_bytes()
    for number in range(EXAMPLES // 3):
        path = tmp_path / "ours.gpkg"
        path.write_bytes(damaged(content, random.Random(1_000_000 + number)))
        for readonly in (True, False):
            try:
                with open_survey(path, readonly=readonly) as survey:
                    list(revisions.all_revisions(survey))
                    list(blobs.check(survey, blobs.expected(survey)))
                    write_copy(survey, tmp_path / "out.gpkg", unwatched)
            except FieldauditError:
                assert not (tmp_path / "out.gpkg").exists(), number
            else:
                (tmp_path / "out.gpkg").unlink()
        for left in tmp_path.iterdir():
            left.unlink()
