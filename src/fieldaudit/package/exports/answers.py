"""Answers as tables: one for each checklist, one for each of its repeats."""

from collections.abc import Sequence
from dataclasses import replace

from fieldaudit.package.exports.columns import Columns
from fieldaudit.package.exports.content import Cell, CellKind, Column, Row, Table
from fieldaudit.package.exports.head import Head
from fieldaudit.package.exports.paths import asked, definition_path, instance_of
from fieldaudit.package.exports.variants import Policy
from fieldaudit.package.exports.visit import LeavingVisit
from fieldaudit.texts import QT_TRANSLATE_NOOP, Catalog

_OVERVIEW = QT_TRANSLATE_NOOP("Domain", "检查")
_INSTANCE = {
    "parent": (QT_TRANSLATE_NOOP("Domain", "上级条目"), CellKind.TEXT),
    "id": (QT_TRANSLATE_NOOP("Domain", "条目号"), CellKind.TEXT),
    "number": (QT_TRANSLATE_NOOP("Domain", "序号"), CellKind.INTEGER),
}

Cells = dict[str, Cell]


class Answers:
    """Builds the tables of answers of one export."""

    def __init__(self, visits: Sequence[LeavingVisit], policy: Policy, catalog: Catalog) -> None:
        """Take the visits, in the order of their rows."""
        self._catalog = catalog
        self._head = Head(policy, catalog)
        self._visits = visits
        self._columns = {
            name: Columns({v.form.hash: v.form for v in self._of(name)}.values(), policy, catalog)
            for name in sorted({visit.form.id for visit in visits})
        }
        self._cells = {visit.id: self._spread(visit) for visit in visits}

    def checklists(self) -> list[Table]:
        """Return a table for each checklist, a row for each visit."""
        return [self._checklist(name) for name in self._columns]

    def repeats(self) -> list[Table]:
        """Return a table for each repeat that may leave, a row for each of its instances."""
        return [
            self._repeat(name, repeat)
            for name, each in self._columns.items()
            for repeat in each.repeats
            if each.of(repeat)
        ]

    def heads(self) -> Table:
        """Return all visits without their answers."""
        rows = [self._head.row(visit) for visit in self._visits]
        return Table("visits", self._catalog.text("Domain", _OVERVIEW), self._head.columns, rows)

    def overview(self) -> Table:
        """Return all visits in one table, with the columns of all checklists."""
        known: dict[str, Column] = {}
        for each in self._columns.values():
            known |= {c.id: replace(c, versions=()) for c in each.of("") if c.id not in known}
        heads = self.heads()
        rows = [
            (*head, *self._row(visit, "", list(known.values())))
            for head, visit in zip(heads.rows, self._visits, strict=True)
        ]
        return replace(heads, columns=(*heads.columns, *known.values()), rows=rows)

    def _of(self, form: str) -> list[LeavingVisit]:
        return [visit for visit in self._visits if visit.form.id == form]

    def _checklist(self, form: str) -> Table:
        columns, visits = self._columns[form].of(""), self._of(form)
        rows = [(*self._head.row(visit), *self._row(visit, "", columns)) for visit in visits]
        title = max(visits, key=lambda visit: visit.form.version).form.title
        return Table(form, title, (*self._head.columns, *columns), rows)

    def _repeat(self, form: str, repeat: str) -> Table:
        columns = self._columns[form].of(repeat)
        say = self._catalog.text
        own = [
            Column(name, say("Domain", label), kind) for name, (label, kind) in _INSTANCE.items()
        ]
        rows = [
            (*self._head.short_row(visit), *which, *self._row(visit, path, columns))
            for visit in self._of(form)
            for path, which in self._instances(visit, repeat)
        ]
        heads = (*self._head.short, *own, *columns)
        return Table(f"{form}.{repeat}", f"{form} {repeat}", heads, rows)

    def _instances(self, visit: LeavingVisit, repeat: str) -> list[tuple[str, Row]]:
        """Return live path, and parent, id and number, of a visit's instances of one repeat."""
        repeats, columns = visit.form.model.repeats, self._columns[visit.form.id]
        counted: dict[str, int] = {}
        found: list[tuple[str, Row]] = []
        for path in visit.instances:
            if columns.scope(definition_path(path, repeats)) != repeat:
                continue
            above, _, id_ = path.rpartition("/")
            counted[above] = counted.get(above, 0) + 1
            parent = instance_of(above, repeats).rpartition("/")[2]
            found.append((path, (parent or None, id_, counted[above])))
        return found

    def _spread(self, visit: LeavingVisit) -> dict[str, Cells]:
        """Return instance → column id → cell of a visit's answers; ``""`` is outside repeats."""
        repeats, columns = visit.form.model.repeats, self._columns[visit.form.id]
        questions = {question.path: question for _, question in asked(visit.form)}
        found: dict[str, Cells] = {}
        for path in visit.answers:
            question = questions.get(definition_path(path, repeats))
            if question is not None:
                cells = found.setdefault(instance_of(path, repeats), {})
                cells.update(columns.cells(visit, path, question))
        return found

    def _row(self, visit: LeavingVisit, instance: str, columns: Sequence[Column]) -> Row:
        cells = self._cells[visit.id].get(instance, {})
        return tuple(cells.get(column.id) for column in columns)
