"""Forms for tests, written as Markdown tables, and live instances of them.

A table may leave out the `survey` sheet's name when it is the only sheet.
"""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from itertools import count
from typing import Any

from fieldaudit.form.definition import Form
from fieldaudit.form.instance import Instance
from fieldaudit.form.reading import Reading
from fieldaudit.form.xlsform import checked, read_form
from fieldaudit.visit.draft import Draft

NOON = datetime(2022, 7, 8, 12, 0, tzinfo=UTC)
"""When tests take place."""


def clock() -> datetime:
    """Tell the time of tests."""
    return NOON


def ids() -> Callable[[], str]:
    """Return a maker of ids: id-1, id-2, …"""
    numbers = count(1)
    return lambda: f"id-{next(numbers)}"


def read(markdown: str) -> Reading:
    """Read a Markdown table."""
    text = markdown if "| survey" in markdown else f"| survey |\n{markdown.strip()}"
    return read_form(text.encode(), "md")


def a_form(markdown: str) -> Form:
    """Return the form in a Markdown table, which must be without faults."""
    reading = read(markdown)
    assert reading.form is not None, [str(problem) for problem in reading.problems]
    return reading.form


def a_xform(*, instance: str, model: str = "", body: str = "", lists: str = "") -> Form:
    """Return the form made of pieces of XForm XML; `instance` holds the primary root element."""
    reading = checked(xform_xml(instance=instance, model=model, body=body, lists=lists), "test", {})
    assert reading.form is not None, [str(problem) for problem in reading.problems]
    return reading.form


def xform_xml(*, instance: str, model: str = "", body: str = "", lists: str = "") -> bytes:
    """Return XForm XML made of pieces."""
    return (
        '<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"'
        ' xmlns:jr="http://openrosa.org/javarosa" xmlns:odk="http://www.opendatakit.org/xforms"'
        ' xmlns:fa="https://fieldaudit.cn/xforms">'
        f"<h:head><h:title>Test</h:title><model><instance>{instance}</instance>{lists}{model}"
        f"</model></h:head><h:body>{body}</h:body></h:html>"
    ).encode()


def an_instance(
    form: Form | str, values: Mapping[str, str] | None = None, **further: Any
) -> Instance:
    """Open a form, or a Markdown table, at noon."""
    form = a_form(form) if isinstance(form, str) else form
    return Instance(form, values, now=clock, timezone=UTC, **{"new_id": ids(), **further})


def a_draft(form: Form | str, answers: Mapping[str, str] | None = None, **further: Any) -> Draft:
    """Open a visit's answers at noon."""
    form = a_form(form) if isinstance(form, str) else form
    return Draft(form, answers or {}, now=clock, timezone=UTC, **{"new_id": ids(), **further})
