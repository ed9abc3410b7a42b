import random
import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pytest

from fieldaudit.codes import Trouble
from fieldaudit.errors import BadInput, Code
from fieldaudit.package.build import build_package
from fieldaudit.package.countersign import countersign_package
from fieldaudit.package.verdict import Outcome, PackageVerdict
from fieldaudit.package.verify import verify_package
from tests.kit.content import a_package
from tests.kit.identity import an_authority, an_identity, issued
from tests.kit.packages import (
    KEYS,
    NOW,
    countersigned_bytes,
    gap,
    repaint,
    reviewer,
    signed_bytes,
    swap_file,
)

BAD = {Outcome.CHANGED, Outcome.UNREADABLE, Outcome.INCOMPLETE, Outcome.UNSIGNED}


@pytest.fixture
def package(tmp_path: Path) -> Path:
    path = tmp_path / "package.pdf"
    path.write_bytes(signed_bytes())
    return path


def judged(path: Path, trusted: frozenset[str] = KEYS, now: datetime = NOW) -> PackageVerdict:
    return verify_package(path, trusted=trusted, now=now)


def codes(verdict: PackageVerdict) -> list[Trouble]:
    return [problem.code for problem in verdict.details]


def test_an_untouched_package_of_a_known_signer_is_genuine(package: Path) -> None:
    verdict = judged(package)
    assert verdict.outcome is Outcome.GENUINE
    assert verdict.details == ()
    assert (verdict.number, verdict.version, verdict.pages) == ("LJ-DZL-RES-2022-0012", 2, 10)
    (signer,) = verdict.signers
    assert (signer.name, signer.unit, signer.role) == ("张三", "大竹林街道", "街道巡查员")
    assert signer.fingerprint == an_identity().fingerprint
    assert signer.signed_at == "2022-07-09T10:00:00+08:00"
    assert signer.trusted
    assert signer.intact


def test_an_unknown_signer_is_never_called_genuine(package: Path) -> None:
    verdict = judged(package, frozenset())
    assert verdict.outcome is Outcome.GENUINE_UNKNOWN_SIGNER
    assert codes(verdict) == [Code.SIGNER_UNKNOWN]


