"""The laws of merging, on real files: the result is a function of the set of revisions."""

import os
import random
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fieldaudit.store import blobs, projections, records, revisions, seals
from fieldaudit.store.revision import DELETED, Revision
from fieldaudit.store.survey import open_survey
from fieldaudit.visit.records import SealState
from tests.kit.history import record_id
from tests.kit.people import deeds, fingerprint, play
from tests.kit.surveys import a_survey, merged, rows

EXAMPLES = int(os.environ.get("FIELDAUDIT_LAW_EXAMPLES", "25"))

law = settings(
    max_examples=EXAMPLES,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """A folder that is emptied before each example."""
    return tmp_path_factory.mktemp("laws")


def played(folder: Path, steps: list[tuple]) -> list[Path]:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    return play(folder, steps)


def joined(folder: Path, name: str, groups: list[list[Path]]) -> Path:
    target = folder / name
    a_survey(target).close()
    for group in groups:
        with open_survey(target) as survey:
            balance = merged(survey, *group)
            assert balance.closes
            assert (balance.refused, balance.lost) == (0, 0)
            assert balance.photos_present == balance.photos_expected
    return target


def outcome(path: Path) -> tuple:
    """Return all that a survey says: every derived row, every truth, every verdict on it."""
    with open_survey(path) as survey:
        found = survey.db.execute("select hash, author, body, signature from seal order by hash")
        kept = [name for (name,) in survey.db.execute("select hash from blob order by hash")]
        state = revisions.state(survey)
        return state, rows(survey), found.fetchall(), kept, seals.tallies(survey)


def held(path: Path) -> dict[str, Revision]:
    with open_survey(path) as survey:
        return {each.hash: each for each in revisions.all_revisions(survey)}


@law
@given(steps=deeds, dice=st.randoms(use_true_random=False))
def test_any_order_grouping_and_repetition_gives_the_same(folder, steps, dice):
    files = played(folder, steps)
    straight = outcome(joined(folder, "straight.gpkg", [files]))
    assert straight == outcome(joined(folder, "shuffled.gpkg", shuffled(files, dice)))


@law
@given(steps=deeds, dice=st.randoms(use_true_random=False))
def test_some_first_and_then_the_rest_is_all_at_once(folder, steps, dice):
    files = played(folder, steps)
    some = dice.sample(files, k=dice.randint(1, len(files)))
    rest = [file for file in files if file not in some]
    part = joined(folder, "part.gpkg", [some])
    whole = joined(folder, "whole.gpkg", [[part, *rest]])
    assert outcome(whole) == outcome(joined(folder, "straight.gpkg", [files]))


@law
@given(steps=deeds)
def test_nothing_is_ever_lost(folder, steps):
    """Every revision, photo and seal that anybody had is there, and no seal is broken."""
    files = played(folder, steps)
    everything = {name for file in files for name in held(file)}
    photos, sealed = set(), set()
    for file in files:
        _, _, found, kept, _ = outcome(file)
        photos |= set(kept)
        sealed |= {row[0] for row in found}
    target = joined(folder, "all.gpkg", [files])
    _, _, found, kept, verdicts = outcome(target)
    assert held(target).keys() == everything
    assert (set(kept), {row[0] for row in found}) == (photos, sealed)
    assert SealState.BROKEN not in {tally.state for tally in verdicts}
    with open_survey(target) as survey:
        assert not list(blobs.check(survey, blobs.expected(survey)))


@law
@given(steps=deeds)
def test_what_nobody_replaced_is_seen(folder, steps):
    """A value that no later revision of the same history touches is the value or a claim."""
    target = joined(folder, "all.gpkg", [played(folder, steps)])
    everything = held(target)
    with open_survey(target) as survey:
        claims = {(row.record, row.path): row.claims for row in records.conflicts(survey)}
        for name, revision in everything.items():
            told = records.record(survey, revision.record)
            for path, value in revision.changes.items():
                if not any(
                    path in later.changes and name in ancestors(everything, later)
                    for later in everything.values()
                ):
                    rivals = claims.get((told.id, path), ())
                    assert value in {told.values.get(path), *(rival.value for rival in rivals)}


@law
@given(steps=deeds)
def test_a_rebuild_gives_the_same_rows(folder, steps):
    for file in [*played(folder, steps), joined(folder, "all.gpkg", [sorted(folder.glob("?.*"))])]:
        with open_survey(file) as survey:
            before = rows(survey)
            projections.rebuild(survey)
            assert rows(survey) == before


def test_the_histories_that_are_tried_have_every_kind_of_trouble(folder):
    """Otherwise the laws above would say little."""
    edit, other = {"name": "1"}, {"name": "2"}
    steps = [
        ("edit", 0, 0, edit),
        ("edit", 1, 0, other),
        ("merge", 0, 1, None),
        ("settle", 0, 1, None),
        ("photo", 0, 1, None),
        ("seal", 0, None, None),
        ("merge", 1, 0, None),
        ("delete", 1, 0, None),
        ("edit", 0, 0, other),
    ]
    target = joined(folder, "all.gpkg", [played(folder, steps)])
    with open_survey(target) as survey:
        assert [row.path for row in records.conflicts(survey)] == [DELETED]
        assert records.record(survey, record_id(0)).get("name") == "2"
        assert len(blobs.expected(survey)) == 1
        states = {tally.author: tally.state for tally in seals.tallies(survey)}
    assert states[fingerprint(0)] is SealState.UNKNOWN_KEY


def ancestors(everything: dict[str, Revision], revision: Revision) -> set[str]:
    found: set[str] = set()
    waiting = list(revision.parents)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += everything[name].parents
    return found


def shuffled(files: list[Path], dice: random.Random) -> list[list[Path]]:
    """Return the files in another order, some twice, in groups of another size."""
    order = files + dice.sample(files, k=dice.randint(0, len(files)))
    dice.shuffle(order)
    cut = dice.randint(1, len(order))
    return [group for group in (order[:cut], order[cut:]) if group]
