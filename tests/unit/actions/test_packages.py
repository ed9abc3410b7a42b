import hashlib
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from fieldaudit.actions import merges, packages, reviews, surveys
from fieldaudit.actions.changes import Silent
from fieldaudit.actions.packages import Make
from fieldaudit.errors import BadInput, Cancelled, Code
from fieldaudit.package.variant import Variant
from fieldaudit.package.verdict import Outcome, PackageVerdict
from fieldaudit.store import journal
from fieldaudit.store.survey import Survey
from fieldaudit.visit.stamp import Author
from tests.kit.office import (
    a_prepared_survey,
    a_signed_visit,
    a_visit,
    an_accepted_visit,
    an_inspector,
    an_office,
)
from tests.unit.actions.test_merges import two_answers


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Survey, Path]]:
    """Build one package for all tests that only look at it."""
    folder = tmp_path_factory.mktemp("package")
    with a_prepared_survey(folder / "survey.gpkg") as survey:
        an_accepted_visit(survey)
        a_visit(survey)
        packages.build(survey, out=folder / "out.pdf", identity=an_office())
        yield survey, folder / "out.pdf"


def test_a_package_is_genuine_to_who_knows_its_signer(packed: tuple[Survey, Path]) -> None:
    survey, file = packed
    verdict = packages.verify(file, trusted=packages.trusted_keys(survey))
    assert (verdict.outcome, verdict.details) == (Outcome.GENUINE, ())
    assert [each.name for each in verdict.signers] == [an_office().name]
    assert "-residential-" in verdict.number
    stranger = packages.verify(file)
    assert stranger.outcome is Outcome.GENUINE_UNKNOWN_SIGNER


def test_the_journal_remembers_a_package(packed: tuple[Survey, Path]) -> None:
    survey, file = packed
    ((_, _, body),) = [each for each in journal.entries(survey) if each[1] == "package"]
    assert (body["out"], body["visits"]) == (file.name, 1)


def test_a_changed_byte_is_found(packed: tuple[Survey, Path], tmp_path: Path) -> None:
    survey, file = packed
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    other = tmp_path / "changed.pdf"
    other.write_bytes(data)
    verdict = packages.verify(other, trusted=packages.trusted_keys(survey))
    assert verdict.outcome not in (Outcome.GENUINE, Outcome.GENUINE_UNKNOWN_SIGNER)


def test_the_data_can_be_taken_out(packed: tuple[Survey, Path], tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "mine.txt").write_text("mine", "utf-8")
    written = packages.extract(packed[1], folder)
    assert {each.name for each in written} >= {"manifest.json", "visits.json", "parameters.json"}
    assert all(each.stat().st_size for each in written)
    assert folder / "mine.txt" not in written
    with pytest.raises(BadInput) as caught:
        packages.extract(packed[1], folder)
    assert caught.value.code is Code.FILE_EXISTS


def test_pages_can_be_looked_at(packed: tuple[Survey, Path]) -> None:
    count = packages.page_count(packed[1])
    assert count >= 3
    with Image.open(io.BytesIO(packages.page_image(packed[1], 0, 200))) as image:
        assert (image.format, image.width) == ("PNG", 200)
        assert len(image.convert("L").getcolors() or []) > 10
    with pytest.raises(BadInput) as caught:
        packages.page_image(packed[1], count, 200)
    assert caught.value.code is Code.PACKAGE_PAGE


def test_what_is_no_package_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as caught:
        packages.verify(tmp_path / "none.pdf")
    assert caught.value.code is Code.FILE_NOT_FOUND
    other = tmp_path / "letter.pdf"
    other.write_bytes(b"a letter")
    assert packages.verify(other).outcome is Outcome.UNREADABLE
    for deed in (packages.page_count, lambda file: packages.extract(file, tmp_path / "out")):
        with pytest.raises(BadInput):
            deed(other)
    assert not (tmp_path / "out").exists()


def refused(survey: Survey, code: Code, **which: object) -> None:
    out = survey.path.with_name("out.pdf")
    with pytest.raises(BadInput) as caught:
        packages.build(survey, out=out, identity=an_office(), **which)  # type: ignore[arg-type]
    assert caught.value.code is code
    assert not list(out.parent.glob("*out*"))


def test_only_accepted_visits_are_packed(survey: Survey) -> None:
    signed = a_signed_visit(survey)
    refused(survey, Code.PACKAGE_EMPTY)
    refused(survey, Code.PACKAGE_NOT_ACCEPTED, visits=[signed])
    refused(survey, Code.RECORD_UNKNOWN, visits=["nowhere"])
    an_accepted_visit(survey)
    refused(survey, Code.PACKAGE_EMPTY, street="礼嘉街道")
    refused(survey, Code.PACKAGE_EMPTY, visits=[])


def test_a_visit_in_conflict_is_not_packed(survey: Survey, office: Author) -> None:
    visit, first, second = two_answers(survey)
    merges.merge(survey, sources=[first])
    from fieldaudit.actions import visits

    visits.sign_visits(survey, visits=[visit], identity=an_inspector())
    reviews.accept(survey, visits=[visit], author=office)
    merges.merge(survey, sources=[second])
    refused(survey, Code.VISIT_CONFLICT, visits=[visit])
    refused(survey, Code.VISIT_CONFLICT)


