import json

from fieldaudit.actions.localcopy import local_copy, origin_of, safe_folder
from fieldaudit.store import records
from fieldaudit.store.survey import open_survey
from tests.kit.surveys import a_survey, fresh_id, revise


def test_work_goes_on_in_the_copy_made_before(tmp_path):
    stick, here = tmp_path / "stick", tmp_path / "here"
    stick.mkdir()
    a_survey(stick / "a.gpkg").close()
    local = local_copy(stick / "a.gpkg", here)
    with open_survey(local) as survey:
        revise(survey, fresh_id(), {"code": "A"})
    assert local_copy(stick / "a.gpkg", here) == local
    assert origin_of(local) == stick / "a.gpkg"
    with open_survey(local) as survey:
        assert len(records.records(survey, "site")) == 1
    with open_survey(stick / "a.gpkg", readonly=True) as survey:
        assert not records.records(survey, "site")


def test_a_file_of_the_same_name_from_elsewhere_is_another_copy(tmp_path):
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        a_survey(tmp_path / name / "a.gpkg").close()
    first = local_copy(tmp_path / "one" / "a.gpkg", tmp_path / "here")
    second = local_copy(tmp_path / "two" / "a.gpkg", tmp_path / "here")
    assert first != second
    assert origin_of(second) == tmp_path / "two" / "a.gpkg"


def test_any_other_file_has_no_origin(tmp_path):
    assert origin_of(tmp_path / "a.gpkg") is None
    note = tmp_path / "a.gpkg.origin.json"
    for text in ("[]", "{", json.dumps({"origin": 3})):
        note.write_text(text, "utf-8")
        assert origin_of(tmp_path / "a.gpkg") is None


def test_a_synced_folder_is_passed_over(tmp_path):
    synced, local = tmp_path / "OneDrive" / "fieldaudit", tmp_path / "fieldaudit"
    assert safe_folder((synced, local)) == local
    assert safe_folder((synced,)) == synced
