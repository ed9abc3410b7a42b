import subprocess
import sys
from dataclasses import FrozenInstanceError

import pytest

from fieldaudit.form.definition import Severity
from fieldaudit.package import content
from fieldaudit.package.evidence import Verdict
from tests.kit.content import a_visit


def test_reading_the_records_loads_no_pdf_library() -> None:
    heavy = ["reportlab", "pikepdf", "pyhanko", "pypdfium2", "PIL", "pyproj", "shapely"]
    code = (
        f"import fieldaudit.package.content, sys; print([m for m in {heavy} if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_failures_come_heaviest_first() -> None:
    visit = a_visit()
    assert [item.id for item in visit.failures()] == ["RES-07", "RES-26", "RES-31", "RES-17"]
    assert [item.id for item in visit.failures(Severity.MINOR)] == ["RES-17"]


def test_verdicts_are_counted() -> None:
    visit = a_visit()
    counts = {verdict: visit.count(verdict) for verdict in Verdict}
    assert sum(counts.values()) == len(list(visit.items())) == 19
    assert counts[Verdict.FAILED] == 4
    assert counts[Verdict.NO_ACCESS] == 1


def test_a_record_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        a_visit().id = "other"  # type: ignore[misc]


def test_every_record_of_the_contract_is_there() -> None:
    assert all(hasattr(content, name) for name in content.__all__)
