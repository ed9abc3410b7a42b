"""Packages from the command line: built, verified, opened."""

from pathlib import Path

import pytest

from tests.cli.conftest import VISIT, Call, Outcome


@pytest.fixture
def package(example: Outcome) -> Path:
    return Path(example.json["package"])


@pytest.fixture
def office(example: Outcome) -> Path:
    return Path(example.json["survey"])


def test_a_package_is_genuine_to_those_who_know_its_signer(
    call: Call, package: Path, office: Path
) -> None:
    outcome = call("package", "verify", package, "--survey", office, "--json")
    assert outcome.code == 0
    (found,) = outcome.json
    assert found["verdict"]["outcome"] == "genuine"
    assert len(found["sentences"]) == 2


def test_an_unknown_signer_is_a_finding(call: Call, package: Path) -> None:
    outcome = call("package", "verify", package)
    assert outcome.code == 1
    assert package.name in outcome.out


def test_a_changed_package_is_a_finding(call: Call, example: Outcome, office: Path) -> None:
    tampered = example.json["tampered"]
    outcome = call("package", "verify", tampered, "--survey", office, "--json")
    assert outcome.code == 1
    assert outcome.json[0]["verdict"]["outcome"] not in ("genuine", "genuine_unknown_signer")


def test_the_data_can_be_taken_out(call: Call, package: Path, tmp_path: Path) -> None:
    outcome = call("package", "extract", package, tmp_path / "data", "--json")
    assert outcome.code == 0
    assert outcome.json["files"]
    assert all(Path(each).is_file() for each in outcome.json["files"])


def test_only_accepted_visits_are_packed(
    call: Call, survey: Path, signer: tuple[str, ...], tmp_path: Path
) -> None:
    out = tmp_path / "out.pdf"
    empty = call("package", "build", survey, out, *signer, "--json")
    assert (empty.code, empty.json["error"]) == (2, "PACKAGE_EMPTY")
    draft = call("package", "build", survey, out, "--visit", VISIT, *signer, "--json")
    assert (draft.code, draft.json["error"]) == (2, "PACKAGE_NOT_ACCEPTED")
    assert not out.exists()


def test_an_accepted_visit_is_packed(
    call: Call, example: Outcome, office: Path, tmp_path: Path
) -> None:
    (visit, *_) = call("visit", "list", office, "--status", "accepted", "--json").json
    password = tmp_path / "password.txt"
    password.write_text("demo-2022", "utf-8")
    who = ("--identity", Path(example.json["folder"]) / "office.p12", "--password-file", password)
    out = tmp_path / "one.pdf"
    built = call("package", "build", office, out, "--visit", visit["id"], *who, "--json")
    assert built.code == 0, built
    assert built.json["pages"] > 1
    assert out.read_bytes().startswith(b"%PDF-")


@pytest.fixture
def who(example: Outcome, tmp_path: Path) -> tuple[object, ...]:
    """Return the options that make the example's office sign."""
    password = tmp_path / "password.txt"
    password.write_text("demo-2022", "utf-8")
    office = Path(example.json["folder"]) / "office.p12"
    return ("--identity", office, "--password-file", password)


@pytest.fixture
def inspector(example: Outcome, who: tuple[object, ...]) -> tuple[object, ...]:
    return ("--identity", Path(example.json["folder"]) / "a.p12", *who[2:])


def test_a_site_a_month_and_a_variant_are_chosen(
    call: Call, office: Path, who: tuple[object, ...], tmp_path: Path
) -> None:
    (visit, *_) = call("visit", "list", office, "--status", "accepted", "--json").json
    choice = ("--site", visit["site"]["code"], "--month", visit["started"][:7])
    for variant in ("internal", "public", "mail"):
        out = tmp_path / f"{variant}.pdf"
        built = call("package", "build", office, out, *choice, "--variant", variant, *who, "--json")
        assert built.code == 0, built
        verified = call("package", "verify", out, "--survey", office)
        assert verified.code == 0, verified
    wrong = call("package", "build", office, tmp_path / "a.pdf", "--month", "July", *who, "--json")
    assert (wrong.code, wrong.json["error"]) == (2, "PACKAGE_MONTH")


def test_originals_ride_only_in_the_internal_variant(
    call: Call, office: Path, who: tuple[object, ...], tmp_path: Path
) -> None:
    both = ("--with-photos", "--variant", "public")
    refused = call("package", "build", office, tmp_path / "a.pdf", *both, *who, "--json")
    assert (refused.code, refused.json["error"]) == (2, "USAGE")


def test_many_packages_are_signed_with_one_unlock(
    call: Call, package: Path, inspector: tuple[object, ...], tmp_path: Path
) -> None:
    first, second = tmp_path / "a.pdf", tmp_path / "b.pdf"
    for copy in (first, second):
        copy.write_bytes(package.read_bytes())
    out = tmp_path / "signed"
    usage = call("package", "sign", first, second, out, "--as", "inspector", *inspector, "--json")
    assert (usage.code, usage.json["error"]) == (2, "USAGE")
    out.mkdir()
    done = call("package", "sign", first, second, out, "--as", "inspector", *inspector, "--json")
    assert done.code == 0, done
    assert [each["signatures"] for each in done.json] == [2, 2]
    assert {each["outcome"] for each in done.json} == {"genuine_unknown_signer"}
    again = call(
        "package", "sign", out / "a.pdf", tmp_path / "c.pdf", "--as", "inspector", *inspector
    )
    assert again.code == 2
    assert not (tmp_path / "c.pdf").exists()


def test_a_certificate_can_be_trusted_by_hand(call: Call, package: Path, example: Outcome) -> None:
    certificate = Path(example.json["folder"]) / "office.pem"
    assert call("package", "verify", package, "--trust", certificate).code == 0


def test_a_survey_file_and_a_folder_are_verified_too(
    call: Call, office: Path, example: Outcome, tmp_path: Path
) -> None:
    certificate = Path(example.json["folder"]) / "office.pem"
    found = call("package", "verify", office, "--trust", certificate, "--json")
    assert found.json[0]["verdict"]["subject"] == "survey"
    assert found.json[0]["verdict"]["outcome"] in ("genuine", "unsigned")
    (tmp_path / "a.jpg").write_bytes(b"photo")
    (tmp_path / "manifest.csv").write_text("file,sha256\na.jpg," + "0" * 64, "utf-8")
    changed = call("package", "verify", tmp_path)
    assert changed.code == 1
    assert "a.jpg" in changed.out


def test_a_package_is_merged(call: Call, package: Path, example: Outcome, tmp_path: Path) -> None:
    start = tmp_path / "start.gpkg"
    start.write_bytes((Path(example.json["folder"]) / "assignment.gpkg").read_bytes())
    merged = call("merge", start, package, "--json")
    assert merged.json["closes"]
    assert merged.json["new"] > 0
    assert merged.json["refused"] == 0
