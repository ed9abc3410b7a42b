import random
import socket
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pyhanko.pdf_utils.reader import PdfFileReader

from fieldaudit.errors import BadInput, Code, FieldauditError
from fieldaudit.package import fetch
from fieldaudit.package.countersign import countersign_package
from fieldaudit.package.manner import Manner
from fieldaudit.package.verdict import Outcome, PackageVerdict
from fieldaudit.package.verify import verify_package
from fieldaudit.visit.identity import fingerprint_of
from tests.kit.authority import Authority, an_authority_at_work, needs_openssl
from tests.kit.packages import KEYS, signed_bytes

pytestmark = needs_openssl


@pytest.fixture
def authority(tmp_path: Path) -> Iterator[Authority]:
    folder = tmp_path / "authority"
    folder.mkdir()
    with an_authority_at_work(folder) as made:
        yield made


@pytest.fixture
def package(tmp_path: Path) -> Path:
    path = tmp_path / "one.pdf"
    path.write_bytes(signed_bytes())
    return path


def signed(
    package: Path, authority: Authority, *, revocation: bool = False, lenient: bool = False
) -> Path:
    out = package.with_name("two.pdf")
    manner = Manner(f"{authority.url}/tsa", revocation, lenient)
    who = authority.person()
    countersign_package(package, out, identity=who, now=datetime.now(UTC), manner=manner)
    return out


def judged(path: Path, authority: Authority | None = None, *, days: int = 0) -> PackageVerdict:
    known = {fingerprint_of(authority.pem)} if authority else set()
    now = datetime.now(UTC) + timedelta(days=days)
    return verify_package(path, trusted=KEYS, now=now, authorities=known)


def test_a_timestamp_is_fetched_and_told(package: Path, authority: Authority) -> None:
    out = signed(package, authority)
    verdict = judged(out, authority)
    assert verdict.outcome is Outcome.GENUINE
    first, second = verdict.signers
    assert (first.stamped_at, first.stamped_by) == ("", "")
    assert second.stamped_by == "测试时间戳"
    assert second.issuer == "测试根 CA"
    assert second.trusted
    assert second.stamp_trusted
    told = datetime.fromisoformat(second.stamped_at)
    assert abs(told - datetime.now(UTC)) < timedelta(minutes=1)


def test_an_unknown_authority_is_not_believed(package: Path, authority: Authority) -> None:
    verdict = judged(signed(package, authority))
    assert verdict.outcome is Outcome.GENUINE_UNKNOWN_SIGNER
    assert not verdict.signers[1].stamp_trusted
    assert verdict.signers[1].stamped_at


def test_proven_time_outlives_the_certificate(package: Path, authority: Authority) -> None:
    out = signed(package, authority)
    late = judged(out, authority, days=400)
    # The first signature has no timestamp; its certificate ends in 2027 by the clock of today.
    assert late.signers[1].stamp_trusted
    names = {each.where for each in late.details if each.code is Code.SIGNER_EXPIRED}
    assert "Signature2" not in names
    assert judged(out, days=400).outcome is Outcome.EXPIRED


def test_revocation_goes_under_a_second_timestamp(package: Path, authority: Authority) -> None:
    out = signed(package, authority, revocation=True)
    assert authority.asked.count("/ocsp") == 2
    with out.open("rb") as stream:
        reader = PdfFileReader(stream)
        assert len(reader.embedded_timestamp_signatures) == 1
        store = reader.root["/DSS"]
        assert len(store["/OCSPs"]) == 2
        assert len(store["/Certs"]) >= 3
    assert judged(out, authority).outcome is Outcome.GENUINE
    third = package.with_name("three.pdf")
    countersign_package(out, third, identity=authority.person("周八"), now=datetime.now(UTC))
    assert judged(third, authority).outcome is Outcome.GENUINE


