import json
from typing import Any

import pytest

from fieldaudit.package.content_data import content_of
from fieldaudit.package.manifest import canonical, package_data
from tests.kit.content import a_package


def told() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(package_data(a_package()))
    return loaded


def test_the_data_of_a_content_is_read_back() -> None:
    data = package_data(a_package())
    content = content_of(data)
    assert package_data(content) == data
    assert [each.id for each in content.visits[0].items()] == [
        each.id for each in a_package().visits[0].items()
    ]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("format", "another"),
        ("number", 7),
        ("visits", {"a": 1}),
        ("visits", [3]),
        ("period", ["2022-07-01"]),
        ("language", "fr"),
        ("variant", "secret"),
        ("strange", ""),
    ],
)
def test_another_shape_is_refused(key: str, value: object) -> None:
    with pytest.raises(ValueError, match=r".+"):
        content_of(canonical({**told(), key: value}))


def test_a_missing_field_is_refused() -> None:
    data = told()
    del data["title"]
    with pytest.raises(ValueError, match="PackageContent"):
        content_of(canonical(data))


@pytest.mark.parametrize("data", [b"", b"[]", b"3", b"[" * 100_000, b"\xff"])
def test_garbage_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r".+"):
        content_of(data)
