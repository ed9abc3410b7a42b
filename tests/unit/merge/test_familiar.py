import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from fieldaudit.merge.familiar import familiar, words
from fieldaudit.merge.join import join
from fieldaudit.store import blobs, revisions, seals
from fieldaudit.store.source import open_source
from fieldaudit.store.survey import Survey, open_survey
from fieldaudit.visit.records import Balance, SealState
from tests.kit.history import record_id
from tests.kit.identity import an_identity
from tests.kit.surveys import (
    a_photo,
    a_survey,
    another,
    introduce,
    merged,
    moment,
    revise,
    rows,
    seal,
    tamper,
    unwatched,
)

ONE, TWO = record_id(1), record_id(2)
PERSON = an_identity()


@pytest.fixture
def survey(tmp_path: Path):
    with a_survey(tmp_path / "a.gpkg") as survey:
        yield survey


@pytest.fixture
def source(survey: Survey, tmp_path: Path) -> Path:
    with another(survey, tmp_path / "b.gpkg") as other:
        revise(other, ONE, {"name": "甲"}, author="b" * 64)
        a_photo(other, b"jpeg")
    return tmp_path / "b.gpkg"


def fully(survey: Survey, *sources: Path) -> Balance:
    return join(survey, sources, moment=moment(), step=unwatched, full=True)


def manifest(path: Path) -> str:
    source = open_source(path)
    with source.survey:
        return source.manifest()


def recognised(balance: Balance) -> list[bool]:
    return [each.recognised for each in balance.sources]


def test_a_file_merged_whole_is_recognised_and_counts_as_known(survey, source):
    first = merged(survey, source)
    assert set(familiar(survey)) == {manifest(source)}
    again, read = merged(survey, source), fully(survey, source)
    assert (again.new, again.known, again.taken) == (0, first.taken, first.taken)
    assert (recognised(first), recognised(again), recognised(read)) == ([False], [True], [False])
    assert replace(again, sources=()) == replace(read, sources=())
    assert again.sources[0].seals == read.sources[0].seals == first.sources[0].seals


def test_it_is_not_read_again_and_nothing_is_written_in_bulk(survey, source, monkeypatch):
    merged(survey, source)
    before = rows(survey)
    monkeypatch.setattr("fieldaudit.merge.join.vet", None)
    monkeypatch.setattr("fieldaudit.store.union.uniting", None)
    balance = merged(survey, source)
    assert balance.closes
    assert rows(survey) == before


def test_it_is_recognised_beside_a_new_one(survey, source, tmp_path):
    merged(survey, source)
    with another(survey, tmp_path / "c.gpkg") as other:
        revise(other, TWO, {"name": "乙"})
    balance = merged(survey, source, tmp_path / "c.gpkg")
    assert recognised(balance) == [True, False]
    assert balance.new == 1


def test_a_copy_by_another_name_is_recognised(survey, source, tmp_path):
    merged(survey, source)
    (tmp_path / "usb").mkdir()
    copy = Path(shutil.copy2(source, tmp_path / "usb" / "副本.gpkg"))
    assert recognised(merged(survey, copy)) == [True]


@pytest.mark.parametrize("keep", [True, False], ids=["same size and time", "as it is"])
def test_whatever_is_written_into_a_file_makes_it_another_one(survey, source, keep):
    """Even what leaves its size, its time and its header as they were."""
    with open_survey(source) as other:
        revise(other, ONE, {"name": "甲乙"})
    merged(survey, source)
    told, header = source.stat(), source.read_bytes()[:100]
    with open_survey(source) as other:
        revise(other, ONE, {"name": "丙"})
    if keep:
        content = source.read_bytes()
        source.write_bytes(header + content[100:])
        os.utime(source, ns=(told.st_atime_ns, told.st_mtime_ns))
        assert source.stat().st_size == told.st_size
    assert merged(survey, source).new == 1


