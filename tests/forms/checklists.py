"""The bundled checklists as the tests read them: each file once."""

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from functools import cache
from pathlib import Path

from fieldaudit.form.definition import Form, Group, Question
from fieldaudit.form.parameters import Parameters, read_parameters
from fieldaudit.form.xlsform import read_form
from fieldaudit.visit.draft import Draft
from tests.forms.items import ITEMS

FORMS = Path(__file__).resolve().parents[2] / "forms"
PREFIXES = {
    "RES": "residential",
    "PRK": "industrial_park",
    "BTS": "base_station",
    "KEY": "key_place",
    "POL": "pole",
    "DUC": "duct",
    "ROM": "equipment_room",
}
ZH, EN = "中文 (zh)", "English (en)"
CHINA = timezone(timedelta(hours=8))
NOON = datetime(2022, 7, 8, 12, tzinfo=CHINA)


@cache
def checklist(name: str) -> Form:
    form = read_form(FORMS / f"{name}.md").form
    assert form is not None
    return form


@cache
def thresholds() -> Parameters:
    return read_parameters((FORMS / "parameters" / "lj2022.json").read_bytes(), "lj2022.json")


def draft(name: str) -> Draft:
    return Draft(
        checklist(name),
        {},
        now=lambda: NOON,
        timezone=CHINA,
        parameters=thresholds().values(),
    )


def live(opened: Draft, name: str, number: int = 0) -> str:
    """Return the live path of the question `name`, in the repeat instance counted from 0."""
    return [row.path for row in opened.rows() if row.path.rpartition("/")[2] == name][number]


def groups(group: Group) -> Iterator[Group]:
    for child in group.children:
        if isinstance(child, Group):
            yield child
            yield from groups(child)


def nodes(form: Form) -> list[Question | Group]:
    return [*form.root.questions(), *groups(form.root)]


def parts(form: Form, item: str) -> list[Question]:
    return [each for each in form.root.questions() if f"{each.name}-".startswith(f"{item}-")]


def items(name: str) -> Iterator[tuple[str, str, str, str, str]]:
    """Yield identifier, severity, photo rule and both wordings of the items of a checklist."""
    for line in ITEMS.strip().splitlines():
        item, severity, photo, chinese, english = line.split(";", 4)
        if PREFIXES.get(item[:3], name) == name:
            yield item, severity, photo, chinese, english
