from fieldaudit.form.xpath.grammar import parse
from fieldaudit.form.xpath.syntax import DESCENDANTS, PathTree


def test_equal_texts_give_equal_trees() -> None:
    assert parse("a[1] + 'x'") == parse("a [ 1 ]+'x'")
    assert hash(parse("a | b")) == hash(parse("a|b"))


def test_two_slashes_stand_for_a_step() -> None:
    tree = parse("a//b")
    assert isinstance(tree, PathTree)
    assert tree.steps[1] == DESCENDANTS
