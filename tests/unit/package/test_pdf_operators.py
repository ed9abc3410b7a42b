import pytest

from fieldaudit.package.pdf_operators import Operators, colour_of, shown
from fieldaudit.package.surface import Letters, Pen

RED = Pen("", "#FF0000")
A, B = shown([("/F1+0", b"a")], 9), shown([("/F1+1", b"b"), ("/F1+0", b"c")], 9)


def drawn(*texts: object) -> list[str]:
    """Return the operators of texts, and of pens as squares."""
    put: list[str] = []
    operators = Operators(put.append)
    for each in texts:
        if isinstance(each, Pen):
            operators.shape("0 0 1 1 re", each)
        else:
            operators.text(1, 2, each, Letters(9))  # type: ignore[arg-type]
    return put


def test_letters_are_named_only_when_they_change() -> None:
    first, second = drawn(A, A)
    assert first == "BT 0.1216 0.1373 0.1569 rg /F1+0 9 Tf 1.00 2.00 Td <61> Tj ET"
    assert second == "BT 1.00 2.00 Td <61> Tj ET"


def test_letters_of_several_subsets_name_each() -> None:
    assert B.operators == "<62> Tj /F1+0 9 Tf <63> Tj"
    assert drawn(B, A)[1] == "BT 1.00 2.00 Td <61> Tj ET"
    assert "/F1+1 9 Tf" in drawn(A, B)[1]


def test_a_text_without_letters_names_none() -> None:
    assert drawn(A, shown([], 9), A)[1].endswith("Td  ET")
    assert "Tf" not in drawn(shown([], 9))[0]


def test_a_filled_shape_takes_the_colour_of_letters_away_and_back() -> None:
    put = drawn(A, RED, A, RED)
    assert "0.1216" in put[3]
    assert put.count("1 0 0 rg") == 2


def test_a_line_leaves_the_letters() -> None:
    put = drawn(A, Pen(), A, Pen())
    assert "rg" not in put[3]
    assert sum(" w " in each for each in put) == 1


@pytest.mark.parametrize(
    ("pen", "operator"),
    [(Pen(), "S"), (RED, "f"), (Pen(fill="#000000"), "B"), (Pen("", ""), "n")],
)
def test_a_pen_strokes_and_fills(pen: Pen, operator: str) -> None:
    assert drawn(pen)[-1].split()[-1] == operator


def test_colours_go_from_0_to_1() -> None:
    assert colour_of("#FF8000") == "1 0.502 0"
