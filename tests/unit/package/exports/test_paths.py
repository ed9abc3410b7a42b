"""Live paths and the paths of a form."""

import pytest

from fieldaudit.package.exports.paths import asked, definition_path, instance_of
from tests.kit.leaving import small_form

REPEATS = frozenset({"homes", "homes/rooms", "a/b"})


@pytest.mark.parametrize(
    ("live", "definition", "instance"),
    [
        ("", "", ""),
        ("fibre/RES-26", "fibre/RES-26", ""),
        ("homes", "homes", ""),
        ("homes/h1", "homes", "homes/h1"),
        ("homes/h1/speed", "homes/speed", "homes/h1"),
        ("homes/rooms/rooms/rooms/x", "homes/rooms/x", "homes/rooms/rooms/rooms"),
        ("a/b/1/c/d", "a/b/c/d", "a/b/1"),
    ],
)
def test_ids_of_instances_are_told_from_names(live, definition, instance):
    assert definition_path(live, REPEATS) == definition
    assert instance_of(live, REPEATS) == instance


def test_questions_are_asked_in_the_innermost_repeat():
    found = {question.name: repeat for repeat, question in asked(small_form())}
    assert (found["RES-26"], found["speed"], found["room"]) == ("", "homes", "homes/rooms")
    assert "instanceID" not in found
