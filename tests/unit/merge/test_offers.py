from fieldaudit.errors import BadInput, Code
from fieldaudit.merge.offers import Offer, offered


def names(*paths):
    return [each.name for each in offered(paths)]


def test_each_file_has_a_name_of_its_own(tmp_path):
    a, b, c = tmp_path / "1/a.gpkg", tmp_path / "1/b.gpkg", tmp_path / "2/a.gpkg"
    assert names(a, b) == ["a.gpkg", "b.gpkg"]
    assert names(a, b, c) == ["1/a.gpkg", "b.gpkg", "2/a.gpkg"]
    deeper = tmp_path / "0/1/a.gpkg"
    assert names(a, deeper) == [str(a), str(deeper)]
    assert names(a, a) == ["a.gpkg", "a.gpkg"]


def test_what_was_offered_before_stays_as_it_is(tmp_path):
    offer = Offer(tmp_path / "x", "甲")
    assert offered([offer, tmp_path / "y"])[0] is offer


def test_one_that_cannot_be_judged_says_why_under_its_own_name(tmp_path):
    offer = Offer(tmp_path / "x", "甲/x")
    assert offer.tally().problem is None
    refused = offer.refused(BadInput(Code.SURVEY_NOT_SQLITE, file="x"))
    told = refused.tally()
    assert (told.name, told.revisions) == ("甲/x", 0)
    assert (told.problem.code, told.problem.where) == (Code.SURVEY_NOT_SQLITE, "甲/x")
    assert offer.trouble is None
