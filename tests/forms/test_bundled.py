"""The bundled checklists ask every item, in both languages, and run in ODK Collect too."""

import re
from collections import Counter
from pathlib import Path

import pytest
from pyxform.xls2xform import convert

from fieldaudit.form.definition import Group, Kind, Question
from fieldaudit.form.xlsform import read_form
from tests.forms.checklists import (
    EN,
    FORMS,
    PREFIXES,
    ZH,
    checklist,
    draft,
    groups,
    items,
    live,
    nodes,
    parts,
    thresholds,
)

NAMES = list(PREFIXES.values())
SEVERITIES = {"C": {"critical"}, "M": {"major"}, "m": {"minor"}, "i": set()}
PHOTOS = {"M": {"always"}, "F": {"fails"}, "-": set()}
FUNCTIONS = """
area concat count count-selected decimal-date-time distance format-date if int join max not now
number position regex round selected selected-at sqrt string-length sum today current
"""
"""What ODK Collect's engine knows, as far as the checklists use it."""

COLLECT = set(FUNCTIONS.split())
_MEASURED = """
RES-26 RES-27 PRK-11 BTS-13 BTS-14 BTS-17 BTS-22 BTS-32 BTS-33 BTS-35 POL-13 POL-14 DUC-10 DUC-13
DUC-14 ROM-19
"""
MEASURED = set(_MEASURED.split())
"""Items that need an instrument, a climb or live work; others copy them from a report."""

FACTORS = {"0", "2", "100", "1000"}
"""Numbers of formulas and units, which no parameter holds."""


def asked(name: str) -> list[Question]:
    return [each for each in checklist(name).root.questions() if each.kind is not Kind.CALCULATE]


def item_of(question: Question) -> str:
    """Return the item that a question is or belongs to; a helper question stands for itself."""
    match = re.match(r"[A-Z]{3}-\d\d", question.name)
    return match[0] if match else question.name


def expressions(name: str) -> dict[str, str]:
    """Return the expressions that Collect evaluates, by question and column."""
    questions = nodes(checklist(name))
    columns = ("relevant", "required", "constraint", "calculate", "readonly", "count")
    found = {f"{each.path}.{c}": getattr(each, c, "") for each in questions for c in columns}
    return {where: text for where, text in found.items() if text}


def without_texts(expression: str) -> str:
    return re.sub(r"'[^']*'", "''", expression)


