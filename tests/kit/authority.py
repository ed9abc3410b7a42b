"""A certification and timestamping authority on this machine: OpenSSL behind a small web server."""

import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    pkcs12,
)
from cryptography.x509 import ocsp
from cryptography.x509.oid import AuthorityInformationAccessOID, ExtendedKeyUsageOID, NameOID

from fieldaudit.visit.identity import Identity, take_over
from tests.kit.identity import PASSWORD

needs_openssl = pytest.mark.skipif(not shutil.which("openssl"), reason="openssl is not installed")

_CONFIG = """
[tsa]
serial = {folder}/serial
signer_cert = {folder}/tsa.pem
certs = {folder}/root.pem
signer_key = {folder}/tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha384, sha512
accuracy = secs:1
ess_cert_id_alg = sha256
"""
_DAY = timedelta(days=1)


class Authority:
    """Answers for timestamps, CRLs and OCSP; `mood` spoils the answers."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.now = folder, datetime.now(UTC)
        self.mood, self.revoked, self.asked = "", False, list[str]()
        self.url = ""
        self._key = ec.generate_private_key(ec.SECP256R1())
        name = self._name("测试根 CA")
        builder = self._builder(name, self._key.public_key())
        limits = x509.BasicConstraints(ca=True, path_length=1)
        builder = builder.add_extension(limits, True)
        builder = builder.add_extension(_usage(ca=True), True)
        self.root = builder.sign(self._key, hashes.SHA256())
        self.pem = self.root.public_bytes(Encoding.PEM).decode()

    def open_for(self, url: str) -> None:
        """Begin to work at an address."""
        self.url = url
        key = ec.generate_private_key(ec.SECP256R1())
        purposes = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING])
        more = [(purposes, True)]
        tsa = self._issued("测试时间戳", key, more)
        plain = (Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        (self.folder / "tsa.key").write_bytes(key.private_bytes(*plain))
        (self.folder / "tsa.pem").write_bytes(tsa.public_bytes(Encoding.PEM))
        (self.folder / "root.pem").write_text(self.pem)
        (self.folder / "serial").write_text("01\n")
        (self.folder / "ts.cnf").write_text(_CONFIG.format(folder=self.folder))

    def person(self, name: str = "孙七") -> Identity:
        """Return an identity whose certificate this authority issued."""
        key = ec.generate_private_key(ec.SECP256R1())
        certificate = self._issued(name, key, [])
        lock = BestAvailableEncryption(PASSWORD.encode())
        made = pkcs12.serialize_key_and_certificates(b"a", key, certificate, [self.root], lock)
        (self.folder / "ca.p12").write_bytes(made)
        out = self.folder / f"{len(list(self.folder.iterdir()))}.p12"
        return take_over(self.folder / "ca.p12", out, password=PASSWORD, now=self.now)

    def answer(self, path: str, body: bytes) -> tuple[int, bytes]:
        """Return status and body for a request."""
        self.asked.append(path)
        if self.mood == "refuse":
            return 503, b"busy"
        if self.mood == "garbage":
            return 200, b"<html>log in to this network</html>"
        if path == "/tsa":
            return 200, self._stamp(body)
        return 200, self._crl() if path == "/crl" else self._ocsp(body)

    def _stamp(self, asked: bytes) -> bytes:
        if self.mood == "other":
            # Somebody else's question: the answer is genuine and of other bytes.
            command = ["openssl", "ts", "-query", "-digest", "00" * 32, "-sha256", "-cert"]
            asked = subprocess.run(command, check=True, capture_output=True).stdout
        (self.folder / "q.tsq").write_bytes(asked)
        command = ["openssl", "ts", "-reply", "-queryfile", "q.tsq", "-config", "ts.cnf"]
        done = subprocess.run(
            [*command, "-section", "tsa"], cwd=self.folder, check=True, capture_output=True
        )
        return done.stdout

    def _crl(self) -> bytes:
        builder = x509.CertificateRevocationListBuilder(self.root.subject)
        builder = builder.last_update(self.now - _DAY).next_update(self.now + _DAY)
        builder = builder.add_extension(x509.CRLNumber(1), False)
        return builder.sign(self._key, hashes.SHA256()).public_bytes(Encoding.DER)

    def _ocsp(self, asked: bytes) -> bytes:
        request = ocsp.load_der_ocsp_request(asked)
        state = ocsp.OCSPCertStatus.REVOKED if self.revoked else ocsp.OCSPCertStatus.GOOD
        # The library compares times without a zone with each other.
        at = datetime.now(UTC).replace(tzinfo=None)
        builder = ocsp.OCSPResponseBuilder().add_response_by_hash(
            request.issuer_name_hash, request.issuer_key_hash, request.serial_number,
            request.hash_algorithm, state, at - timedelta(seconds=5), at + _DAY,
            at - 2 * _DAY if self.revoked else None, None,
        )  # fmt: skip
        builder = builder.responder_id(ocsp.OCSPResponderEncoding.HASH, self.root)
        builder = builder.certificates([self.root])
        return builder.sign(self._key, hashes.SHA256()).public_bytes(Encoding.DER)

    def _issued(
        self,
        name: str,
        key: ec.EllipticCurvePrivateKey,
        more: Sequence[tuple[x509.ExtensionType, bool]],
    ) -> x509.Certificate:
        builder = self._builder(self._name(name), key.public_key())
        builder = builder.add_extension(x509.BasicConstraints(ca=False, path_length=None), True)
        builder = builder.add_extension(_usage(ca=False), True)
        issuer = x509.AuthorityKeyIdentifier.from_issuer_public_key(self._key.public_key())
        builder = builder.add_extension(issuer, False)
        where = [x509.UniformResourceIdentifier(f"{self.url}/crl")]
        point = x509.DistributionPoint(where, None, None, None)
        builder = builder.add_extension(x509.CRLDistributionPoints([point]), False)
        access = x509.AccessDescription(
            AuthorityInformationAccessOID.OCSP, x509.UniformResourceIdentifier(f"{self.url}/ocsp")
        )
        builder = builder.add_extension(x509.AuthorityInformationAccess([access]), False)
        for extension, critical in more:
            builder = builder.add_extension(extension, critical)
        return builder.sign(self._key, hashes.SHA256())

    def _builder(self, name: x509.Name, key: ec.EllipticCurvePublicKey) -> x509.CertificateBuilder:
        number = x509.random_serial_number()
        issuer = self._name("测试根 CA")
        made = x509.CertificateBuilder(issuer, name, key, number)
        made = made.not_valid_before((self.now - 30 * _DAY).replace(microsecond=0))
        made = made.not_valid_after((self.now + 300 * _DAY).replace(microsecond=0))
        return made.add_extension(x509.SubjectKeyIdentifier.from_public_key(key), False)

    def _name(self, name: str) -> x509.Name:
        return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])


def _usage(*, ca: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=True,
        content_commitment=not ca,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=ca,
        crl_sign=ca,
        encipher_only=False,
        decipher_only=False,
    )


@contextmanager
def served(answer: Callable[[str, bytes], tuple[int, bytes]]) -> Iterator[str]:
    """Serve answers on a free port of this machine; give its address."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            size = int(self.headers.get("Content-Length", 0))
            status, body = answer(self.path, self.rfile.read(size))
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_POST

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@contextmanager
def an_authority_at_work(folder: Path) -> Iterator[Authority]:
    """Give an authority that answers on this machine."""
    made = Authority(folder)
    with served(made.answer) as url:
        made.open_for(url)
        yield made
