"""Up to eight people who work on copies of one survey, and pass them on to each other."""

import shutil
from contextlib import ExitStack
from pathlib import Path

from hypothesis import strategies as st

from fieldaudit.merge.settle import settle
from fieldaudit.store import records
from fieldaudit.store.revision import DELETED
from fieldaudit.store.survey import Survey, open_survey
from fieldaudit.visit.stamp import Author
from tests.kit.history import edits, record_id
from tests.kit.identity import an_identity
from tests.kit.surveys import a_photo, a_survey, introduce, merged, moment, revise, seal

EIGHT = 8
SEALING = 2
"""How many of them have a key and seal; making keys is slow."""

_who, _record = st.integers(0, EIGHT - 1), st.integers(0, 2)
deeds = st.lists(
    st.one_of(
        st.tuples(st.just("edit"), _who, _record, edits),
        st.tuples(st.just("edit"), _who, _record, edits),
        st.tuples(st.just("delete"), _who, _record, st.none()),
        st.tuples(st.just("photo"), _who, st.integers(0, 3), st.none()),
        st.tuples(st.just("merge"), _who, _who, st.none()),
        st.tuples(st.just("merge"), _who, _who, st.none()),
        st.tuples(st.just("settle"), _who, st.integers(0, 1), st.none()),
        st.tuples(st.just("seal"), st.integers(0, SEALING - 1), st.none(), st.none()),
    ),
    min_size=1,
    max_size=24,
)
"""What they do, one after the other: (deed, who, which record or whose copy, what)."""


def play(folder: Path, steps: list[tuple]) -> list[Path]:
    """Carry out what was drawn from `deeds` and return the copies."""
    start = folder / "start.gpkg"
    a_survey(start).close()
    people = sorted({who for _, who, _, _ in steps})
    with ExitStack() as stack:
        copies = {}
        for who in people:
            path = folder / f"{who}.gpkg"
            shutil.copyfile(start, path)
            copies[who] = stack.enter_context(open_survey(path))
        for deed, who, other, what in steps:
            if deed != "merge":
                _act(copies[who], who, deed, (other, what))
            elif other in copies and other != who:
                merged(copies[who], copies[other].path)
    return [folder / f"{who}.gpkg" for who in people]


def fingerprint(who: int) -> str:
    """Return the key of one of them, or what stands for it."""
    return _identity(who).fingerprint if who < SEALING else f"{who:064x}"


def _identity(who: int):
    return an_identity(name=f"甲{who}")


def _act(survey: Survey, who: int, deed: str, about: tuple) -> None:
    number, what = about
    if deed == "edit":
        revise(survey, record_id(number), what, author=fingerprint(who))
    elif deed == "delete":
        revise(survey, record_id(number), {DELETED: "true"}, author=fingerprint(who))
    elif deed == "photo":
        a_photo(survey, b"jpeg %d" % number, author=fingerprint(who))
    elif deed == "settle":
        _settle(survey, who, number)
    else:
        introduce(survey, _identity(who))
        seal(survey, _identity(who))


def _settle(survey: Survey, who: int, number: int) -> None:
    """Decide the first conflict there is, for one of its values or for none of them."""
    for conflict in records.conflicts(survey)[:1]:
        settle(
            survey,
            record=conflict.record,
            path=conflict.path,
            value=conflict.claims[number].value,
            reason="现场核实",
            author=Author("", fingerprint(who)),
            moment=moment(),
        )
