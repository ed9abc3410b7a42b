from fieldaudit.store import records, revisions
from fieldaudit.store.survey import open_survey
from tests.kit.history import record_id
from tests.kit.people import fingerprint, play


def test_everybody_works_on_a_copy_of_the_same_survey(tmp_path):
    edit = {"name": "1"}
    steps = [("edit", 3, 0, edit), ("photo", 5, 1, None), ("merge", 3, 5, None)]
    first, second = play(tmp_path, steps)
    with open_survey(first) as survey:
        assert records.record(survey, record_id(0)).author == fingerprint(3)
        assert records.counts(survey) == {"survey": 1, "site": 1, "photo": 1}
    with open_survey(second) as survey:
        assert revisions.count(survey) == 2


def test_decisions_and_seals_are_made_where_there_is_something_to_decide(tmp_path):
    steps = [
        ("settle", 0, 0, None),
        ("edit", 0, 0, {"name": "1"}),
        ("edit", 1, 0, {"name": "2"}),
        ("merge", 0, 1, None),
        ("settle", 0, 1, None),
        ("seal", 0, None, None),
    ]
    first, _ = play(tmp_path, steps)
    with open_survey(first) as survey:
        assert records.conflicts(survey) == []
        assert records.record(survey, record_id(0)).get("name") == "1"
        assert survey.db.table("seal").count == 1
