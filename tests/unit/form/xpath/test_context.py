from datetime import UTC, datetime

import pytest

from fieldaudit.errors import BadInput
from fieldaudit.form.xpath.context import Context, Hooks
from fieldaudit.form.xpath.tree import Node, document
from fieldaudit.form_codes import FormCode


def test_a_budget_ends() -> None:
    context = Context(Node("a"), budget=10)
    context.charge(10)
    with pytest.raises(BadInput) as error:
        context.charge(1)
    assert error.value.code is FormCode.XPATH_BUDGET


def test_a_slow_evaluation_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    seconds = iter([100.0, 105.0, 111.0])
    monkeypatch.setattr("fieldaudit.form.xpath.context.time.monotonic", lambda: next(seconds))
    context = Context(Node("a"))
    context.charge(2_000)
    context.charge(1)
    with pytest.raises(BadInput):
        context.charge(1)


def test_the_document_is_the_top_unless_given() -> None:
    leaf = Node("a")
    top = document(leaf)
    assert Context(leaf).document() is top
    assert Context(leaf, root=leaf).document() is leaf


def test_the_zone_is_that_of_the_clock_unless_given() -> None:
    context = Context(Node("a"), now=lambda: datetime(2026, 1, 1, tzinfo=UTC))
    assert context.local_zone() is UTC
    assert Context(Node("a")).now().tzinfo is not None


def test_without_a_form_there_are_no_texts_and_no_parameters() -> None:
    with pytest.raises(BadInput) as text:
        Hooks().itext("x")
    with pytest.raises(BadInput) as parameter:
        Hooks().parameter("P6.low")
    assert (text.value.code, parameter.value.code) == (
        FormCode.XPATH_NO_TEXT,
        FormCode.XPATH_UNKNOWN_PARAMETER,
    )
    assert Hooks().choice_name("v", "/p", Node("a")) == "v"
    assert Hooks().pulldata("t", "c", "k", "v") is None
