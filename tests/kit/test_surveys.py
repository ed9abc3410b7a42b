from fieldaudit.store import blobs, people, records, revisions
from tests.kit.identity import an_identity
from tests.kit.surveys import (
    FOUNDER,
    SURVEY,
    a_photo,
    a_survey,
    another,
    fresh_id,
    introduce,
    merged,
    moment,
    revise,
    rows,
    seal,
    tamper,
)


def test_every_survey_starts_alike_and_apart(tmp_path):
    with a_survey(tmp_path / "a.gpkg") as one, a_survey(tmp_path / "b.gpkg") as other:
        assert revisions.state(one) == revisions.state(other)
        revise(one, fresh_id(), {"name": "甲"})
        assert revisions.state(one) != revisions.state(other)
        assert records.record(one, SURVEY).author == FOUNDER


def test_times_and_ids_only_go_forward():
    assert moment() < moment()
    assert fresh_id() < fresh_id()


def test_another_copy_has_what_was_only_in_the_log(tmp_path):
    with a_survey(tmp_path / "a.gpkg") as one:
        revise(one, fresh_id(), {"name": "甲"})
        with another(one, tmp_path / "b.gpkg") as other:
            assert revisions.state(one) == revisions.state(other)


def test_a_photo_has_its_bytes(tmp_path):
    with a_survey(tmp_path / "a.gpkg") as survey:
        record = a_photo(survey, b"jpeg")
        assert blobs.read(survey, records.record(survey, record).get("blob")) == b"jpeg"


def test_an_introduced_person_is_known_and_can_seal(tmp_path):
    person = an_identity()
    with a_survey(tmp_path / "a.gpkg") as survey:
        introduce(survey, person)
        assert person.fingerprint in people.signatories(survey)
        assert seal(survey, person) == 1


def test_merging_counts(tmp_path):
    with a_survey(tmp_path / "a.gpkg") as one, a_survey(tmp_path / "b.gpkg") as other:
        revise(other, fresh_id(), {"name": "甲"})
        assert merged(one, other.path).new == 1


def test_rows_show_a_change_of_any_table(tmp_path):
    with a_survey(tmp_path / "a.gpkg") as survey:
        before = rows(survey)
        revise(survey, fresh_id(), {"name": "大竹林", "position": "29.6 106.5"})
        after = rows(survey)
    changed = {table for table in before if before[table] != after[table]}
    assert changed == {"record", "search", "sites"}


def test_tampering_goes_behind_the_programs_back(tmp_path):
    path = tmp_path / "a.gpkg"
    a_survey(path).close()
    tamper(path, "update record set author = 'x'")
    with a_survey(tmp_path / "b.gpkg") as survey:
        assert people.founder(survey) == FOUNDER
