"""The tokens of XPath 1.0 (section 3.7), with its rule that tells operators from names."""

import re
from dataclasses import dataclass

from fieldaudit.errors import BadInput
from fieldaudit.form_codes import FormCode

LONGEST = 32_000
"""Characters of the longest expression that is compiled; real forms stay below 10,000."""

_NAME = r"[^\W\d][\w.\-\u00b7]*"
_TOKEN = re.compile(
    rf"""(?P<space>[ \t\r\n\u00a0]+)
    |(?P<number>\d+(?:\.\d*)?|\.\d+)
    |(?P<literal>"[^"]*"|'[^']*')
    |(?P<symbol>::|//|!=|<=|>=|\.\.|[()\[\].@,/|+\-=<>*$])
    |(?P<name>{_NAME}(?::(?!:)(?:{_NAME}|\*))?)
    """,
    re.VERBOSE,
)
_OPERATOR_NAMES = frozenset(("and", "or", "mod", "div"))
_GLUED = re.compile(r"(and|or|mod|div)(?=[-.\d])")
_BEFORE_OPERAND = frozenset(
    ("@", "::", "(", "[", ",", "/", "//", "|", "+", "-", "=", "!=", "<", "<=", ">", ">=", "$")
)


@dataclass(frozen=True, slots=True)
class Token:
    """One token."""

    kind: str
    """number, literal, name, operator (`and`, `*` …), symbol or end."""

    text: str
    """As written; a literal without its quotes."""

    position: int
    """Offset of its first character."""


def syntax_error(expression: str, position: int, token: str) -> BadInput:
    """Return the error for a token that cannot stand where it stands."""
    return BadInput(
        FormCode.XPATH_SYNTAX, expression=expression[:200], position=position, token=token[:40]
    )


def tokenize(expression: str) -> list[Token]:
    """Split an expression into tokens, ending with one of kind `end`.

    Raises:
        BadInput: XPATH_TOO_LONG or XPATH_SYNTAX.
    """
    if len(expression) > LONGEST:
        raise BadInput(FormCode.XPATH_TOO_LONG, length=len(expression), most=LONGEST)
    tokens: list[Token] = []
    place = 0
    while place < len(expression):
        found = _TOKEN.match(expression, place)
        if found is None:
            raise syntax_error(expression, place, expression[place])
        if found.lastgroup != "space":
            before = tokens[-1] if tokens else None
            tokens.append(_token(found, before))
            place += len(tokens[-1].text) + 2 * (tokens[-1].kind == "literal")
        else:
            place = found.end()
    tokens.append(Token("end", "", place))
    return tokens


def _token(found: re.Match[str], before: Token | None) -> Token:
    """Make a token of a match, deciding by the token before whether it is an operator."""
    text, kind, start = found.group(), found.lastgroup or "", found.start()
    if kind == "literal":
        return Token(kind, text[1:-1], start)
    after_operand = before is not None and not (
        before.kind == "operator" or (before.kind == "symbol" and before.text in _BEFORE_OPERAND)
    )
    if after_operand and (text == "*" or (kind == "name" and text in _OPERATOR_NAMES)):
        return Token("operator", text, start)
    if after_operand and kind == "name":
        # only an operator can stand here, so `1 or-1` and `4div2` need no spaces
        glued = _GLUED.match(text)
        if glued is not None:
            return Token("operator", glued.group(1), start)
    return Token("symbol" if text == "*" else kind, text, start)
