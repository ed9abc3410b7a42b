from fieldaudit.package.edition import photo_of, visit_key
from tests.kit.content import a_batch, a_package, a_visit
from tests.kit.pages import an_edition


def test_a_page_is_known_after_the_first_pass() -> None:
    edition = an_edition()
    assert edition.page_of("cover") == "–"
    edition.places.marks["cover"] = 1
    assert edition.page_of("cover") == "1"


def test_a_list_is_joined_in_its_language() -> None:
    assert an_edition().joined(["张三", "李四"]) == "张三、李四"


def test_a_package_of_one_visit_is_single() -> None:
    assert an_edition().single
    assert not an_edition(a_batch(2)).single
    assert not an_edition(a_package(visits=())).single


def test_photos_are_found_by_number() -> None:
    visit = a_visit()
    found = photo_of(visit, 3)
    assert found is visit.photos[2]
    assert photo_of(visit, 99) is None


def test_visits_have_keys_of_their_own() -> None:
    keys = {visit_key(visit) for visit in a_batch(5).visits}
    assert len(keys) == 5
