"""Evaluates an expression over a small document, for the tests of the engine."""

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from fieldaudit.form.xpath.context import Context, Hooks
from fieldaudit.form.xpath.document import parse_xml
from fieldaudit.form.xpath.expression import Value, compile_expression
from fieldaudit.form.xpath.tree import Node

CHONGQING = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 7, 8, 9, 30, tzinfo=CHONGQING)
FORM = """<data>
  <name>铁塔</name><age>42</age><empty/><tags>a b c</tags><day>2026-07-08</day>
  <person><name>甲</name><age>30</age></person>
  <person><name>乙</name><age>20</age></person>
  <person><name>丙</name><age>10</age></person>
</data>"""


def a_context(xml: str = FORM, at: str = "", **more: object) -> Context:
    """Return a context at the first node of a path in a document (empty: its root element)."""
    tree = parse_xml(xml.encode(), spaces=False)
    context = Context(tree.children[0], root=tree, now=lambda: NOW, zone=CHONGQING)
    if at:
        context.node = compile_expression(at).nodes(context)[0]
    for name, value in more.items():
        setattr(context, name, value)
    return context


def evaluate(text: str, xml: str = FORM, at: str = "", **more: object) -> Value:
    """Return the value of an expression."""
    return compile_expression(text).evaluate(a_context(xml, at, **more))


def texts(text: str, xml: str = FORM, at: str = "", **more: object) -> list[str]:
    """Return the texts of the nodes that an expression gives."""
    return [node.value() for node in compile_expression(text).nodes(a_context(xml, at, **more))]


def an_instance(rows: Mapping[str, str]) -> Node:
    """Return a choice list: value → label."""
    items = "".join(
        f"<item><name>{value}</name><label>{label}</label></item>" for value, label in rows.items()
    )
    return parse_xml(f"<root>{items}</root>".encode(), spaces=False).freeze()


def hooks(**answers: object) -> Hooks:
    """Return hooks that give fixed answers."""
    return Hooks(**{name: lambda *_, answer=answer: answer for name, answer in answers.items()})
