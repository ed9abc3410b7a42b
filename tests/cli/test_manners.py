"""How a signature is made, from the command line."""

import click
import pytest

from fieldaudit.cli.manners import MANNER, manner_from
from fieldaudit.package.manner import PLAIN, Manner


def test_without_options_nothing_is_asked_of_the_network() -> None:
    assert manner_from(timestamp="", revocation=False, lenient=False, picture=None) == PLAIN


def test_options_are_passed_on() -> None:
    made = manner_from(timestamp="http://a", revocation=True, lenient=True, picture=None)
    assert made == Manner("http://a", True, True)
    assert MANNER == ("timestamp", "revocation", "lenient", "picture")


def test_revocation_alone_is_a_usage_error() -> None:
    with pytest.raises(click.UsageError):
        manner_from(timestamp="", revocation=True, lenient=False, picture=None)
