from fieldaudit.store import revisions
from fieldaudit.store.arrivals import arrivals, held
from fieldaudit.store.source import open_source
from tests.kit.history import record_id
from tests.kit.surveys import a_survey, another, merged, revise

ONE, TWO = record_id(1), record_id(2)


def test_what_is_here_of_another_file(tmp_path):
    with a_survey(tmp_path / "a.gpkg") as survey, another(survey, tmp_path / "b.gpkg") as other:
        revise(other, ONE, {"name": "甲"})
        merged(survey, other.path)
        revise(other, ONE, {"name": "乙"})
        revise(other, TWO, {"name": "丙"})
        other.close()
        source = open_source(tmp_path / "b.gpkg")
        part, ours = arrivals(survey, source), held(survey)
        assert part.digests == ours
        assert (part.count, part.state) == (2, revisions.state(survey))
        merged(survey, source.path)
        whole = arrivals(survey, source)
        assert (whole.count, whole.state) == (4, revisions.state(source.survey))
        assert whole.digests == held(source.survey)
        assert whole.digests[ONE] != ours[ONE]
        source.survey.close()
