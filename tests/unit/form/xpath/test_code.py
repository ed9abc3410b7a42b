import pytest

from fieldaudit.errors import BadInput
from fieldaudit.form.xpath.code import (
    Piece,
    Type,
    as_nodes,
    as_number,
    as_text,
    as_truth,
    constant,
)
from fieldaudit.form.xpath.tree import Node
from fieldaudit.form_codes import FormCode
from tests.unit.form.xpath.evaluating import a_context

CONTEXT = a_context()
NODE = CONTEXT.node


def both(value: object) -> list[Piece]:
    known = constant(value)  # type: ignore[arg-type]
    return [known, Piece(Type.ANY, lambda node, context: value)]  # type: ignore[arg-type,return-value]


@pytest.mark.parametrize(
    ("value", "text", "number", "truth"),
    [
        ("7", "7", 7.0, True),
        (7.0, "7", 7.0, True),
        (True, "true", 1.0, True),
        (0.0, "0", 0.0, False),
    ],
)
def test_known_and_unknown_types_convert_alike(
    value: object, text: str, number: float, truth: bool
) -> None:
    for piece in both(value):
        assert as_text(piece)(NODE, CONTEXT) == text
        assert as_number(piece)(NODE, CONTEXT) == number
        assert as_truth(piece)(NODE, CONTEXT) is truth


def test_nodes_convert_by_the_first() -> None:
    piece = Piece(Type.NODES, lambda node, context: [Node("a", "5"), Node("b", "6")])
    assert as_text(piece)(NODE, CONTEXT) == "5"
    assert as_number(piece)(NODE, CONTEXT) == 5
    assert as_truth(piece)(NODE, CONTEXT)
    assert len(as_nodes(piece, "f")(NODE, CONTEXT)) == 2


def test_what_is_no_list_is_refused_as_early_as_possible() -> None:
    with pytest.raises(BadInput) as early:
        as_nodes(constant("a"), "count")
    late = as_nodes(Piece(Type.ANY, lambda node, context: "a"), "count")
    with pytest.raises(BadInput) as error:
        late(NODE, CONTEXT)
    assert early.value.code is error.value.code is FormCode.XPATH_NOT_NODES
    assert error.value.params == {"function": "count"}
