import pytest

from fieldaudit.package.fonts import face, printable, width


def test_letters_have_their_widths() -> None:
    assert width("千兆", 10) == 20
    assert width("", 10) == 0
    assert 0 < width("i", 10) < width("W", 10)
    assert width("a", 10, bold=True) != width("a", 10)
    assert width("0123456789", 10) == pytest.approx(10 * width("0", 10))


@pytest.mark.parametrize(
    "text", ["−31.0 dBm", "✓ ▲ ● ○ – ⇄ 〓", "≥ ≤ ℃ Ω m² ㎡ ×÷ α", "第一行\n第二行"]
)
def test_the_faces_have_what_audits_need(text: str) -> None:
    assert printable(text) == (text, ())
    assert all(ord(each) in face(bold=True).widths for each in text if each != "\n")


def test_a_missing_character_is_shown_and_named() -> None:
    assert printable("𠮷野家") == ("〓U+20BB7野家", ("𠮷",))


def test_each_missing_character_is_named_once() -> None:
    assert printable("𠮷𠮷😀")[1] == ("𠮷", "😀")


def test_what_has_a_lookalike_is_replaced_quietly() -> None:
    assert printable("✗\ta\u200b\ufeffb\r\n") == ("× ab\n", ())


def test_control_characters_are_shown() -> None:
    assert printable("a\x00b") == ("a〓U+0000b", ("\x00",))
