"""Type cells, read."""

import pytest

from fieldaudit.form.checks.kinds import COMMON, Part, known_types, typed


@pytest.mark.parametrize(
    ("text", "part", "word", "list_name"),
    [
        ("", Part.EMPTY, "", ""),
        ("text", Part.QUESTION, "text", ""),
        ("begin group", Part.BEGIN, "group", ""),
        ("begin_repeat", Part.BEGIN, "repeat", ""),
        ("end lgroup", Part.END, "repeat", ""),
        ("select_one yes_no or_other", Part.SELECT, "select_one", "yes_no"),
        ("select_multiple   l", Part.SELECT, "select_multiple", "l"),
        ("select_one", Part.SELECT, "select_one", ""),
        ("select_one ${r}", Part.SELECT, "select_one", "${r}"),
        ("select_one_from_file a.csv", Part.SELECT, "select_one_from_file", "a.csv"),
        ("rank l", Part.SELECT, "rank", "l"),
    ],
)
def test_types(text: str, part: Part, word: str, list_name: str) -> None:
    found = typed(text)
    assert (found.part, found.word, found.list_name) == (part, word, list_name)


def test_what_a_person_sees() -> None:
    assert typed("text").seen
    assert typed("select_one l").seen
    assert not typed("calculate").seen
    assert not typed("begin group").seen
    assert typed("select_one_from_file a.csv").from_file


def test_known_types_hold_the_common_ones() -> None:
    plain = {each for each in COMMON if typed(each).part is Part.QUESTION}
    assert plain <= known_types()
    assert "intger" not in known_types()
