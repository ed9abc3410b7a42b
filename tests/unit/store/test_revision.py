import hashlib
import json
from typing import Any

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fieldaudit.store.revision import NotARevision, Revision, parse_revision, spelled
from fieldaudit.visit.stamp import Moment

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
# What JSON escapes, what UTF-16 sorts otherwise than UTF-8, what looks alike.
NASTY = st.text(
    st.sampled_from(
        '"\\/\b\f\n\r\t\0\x01\x1f\x7f\x80\xad\u2028\u2029\ud7ff\ue000\uff5e\uffff😀𝕏a\u0301á/$'
    ),
    max_size=8,
)
SPELL = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


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
    ).encode()
    assert a_revision().body == body
    assert a_revision().hash == hashlib.sha256(body).hexdigest()


def test_the_order_of_parents_and_changes_does_not_matter():
    one = a_revision(parents=("b" * 64, "c" * 64), changes={"a": "1", "b": None})
    other = a_revision(parents=("c" * 64, "b" * 64), changes={"b": None, "a": "1"})
    assert one.hash == other.hash


@given(st.dictionaries(TEXT, st.none() | TEXT, max_size=4), TEXT)
def test_what_is_written_is_read_back(changes, reason):
    revision = a_revision(changes=changes, reason=reason)
    assert parse_revision(revision.body) == revision


VALUES = st.recursive(
    st.none() | st.integers(-(1 << 63), (1 << 64) - 1) | NASTY | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NASTY | TEXT, inner, max_size=4),
)


@settings(max_examples=500)
@given(VALUES)
def test_the_spelling_is_that_of_pythons_own_json(value):
    body = spelled(value)
    assert body == SPELL(value).encode()
    assert orjson.loads(body) == json.loads(body) == value


@settings(max_examples=500)
@given(st.dictionaries(NASTY | TEXT, st.none() | NASTY, max_size=4), st.data())
def test_only_the_one_spelling_is_read(changes, data):
    """Other escapes, order, spaces, numbers or doubled keys are refused, as by Python's own."""
    body = a_revision(changes=changes).body.decode()
    swap = data.draw(st.sampled_from(SPELLINGS))
    other = body.replace(swap[0], swap[1], 1)
    try:
        same = SPELL(json.loads(other)) == other
    except (ValueError, RecursionError):
        same = False
    try:
        accepted = parse_revision(other.encode()).body.decode() == other
    except NotARevision:
        accepted = False
    assert accepted <= same
    assert accepted or other != body


SPELLINGS = [
    (",", ", "),
    ("a", "\\u0061"),
    ("/", "\\/"),
    ("\\n", "\\u000a"),
    ("\\u001f", "\\u001F"),
    ("😀", "\\ud83d\\ude00"),
    ("😀", "\\ud83d"),
    ('"clock":1', '"clock":1.0'),
    ('"clock":1', '"clock":1e0'),
    ('"clock":1', '"clock":true'),
    ('"clock":1', '"clock":18446744073709551616'),
    ('"offset":480', '"offset":-0'),
    ('"offset":480', '"offset":0480'),
    ('"form":""', '"form":"","form":""'),
    ('"form":"",', ""),
    ('"kind":"visit"', '"kind":"visit","kinds":"visit"'),
    ("{", "{ "),
    ("{", "\ufeff{"),
    ("}", "}\n"),
    ("}", "},"),
    ("[]", "[[[[]]]]"),
    ("null", "NaN"),
    ("null", '"\\udc00"'),
]


@pytest.mark.parametrize("value", [1 << 64, -(1 << 63) - 1, "\ud800", {1: ""}, {"\udc00": ""}, b""])
def test_what_has_no_spelling_is_refused(value):
    with pytest.raises(ValueError, match=r"str|64-bit|bytes|utf|UTF|Integer"):
        spelled(value)


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
        parse_revision(spelled(json.loads(a_revision().body) | damage))


def test_another_spelling_of_the_same_content_is_refused():
    with pytest.raises(ValueError, match="canonical"):
        parse_revision(a_revision().body.replace(b",", b", ", 1))


@pytest.mark.parametrize(
    "body",
    [b"", b"[]", b"null", b"{", b"[" * 100_000, b"NaN", b"9" * 5000, b'"\\ud800"', b'"\xff"'],
)
def test_what_is_no_revision_is_refused(body):
    with pytest.raises(NotARevision):
        parse_revision(body)
