from dataclasses import replace

from fieldaudit.errors import Code
from fieldaudit.package.legible import legible
from tests.kit.content import a_package, a_visit


def test_a_printable_content_stays_the_same_object() -> None:
    content = a_package()
    assert legible(content) == (content, ())
    assert legible(content)[0] is content


def test_a_missing_character_is_replaced_and_reported_where_it_stood() -> None:
    visit = a_visit()
    section = visit.sections[0]
    items = (replace(section.items[0], value="𠮷祥小区"), *section.items[1:])
    sections = (replace(section, items=items), *visit.sections[1:])
    content = a_package(replace(visit, sections=sections))
    shown, problems = legible(content)
    assert shown.visits[0].sections[0].items[0].value == "〓U+20BB7祥小区"
    assert [(each.code, each.where) for each in problems] == [(Code.GLYPH_MISSING, "COM-07")]
    assert problems[0].params == {"character": "𠮷", "code_point": "U+20BB7"}


def test_enumerations_and_bytes_stay() -> None:
    shown, _ = legible(a_package(title="𠮷"))
    assert shown.visits[0].conclusion is a_visit().conclusion
    assert shown.files[0].data == a_package().files[0].data


def test_problems_are_not_endless() -> None:
    rare = "".join(chr(0x20000 + number) for number in range(500))
    assert len(legible(a_package(title=rare))[1]) == 200
