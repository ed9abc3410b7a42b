"""Opening a form once, on a short leash."""

from fieldaudit.form.checks import trial
from fieldaudit.form_codes import FormCode
from tests.kit.forms import a_form, a_xform

RULE = "count(//*[count(//*[count(//*) &gt; 0]) &gt; 0])"


def test_a_harmless_form() -> None:
    form = a_form("| | type | name | label |\n| | text | a | A |\n")
    assert list(trial.problems(form, {})) == []


def test_a_rule_without_end_is_named() -> None:
    leaves = "".join(f"<q{number}/>" for number in range(100))
    form = a_xform(
        instance=f'<data id="x">{leaves}</data>',
        model=f'<bind nodeset="/data/q7" required="{RULE} &gt; 0"/>',
    )
    (found,) = trial.problems(form, {})
    assert (found.code, found.where) == (FormCode.FORM_ENDLESS, "q7")
