from dataclasses import FrozenInstanceError

import pytest

from fieldaudit.package import content
from fieldaudit.package.basis import FileContent, ParameterContent, Relationship, SourceContent


def test_relationships_are_those_of_the_standard() -> None:
    # ISO 19005-3, 6.8 and ISO 32000-2, table 43
    assert {each.value for each in Relationship} <= {
        *("Source", "Data", "Alternative", "Supplement", "EncryptedPayload", "Unspecified")
    }


def test_a_file_is_a_source_unless_said_otherwise() -> None:
    assert FileContent("a.csv", "text/csv", b"").relationship is Relationship.SOURCE


def test_the_content_knows_the_same_records() -> None:
    for record in (FileContent, ParameterContent, SourceContent):
        assert getattr(content, record.__name__) is record


def test_records_are_frozen() -> None:
    with pytest.raises(FrozenInstanceError):
        ParameterContent("P6.low", "−27").value = "0"  # type: ignore[misc]
