"""A balance means success only when nothing was refused, damaged or left undecided."""

import pytest

from fieldaudit.cli.tallies import show_balance
from fieldaudit.cli.voice import Voice
from fieldaudit.errors import Code, Problem
from fieldaudit.texts import Catalog
from fieldaudit.visit.records import Balance, SourceTally

UNREAD = SourceTally(
    "a.gpkg", problem=Problem(Code.SURVEY_NOT_SQLITE, "a.gpkg", {"file": "a.gpkg"})
)

WRONG = Problem(Code.BLOB_DAMAGED, "", {"blob": "0123"})


@pytest.mark.parametrize(
    ("balance", "code"),
    [
        (Balance("merge", taken=2, new=1, known=1), 0),
        (Balance("merge", taken=1, refused=1), 1),
        (Balance("merge", conflicts=1), 1),
        (Balance("merge", photos_damaged=1), 1),
        (Balance("merge", taken=1, lost=1), 1),
        (Balance("merge", unread=1, sources=(UNREAD, SourceTally("b.gpkg"))), 1),
        (Balance("merge", unread=1, sources=(UNREAD,)), 2),
    ],
)
@pytest.mark.parametrize("machine", [False, True])
def test_the_exit_code(balance: Balance, code: int, machine: bool) -> None:
    assert show_balance(Voice(Catalog("zh"), machine), balance) == code


def test_reasons_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    source = SourceTally("a.gpkg", refused=1, reasons=(WRONG,))
    show_balance(Voice(Catalog("zh")), Balance("merge", taken=1, refused=1, sources=(source,)))
    assert f"a.gpkg：{WRONG}" in capsys.readouterr().out


def test_what_could_not_be_read_is_told_by_name_before_all_refusals(
    capsys: pytest.CaptureFixture[str],
) -> None:
    other = SourceTally("b.gpkg", refused=1, reasons=(WRONG,))
    balance = Balance("merge", taken=1, refused=1, unread=1, sources=(other, UNREAD))
    show_balance(Voice(Catalog("zh")), balance)
    told = capsys.readouterr().out
    assert "没有读取的来源（1 / 2）" in told
    assert told.index("a.gpkg 不是调查文件") < told.index(f"b.gpkg：{WRONG}")


def test_reasons_are_told_in_the_readers_language(capsys: pytest.CaptureFixture[str]) -> None:
    source = SourceTally("a.gpkg", refused=1, reasons=(WRONG,))
    show_balance(Voice(Catalog("en")), Balance("merge", taken=1, refused=1, sources=(source,)))
    told = capsys.readouterr().out
    assert Catalog("en").explain(WRONG) in told
    assert str(WRONG) not in told
