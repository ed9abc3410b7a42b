"""Of thousands of changed files every one that changes what counts is told, and harms nothing.

`FIELDAUDIT_TAMPER_EXAMPLES` sets how many are tried, `FIELDAUDIT_TAMPER_START` with which one the
counting begins.
"""

import os
import random
import sys
from collections import Counter
from pathlib import Path

import pytest

from fieldaudit.errors import FieldauditError
from fieldaudit.store import blobs, projections, revisions
from fieldaudit.store.copy import write_copy
from fieldaudit.store.people import VOUCHED
from fieldaudit.store.survey import open_survey
from fieldaudit.visit.records import Balance, SealState
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
from tests.story.tampering import change, truth

EXAMPLES = int(os.environ.get("FIELDAUDIT_TAMPER_EXAMPLES", "260"))
START = int(os.environ.get("FIELDAUDIT_TAMPER_START", "0"))
SILENT = "accepted in silence"
OFFICE, INSPECTOR = an_identity(name="专班"), an_identity()


@pytest.fixture(scope="module")
def honest(tmp_path_factory) -> Path:
    """A file as an inspector hands it over: everything in it is sealed by who wrote it."""
    folder = tmp_path_factory.mktemp("honest")
    with a_survey(folder / "work.gpkg", founder=OFFICE.fingerprint) as survey:
        introduce(survey, OFFICE)
        person = introduce(survey, INSPECTOR)
        office, mine = {"author": OFFICE.fingerprint}, {"author": INSPECTOR.fingerprint}
        revise(survey, person, {VOUCHED: "true"}, kind="person", **office)
        for number in range(6):
            place = {"name": f"示例小区 {number}", "position": f"29.{number} 106.5"}
            revise(survey, fresh_id(), place, **office)
        seal(survey, OFFICE)
        for number in range(20):
            told = {"remark": f"接头盒 {number}" * 20}
            revise(survey, record_id(number % 3), told, kind="visit", **mine)
            if number == 10:
                seal(survey, INSPECTOR)
        for number in range(3):
            a_photo(survey, random.Random(number).randbytes(20_000), **mine)
        log = {"blob": blobs.add(survey, a_log(a_row(), a_row(1))), "name": "a.txt"}
        revise(survey, fresh_id(), log, kind="log", **mine)
        xform = {"xform": blobs.add(survey, b"<h:html/>" * 50), "id": "f"}
        revise(survey, fresh_id(), xform, kind="form", **mine)
        seal(survey, INSPECTOR)
        write_copy(survey, folder / "honest.gpkg", unwatched)
    return folder / "honest.gpkg"


def test_every_change_that_counts_is_told(honest, tmp_path):
    content, right = honest.read_bytes(), truth(honest)
    with a_survey(tmp_path / "ours.gpkg", founder=OFFICE.fingerprint):
        pass
    empty = (tmp_path / "ours.gpkg").read_bytes()
    seen: Counter[str] = Counter()
    silent = []
    for number in range(START, START + EXAMPLES):
        ours, theirs = tmp_path / "ours.gpkg", tmp_path / "theirs.gpkg"
        ours.write_bytes(empty)
        how = change(content, theirs, random.Random(number))
        given = theirs.read_bytes()
        told = outcome(ours, theirs, right, number)
        assert theirs.read_bytes() == given, number
        assert {each.name for each in tmp_path.iterdir()} == {"ours.gpkg", "theirs.gpkg"}, number
        seen[f"{told} | {how}"] += 1
        if told == SILENT:
            silent.append((number, how))
    tallies = "\n".join(f"{count:6} {name}" for name, count in sorted(seen.items()))
    sys.stdout.write(f"\n{tallies}\n")
    assert silent == []
    assert {name.split(" | ")[0] for name in seen} >= {"not read", "told"}


def outcome(ours: Path, theirs: Path, right: object, number: int) -> str:
    """Merge a changed file, see that nothing was harmed, and return what became of it.

    It may be silently taken only when what came is all that an honest file brings: then what was
    changed is derived, or nothing at all. Else somebody must have been told.
    """
    with open_survey(ours) as survey:
        start = revisions.state(survey)
        try:
            balance = merged(survey, theirs)
        except FieldauditError:
            assert revisions.state(survey) == start, number
            unharmed(survey, number)
            return "not read"
        assert balance.closes, number
        unharmed(survey, number)
    if is_told(balance):
        return "told"
    return "harmless" if truth(ours) == right else SILENT


def is_told(balance: Balance) -> bool:
    (source,) = balance.sources
    unsure = set(source.seals.values()) - {SealState.SEALED}
    return bool(balance.refused or source.reasons or balance.photos_damaged or unsure)


def unharmed(survey, number: int) -> None:
    """The tables are those of the revisions, every byte of them has its hash, SQLite is content."""
    for each in revisions.all_revisions(survey):
        assert each.hash, number
    before = rows(survey)
    projections.rebuild(survey)
    assert rows(survey) == before, number
    assert survey.db.execute("pragma integrity_check").fetchone() == ("ok",), number
