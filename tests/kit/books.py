"""Tables as the rules on rows see them, written in Markdown."""

from types import ModuleType

from pyxform.xls2json_backends import get_xlsform

from fieldaudit.errors import Trouble
from fieldaudit.form.checks.book import Book, book_of


def a_book(markdown: str) -> Book:
    """Return the sheets of a Markdown table; the name of a lone survey sheet may be left out."""
    text = markdown if "| survey" in markdown else f"| survey |\n{markdown.strip()}"
    return book_of(get_xlsform(text.encode(), file_type=".md"))


def told(rule: ModuleType, markdown: str) -> list[tuple[Trouble, str]]:
    """Return the code and place of everything that a rule says of a table."""
    return [(problem.code, problem.where) for problem in rule.problems(a_book(markdown))]
