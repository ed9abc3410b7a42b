import pytest

from fieldaudit.form.xpath.comparisons import same_number
from tests.unit.form.xpath.evaluating import evaluate

TRUE = [
    "1 = 1.0",
    "'1' = 1",
    "'a' = 'a'",
    "'1' != '1.0'",
    "0.1 + 0.2 = 0.3",
    "true() = 'x'",
    "true() = 1",
    "/data/age = 42",
    "42 = /data/age",
    "/data/age = '42'",
    "/data/age != '42.0'",
    "/data/person/age = 20",
    "/data/person/age != 20",
    "/data/person/name = /data/name or /data/name = '铁塔'",
    "/data/person/name != /data/name",
    "not(/data/name != /data/name)",
    "/data/person/age > 25",
    "25 < /data/person/age",
    "not(/data/person/age > 30)",
    "/data/person/age >= /data/person/age",
    "not(/data/name < 1) and not(/data/name >= 1)",
    "(/data/age > 18) = true()",
    "/data/day = today()",
    "/data/day >= today()",
    "today() = '2026-07-08'",
    "'2026-07-07' < today()",
    "/data/day < today() + 1",
    "/data/day = '2026-07-08'",
    "now() = today()",
    "date('2026-07-08') != date('2026-07-09')",
    "if(true(), 1, 'a') = 1",
    "if(true(), 2, 'a') > /data/zzz + 1 or true()",
    "if(true(), 2, 'a') < /data/person/age",
    "if(true(), /data/age, 'a') = 42",
    "/data/empty = ''",
    "/data/zzz = ''",
    "'' = /data/zzz",
    "/data/zzz != 'x'",
    "/data/zzz != 5",
    "/data/empty = /data/zzz",
    "/data/zzz != today()",
]


@pytest.mark.parametrize("text", TRUE)
def test_what_is_true(text: str) -> None:
    assert evaluate(text) is True


@pytest.mark.parametrize(
    "text",
    [
        "0 = /data/empty",
        "/data/empty < 1",
        "/data/zzz > 0",
        "(//zzz) = ''",
        "'b' > 'a'",
        "/data/zzz = today()",
        "/data/name = today()",
        "0 div 0 = 0 div 0",
    ],
)
def test_what_is_false(text: str) -> None:
    assert evaluate(text) is False


def test_near_numbers_are_equal_and_infinities_too() -> None:
    assert same_number(1, 1 + 1e-13)
    assert same_number(float("inf"), float("inf"))
    assert not same_number(1, 1.000001)
