"""A balance means success only when nothing was refused, damaged or left undecided."""

import pytest

from fieldaudit.cli.tallies import show_balance
from fieldaudit.cli.voice import Voice
from fieldaudit.texts import Catalog
from fieldaudit.visit.records import Balance, SourceTally


@pytest.mark.parametrize(
    ("balance", "code"),
    [
        (Balance("merge", taken=2, new=1, known=1), 0),
        (Balance("merge", taken=1, refused=1), 1),
        (Balance("merge", conflicts=1), 1),
        (Balance("merge", photos_damaged=1), 1),
        (Balance("merge", taken=1, lost=1), 1),
    ],
)
@pytest.mark.parametrize("machine", [False, True])
def test_the_exit_code(balance: Balance, code: int, machine: bool) -> None:
    assert show_balance(Voice(Catalog("zh"), machine), balance) == code


def test_reasons_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    source = SourceTally("a.gpkg", refused=1, reasons=("哈希不符",))
    show_balance(Voice(Catalog("zh")), Balance("merge", taken=1, refused=1, sources=(source,)))
    assert "a.gpkg：哈希不符" in capsys.readouterr().out
