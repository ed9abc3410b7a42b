import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldaudit.store.revision import NotARevision, Revision, canonical, digest, parse_revision
from fieldaudit.visit.stamp import Moment

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


def a_revision(**changes) -> Revision:
    parts: dict[str, Any] = {
        "id": "018f0000-0000-7000-8000-000000000001",
        "record": "018f0000-0000-7000-8000-000000000002",
        "kind": "visit",
        "parents": (),
        "clock": 1,
        "author": "a" * 64,
        "made": Moment(1_657_267_200_000, 480),
        "changes": {"fibre/RES-26": "-31.0"},
    }
    return Revision(**(parts | changes))


def test_the_hash_is_that_of_the_canonical_form():
    body = (
        '{"author":"' + "a" * 64 + '","changes":{"fibre/RES-26":"-31.0"},"clock":1,"form":"",'
        '"id":"018f0000-0000-7000-8000-000000000001","kind":"visit","made_at":1657267200000,'
        '"offset":480,"parents":[],"reason":"","record":"018f0000-0000-7000-8000-000000000002"}'
    )
    assert a_revision().body == body
    assert a_revision().hash == digest(body)


def test_the_order_of_parents_and_changes_does_not_matter():
    one = a_revision(parents=("b" * 64, "c" * 64), changes={"a": "1", "b": None})
    other = a_revision(parents=("c" * 64, "b" * 64), changes={"b": None, "a": "1"})
    assert one.hash == other.hash


@given(st.dictionaries(TEXT, st.none() | TEXT, max_size=4), TEXT)
def test_what_is_written_is_read_back(changes, reason):
    revision = a_revision(changes=changes, reason=reason)
    assert parse_revision(revision.body) == revision


@pytest.mark.parametrize(
    "damage",
    [
        {"clock": 0},
        {"clock": "1"},
        {"clock": True},
        {"kind": "secret"},
        {"parents": ["not a hash"]},
        {"parents": "abc"},
        {"changes": {"a": 1}},
        {"changes": ["a"]},
        {"clock": 1 << 60},
        {"made_at": -1},
        {"made_at": 1 << 60},
        {"offset": 1440},
        {"offset": 480.0},
        {"kind": ["visit"]},
        {"id": "no id"},
        {"id": "018F0000-0000-7000-8000-000000000001"},
        {"record": "{018f0000-0000-7000-8000-000000000001}"},
        {"parents": ["a" * 64, "a" * 64]},
        {"parents": [1]},
        {"changes": {str(n): "" for n in range(20_001)}},
        {"reason": None},
        {"surplus": "1"},
    ],
)
def test_a_wrong_field_is_refused(damage):
    with pytest.raises(NotARevision):
        parse_revision(canonical(json.loads(a_revision().body) | damage))


def test_another_spelling_of_the_same_content_is_refused():
    with pytest.raises(ValueError, match="canonical"):
        parse_revision(a_revision().body.replace(",", ", ", 1))


@pytest.mark.parametrize(
    "body", ["", "[]", "null", "{", "[" * 100_000, "NaN", "9" * 5000, '"\\ud800"']
)
def test_what_is_no_revision_is_refused(body):
    with pytest.raises(NotARevision):
        parse_revision(body)