def test_every_signer_must_be_known(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(countersigned_bytes())
    assert judged(tmp_path / "a.pdf").outcome is Outcome.GENUINE_UNKNOWN_SIGNER
    known = KEYS | {reviewer().fingerprint}
    assert judged(tmp_path / "a.pdf", known).outcome is Outcome.GENUINE


@pytest.mark.parametrize(
    ("now", "code"),
    [
        (datetime(2028, 1, 1, tzinfo=UTC), Code.SIGNER_EXPIRED),
        (datetime(2021, 1, 1, tzinfo=UTC), Code.SIGNER_EARLY),
    ],
)
def test_a_certificate_out_of_its_time_is_named(
    package: Path, now: datetime, code: Trouble
) -> None:
    verdict = judged(package, now=now)
    assert verdict.outcome is Outcome.EXPIRED
    assert codes(verdict) == [code]


def test_an_unsigned_package_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(signed_bytes(signed=False))
    assert judged(tmp_path / "a.pdf").outcome is Outcome.UNSIGNED


def spoil(path: Path, place: int, bit: int) -> PackageVerdict:
    data = bytearray(signed_bytes())
    data[place] ^= 1 << bit
    path.write_bytes(data)
    return judged(path)


def test_no_flipped_bit_passes(package: Path) -> None:
    chance = random.Random(2022)
    size = len(signed_bytes())
    for _ in range(150):
        assert spoil(package, chance.randrange(size), chance.randrange(8)).outcome in BAD


def test_no_flipped_bit_of_a_signature_passes(package: Path) -> None:
    chance = random.Random(7)
    start, end = gap(signed_bytes())
    used = start + len(signed_bytes()[start : end - 1].rstrip(b"0"))
    places = [chance.randrange(start, used) for _ in range(120)]
    places += [chance.randrange(used, end) for _ in range(60)] + [start, end - 1]
    for place in places:
        # Bit 5 turns a hexadecimal a into an A: the same value, another byte.
        assert spoil(package, place, chance.choice([0, 1, 5])).outcome in BAD


def test_no_flipped_bit_of_the_last_revision_passes(package: Path) -> None:
    chance = random.Random(3)
    size = len(signed_bytes())
    for _ in range(60):
        assert (
            spoil(package, chance.randrange(size - 9000, size), chance.randrange(8)).outcome in BAD
        )


def test_a_changed_byte_is_named_as_a_change_after_signing(package: Path) -> None:
    data = signed_bytes()
    package.write_bytes(data.replace(b"/PageMode", b"/PageMods", 1))
    verdict = judged(package)
    assert verdict.outcome is Outcome.CHANGED
    assert codes(verdict) == [Code.SIGNATURE_BROKEN]
    assert not verdict.signers[0].intact


@pytest.mark.parametrize("page", [0, 4])
def test_a_page_replaced_after_signing_is_named(package: Path, page: int) -> None:
    repaint(package, page)
    verdict = judged(package)
    assert verdict.outcome is Outcome.CHANGED
    assert Code.SIGNATURE_UNCOVERED in codes(verdict)
    changed = [each.where for each in verdict.details if each.code is Code.PAGE_CHANGED]
    assert changed == [str(page + 1)]


def test_a_page_replaced_between_two_signatures_is_named(package: Path, tmp_path: Path) -> None:
    repaint(package, 3)
    out = tmp_path / "b.pdf"
    countersign_package(package, out, identity=reviewer(), now=NOW)
    verdict = judged(out, KEYS | {reviewer().fingerprint})
    assert verdict.outcome is Outcome.CHANGED
    assert codes(verdict) == [Code.SIGNATURE_OVERRIDDEN, Code.PAGE_CHANGED]


def test_a_file_swapped_after_signing_is_named(package: Path) -> None:
    swap_file(package, "visits.json", b'{"visits":[]}')
    verdict = judged(package)
    assert verdict.outcome is Outcome.CHANGED
    named = {(each.code, each.where) for each in verdict.details}
    assert (Code.CAPSULE_DAMAGED, "visits.json") in named


def test_even_a_line_break_at_the_end_is_a_change(package: Path) -> None:
    package.write_bytes(signed_bytes() + b"\n")
    verdict = judged(package)
    assert verdict.outcome is Outcome.CHANGED
    assert codes(verdict) == [Code.SIGNATURE_UNCOVERED]
    assert verdict.details[0].params == {"bytes": 1}


def test_a_package_signed_again_by_somebody_else_is_not_genuine(tmp_path: Path) -> None:
    forger = an_identity("张三", "街道巡查员", "大竹林街道 ")
    out = tmp_path / "forged.pdf"
    build_package(a_package(title="另一份记录"), out, identity=forger)
    verdict = judged(out)
    assert verdict.outcome is Outcome.GENUINE_UNKNOWN_SIGNER
    assert verdict.signers[0].name == "张三"


def test_a_file_taken_out_before_signing_is_incomplete(tmp_path: Path) -> None:
    bare, out = tmp_path / "bare.pdf", tmp_path / "out.pdf"
    (tmp_path / "whole.pdf").write_bytes(signed_bytes(signed=False))
    with pikepdf.open(tmp_path / "whole.pdf") as pdf:
        del pdf.attachments["gnettrack-2022-07-08.csv"]
        pdf.save(bare)
    countersign_package(bare, out, identity=an_identity(), now=NOW)
    verdict = judged(out)
    assert verdict.outcome is Outcome.INCOMPLETE
    assert codes(verdict) == [Code.CAPSULE_MISSING]


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.999])
def test_a_cut_package_is_incomplete(package: Path, share: float) -> None:
    package.write_bytes(signed_bytes()[: int(len(signed_bytes()) * share)])
    verdict = judged(package)
    assert verdict.outcome is Outcome.INCOMPLETE
    assert codes(verdict) == [Code.PACKAGE_CUT]


