"""Thresholds that nobody set."""

from fieldaudit.form.checks import parameters
from fieldaudit.form_codes import FormCode
from tests.kit.forms import a_form

TABLE = """
| survey |
| | type | name | label | bind::fa:pass |
| | integer | a | A | . > parameter('P6.lw') and . < parameter('P6.high') |
| | integer | b | B | . > parameter('utterly.different') |
| settings |
| | namespaces |
| | fa="https://fieldaudit.cn/xforms" |
"""


def test_unknown_parameters() -> None:
    found = list(parameters.problems(a_form(TABLE), {"P6.low", "P6.high"}))
    assert sorted((each.where, each.code.name) for each in found) == [
        ("a", FormCode.FORM_PARAMETER_LIKE.name),
        ("b", FormCode.FORM_PARAMETER_STRANGE.name),
    ]
