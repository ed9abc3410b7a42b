"""Tokens: what keys they hold, and which one is meant."""

from collections.abc import Sequence
from pathlib import Path

from fieldaudit.errors import BadInput, Code
from fieldaudit.visit.identity_token import TokenKey, list_token_keys


def list_keys(library: Path) -> tuple[TokenKey, ...]:
    """Return the keys on all tokens that are plugged in; no PIN is needed.

    Raises:
        Surroundings: the library or a token is not there.
    """
    return list_token_keys(library)


def choose(keys: Sequence[TokenKey], *, key: str = "", serial: str = "") -> TokenKey:
    """Return the one key that is meant, by its id and its token's serial number.

    Raises:
        BadInput: TOKEN_CHOICE when none or several are.
    """
    found = [each for each in keys if key in ("", each.key) and serial in ("", each.serial)]
    if not key:
        # Without a word from the person, only what can sign comes into question.
        found = [each for each in found if each.usable]
    if len(found) != 1:
        raise BadInput(Code.TOKEN_CHOICE, count=len(found))
    return found[0]
