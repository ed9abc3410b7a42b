import pytest

from fieldaudit.assess.rules import CHOICES, read_day, rules_of
from fieldaudit.errors import BadInput, Code
from fieldaudit.form.parameters import Parameter, Parameters
from tests.kit.seen import some_rules


def parameters(**values: str) -> Parameters:
    entries = tuple(
        Parameter(name.replace("_", ".", 1), value, "", {}, "", confirmed=True)
        for name, value in values.items()
    )
    return Parameters("X", "1", {}, entries, "ab")


def test_the_bundled_parameters_are_the_defaults() -> None:
    rules = some_rules()
    assert {name: rules.choices[name] for name in CHOICES} == {
        name: known[0] for name, known in CHOICES.items()
    }
    assert (rules.version, rules.cutoff) == ("LJ2022/2022070801", "2022-09-30")
    assert rules.target("GC1") == 80
    assert rules.target("GC8") is None
    assert rules.choices["GC4.population_year"] == "2021"


def test_the_cut_off_date_can_be_another() -> None:
    assert some_rules("2022-07-31").cutoff == "2022-07-31"
    assert rules_of(parameters()).cutoff == "9999-12-31"


@pytest.mark.parametrize("text", ["31.7.2022", "2022-02-30", "gestern"])
def test_a_date_is_iso(text: str) -> None:
    with pytest.raises(BadInput) as caught:
        read_day(text)
    assert caught.value.code is Code.DATE_UNREADABLE


def test_an_unknown_choice_is_refused() -> None:
    with pytest.raises(BadInput) as caught:
        rules_of(parameters(GC3_reached="perhaps"))
    assert caught.value.code is Code.PARAMETER_CHOICE
    assert "any_operator" in str(caught.value)
