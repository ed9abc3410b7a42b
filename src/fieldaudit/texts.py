"""Texts in two languages without Qt: mark a Chinese source text, look up its English.

The same `.ts` file is compiled for the window. A `Catalog` is passed in; there is no
current language anywhere.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from fieldaudit.paths import resource

if TYPE_CHECKING:
    import xml.etree.ElementTree as ET

    from fieldaudit.errors import FieldauditError, Problem

Language = Literal["zh", "en"]


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark `text` for translators under `context` and return it unchanged."""
    return text


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the trade inside a sentence, translated with the sentence."""

    code: str
    """What programs get."""

    text: str
    """The word in Chinese, of the context `Domain`."""

    def __str__(self) -> str:
        """Say it in Chinese."""
        return self.text


class Catalog:
    """The texts of one language."""

    def __init__(self, language: Language) -> None:
        """Read the translations of `language`; Chinese is the source and needs none."""
        self.language: Language = language
        self._texts = {} if language == "zh" else _translations(language)

    def text(self, context: str, source: str, /, **params: object) -> str:
        """Return `source` in this language with `params` filled in."""
        found = self._texts.get((context, source), source)
        return found.format(**params) if params else found

    def joined(self, parts: Iterable[object]) -> str:
        """Return a list in words, with the comma of the language."""
        return ("、" if self.language == "zh" else ", ").join(map(str, parts))

    def strung(self, parts: Iterable[object]) -> str:
        """Return clauses one after the other, with the semicolon of the language."""
        return ("；" if self.language == "zh" else "; ").join(map(str, parts))

    def explain(self, trouble: "FieldauditError | Problem") -> str:
        """Say an error or a problem in one sentence."""
        template = self._texts.get(("Code", trouble.code.value), trouble.code.value)
        where = getattr(trouble, "where", "")
        params = {name: self._said(value) for name, value in trouble.params.items()}
        return template.format_map(_Ellipses({"where": where, **params}))

    def _said(self, value: object) -> object:
        """Return a list with commas, a word translated, and a problem without its stop."""
        if isinstance(value, tuple):
            return self.joined(value)
        if isinstance(value, Term):
            return self.text("Domain", value.text)
        if not hasattr(value, "code") or not hasattr(value, "params"):
            return value
        return self.explain(value).rstrip("。.")  # type: ignore[arg-type]


class _Ellipses(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "…"


@cache
def _translations(language: str) -> Mapping[tuple[str, str], str]:
    # The window speaks from the .qm and never comes here.
    import xml.etree.ElementTree as ET

    tree = ET.parse(resource(f"translations/fieldaudit_{language}.ts"))  # noqa: S314 - our own file
    return {
        (context.findtext("name", ""), message.findtext("source", "")): _target(message)
        for context in tree.iter("context")
        for message in context.iter("message")
        if _target(message)
    }


def _target(message: "ET.Element") -> str:
    translation = message.find("translation")
    if translation is None:
        return ""
    forms = translation.findall("numerusform")
    return (forms[0].text if forms else translation.text) or ""
