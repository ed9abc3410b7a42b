"""Texts as shown."""

from fieldaudit.form.labels import filled, in_language
from fieldaudit.form.markup import output_mark
from fieldaudit.form.xpath.context import Context
from fieldaudit.form.xpath.tree import Node


def test_the_first_language_stands_in() -> None:
    assert in_language({"zh": "中", "en": "E"}, "en") == "E"
    assert in_language({"zh": "中"}, "fr") == "中"
    assert in_language({}, "fr") == ""


def test_values_are_filled_in() -> None:
    context = Context(Node("a", "7"))
    text = output_mark(". + 1") + " of " + output_mark('concat(., "x")')
    assert filled(text, context, {}) == "8 of 7x"


def test_a_value_that_fails_shows_as_an_ellipsis() -> None:
    assert filled(output_mark("instance('no')/a"), Context(Node("a")), {}) == "…"
    assert filled(output_mark("((("), Context(Node("a")), {}) == "…"
