import hashlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldaudit.errors import BadInput, Code
from fieldaudit.package.content import FileContent
from fieldaudit.package.manifest import (
    canonical,
    capsule_files,
    manifest_of,
    package_data,
    plain_name,
    safe_name,
)
from tests.kit.content import FORM, a_package
from tests.kit.evidence import LOG

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(JSON)
def test_canonical_json_is_json_with_one_spelling(value: object) -> None:
    spelled = canonical(value)
    assert json.loads(spelled) == value
    assert canonical(json.loads(spelled)) == spelled


def test_canonical_json_has_sorted_keys_and_no_spaces() -> None:
    assert canonical({"b": [1, "千"], "a": None}) == '{"a":null,"b":[1,"千"]}'.encode()


def test_the_data_hold_what_the_pages_say() -> None:
    data = json.loads(package_data(a_package()))
    assert data["number"] == "LJ-DZL-RES-2022-0012"
    item = data["visits"][0]["sections"][1]["items"][6]
    assert (item["id"], item["value"], item["verdict"]) == ("RES-26", "−31.0", "failed")
    assert "jpeg" not in data["visits"][0]["photos"][0]
    assert data["visits"][0]["photos"][0]["sha256"]


def test_the_manifest_lists_every_file_with_size_and_hash() -> None:
    content = a_package()
    files = capsule_files(content, "数据")
    manifest = manifest_of(content, files)
    assert [entry.name for entry in manifest.entries] == [
        "visits.json",
        "residential-2022.2.xml",
        "gnettrack-2022-07-08.csv",
    ]
    assert [data for _, data in files[1:]] == [FORM, LOG]
    assert manifest.entries[2].sha256 == hashlib.sha256(LOG).hexdigest()
    assert manifest.entries[2].size == len(LOG)
    assert manifest.sha256 == hashlib.sha256(manifest.to_json()).hexdigest()


def test_any_change_of_data_changes_the_hash() -> None:
    first, second = a_package(), a_package(number="other")
    assert (
        manifest_of(first, capsule_files(first, "")).sha256
        != manifest_of(second, capsule_files(second, "")).sha256
    )


@pytest.mark.parametrize("name", ["visits.json", "manifest.json", "", "..", " . "])
def test_a_name_that_is_taken_or_empty_is_refused(name: str) -> None:
    content = a_package(files=(FileContent(name, "text/plain", b""),))
    with pytest.raises(BadInput) as caught:
        capsule_files(content, "")
    assert caught.value.code is Code.PACKAGE_FILE_NAME


def test_two_files_of_one_name_are_refused() -> None:
    file = FileContent("a.csv", "text/csv", b"")
    with pytest.raises(BadInput):
        capsule_files(a_package(files=(file, file)), "")


@given(st.text(max_size=300))
def test_a_made_safe_name_is_safe_or_empty(name: str) -> None:
    safe = safe_name(name)
    assert safe == "" or plain_name(safe)


@pytest.mark.parametrize("name", ["../a", "a/b", "a\\b", "a:b", "con\n", "", ".", "..", "a" * 200])
def test_names_that_climb_or_break_are_not_plain(name: str) -> None:
    assert not plain_name(name)


def test_ordinary_names_stay() -> None:
    assert safe_name("GNetTrack_2022.07.08_09.40.txt") == "GNetTrack_2022.07.08_09.40.txt"
    assert safe_name("日志 2022:07.csv") == "日志 2022_07.csv"
