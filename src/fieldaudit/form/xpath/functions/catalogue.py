"""All functions by name, and how a call finds its function."""

from collections.abc import Mapping

from fieldaudit.errors import BadInput
from fieldaudit.form.xpath.functions import (
    choices,
    dates,
    digests,
    geometry,
    logic,
    names,
    nodesets,
    numbers,
    repeats,
    shuffle,
    strings,
    trigonometry,
)
from fieldaudit.form.xpath.functions.registry import Function, Site
from fieldaudit.form.xpath.syntax import Call
from fieldaudit.form_codes import FormCode

JAVAROSA = "http://openrosa.org/javarosa"
"""Namespace of `jr:itext` and `jr:choice-name`."""

FUNCTIONS: dict[str, Function] = {
    **strings.FUNCTIONS,
    **numbers.FUNCTIONS,
    **trigonometry.FUNCTIONS,
    **logic.FUNCTIONS,
    **names.FUNCTIONS,
    **nodesets.FUNCTIONS,
    **repeats.FUNCTIONS,
    **shuffle.FUNCTIONS,
    **choices.FUNCTIONS,
    **dates.FUNCTIONS,
    **geometry.FUNCTIONS,
    **digests.FUNCTIONS,
}
"""Function name → description; `jr:` stands for the JavaRosa namespace."""

UNSUPPORTED = frozenset(("extract-signed",))
"""Functions of ODK that this program knows by name only."""


def find_function(call: Call, namespaces: Mapping[str, str]) -> Function:
    """Return the function that a call names, after checking the number of arguments.

    Raises:
        BadInput: XPATH_UNKNOWN_FUNCTION, XPATH_UNSUPPORTED_FUNCTION or XPATH_ARGUMENTS.
    """
    if call.name in UNSUPPORTED:
        raise BadInput(
            FormCode.XPATH_UNSUPPORTED_FUNCTION, function=call.name, position=call.position
        )
    function = FUNCTIONS.get(_canonical(call.name, namespaces))
    if function is None:
        raise BadInput(FormCode.XPATH_UNKNOWN_FUNCTION, function=call.name, position=call.position)
    function.check(Site(call.name, call.position), len(call.arguments))
    return function


def _canonical(name: str, namespaces: Mapping[str, str]) -> str:
    """Return a function's name with the prefix `jr` for JavaRosa's namespace."""
    prefix, _, local = name.rpartition(":")
    if not prefix:
        return name
    # many forms use `jr:` without declaring it
    uri = namespaces.get(prefix, JAVAROSA if prefix == "jr" else "")
    return f"jr:{local}" if uri == JAVAROSA else f"{{{uri}}}{local}"
