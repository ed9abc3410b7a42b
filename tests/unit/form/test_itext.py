"""Texts in several languages."""

from lxml import etree

from fieldaudit.form.itext import Itext, first_label, read_itext

XMLNS = 'xmlns="http://www.w3.org/2002/xforms"'


def table(inside: str) -> Itext:
    return read_itext(etree.fromstring(f"<model {XMLNS}><itext>{inside}</itext></model>"))


def test_the_default_language_stands_first() -> None:
    itext = table('<translation lang="en"/><translation lang="zh" default="true()"/>')
    assert itext.languages == ("zh", "en")


def test_texts_and_media() -> None:
    itext = table(
        '<translation lang="en"><text id="a"><value form="short">S</value><value>Long</value>'
        '<value form="image">jr://images/a.png</value></text></translation>'
    )
    element = etree.fromstring(f"<label {XMLNS} ref=\"jr:itext('a')\"/>")
    assert itext.label(element) == {"en": "Long"}
    assert itext.media_of(element) == {"image": {"en": "a.png"}}


def test_plain_texts_hold_in_all_languages() -> None:
    itext = table('<translation lang="en"/><translation lang="zh"/>')
    element = etree.fromstring(f'<input {XMLNS}><label>A <output value="/data/b"/></label></input>')
    text = 'A <output value="/data/b"/>'
    assert first_label(element, itext) == {"en": text, "zh": text}
    assert first_label(element, itext, "hint") == {}


def test_a_computed_reference_stays_an_expression() -> None:
    assert Itext().message("jr:itext(concat('a', 'b'))") == {
        "": "<output value=\"jr:itext(concat('a', 'b'))\"/>"
    }
    assert Itext().message("jr:itext('missing')") == {}
