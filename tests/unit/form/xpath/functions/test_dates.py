import math

import pytest

from fieldaudit.errors import BadInput
from fieldaudit.form.xpath.functions.dates import format_moment, to_moment
from fieldaudit.form.xpath.moments import parse_moment
from fieldaudit.form_codes import FormCode
from tests.unit.form.xpath.evaluating import CHONGQING, a_context, evaluate


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("today()", "2026-07-08"),
        ("now()", "2026-07-08T09:30:00.000+08:00"),
        ("today() + 1", 20643.0),
        ("int(now())", 20642.0),
        ("date('2026-7-8')", "2026-07-08"),
        ("date(20643)", "2026-07-09"),
        ("date(today() + 1)", "2026-07-09"),
        ("date(1.5)", "1970-01-02"),
        ("date(-1.5)", "1969-12-31"),
        ("date-time(20642)", "2026-07-08"),
        ("date-time(decimal-date-time(today() - 60))", "2026-05-09"),
        ("decimal-date-time(date-time(20642))", 20642.0),
        ("format-date-time(20642, '%Y-%m-%d %H')", "2026-07-08 08"),
        ("date(now())", "2026-07-08"),
        ("date(/data/age)", "1970-02-12"),
        ("date('42')", ""),
        ("decimal-date-time(/data/age)", 42.0),
        ("decimal-time('2026-07-08')", 0.0),
        ("decimal-time(today())", 0.0),
        ("decimal-time(15545.25)", 0.25),
        ("decimal-time(-0.25)", 0.75),
        ("format-date('2026-07-04', '%W')", "27"),
        ("date('２０２６-07-08')", ""),
        ("date-time('2026-07-08T09:00:00z')", "2026-07-08T17:00:00.000+08:00"),
        ("date-time('2026-07-08T09:00:00+8')", "2026-07-08T09:00:00.000+08:00"),
        ("date-time('2026-07-08T09:00:00+0530')", "2026-07-08T11:30:00.000+08:00"),
        ("date('nonsense')", ""),
        ("date(true())", ""),
        ("date('')", ""),
        ("date-time(1.5)", "1970-01-02T20:00:00.000+08:00"),
        ("date-time('2026-07-08T01:00:00Z')", "2026-07-08T09:00:00.000+08:00"),
        ("time('06:30:00.000+08:00')", "06:30:00.000+08:00"),
        ("time('2026-07-08T01:00:00Z')", "09:00:00.000+08:00"),
        ("time('x')", ""),
        ("time('T')", ""),
        ("decimal-date-time('1970-01-02T00:00:00Z')", 1.0),
        ("decimal-date-time(15545)", 15545.0),
        ("decimal-time('06:00:00.000+08:00')", 0.25),
        ("decimal-time('06:00')", 0.25),
        ("decimal-time('2026-07-08T18:00:00+08:00')", 0.75),
        ("format-date('2026-07-04', '%Y %y %m %n %b %d %e %a')", "2026 26 07 7 Jul 04 4 Sat"),
        ("format-date-time('2026-07-04T05:06:07.089', '%H %h %M %S %3 %%')", "05 5 06 07 089 %"),
        ("format-date('', '%Y')", ""),
        ("format-date('nonsense', '%Y')", ""),
        ("date('2026-07-31') - date('2026-07-01')", 30.0),
        ("/data/day + 1 = date('2026-07-09')", True),
    ],
)
def test_values(text: str, value: object) -> None:
    assert evaluate(text) == value


@pytest.mark.parametrize(
    "text",
    [
        "decimal-time('a')",
        "decimal-time('24:00:00')",
        "decimal-date-time('x')",
        "decimal-time('aT')",
    ],
)
def test_not_numbers(text: str) -> None:
    value = evaluate(text)
    assert isinstance(value, float)
    assert math.isnan(value)


def test_an_unknown_escape_is_named() -> None:
    moment = parse_moment("2026-07-08", CHONGQING)
    assert moment is not None
    for pattern in ("%Q", "100%"):
        with pytest.raises(BadInput) as error:
            format_moment(moment, pattern)
        assert error.value.code is FormCode.XPATH_DATE_FORMAT


def test_a_moment_stays_what_it_is() -> None:
    moment = parse_moment("2026-07-08", CHONGQING)
    assert moment is not None
    assert to_moment(a_context(), moment) is moment
