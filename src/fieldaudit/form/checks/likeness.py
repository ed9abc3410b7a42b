"""The known word that a misspelt one most likely stands for."""

from collections.abc import Iterable
from difflib import get_close_matches

from fieldaudit.errors import Problem
from fieldaudit.form_codes import FormCode

_LONGEST, _MOST, _APART, _LIKE = 64, 300, 3, 0.6


def likest(word: str, known: Iterable[str]) -> str:
    """Return the known word nearest to `word`; empty when none is near.

    Only words of about the same length are compared, and not too many: a large form may have
    thousands of misspelt names.
    """
    word = word.casefold()
    folded: dict[str, str] = {}
    if len(word) > _LONGEST:
        return ""
    for one in known:
        if abs(len(one) - len(word)) <= _APART:
            folded.setdefault(one.casefold(), one)
        if len(folded) >= _MOST:
            break
    found = get_close_matches(word, folded, n=1, cutoff=_LIKE)
    return folded[found[0]] if found else ""


def proposing(codes: tuple[FormCode, FormCode], where: str, like: str, **params: object) -> Problem:
    """Return the problem with a proposal when there is one, else without.

    Args:
        codes: the code that names `{like}`, and the one that does not.
        where: the place.
        like: the proposal; empty for none.
        params: further values of the sentence.
    """
    if like:
        return Problem(codes[0], where, {**params, "like": like})
    return Problem(codes[1], where, params)