@pytest.mark.parametrize("name", NAMES)
class TestChecklist:
    def test_pyxform_has_nothing_to_remark(self, name: str) -> None:
        result = convert(FORMS / f"{name}.md", file_type=".md")
        assert result.warnings == []

    def test_reads_without_a_problem(self, name: str) -> None:
        assert read_form(FORMS / f"{name}.md").problems == ()

    def test_says_what_it_is(self, name: str) -> None:
        form = checklist(name)
        assert (form.id, form.version, form.languages) == (name, "2022070802", (ZH, EN))

    def test_asks_every_item_in_its_words(self, name: str) -> None:
        form = checklist(name)
        labels = {each.name: (each.label.get(ZH), each.label.get(EN)) for each in nodes(form)}
        labels = {item: labels[item] for item, *_ in items(name)}
        assert labels == {item: (zh, en) for item, _, _, zh, en in items(name)}

    def test_weighs_every_item(self, name: str) -> None:
        form = checklist(name)
        found = {
            item: {each.audit.severity.value for each in parts(form, item)} - {"information"}
            for item, *_ in items(name)
        }
        assert found == {item: SEVERITIES[severity] for item, severity, *_ in items(name)}

    def test_asks_the_photos_of_every_item(self, name: str) -> None:
        form = checklist(name)
        found = {
            item: {each.audit.photo.value for each in parts(form, item)} - {"no"}
            for item, *_ in items(name)
        }
        assert found == {item: PHOTOS[photo] for item, _, photo, *_ in items(name)}

    def test_critical_and_major_judgements_are_required_unless_automatic(self, name: str) -> None:
        lax = [
            each.name
            for each in asked(name)
            if each.audit.severity.value in ("critical", "major")
            and not each.required
            and "auto" not in each.appearance
        ]
        assert lax == []

    def test_a_photo_on_failure_can_come_about(self, name: str) -> None:
        idle = [
            each.name
            for each in asked(name)
            if each.audit.photo.value == "fails" and not each.audit.passes
        ]
        # A fact that is not scored (YN for information) keeps its photo rule all the same.
        assert idle in ([], ["PRK-23"])

    def test_names_the_instrument_of_measured_items(self, name: str) -> None:
        found = {item_of(each) for each in asked(name) if each.audit.instrument}
        assert found == {item for item, *_ in items(name)} & MEASURED

    def test_a_measured_item_can_be_left_to_others(self, name: str) -> None:
        # A question hides by its own rule or by that of a group around it.
        opened = draft(name)
        measured = [each for each in asked(name) if each.audit.instrument]
        if measured:
            opened.set(live(opened, "measured"), "none")
        shown = {row.item.name for row in opened.rows() if row.relevant}
        assert {each.name for each in measured} & shown == set()

    def test_tells_the_source_of_every_weighty_item(self, name: str) -> None:
        lacking = [
            each.name
            for each in asked(name)
            if each.audit.severity.value in ("critical", "major")
            and not (each.audit.clause or each.name.startswith("COM"))
        ]
        assert lacking == []

    def test_prints_the_limit_of_every_threshold(self, name: str) -> None:
        rules = {each.name: each.audit for each in asked(name)}
        assert [key for key, a in rules.items() if "parameter" in a.passes and not a.limit] == []

    def test_speaks_both_languages(self, name: str) -> None:
        form = checklist(name)
        texts = {
            f"{each.path}.{column}": getattr(each, column)
            for each in asked(name)
            for column in ("label", "hint")
        }
        texts |= {f"{each.path}.label": each.label for each in groups(form.root)}
        lacking = [where for where, text in texts.items() if not (text.get(ZH) and text.get(EN))]
        assert lacking == []

    def test_every_constraint_has_words(self, name: str) -> None:
        lacking = [
            each.name
            for each in asked(name)
            if each.constraint
            and not (each.constraint_message.get(ZH) and each.constraint_message.get(EN))
        ]
        assert lacking == []

    def test_choices_speak_both_languages(self, name: str) -> None:
        text = (FORMS / f"{name}.md").read_text("utf-8").partition("\n| choices |")[2]
        rows = [line.split("|")[2:6] for line in text.splitlines() if line.startswith("| | ")]
        choices = rows[1 : [row[0].strip() for row in rows].index("form_title")]
        assert choices
        assert [row for row in choices if not all(cell.strip() for cell in row)] == []

    def test_names_are_unique(self, name: str) -> None:
        form = checklist(name)
        names = [each.name for each in nodes(form)]
        assert [each for each, times in Counter(names).items() if times > 1] == []

    def test_sections_hold_nine_items_at_most(self, name: str) -> None:
        sections = [each for each in checklist(name).root.children if isinstance(each, Group)]
        sizes = {
            section.name: len({item_of(each) for each in section.questions() if each.label})
            for section in sections
        }
        assert {section: size for section, size in sizes.items() if size > 9} == {}

    def test_uses_only_functions_of_collect(self, name: str) -> None:
        called = {
            call
            for text in expressions(name).values()
            for call in re.findall(r"([a-z][a-z-]*)\s*\(", without_texts(text))
        }
        assert called - COLLECT - {"and", "or", "div", "true", "false"} == set()

    def test_compares_with_parameters_and_not_with_numbers(self, name: str) -> None:
        numbers = {
            (each.name, number)
            for each in asked(name)
            for number in re.findall(
                r"(?<![\w.-])-?\d+(?:\.\d+)?(?![\w-])",
                re.sub(r"/[\w./-]+", " ", without_texts(each.audit.passes)),
            )
        }
        assert {each for each in numbers if each[1] not in FACTORS} == set()

    def test_asks_for_no_personal_data(self, name: str) -> None:
        labels = " ".join(each.label[ZH] for each in asked(name))
        assert not re.search(r"姓名|手机号|电话号|身份证|门牌号", labels)


@pytest.mark.parametrize("name", NAMES)
def test_every_parameter_exists(name: str) -> None:
    known = thresholds().values()
    rules = " ".join(each.audit.passes for each in asked(name))
    used = set(re.findall(r"parameter\('([^']+)'\)", rules))
    assert used
    assert used - set(known) == set()
    # No other way of naming one, but for the clearance classes tested below.
    assert rules.count("parameter(") == len(re.findall(r"parameter\('", rules)) + rules.count(
        "parameter(concat('P14.',"
    )


def test_every_clearance_class_has_its_parameter() -> None:
    text = (FORMS / "pole.md").read_text("utf-8")
    classes = re.findall(r"^\| \| crossing_classes \| (\w+) \|", text, re.MULTILINE)
    assert len(classes) == 8
    assert {f"P14.{each}" for each in classes} <= set(thresholds().values())


def test_street_codes_are_those_of_the_example() -> None:
    text = (FORMS / "residential.md").read_text("utf-8")
    codes = re.findall(r"^\| \| streets \| (\d+) \|", text, re.MULTILINE)
    assert len(codes) == 8
    example = (FORMS.parent / "resources" / "demo" / "streets.json").read_text("utf-8")
    assert [code for code in codes if f'"{code}"' in example] == codes


@pytest.mark.parametrize("file", sorted(FORMS.glob("*.md")), ids=lambda file: file.stem)
def test_what_is_printed_is_there_in_english(file: Path) -> None:
    reading = read_form(file)
    assert reading.form is not None
    chinese = re.compile("[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
    audits = [question.audit for question in reading.form.root.questions()]
    columns = ("limit", "clause", "unit", "instrument")
    said = [audit.said(column, "en") for audit in audits for column in columns]
    assert not [text for text in said if chinese.search(text)]
