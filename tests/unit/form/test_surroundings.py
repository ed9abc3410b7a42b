"""What expressions may ask of the world."""

from tests.kit.forms import a_form, an_instance

SETTINGS = '| settings |\n| | namespaces |\n| | fa="https://fieldaudit.cn/xforms" |\n| survey |\n'
FORM = a_form(
    SETTINGS
    + "| | type | name | label | calculation | bind::fa:pass |\n"
    + "| | decimal | rx | Rx | | . >= parameter('P6.low') |\n"
    + "| | calculate | today | | today() | |\n"
)


def test_parameters_are_thresholds() -> None:
    instance = an_instance(FORM, parameters={"P6.low": "-27"})
    instance.set("rx", "-31.0")
    assert instance.state("rx").passes is False
    instance.set("rx", "-20")
    assert instance.state("rx").passes is True


def test_an_unknown_parameter_judges_nothing() -> None:
    instance = an_instance(FORM)
    instance.set("rx", "-20")
    state = instance.state("rx")
    assert state.passes is None
    assert "P6.low" in state.fault


def test_the_clock_is_the_one_given() -> None:
    assert an_instance(FORM).state("today").value == "2022-07-08"
