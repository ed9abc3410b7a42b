import pytest

from fieldaudit.errors import BadInput
from fieldaudit.form_codes import FormCode
from tests.unit.form.xpath.evaluating import evaluate


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("digest('abc', 'MD5', 'hex')", "900150983cd24fb0d6963f7d28e17f72"),
        ("digest('abc', 'SHA-1', 'base64')", "qZk+NkcGgWq6PiVxeFDCbJzQ2J0="),
        ("digest('abc', 'SHA-256')", "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="),
        ("digest('中', 'MD5', 'hex')", "aed1dfbc31703955e64806b799b67645"),
        ("base64-decode('SGVsbG8=')", "Hello"),
        ("base64-decode('w6nDqMOx')", "éèñ"),
        ("base64-decode('!')", ""),
    ],
)
def test_values(text: str, value: str) -> None:
    assert evaluate(text) == value


@pytest.mark.parametrize("text", ["digest('a', 'CRC')", "digest('a', 'MD5', 'octal')"])
def test_unknown_ways_are_named(text: str) -> None:
    with pytest.raises(BadInput) as error:
        evaluate(text)
    assert error.value.code is FormCode.XPATH_DIGEST


def test_names_may_be_in_small_letters_and_base64_in_lines() -> None:
    assert evaluate("digest('abc', 'sha-1', 'HEX')") == evaluate("digest('abc', 'SHA-1', 'hex')")
    assert evaluate("base64-decode('aGVs bG8=')") == "hello"