@pytest.mark.parametrize("revocation", [False, True])
def test_no_flipped_bit_of_what_was_added_passes(
    package: Path, authority: Authority, revocation: bool
) -> None:
    out = signed(package, authority, revocation=revocation)
    whole, begin = out.read_bytes(), len(signed_bytes())
    said = judged(out, authority).signers
    chance = random.Random(5)
    bad = {Outcome.CHANGED, Outcome.UNREADABLE, Outcome.INCOMPLETE, Outcome.UNSIGNED}
    for _ in range(60):
        data, place = bytearray(whole), chance.randrange(begin, len(whole))
        data[place] ^= 1 << chance.randrange(8)
        out.write_bytes(data)
        found = judged(out, authority)
        assert found.outcome in bad or found.signers == said, place


@pytest.mark.parametrize(
    ("mood", "code"),
    [
        ("refuse", Code.NETWORK_ANSWER),
        ("garbage", Code.TIMESTAMP_WRONG),
        ("other", Code.TIMESTAMP_WRONG),
    ],
)
def test_a_wrong_answer_leaves_no_file(
    package: Path, authority: Authority, mood: str, code: Code
) -> None:
    authority.mood = mood
    with pytest.raises(FieldauditError) as caught:
        signed(package, authority)
    assert caught.value.code is code
    assert not package.with_name("two.pdf").exists()


def test_who_said_so_gets_a_plain_signature_instead(package: Path, authority: Authority) -> None:
    authority.mood = "garbage"
    out = package.with_name("two.pdf")
    manner = Manner(f"{authority.url}/tsa", lenient=True)
    _, missing = countersign_package(
        package, out, identity=authority.person(), now=datetime.now(UTC), manner=manner
    )
    assert [each.code for each in missing] == [Code.PROOF_MISSING, Code.TIMESTAMP_WRONG]
    verdict = judged(out, authority)
    assert verdict.outcome is Outcome.GENUINE
    assert verdict.signers[1].stamped_at == ""


def test_a_server_that_is_not_there_is_told(package: Path, authority: Authority) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        authority.url = f"http://127.0.0.1:{free.getsockname()[1]}"
        with pytest.raises(FieldauditError) as caught:
            signed(package, authority)
    assert caught.value.code is Code.NETWORK_SILENT
    assert not package.with_name("two.pdf").exists()


def test_a_server_that_never_answers_is_left(
    package: Path, authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetch, "LONGEST", 0.2)
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        with pytest.raises(FieldauditError) as caught:
            fetch.fetch(f"http://127.0.0.1:{silent.getsockname()[1]}/", seconds=0.2)
    assert caught.value.code is Code.NETWORK_SILENT


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://a/b", "tsa.example", ""])
def test_only_web_addresses_are_asked(url: str) -> None:
    with pytest.raises(BadInput) as caught:
        fetch.fetch(url)
    assert caught.value.code is Code.NETWORK_ADDRESS


def test_a_revoked_certificate_does_not_sign(package: Path, authority: Authority) -> None:
    authority.revoked = True
    with pytest.raises(FieldauditError) as caught:
        signed(package, authority, revocation=True, lenient=True)
    assert caught.value.code is Code.REVOCATION_REVOKED
    assert not package.with_name("two.pdf").exists()


def test_nothing_is_asked_of_the_network_by_itself(
    package: Path, authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    who = authority.person()

    def opened(*_: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", opened)
    out = package.with_name("two.pdf")
    countersign_package(package, out, identity=who, now=datetime.now(UTC))
    assert judged(out, authority).outcome is Outcome.GENUINE
    assert authority.asked == []


def test_openssl_takes_the_token_for_genuine(package: Path, authority: Authority) -> None:
    out = signed(package, authority)
    with out.open("rb") as stream:
        info = PdfFileReader(stream).embedded_regular_signatures[1].signer_info
        token = info["unsigned_attrs"][0]["values"][0].dump()
        value = info["signature"].native
    folder = package.parent
    (folder / "token.der").write_bytes(token)
    (folder / "value.bin").write_bytes(value)
    (folder / "root.pem").write_text(authority.pem)
    command = ["openssl", "ts", "-verify", "-in", "token.der", "-token_in", "-data", "value.bin"]
    done = subprocess.run(
        [*command, "-CAfile", "root.pem"], cwd=folder, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr
