"""A visit as it leaves."""

from dataclasses import replace

from tests.kit.leaving import PHOTO, a_leaving_visit


def test_the_photos_of_a_question_are_named_by_their_files():
    second = replace(PHOTO, id="photo-2")
    other = replace(PHOTO, id="photo-3", question="")
    files = {"photo-1": "a.jpg", "photo-2": "b.jpg", "photo-3": "c.jpg"}
    visit = a_leaving_visit(photos=(PHOTO, second, other), files=files)
    assert visit.photo_files("fibre/RES-20") == "a.jpg; b.jpg"
    assert visit.photo_files("fibre/RES-26") == ""
