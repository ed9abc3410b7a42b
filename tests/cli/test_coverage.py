"""Drive-test logs from the command line."""

from pathlib import Path

from tests.cli.conftest import VISIT, Call


def test_a_visit_without_logs_has_no_coverage(call: Call, survey: Path) -> None:
    assert call("coverage", "show", survey, VISIT, "--json").json is None
    assert "没有测试日志" in call("coverage", "show", survey, VISIT).out


def test_an_unknown_format_is_bad_input(
    call: Call, survey: Path, founder: tuple[str, ...], tmp_path: Path
) -> None:
    log = tmp_path / "log.csv"
    log.write_text("a,b\n1,2\n", "utf-8")
    assert call("coverage", "import", survey, VISIT, log, *founder).code == 2
