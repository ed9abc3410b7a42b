"""A place in a row of tokens, and how deeply nested it is; the parser stands on it."""

from fieldaudit.errors import BadInput
from fieldaudit.form.xpath.tokens import Token, syntax_error, tokenize
from fieldaudit.form_codes import FormCode

DEEPEST = 100
"""Nesting of parentheses, calls, predicates and operators that is followed."""


class Cursor:
    """Goes through the tokens of one expression.

    Attributes:
        expression: the whole text.
        tokens: its tokens, the last of kind `end`.
        place: index of the token at hand.
        depth: how many levels are open.
    """

    def __init__(self, expression: str) -> None:
        """Tokenize and stand before the first token."""
        self.expression = expression
        self.tokens = tokenize(expression)
        self.place = 0
        self.depth = 0

    @property
    def now(self) -> Token:
        """The token at hand."""
        return self.tokens[self.place]

    @property
    def after(self) -> Token:
        """The token after the one at hand."""
        return self.tokens[min(self.place + 1, len(self.tokens) - 1)]

    def take(self) -> Token:
        """Return the token at hand and go on, never past the end."""
        token = self.tokens[self.place]
        if token.kind == "end":
            raise self.unexpected()
        self.place += 1
        return token

    def at(self, *texts: str) -> bool:
        """Tell whether a symbol or operator of one of these spellings is at hand."""
        return self.now.kind in ("symbol", "operator") and self.now.text in texts

    def expect(self, text: str) -> None:
        """Go past a symbol that must be there."""
        if not self.at(text):
            raise self.unexpected()
        self.place += 1

    def unexpected(self) -> BadInput:
        """Return the error for the token at hand."""
        return syntax_error(self.expression, self.now.position, self.now.text)

    def deeper(self) -> None:
        """Go down a level, refusing what only a hostile form nests."""
        self.depth += 1
        if self.depth > DEEPEST:
            raise BadInput(FormCode.XPATH_TOO_DEEP, expression=self.expression[:200], most=DEEPEST)