def test_cutting_off_the_second_signature_leaves_the_first(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(countersigned_bytes()[: len(signed_bytes())])
    assert judged(tmp_path / "a.pdf").outcome is Outcome.GENUINE


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no pdf at all",
        b"%PDF-1.7\n%%EOF",
        b"%PDF-1.7\n" + b"[" * 200_000 + b"\n%%EOF\n",
        b"%PDF-1.7\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n",
        b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 1 0 R>>endobj\n"
        b"trailer<</Root 1 0 R/Size 2>>\nstartxref\n0\n%%EOF\n",
        b"%PDF-1.7\n" + b"<<" * 50_000 + b"%%EOF",
    ],
)
def test_hostile_bytes_are_judged_and_not_raised(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.pdf").write_bytes(data)
    assert judged(tmp_path / "a.pdf").outcome in BAD


def test_a_place_before_the_start_is_judged_and_not_raised(package: Path) -> None:
    data = signed_bytes()
    for minus in (b"startxref\n-", b"startxref\n-9"):
        package.write_bytes(re.sub(rb"startxref\n" + b"." * (len(minus) - 10), minus, data))
        assert judged(package).outcome in BAD


def test_a_number_with_two_points_is_judged_and_not_raised(package: Path) -> None:
    spoiled, count = re.subn(rb"\d\.(?=\d+ \]\n/StructParent)", b"..", signed_bytes())
    assert count
    package.write_bytes(spoiled)
    assert judged(package).outcome in BAD


def test_random_damage_is_judged_and_not_raised(package: Path) -> None:
    chance = random.Random(11)
    for _ in range(60):
        data = bytearray(signed_bytes())
        start = chance.randrange(len(data))
        for place in range(start, min(start + chance.randrange(1, 400), len(data))):
            data[place] = chance.randrange(256)
        package.write_bytes(data)
        assert judged(package).outcome in BAD or bytes(data) == signed_bytes()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (rb"/ByteRange *\[ *0 ", b"/ByteRange [9 "),
        (rb"/ETSI\.CAdES\.detached", b"/ETSI.CAdES.xxxxxxxx"),
        (rb"/Type */Sig\b", b"/Type /Sug"),
        (rb"/FT */Sig", b"/FT /Sug"),
    ],
)
def test_a_signature_that_pretends_is_not_genuine(package: Path, old: bytes, new: bytes) -> None:
    spoiled, count = re.subn(old, new, signed_bytes())
    assert count
    package.write_bytes(spoiled)
    assert judged(package).outcome in BAD


def test_a_missing_file_is_the_callers_mistake(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as caught:
        judged(tmp_path / "none.pdf")
    assert caught.value.code is Code.FILE_NOT_FOUND


def test_another_programs_pdf_is_incomplete_or_unsigned(tmp_path: Path) -> None:
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(tmp_path / "a.pdf")
    verdict = judged(tmp_path / "a.pdf")
    assert verdict.outcome is Outcome.UNSIGNED
    assert codes(verdict) == [Code.CAPSULE_MISSING]


def test_a_revoked_key_is_told_apart_from_an_expired_one(package: Path) -> None:
    gone = {an_identity().fingerprint: "2022-07-20T10:00:00+08:00"}
    verdict = verify_package(package, trusted=KEYS, now=NOW, revoked=gone)
    assert verdict.outcome is Outcome.REVOKED
    assert codes(verdict) == [Code.SIGNER_REVOKED]
    assert verdict.details[0].params["date"] == "2022-07-20"
    assert not verdict.signers[0].trusted
    late = datetime(2028, 1, 1, tzinfo=UTC)
    both = verify_package(package, trusted=KEYS, now=late, revoked=gone)
    assert both.outcome is Outcome.REVOKED
    assert codes(both) == [Code.SIGNER_REVOKED, Code.SIGNER_EXPIRED]
    other = verify_package(package, trusted=KEYS, now=NOW, revoked={"a" * 64: "2022-07-20"})
    assert other.outcome is Outcome.GENUINE


def test_an_issued_certificate_and_an_authority_sign_packages(
    package: Path, tmp_path: Path
) -> None:
    office, person = an_authority(), reviewer()
    signers = (replace(person, certificate=issued(person, office)), office)
    for number, signer in enumerate(signers):
        out = tmp_path / f"{number}.pdf"
        countersign_package(package, out, identity=signer, now=NOW)
        known = KEYS | {signer.fingerprint}
        assert judged(out, known).outcome is Outcome.GENUINE