def test_a_file_is_never_written_over(survey: Survey, tmp_path: Path) -> None:
    an_accepted_visit(survey)
    out = tmp_path / "out.pdf"
    out.write_bytes(b"mine")
    with pytest.raises(BadInput) as caught:
        packages.build(survey, out=out, identity=an_office())
    assert caught.value.code is Code.FILE_EXISTS
    assert out.read_bytes() == b"mine"


class _Stopped(Silent):
    def cancelled(self) -> bool:
        return True


def test_stopping_leaves_nothing(survey: Survey, tmp_path: Path) -> None:
    an_accepted_visit(survey)
    with pytest.raises(Cancelled):
        packages.build(survey, out=tmp_path / "out.pdf", identity=an_office(), progress=_Stopped())
    assert [each.name for each in tmp_path.iterdir() if "out" in each.name] == []
    assert "package" not in {deed for _, deed, _ in journal.entries(survey)}


def test_packing_changes_no_record(survey: Survey, tmp_path: Path) -> None:
    an_accepted_visit(survey)
    before = surveys.info(survey).state
    report = packages.build(survey, out=tmp_path / "out.pdf", identity=an_office()).value
    assert surveys.info(survey).state == before
    assert (report.path, report.signed, report.problems) == (tmp_path / "out.pdf", True, ())


def made(survey: Survey, out: Path, make: Make) -> PackageVerdict:
    packages.build(survey, out=out, identity=an_office(), make=make)
    return packages.verify(out, trusted=packages.trusted_keys(survey))


def test_others_sign_after_the_office_and_nothing_breaks(
    packed: tuple[Survey, Path], tmp_path: Path
) -> None:
    _, file = packed
    one, two = tmp_path / "1.pdf", tmp_path / "2.pdf"
    first = packages.sign(file, one, identity=an_inspector(), part="inspector")
    assert first.outcome is Outcome.GENUINE_UNKNOWN_SIGNER
    packages.sign(one, two, identity=an_inspector("王五"), part="street")
    keys = {an_office(), an_inspector(), an_inspector("王五")}
    verdict = packages.verify(two, trusted={each.fingerprint for each in keys})
    assert (verdict.outcome, verdict.details) == (Outcome.GENUINE, ())
    assert [each.field for each in verdict.signers] == ["office", "inspector", "street"]


def test_a_field_takes_one_signature(packed: tuple[Survey, Path], tmp_path: Path) -> None:
    with pytest.raises(BadInput) as caught:
        packages.sign(packed[1], tmp_path / "1.pdf", identity=an_inspector(), part="office")
    assert caught.value.code is Code.PACKAGE_UNSIGNABLE


def test_what_was_changed_is_not_signed(packed: tuple[Survey, Path], tmp_path: Path) -> None:
    data = bytearray(packed[1].read_bytes())
    data[len(data) // 2] ^= 1
    (tmp_path / "changed.pdf").write_bytes(data)
    with pytest.raises(BadInput) as caught:
        packages.sign(
            tmp_path / "changed.pdf", tmp_path / "1.pdf", identity=an_inspector(), part="street"
        )
    assert caught.value.code is Code.PACKAGE_NOT_WHOLE
    assert not (tmp_path / "1.pdf").exists()


def test_a_correction_is_the_next_version_and_names_the_one_before(
    packed: tuple[Survey, Path], tmp_path: Path
) -> None:
    survey, file = packed
    out = tmp_path / "v2.pdf"
    verdict = made(survey, out, Make(corrects=file, correction="更正面积。"))
    before = packages.verify(file)
    assert (verdict.number, verdict.version) == (before.number, 2)
    packages.extract(out, tmp_path / "data")
    told = json.loads((tmp_path / "data" / "visits.json").read_text("utf-8"))
    assert told["previous_hash"] == hashlib.sha256(file.read_bytes()).hexdigest()
    with pytest.raises(BadInput) as caught:
        made(survey, tmp_path / "v3.pdf", Make(corrects=file))
    assert caught.value.code is Code.REASON_MISSING


@pytest.mark.parametrize("variant", list(Variant))
def test_every_variant_is_genuine_and_noted(survey: Survey, tmp_path: Path, variant) -> None:
    an_accepted_visit(survey)
    assert made(survey, tmp_path / "a.pdf", Make(variant)).outcome is Outcome.GENUINE
    (body,) = [body for _, deed, body in journal.entries(survey) if deed == "package"]
    assert body["variant"] == variant.value


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_the_office_can_choose_the_emblem(
    packed: tuple[Survey, Path], tmp_path: Path, kind: str
) -> None:
    survey, _ = packed
    Image.new("RGB", (90, 90), (200, 20, 20)).save(tmp_path / "emblem", kind)
    out = tmp_path / "a.pdf"
    assert made(survey, out, Make(emblem=tmp_path / "emblem")).outcome is Outcome.GENUINE
    with Image.open(io.BytesIO(packages.page_image(out, 0, 600))) as cover:
        red, green, blue = cover.convert("RGB").crop((0, 0, 200, 200)).split()
    points = zip(red.tobytes(), green.tobytes(), blue.tobytes(), strict=True)
    assert sum(r > 150 and g < 80 and b < 80 for r, g, b in points) > 500


@pytest.mark.parametrize("data", [b"", b"no image", b"GIF89a"])
def test_an_emblem_has_to_be_an_image(
    packed: tuple[Survey, Path], tmp_path: Path, data: bytes
) -> None:
    (tmp_path / "emblem").write_bytes(data)
    with pytest.raises(BadInput):
        made(packed[0], tmp_path / "a.pdf", Make(emblem=tmp_path / "emblem"))
    assert not (tmp_path / "a.pdf").exists()
