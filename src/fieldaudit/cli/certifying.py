"""Commands on certificates: ask for one, issue one, take one over; next keys, trust lists."""

from pathlib import Path

import click

from fieldaudit.actions import identities, surveys, trustlists
from fieldaudit.actions.files import read_file
from fieldaudit.cli.persons import (
    identity_from,
    new_password_from,
    password_from,
    password_option,
    signing,
    token_library,
)
from fieldaudit.cli.voice import Voice
from fieldaudit.cli.words import FILE, command, option
from fieldaudit.texts import QT_TRANSLATE_NOOP
from fieldaudit.visit.identity_certificates import MOST_YEARS, certificates_in

_IDENTITY = {
    "name": QT_TRANSLATE_NOOP("Cli", "姓名"),
    "role": QT_TRANSLATE_NOOP("Cli", "角色"),
    "unit": QT_TRANSLATE_NOOP("Cli", "单位"),
    "fingerprint": QT_TRANSLATE_NOOP("Cli", "密钥指纹"),
    "expires": QT_TRANSLATE_NOOP("Cli", "有效期至"),
}
_ISSUED = {name: _IDENTITY[name] for name in ("name", "role", "fingerprint")}
_LISTED = {
    **_ISSUED,
    "state": QT_TRANSLATE_NOOP("Cli", "状态"),
    "since": QT_TRANSLATE_NOOP("Cli", "撤销于"),
    "expires": _IDENTITY["expires"],
}
_WRITTEN = QT_TRANSLATE_NOOP("Cli", "已写入 {file}。")
_CHANGED = QT_TRANSLATE_NOOP("Cli", "{file} 的密码已更改。")
_CHAIN = QT_TRANSLATE_NOOP("Cli", "签发者的证书（PEM），由近到远，可重复")
_OUT = QT_TRANSLATE_NOOP("Cli", "新的身份文件；默认在原文件旁，名字加 -issued")
_OFFICE = QT_TRANSLATE_NOOP("Cli", "签发单位的身份文件（identity new --authority）")
_YEARS = QT_TRANSLATE_NOOP("Cli", "有效年限，1 到 10 年，不超过单位证书的期限")
_SURVEY = QT_TRANSLATE_NOOP("Cli", "记下新旧密钥关系的调查文件")
_LISTED_SURVEY = QT_TRANSLATE_NOOP("Cli", "名单取自这个调查文件")
_NEW_PASSWORD = QT_TRANSLATE_NOOP("Cli", "第一行是新密码的文件")
_LARGEST = 1 << 20


@command("request", QT_TRANSLATE_NOOP("Cli", "为现有密钥写出证书申请（PKCS#10）"))
@click.argument("file", type=FILE)
@click.argument("out", metavar="OUT.csr", type=FILE)
@password_option
def request(voice: Voice, *, file: Path, out: Path, password_file: Path | None) -> None:
    """Write a request for a certificate of the key."""
    password = password_from(password_file, file)
    identities.request(file, out, password=password, library=token_library())
    voice.answer(_WRITTEN, file=out)


@command(
    "import",
    QT_TRANSLATE_NOOP(
        "Cli", "把签发给本密钥的证书装入新的身份文件；没有证书则装入别处制作的 PKCS#12"
    ),
)
@click.argument("file", type=FILE)
@click.argument("certificate", metavar="[CERT.pem]", type=FILE, required=False)
@option("--chain", "chain", type=FILE, multiple=True, help=_CHAIN)
@option("--out", type=FILE, help=_OUT)
@password_option
def adopt(
    voice: Voice,
    *,
    file: Path,
    certificate: Path | None,
    chain: tuple[Path, ...],
    out: Path | None,
    password_file: Path | None,
) -> None:
    """Write a new identity file: the same key, the issued certificate, those of the issuers."""
    target = out or file.with_name(f"{file.stem}-issued{file.suffix}")
    password = password_from(password_file, file)
    if certificate is None:
        voice.show(identities.take_over(file, target, password=password), _IDENTITY)
        return
    first, *rest = _certificates(certificate)
    links = [pem for each in chain for pem in _certificates(each)]
    made = identities.adopt(
        file,
        target,
        certificate=first,
        chain=[*rest, *links],
        password=password,
        library=token_library(),
    )
    voice.show(made, _IDENTITY)


@command("issue", QT_TRANSLATE_NOOP("Cli", "由单位身份按申请签发证书"))
@click.argument("asked", metavar="REQUEST.csr", type=FILE)
@click.argument("out", metavar="OUT.pem", type=FILE)
@option("--as", "office", metavar="OFFICE.p12", type=FILE, required=True, help=_OFFICE)
@option("--years", type=click.IntRange(1, MOST_YEARS), default=2, help=_YEARS)
@password_option
def issue(
    voice: Voice, *, asked: Path, out: Path, office: Path, years: int, password_file: Path | None
) -> None:
    """Issue a certificate for a request."""
    issuer = identity_from(office, password_file)
    voice.show(identities.issue(asked, out, identity=issuer, years=years), _ISSUED)


@command("rotate", QT_TRANSLATE_NOOP("Cli", "换新密钥：旧密钥为新密钥作证，密码不变"))
@click.argument("file", type=FILE)
@click.argument("out", metavar="NEW.p12", type=FILE)
@option("--survey", type=FILE, required=True, help=_SURVEY)
@password_option
def rotate(
    voice: Voice, *, file: Path, out: Path, survey: Path, password_file: Path | None
) -> None:
    """Make the next key of the same person, and say so in a survey."""
    password = password_from(password_file, file)
    with surveys.open_survey(survey) as opened:
        done = identities.rotate(opened, file, out, password=password)
    voice.show(done.value, _ISSUED)


@command("change-password", QT_TRANSLATE_NOOP("Cli", "更改身份文件的密码"))
@click.argument("file", type=FILE)
@option("--new-password-file", "fresh", type=FILE, help=_NEW_PASSWORD)
@password_option
def change_password(
    voice: Voice, *, file: Path, fresh: Path | None, password_file: Path | None
) -> None:
    """Lock an identity file with another password."""
    old = password_from(password_file, file)
    new = new_password_from(fresh, file)
    identities.change_password(file, old=old, new=new)
    voice.answer(_CHANGED, file=file)


@command("trustlist", QT_TRANSLATE_NOOP("Cli", "写出由建立者签名的信任名单"))
@click.argument("out", metavar="OUT.json", type=FILE)
@option("--survey", type=FILE, required=True, help=_LISTED_SURVEY)
@signing
def trustlist(
    voice: Voice, *, out: Path, survey: Path, identity: Path | None, password_file: Path | None
) -> None:
    """Write whom the founder trusts, and whom no longer, signed."""
    founder = identity_from(identity, password_file)
    with surveys.open_survey(survey, readonly=True) as opened:
        made = trustlists.write_trustlist(opened, out, identity=founder)
    voice.list(made.people, _LISTED)


def _certificates(file: Path) -> tuple[str, ...]:
    return certificates_in(read_file(file, _LARGEST).decode("ascii", "replace"))
