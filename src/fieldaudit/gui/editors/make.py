"""Which editor a question gets: a table from its kind."""

from collections.abc import Callable, Mapping
from functools import partial

from fieldaudit.form.definition import Kind
from fieldaudit.gui.editors.chosen import (
    FEW,
    Confirmation,
    OneOfFew,
    OneOfMany,
    Options,
    Ranking,
    SeveralOf,
)
from fieldaudit.gui.editors.editor import Editor
from fieldaudit.gui.editors.moments import MomentEditor
from fieldaudit.gui.editors.places import PointEditor
from fieldaudit.gui.editors.typed import LineEditor, NumberEditor, ShownValue, TextEditor
from fieldaudit.visit.draft import Shown
from fieldaudit.visit.lacks import FILES

_LONG = 7
"""Words of this many characters on average are too wide to stand side by side."""


def make_editor(shown: Shown, options: Options) -> Editor | None:
    """Return an editor for a question; None for one that shows words or files only."""
    question = shown.question
    if question.kind is Kind.NOTE or question.kind in FILES:
        return None
    if question.calculate and shown.readonly:
        return ShownValue()
    if question.kind in _CHOSEN:
        return _CHOSEN[question.kind](options)
    if "multiline" in question.appearance:
        return TextEditor()
    return _TYPED.get(question.kind, LineEditor)()


def _one_of(options: Options) -> Editor:
    wide = sum(len(words) for _value, words in options) > FEW * _LONG * 2
    return OneOfMany(options) if len(options) > FEW or wide else OneOfFew(options)


_CHOSEN: Mapping[Kind, Callable[[Options], Editor]] = {
    Kind.SELECT_ONE: _one_of,
    Kind.SELECT_MULTIPLE: SeveralOf,
    Kind.RANK: Ranking,
}

_TYPED: Mapping[Kind, Callable[[], Editor]] = {
    Kind.INTEGER: NumberEditor,
    Kind.DECIMAL: NumberEditor,
    Kind.RANGE: NumberEditor,
    Kind.DATE: partial(MomentEditor, day=True, time=False),
    Kind.TIME: partial(MomentEditor, day=False, time=True),
    Kind.DATETIME: partial(MomentEditor, day=True, time=True),
    Kind.GEOPOINT: PointEditor,
    Kind.GEOTRACE: TextEditor,
    Kind.GEOSHAPE: TextEditor,
    Kind.ACKNOWLEDGE: Confirmation,
    Kind.CALCULATE: ShownValue,
}
