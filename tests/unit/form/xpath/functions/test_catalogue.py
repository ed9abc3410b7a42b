import pytest

from fieldaudit.errors import BadInput
from fieldaudit.form.xpath.expression import compile_expression
from fieldaudit.form.xpath.functions.catalogue import FUNCTIONS, UNSUPPORTED
from fieldaudit.form_codes import FormCode
from tests.unit.form.xpath.evaluating import a_context, evaluate, hooks

XPATH_1 = (
    "last position count id local-name namespace-uri name string concat starts-with contains "
    "substring-before substring-after substring string-length normalize-space translate boolean "
    "not true false lang number sum floor ceiling round"
)
ODK = (
    "if once coalesce selected selected-at count-selected jr:choice-name jr:itext indexed-repeat "
    "count-non-empty max min int pow log log10 abs sin cos tan asin acos atan atan2 sqrt exp exp10 "
    "pi random randomize uuid boolean-from-string checklist weighted-checklist digest "
    "base64-decode today now date date-time time format-date format-date-time decimal-date-time "
    "decimal-time area distance geofence instance current pulldata regex join substr ends-with"
)


@pytest.mark.parametrize("standard", [XPATH_1, ODK, "parameter"])
def test_every_function_is_there(standard: str) -> None:
    assert set(standard.split()) <= set(FUNCTIONS)


@pytest.mark.parametrize("name", sorted(FUNCTIONS))
def test_too_many_arguments_are_found_beforehand(name: str) -> None:
    with pytest.raises(BadInput) as error:
        compile_expression(f"{name}({', '.join(['/a'] * 1_001)})")
    assert error.value.code is FormCode.XPATH_ARGUMENTS


@pytest.mark.parametrize("name", [*sorted(UNSUPPORTED), "nonsense", "x:itext", "itext"])
def test_what_is_missing_is_named(name: str) -> None:
    with pytest.raises(BadInput) as error:
        compile_expression(f"1 + {name}(1)", {"x": "urn:x"})
    assert error.value.params["function"] == name
    assert error.value.params["position"] == 4


def test_any_prefix_may_stand_for_javarosa() -> None:
    context = a_context(hooks=hooks(itext="x"))
    namespaces = {"o": "http://openrosa.org/javarosa"}
    assert compile_expression("o:itext('a')", namespaces).string(context) == "x"
    with pytest.raises(BadInput):
        compile_expression("jr:itext('a')", {"jr": "urn:other"})


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("enclosed-area('0 0; 0 1; 1 1; 0 0') > 0", True),
        ("is-selected('a b', 'b')", True),
        ("depend(1 + 1, /data/age)", 2.0),
    ],
)
def test_older_names_of_functions_work(text: str, value: object) -> None:
    assert evaluate(text) == value
