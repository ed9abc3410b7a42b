from hypothesis import given
from hypothesis import strategies as st

from fieldaudit.package.fonts import width
from fieldaudit.package.style import BODY
from fieldaudit.package.wrap import ellipsis, wrap

TEXTS = st.text("千兆城市，。（）“”abc XYZ-1234 \n", max_size=120)  # spaces and breaks included


def test_a_short_text_is_one_line() -> None:
    assert wrap("千兆城市", 200, BODY) == ("千兆城市",)
    assert wrap("", 200, BODY) == ("",)


def test_line_breaks_stay() -> None:
    assert wrap("一\n二", 200, BODY) == ("一", "二")


def test_words_stay_whole() -> None:
    assert wrap("optical power received", 60, BODY) == ("optical", "power", "received")


def test_no_line_begins_with_a_closing_mark() -> None:
    lines = wrap("千兆城市，现场检查。记录（一）", 4.2 * BODY.size, BODY)
    assert not [line for line in lines if line[0] in "，。）"]
    assert not [line for line in lines if line[-1] == "（"]


def test_a_word_longer_than_the_line_is_cut() -> None:
    lines = wrap("f" * 64, 60, BODY)
    assert "".join(lines) == "f" * 64
    assert all(width(line, BODY.size) <= 60 for line in lines)


@given(TEXTS, st.floats(40, 300))
def test_nothing_is_lost_and_nothing_is_too_wide(text: str, room: float) -> None:
    lines = wrap(text, room, BODY)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(width(line, BODY.size) <= room + 0.01 for line in lines)


@given(TEXTS, st.floats(40, 300))
def test_one_line_says_when_it_is_cut(text: str, room: float) -> None:
    line = ellipsis(text, room, BODY)
    assert width(line, BODY.size) <= room + 0.01
    assert line.endswith("…") or line == text.replace("\n", " ").strip(" ")
