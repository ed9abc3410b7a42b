"""How a command speaks: words and tables for people, JSON for programs."""

import json
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from fieldaudit.actions.changes import Progress, Silent
from fieldaudit.cli.layout import facts, table
from fieldaudit.cli.plain import plain
from fieldaudit.errors import Problem
from fieldaudit.texts import QT_TRANSLATE_NOOP, Catalog

FINDINGS = 1
"""Exit code of a command that was done and found something."""

BAD_INPUT = 2
"""Exit code of a command that could not be done for what it was given."""

_YES = QT_TRANSLATE_NOOP("Cli", "是")
_NO = QT_TRANSLATE_NOOP("Cli", "否")
_NOTHING = QT_TRANSLATE_NOOP("Cli", "没有发现问题。")

Window = Callable[[Path | None, str | None], int]

Columns = Mapping[str, str]
"""Attribute of a record → its label, a marked text of the context Cli."""


@dataclass(frozen=True, slots=True)
class Voice:
    """What a command answers with."""

    catalog: Catalog
    """The language."""

    machine: bool = False
    """True for JSON."""

    window: Window | None = None
    """Opens the window on a survey in a language; None where there is none to open."""

    def tell(self, source: str, **params: object) -> None:
        """Say one sentence, marked under Cli, to a person."""
        if not self.machine:
            click.echo(self.catalog.text("Cli", source, **params))

    def answer(self, source: str, **values: object) -> None:
        """Say one sentence to a person, and only its values to a program."""
        if self.machine:
            self.emit(values)
        else:
            self.tell(source, **values)

    def show(self, record: object, columns: Columns) -> None:
        """Show one record: some of its fields to a person, all of them to a program."""
        if self.machine:
            self.emit(record)
            return
        pairs = [(self._word(label), self._cell(record, name)) for name, label in columns.items()]
        self._lines(facts(pairs))

    def list(self, records: Sequence[object], columns: Columns) -> None:
        """Show records as a table, or as a JSON array."""
        if self.machine:
            self.emit(records)
            return
        heads = [self._word(label) for label in columns.values()]
        rows = [[self._cell(each, name) for name in columns] for each in records]
        self._lines(table(heads, rows))

    def problems(self, found: Sequence[Problem]) -> int:
        """Show findings, one sentence each, and return the exit code that they mean."""
        if self.machine:
            self.emit(found)
        elif not found:
            self.tell(_NOTHING)
        else:
            self._lines([self._placed(each) for each in found])
        return FINDINGS if found else 0

    def remarks(self, found: Sequence[Problem]) -> None:
        """Show a person what is doubtful; a program finds it in the answer itself."""
        if not self.machine:
            self._lines([self._placed(each) for each in found])

    def warn(self, found: Sequence[Problem]) -> None:
        """Say beside the answer, to the error stream, what may go wrong later."""
        for each in found:
            click.echo(self._placed(each), err=True)

    def emit(self, value: object) -> None:
        """Write JSON."""
        click.echo(json.dumps(plain(value, self.catalog), ensure_ascii=False, indent=2))

    def progress(self) -> Progress:
        """Return a bar for a terminal, silence for a pipe."""
        return Bar() if sys.stderr.isatty() and not self.machine else Silent()

    def _word(self, label: str) -> str:
        return self.catalog.text("Cli", label)

    def _placed(self, problem: Problem) -> str:
        sentence = self.catalog.explain(problem)
        return sentence if problem.where in sentence else f"{problem.where}: {sentence}"

    def _cell(self, record: object, path: str) -> str:
        value = record
        for name in path.split("."):
            value = getattr(value, name)
        if isinstance(value, bool):
            return self._word(_YES if value else _NO)
        if isinstance(value, float):
            return f"{value:g}"
        field = path.rpartition(".")[2]
        if isinstance(value, Mapping):
            pairs = (f"{self._said(key, field)} {each}" for key, each in value.items())
            return self.catalog.joined(pairs)
        if isinstance(value, tuple | list):
            return self.catalog.joined(self._said(each, field) for each in value)
        return self._said(value, field)

    def _said(self, value: object, field: str) -> str:
        """Return a value in words: a code's own word, else as programs get it."""
        from fieldaudit.actions.wording import words_of

        if isinstance(value, Problem):
            return self.catalog.explain(value)
        said = words_of(value, self.catalog, field)
        if said is not None:
            return said
        found = plain(value, self.catalog)
        return "" if found is None else self.catalog.text("Domain", str(found))

    def _lines(self, lines: Sequence[str]) -> None:
        for line in lines:
            click.echo(line)


class Bar:
    """A progress drawn in place on a terminal."""

    def __init__(self) -> None:
        """Draw nothing yet."""
        self._shown = ""

    def step(self, done: int, total: int) -> None:
        """Draw how far the deed is, when that changes what is seen."""
        share = done / total if total else 1.0
        filled = int(share * 30)
        text = f"\r[{'#' * filled}{'.' * (30 - filled)}] {share:4.0%}"
        if text != self._shown:
            self._shown = text
            click.echo(text, nl=done >= total, err=True)

    def cancelled(self) -> bool:
        """Go on: Ctrl-C raises by itself, and the transaction rolls back."""
        return False
