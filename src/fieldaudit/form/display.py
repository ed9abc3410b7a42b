"""The rows of a live instance in order of display: sections, repeat instances, questions."""

from collections.abc import Iterator

from fieldaudit.form.definition import Group, Kind, Question
from fieldaudit.form.places import Place, Tree
from fieldaudit.form.state import Row, RowKind


def rows_of(tree: Tree, root: Group) -> Iterator[Row]:
    """Yield what a form shows, hidden parts included, from top to bottom."""
    yield from _inside(tree, root, tree.root, 0)


def _inside(tree: Tree, group: Group, around: Place, depth: int) -> Iterator[Row]:
    for child in group.children:
        if isinstance(child, Question):
            yield from _question(tree, child, around, depth)
        elif child.repeats:
            yield from _repeat(tree, child, around, depth)
        else:
            yield from _group(tree, child, around, depth)


def _question(tree: Tree, question: Question, around: Place, depth: int) -> Iterator[Row]:
    if question.kind is Kind.CALCULATE:
        return
    for place in _below(tree, around, question.path):
        if place.slot.children or place.slot.repeats:
            # A control that points at a section has nothing to show.
            continue
        yield Row(RowKind.QUESTION, place.path, depth, place.relevant, question)


def _group(tree: Tree, group: Group, around: Place, depth: int) -> Iterator[Row]:
    if not group.path:
        yield Row(RowKind.GROUP, "", depth, around.relevant, group)
        yield from _inside(tree, group, around, depth + 1)
        return
    for place in _below(tree, around, group.path):
        yield Row(RowKind.GROUP, place.path, depth, place.relevant, group)
        yield from _inside(tree, group, place, depth + 1)


def _repeat(tree: Tree, repeat: Group, around: Place, depth: int) -> Iterator[Row]:
    parent_path, _, name = repeat.path.rpartition("/")
    for parent in _below(tree, around, parent_path):
        places = parent.below.get(name, [])
        path = f"{parent.path}/{name}".lstrip("/")
        yield Row(RowKind.REPEAT, path, depth, parent.relevant, repeat, len(places))
        for number, place in enumerate(places, 1):
            yield Row(RowKind.INSTANCE, place.path, depth + 1, place.relevant, repeat, number)
            yield from _inside(tree, repeat, place, depth + 2)


def _below(tree: Tree, around: Place, path: str) -> list[Place]:
    """Return the places at a path; a control may also point outside its section."""
    if f"{path}/".startswith(f"{around.slot.path}/".lstrip("/")):
        return tree.inside(around, path)
    return tree.at(path)
