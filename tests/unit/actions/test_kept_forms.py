from pathlib import Path

from fieldaudit.actions import forms, kept_forms, visits
from fieldaudit.store.survey import Survey
from fieldaudit.visit.stamp import Author
from tests.kit.office import a_visit, site_id, write_form


def test_versions_come_with_the_newest_first_and_their_visits(
    survey: Survey, author: Author, tmp_path: Path
) -> None:
    a_visit(survey)
    (only,) = kept_forms.kept_forms(survey)
    assert (only.id, only.title, only.visits, only.newest) == ("residential", "小检查表", 1, True)
    assert only.questions > 10
    later = write_form(tmp_path, version="9999")
    made = forms.add_form(survey, file=later, author=author).value
    newest, before = kept_forms.kept_forms(survey)
    assert (newest.hash, newest.version, newest.newest) == (made, "9999", True)
    assert (before.hash, before.newest) == (only.hash, False)
    visits.start_visit(survey, site=site_id(survey), author=author)
    assert [each.visits for each in kept_forms.kept_forms(survey)] == [1, 1]
