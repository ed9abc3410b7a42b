"""Texts of an XForm in its languages: the itext table, labels and hints, media.

Reads XML into `Texts`; knows nothing of questions.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from fieldaudit.form.definition import Texts
from fieldaudit.form.markup import attribute, child, children, local, mixed_text, output_mark

MEDIA = ("image", "big-image", "audio", "video")
_COMPUTED = re.compile(r"^\s*jr:itext\(.*\)\s*$", re.DOTALL)
_REFERENCE = re.compile(r"""^\s*jr:itext\(\s*(['"])(.*)\1\s*\)\s*$""", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Itext:
    """The translations of one form."""

    languages: tuple[str, ...] = ("",)
    """Names in the form's spelling, the default first."""

    texts: Mapping[str, Texts] = field(default_factory=dict)
    """Id → language → text."""

    media: Mapping[str, Mapping[str, Texts]] = field(default_factory=dict)
    """Id → media form → language → file name."""

    def everywhere(self, text: str) -> Texts:
        """Return one untranslated text for all languages."""
        return dict.fromkeys(self.languages, text) if text.strip() else {}

    def label(self, element: etree._Element | None) -> Texts:
        """Return what a `label`, `hint` or similar element says."""
        if element is None:
            return {}
        found = self.referred(attribute(element, "ref"))
        return self.everywhere(mixed_text(element)) if found is None else found

    def message(self, text: str) -> Texts:
        """Return what an attribute says: a text, or a reference to one."""
        found = self.referred(text)
        return self.everywhere(text) if found is None else found

    def referred(self, reference: str) -> Texts | None:
        """Return the texts behind `jr:itext(…)`; None when it is no such reference.

        An id that is computed stays an expression inside the text.
        """
        match = _REFERENCE.match(reference)
        if match is not None:
            return self.texts.get(match[2], {})
        if _COMPUTED.match(reference):
            return self.everywhere(output_mark(reference.strip()))
        return None

    def media_of(self, element: etree._Element | None) -> Mapping[str, Texts]:
        """Return the media behind an element's reference, by media form."""
        match = None if element is None else _REFERENCE.match(attribute(element, "ref"))
        return {} if match is None else self.media.get(match[2], {})


def read_itext(model: etree._Element) -> Itext:
    """Read the `itext` table of a model."""
    table = child(model, "itext")
    if table is None:
        return Itext()
    translations = children(table, "translation")
    # The default stands first; sorting is stable, so the others keep the form's order.
    translations.sort(key=lambda translation: translation.get("default") is None)
    texts: dict[str, dict[str, str]] = {}
    media: dict[str, dict[str, dict[str, str]]] = {}
    for translation in translations:
        language = attribute(translation, "lang")
        for text in children(translation, "text"):
            id_ = attribute(text, "id")
            for value in sorted(children(text, "value"), key=_weight):
                form = attribute(value, "form")
                if form in MEDIA:
                    name = mixed_text(value).strip().rpartition("/")[2]
                    media.setdefault(id_, {}).setdefault(form, {})[language] = name
                else:
                    texts.setdefault(id_, {}).setdefault(language, mixed_text(value))
    languages = tuple(dict.fromkeys(attribute(item, "lang") for item in translations))
    return Itext(languages or ("",), texts, media)


def _weight(value: etree._Element) -> int:
    """Put the plain text before its long and short spellings."""
    forms = ("", "long", "short")
    form = attribute(value, "form")
    return forms.index(form) if form in forms else len(forms)


def first_label(element: etree._Element, itext: Itext, name: str = "label") -> Texts:
    """Return the texts of the first child of that name."""
    return itext.label(next((inner for inner in element if local(inner) == name), None))
