"""The list of cross-sector sharing demands: out as a spreadsheet, and in again without loss.

A demand is known by its number (需求编号), so that the same list makes the same records in every
file. The running number (序号) keeps the order in which demands first came.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from fieldaudit.actions.changes import Changes, Done
from fieldaudit.actions.writing import write
from fieldaudit.errors import BadInput, Code, Problem
from fieldaudit.package.exports.demands import HEADS, demands_table
from fieldaudit.package.exports.variants import Policy
from fieldaudit.package.exports.workbook import check_workbook, write_workbook
from fieldaudit.store import journal, records
from fieldaudit.store.revisions import Edit
from fieldaudit.store.survey import Survey
from fieldaudit.texts import Catalog
from fieldaudit.visit.newfile import new_file
from fieldaudit.visit.records import Balance
from fieldaudit.visit.sharing_states import AGREEMENT_NEEDED, STATE_TEXTS, State
from fieldaudit.visit.sharing_words import REFUSAL_TEXTS
from fieldaudit.visit.stamp import Author, derived_id, now
from fieldaudit.visit.table import CELL_LIMIT, Row, read_table

_ORDER = "number"
"""Field of the running number; it is counted anew in each list."""

_MIDNIGHT = " 00:00:00"
"""How a date reads that a spreadsheet took for a time."""

_COMMAS = str.maketrans(dict.fromkeys("、，,;；", " "))


@dataclass(frozen=True, slots=True)
class DemandImport:
    """What came of importing a list."""

    balance: Balance
    """Rows taken, new or changed, already known, refused."""

    problems: tuple[Problem, ...]
    """The rows refused, and doubts about others."""


def list_demands(survey: Survey, *, street: str = "") -> tuple[Mapping[str, str], ...]:
    """Return the fields of each demand in the order in which they came; of one street or all."""
    found = [record.values for record in records.records(survey, "demand")]
    mine = (values for values in found if not street or values.get("street") == street)
    return tuple(sorted(mine, key=_place))


def export_demands(survey: Survey, *, out: Path, street: str = "") -> Done[Balance]:
    """Write the list into the new workbook `out`, with the prescribed heads, and read it back.

    Raises:
        BadInput: `out` is there already, or reads back otherwise.
        Surroundings: the disk is full, or the folder cannot be written.
    """
    found = list_demands(survey, street=street)
    # The heads are Chinese in every language, and so are the words below them.
    table = demands_table(found, Policy(), Catalog("zh"))
    with new_file(out) as draft:
        write_workbook(draft, [table])
        rows = check_workbook(draft, [table])[table.id]
    balance = Balance("export", taken=len(found), new=rows, lost=len(found) - rows)
    journal.note(survey, "export", {"out": out.name, "rows": rows}, moment=now())
    return Done(balance, Changes(journal=True))


def import_demands(survey: Survey, *, file: Path, author: Author) -> Done[DemandImport]:
    """Take a list in; a demand whose number is here already is brought up to date.

    A cell that was emptied removes what it said. Rows without a number, or with one that stands
    in the list twice, are refused.

    Raises:
        BadInput: one of the prescribed heads is missing, or the file cannot be read.
    """
    header, *rows = read_table(file, file.name)
    columns, problems = _columns(header, file.name)
    here = {record.id: record.values for record in records.records(survey, "demand")}
    edits, known, refused, taken = [], 0, 0, set[str]()
    for row in rows:
        fields = {field: row.cell(number) for field, number in columns.items()}
        trouble = _refusal(row, fields, taken)
        if trouble:
            problems.append(trouble)
            refused += 1
            continue
        taken.add(fields["code"])
        problems += _doubts(row, fields)
        edit = _edit(fields, here)
        known += edit is None
        edits += [edit] if edit else []
    write(survey, edits, author=author)
    balance = Balance("import", taken=len(rows), new=len(edits), known=known, refused=refused)
    return Done(DemandImport(balance, tuple(problems)), Changes(relations=True))


def _place(values: Mapping[str, str]) -> tuple[int, str]:
    number = values.get(_ORDER, "")
    return int(number) if number.isascii() and number.isdigit() else 1 << 60, values.get("code", "")


def _columns(header: Row, file: str) -> tuple[dict[str, int], list[Problem]]:
    """Return field → column, and a problem for each head that is none of the list's."""
    places = {head: number for number, head in reversed(list(enumerate(header.cells)))}
    for head in HEADS.values():
        if head not in places:
            raise BadInput(Code.DEMAND_COLUMN_MISSING, file=file, column=head)
    columns = {field: places[head] for field, head in HEADS.items()}
    strange = (head for head in header.cells if head and head not in HEADS.values())
    return columns, [Problem(Code.DEMAND_COLUMN_UNKNOWN, head) for head in strange]


def _refusal(row: Row, fields: Mapping[str, str], taken: set[str]) -> Problem | None:
    where = str(row.number)
    if not fields["code"]:
        return Problem(Code.DEMAND_CODE_MISSING, where)
    if fields["code"] in taken:
        return Problem(Code.DEMAND_CODE_TWICE, where, {"number": fields["code"]})
    for field, text in fields.items():
        if len(text) >= CELL_LIMIT:
            params = {"column": HEADS[field], "limit": CELL_LIMIT}
            return Problem(Code.DEMAND_CELL_LONG, where, params)
    return None


def _doubts(row: Row, fields: Mapping[str, str]) -> Iterator[Problem]:
    where, state = str(row.number), _state(fields["state"])
    if state and state not in list(State):
        yield Problem(Code.DEMAND_STATE_UNKNOWN, where, {"state": state})
    if state == State.REFUSED and not fields["refusal"]:
        yield Problem(Code.DEMAND_REFUSAL_MISSING, where)
    if state in AGREEMENT_NEEDED and not fields["agreement_no"]:
        yield Problem(Code.DEMAND_AGREEMENT_MISSING, where)


def _edit(fields: Mapping[str, str], here: Mapping[str, Mapping[str, str]]) -> Edit | None:
    record = derived_id(f"demand:{fields['code']}")
    wanted = {field: text.removesuffix(_MIDNIGHT) for field, text in fields.items()}
    wanted |= {"state": _state(fields["state"]), "refusal": _refusals(fields["refusal"])}
    now_here = here.get(record)
    if now_here is not None:
        wanted[_ORDER] = now_here.get(_ORDER, "")
    before = now_here or {}
    changes = {
        field: text or None for field, text in wanted.items() if before.get(field, "") != text
    }
    return Edit(record, "demand", changes) if changes else None


def _state(said: str) -> str:
    """Return the code of a state in words; what is no state stays as it is."""
    return _coded(said, [(state.value, words) for state, words in STATE_TEXTS.items()])


def _refusals(said: str) -> str:
    """Return the codes of reasons in words, separated by spaces; other words stay."""
    known = list(REFUSAL_TEXTS.items())
    return " ".join(_coded(part, known) for part in said.translate(_COMMAS).split())


def _coded(said: str, known: Sequence[tuple[str, str]]) -> str:
    return next((code for code, words in known if said in (code, words)), said)
