import json
from typing import Any

import pytest

from fieldaudit.codes import Trouble
from fieldaudit.errors import BadInput, Code
from fieldaudit.visit.identity_trustlist import (
    Listed,
    TrustList,
    read_trustlist,
    spell_trustlist,
)
from tests.kit.identity import an_authority, an_identity

LIST = TrustList(
    "018f0000-0000-7000-8000-00000000000a",
    "2022-07-08T09:00:00.000+08:00",
    an_authority().certificate,
    (
        Listed("张三", "inspector", "a" * 64, "trusted", "", "2027-07-01T08:00:00+00:00"),
        Listed("李四", "inspector", "b" * 64, "revoked", "2022-07-07", "2027-07-01T08:00:00+00:00"),
    ),
)
TEXT = spell_trustlist(LIST, an_authority())


def read(text: str, authority: str = "") -> TrustList:
    return read_trustlist(text.encode(), file="list.json", authority=authority)


def refused(text: str, authority: str = "") -> Trouble:
    with pytest.raises(BadInput) as caught:
        read(text, authority)
    return caught.value.code


def test_what_is_written_is_what_is_read() -> None:
    assert read(TEXT) == read(TEXT, an_authority().certificate) == LIST
    assert LIST.trusted() == {"a" * 64}
    assert LIST.revoked() == {"b" * 64: "2022-07-07"}


def test_another_authority_is_refused() -> None:
    assert refused(TEXT, an_identity().certificate) is Code.TRUSTLIST_BROKEN
    forged = spell_trustlist(LIST, an_identity())
    assert refused(forged) is Code.TRUSTLIST_BROKEN
    assert refused(forged, an_authority().certificate) is Code.TRUSTLIST_BROKEN
    assert refused(forged, an_identity().certificate) is Code.TRUSTLIST_BROKEN


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("revoked", "trusted"),
        ("a" * 64, "c" * 64),
        ("张三", "王五"),
        ("2022-07-08T", "2022-07-09T"),
    ],
)
def test_no_change_passes(old: str, new: str) -> None:
    assert refused(TEXT.replace(old, new)) is Code.TRUSTLIST_BROKEN


def altered(**changes: Any) -> str:
    return json.dumps(json.loads(TEXT) | changes)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[" * 100_000,
        "[]",
        altered(more="x"),
        altered(kind="fieldaudit trust list 2"),
        altered(people={}),
        altered(people=[1]),
        altered(people=[{"name": "张三"}]),
        altered(people=json.loads(TEXT)["people"] * 2),
        altered(signature="xyz"),
        altered(made_at="yesterday"),
        TEXT.replace('"revoked"', '"blessed"'),
    ],
)
def test_anything_else_is_no_list(text: str) -> None:
    assert refused(text) is Code.TRUSTLIST_UNREADABLE


def test_a_list_with_a_bad_certificate_is_refused() -> None:
    assert refused(altered(authority="none")) is Code.CERTIFICATE_UNREADABLE
