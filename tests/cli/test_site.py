"""The register from the command line."""

from pathlib import Path

from tests.cli.conftest import Call


def test_sites_are_listed_and_found(call: Call, survey: Path) -> None:
    (site,) = call("site", "list", survey, "--json").json
    assert (site["code"], site["kind"]) == ("RES-0001", "residential")
    assert "示例小区" in call("site", "list", survey).out
    assert call("site", "list", survey, "--text", "不在", "--json").json == []


def test_importing_again_changes_nothing(
    call: Call, folder: Path, survey: Path, founder: tuple[str, ...]
) -> None:
    again = call("site", "import", survey, folder / "sites.csv", *founder, "--json")
    assert again.code == 0
    assert (again.json["new"], again.json["known"]) == (0, 1)


def test_headers_can_be_mapped(call: Call, survey: Path, tmp_path: Path) -> None:
    file = tmp_path / "sites.csv"
    file.write_text("Nr,名称,类型\nRES-0002,第二小区,residential\n", "utf-8")
    outcome = call("site", "import", survey, file, "--map", "Nr=code", "--author", "王五")
    assert outcome.code == 0, outcome
    assert len(call("site", "list", survey, "--json").json) == 2


def test_a_missing_register_is_bad_input(call: Call, survey: Path) -> None:
    assert call("site", "import", survey, "no.csv").code == 2