@pytest.mark.parametrize(
    "write", [lambda other: blobs.add(other, b"png"), lambda o: seal(o, PERSON)]
)
def test_so_does_an_original_or_a_seal(survey, tmp_path, write):
    with another(survey, tmp_path / "b.gpkg") as other:
        introduce(other, PERSON)
    before = manifest(tmp_path / "b.gpkg")
    with open_survey(tmp_path / "b.gpkg") as other:
        write(other)
    os.utime(tmp_path / "b.gpkg", ns=(0, 0))
    assert manifest(tmp_path / "b.gpkg") != before


def test_a_file_tampered_with_is_another_file(survey, source):
    merged(survey, source)
    tamper(source, "update revision set body = replace(body, '甲', '乙')")
    assert manifest(source) not in familiar(survey)
    for balance in (merged(survey, source), merged(survey, source), fully(survey, source)):
        assert balance.refused == 1


def test_from_a_file_that_forges_its_manifest_nothing_is_taken(survey, source):
    merged(survey, source)
    before, told, known = rows(survey), source.stat(), manifest(source)
    tamper(source, "update revision set body = replace(body, '甲', '乙')")
    os.utime(source, ns=(told.st_atime_ns, told.st_mtime_ns))
    assert manifest(source) == known
    assert (merged(survey, source).new, rows(survey)) == (0, before)
    assert fully(survey, source).refused == 1


def test_a_file_that_left_something_behind_is_read_each_time(survey, source):
    tamper(source, "update revision set body = replace(body, '甲', '乙')")
    assert merged(survey, source).refused == 1
    assert familiar(survey) == {}


def test_what_is_missing_here_is_mended_by_a_familiar_file(survey, source):
    merged(survey, source)
    survey.db.execute("delete from blob")
    assert merged(survey, source).photos_damaged == 0
    assert not list(blobs.check(survey, blobs.expected(survey)))


def test_what_is_damaged_here_is_mended_by_a_file_that_is_read(survey, source, tmp_path):
    """Damage is only seen where all is read; then familiar files help, too."""
    merged(survey, source)
    survey.db.execute("update blob set content = x'00'")
    with a_survey(tmp_path / "c.gpkg"):
        pass
    assert recognised(merged(survey, tmp_path / "c.gpkg", source)) == [False, False]
    assert not list(blobs.check(survey, blobs.expected(survey)))
    survey.db.execute("update blob set content = x'00'")
    assert fully(survey, source).photos_damaged == 0
    assert not list(blobs.check(survey, blobs.expected(survey)))


def test_a_survey_that_lost_something_recognises_nothing(survey, source):
    merged(survey, source)
    state = revisions.state(survey)
    with survey.atomic() as db:
        db.execute("delete from revision where author = ?", ("b" * 64,))
    assert familiar(survey) == {}
    merged(survey, source)
    assert revisions.state(survey) == state


def test_a_file_in_use_has_no_manifest(source):
    source.with_name(f"{source.name}-wal").touch()
    assert manifest(source) == ""


def test_what_the_seals_say_is_remembered_while_nothing_is_added(survey, source):
    merged(survey, source)
    told = words(survey)
    assert set(told) == {each.author for each in seals.tallies(survey)}
    survey.db.execute("update seal set body = 'x'")
    assert words(survey) == told


def test_what_was_added_since_is_judged_anew(tmp_path):
    with a_survey(tmp_path / "a.gpkg", PERSON.fingerprint) as survey:
        introduce(survey, PERSON)
        with another(survey, tmp_path / "b.gpkg") as other:
            revise(other, ONE, {"name": "甲"}, author=PERSON.fingerprint)
        merged(survey, tmp_path / "b.gpkg")
        assert words(survey)[PERSON.fingerprint].state is SealState.UNSEALED
        # What came in a person's name is sealed where it was written.
        seal(survey, PERSON)
        with open_survey(tmp_path / "b.gpkg") as other:
            seal(other, PERSON)
        merged(survey, tmp_path / "b.gpkg")
        assert words(survey)[PERSON.fingerprint].state is SealState.SEALED
        revise(survey, TWO, {"name": "丁"}, author=PERSON.fingerprint)
        assert words(survey)[PERSON.fingerprint].state is SealState.UNSEALED
