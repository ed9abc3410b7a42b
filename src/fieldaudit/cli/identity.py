"""Commands on the keys that people sign with."""

from pathlib import Path
from typing import Any

import click

from fieldaudit.actions import identities, surveys
from fieldaudit.cli import certifying, tokens
from fieldaudit.cli.persons import identity_from, password_from, password_option, signing
from fieldaudit.cli.voice import Voice
from fieldaudit.cli.words import FILE, Group, on_survey, option
from fieldaudit.errors import BadInput, Code
from fieldaudit.texts import QT_TRANSLATE_NOOP

word = Group("identity", QT_TRANSLATE_NOOP("Cli", "签名身份：新建、查看、签发证书、作保、撤销"))

_IDENTITY = {
    "name": QT_TRANSLATE_NOOP("Cli", "姓名"),
    "role": QT_TRANSLATE_NOOP("Cli", "角色"),
    "unit": QT_TRANSLATE_NOOP("Cli", "单位"),
    "fingerprint": QT_TRANSLATE_NOOP("Cli", "密钥指纹"),
    "expires": QT_TRANSLATE_NOOP("Cli", "有效期至"),
}
_PERSON = {
    "name": QT_TRANSLATE_NOOP("Cli", "姓名"),
    "role": QT_TRANSLATE_NOOP("Cli", "角色"),
    "fingerprint": QT_TRANSLATE_NOOP("Cli", "密钥指纹"),
    "trusted": QT_TRANSLATE_NOOP("Cli", "已作保"),
}
_AUTHOR = {name: _PERSON[name] for name in ("name", "role", "fingerprint")}
_NAME = QT_TRANSLATE_NOOP("Cli", "姓名")
_ROLE = QT_TRANSLATE_NOOP("Cli", "角色")
_UNIT = QT_TRANSLATE_NOOP("Cli", "单位")
_AUTHORITY = QT_TRANSLATE_NOOP("Cli", "单位身份：可以为他人签发证书")

for _command in (
    certifying.request,
    certifying.adopt,
    certifying.issue,
    certifying.rotate,
    certifying.change_password,
    certifying.trustlist,
    tokens.list_keys,
    tokens.use,
):
    word.add_command(_command)


@word.word("new", QT_TRANSLATE_NOOP("Cli", "新建身份文件，旁边写出可公开的证书"))
@click.argument("file", type=FILE)
@option("--name", required=True, help=_NAME)
@option("--role", default="inspector", help=_ROLE)
@option("--unit", required=True, help=_UNIT)
@option("--authority", is_flag=True, help=_AUTHORITY)
@password_option
def new(voice: Voice, *, file: Path, password_file: Path | None, **who: Any) -> None:
    """Make a key in a new file, and its certificate beside it."""
    password = password_from(password_file, file, twice=True)
    made = identities.create(file, password=password, **who)
    voice.show(made, _IDENTITY)


@word.word("show", QT_TRANSLATE_NOOP("Cli", "查看身份文件，或调查文件所认识的人"))
@click.argument("file", type=FILE)
def show(voice: Voice, file: Path) -> None:
    """Show whose key a file holds, or whom a survey knows."""
    if identities.certificate_path(file).is_file():
        voice.show(identities.author_at(file), _AUTHOR)
        return
    with surveys.open_survey(file, readonly=True) as opened:
        voice.list(identities.list_people(opened), _PERSON)


@word.word("trust", QT_TRANSLATE_NOOP("Cli", "由建立者为某人的证书作保"))
@on_survey
@click.argument("certificate", type=FILE)
@signing
def trust(
    voice: Voice,
    *,
    survey: Path,
    certificate: Path,
    identity: Path | None,
    password_file: Path | None,
) -> None:
    """Let the founder vouch for a key."""
    founder = identity_from(identity, password_file)
    with surveys.open_survey(survey) as opened:
        done = identities.trust(opened, certificate=_pem(certificate), identity=founder)
    voice.show(done.value, _PERSON)


@word.word("revoke", QT_TRANSLATE_NOOP("Cli", "由建立者撤销作保"))
@on_survey
@click.argument("certificate", type=FILE)
@signing
def revoke(
    voice: Voice,
    *,
    survey: Path,
    certificate: Path,
    identity: Path | None,
    password_file: Path | None,
) -> None:
    """Let the founder take back the word for a key."""
    founder = identity_from(identity, password_file)
    with surveys.open_survey(survey) as opened:
        done = identities.revoke(opened, certificate=_pem(certificate), identity=founder)
    voice.show(done.value, _PERSON)


def _pem(file: Path) -> str:
    try:
        return file.read_text("ascii")
    except FileNotFoundError as error:
        raise BadInput(Code.FILE_NOT_FOUND, file=str(file)) from error
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(Code.CERTIFICATE_UNREADABLE, file=str(file)) from error
