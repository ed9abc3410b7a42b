"""Commands on keys that lie on a token: list them, use one."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from fieldaudit.actions import identities, tokens
from fieldaudit.cli.persons import password_from, password_option, token_library
from fieldaudit.cli.voice import Voice
from fieldaudit.cli.words import FILE, command, option
from fieldaudit.errors import BadInput, Code
from fieldaudit.paths import settings_file
from fieldaudit.settings import load, save
from fieldaudit.texts import QT_TRANSLATE_NOOP

_KEY = {
    "token": QT_TRANSLATE_NOOP("Cli", "介质"),
    "serial": QT_TRANSLATE_NOOP("Cli", "序列号"),
    "key": QT_TRANSLATE_NOOP("Cli", "密钥编号"),
    "name": QT_TRANSLATE_NOOP("Cli", "姓名"),
    "algorithm": QT_TRANSLATE_NOOP("Cli", "密钥种类"),
    "usable": QT_TRANSLATE_NOOP("Cli", "可用"),
}
_IDENTITY = {
    "name": QT_TRANSLATE_NOOP("Cli", "姓名"),
    "role": QT_TRANSLATE_NOOP("Cli", "角色"),
    "unit": QT_TRANSLATE_NOOP("Cli", "单位"),
    "fingerprint": QT_TRANSLATE_NOOP("Cli", "密钥指纹"),
    "expires": QT_TRANSLATE_NOOP("Cli", "有效期至"),
}
_LIBRARY = QT_TRANSLATE_NOOP("Cli", "介质厂商的驱动库（PKCS#11）；默认取设置或 FIELDAUDIT_TOKEN")
_WHICH = QT_TRANSLATE_NOOP("Cli", "密钥编号；介质上只有一把密钥时可以不给")
_SERIAL = QT_TRANSLATE_NOOP("Cli", "介质的序列号；插入几个时给出")
_NAME = QT_TRANSLATE_NOOP("Cli", "姓名；介质上的密钥没有证书时，用它自制证书")
_ROLE = QT_TRANSLATE_NOOP("Cli", "角色；同上")
_UNIT = QT_TRANSLATE_NOOP("Cli", "单位；同上")


@command("tokens", QT_TRANSLATE_NOOP("Cli", "列出插入的密钥介质上的密钥，不需 PIN"))
@option("--token", "library", type=FILE, metavar="LIBRARY", help=_LIBRARY)
def list_keys(voice: Voice, library: Path | None) -> None:
    """List the keys on the tokens that are plugged in."""
    voice.list(tokens.list_keys(_given(library)), _KEY)


@command(
    "use-token", QT_TRANSLATE_NOOP("Cli", "用介质上的密钥签名：写出代表它的身份文件，不含秘密")
)
@click.argument("out", metavar="OUT.token", type=FILE)
@option("--token", "library", type=FILE, metavar="LIBRARY", help=_LIBRARY)
@option("--key", default="", help=_WHICH)
@option("--serial", default="", help=_SERIAL)
@option("--name", default="", help=_NAME)
@option("--role", default="inspector", help=_ROLE)
@option("--unit", default="", help=_UNIT)
@password_option
def use(
    voice: Voice,
    *,
    out: Path,
    library: Path | None,
    key: str,
    serial: str,
    password_file: Path | None,
    **who: Any,
) -> None:
    """Write what stands for a key on a token; from then on the library is remembered."""
    chosen = _given(library).absolute()
    wanted = tokens.choose(tokens.list_keys(chosen), key=key, serial=serial)
    pin = password_from(password_file, out)
    made = identities.use_token(wanted, out, library=chosen, pin=pin, **who)
    settings = load(settings_file()).settings
    if settings.token != str(chosen):
        save(replace(settings, token=str(chosen)), settings_file())
    voice.show(made, _IDENTITY)


def _given(library: Path | None) -> Path:
    found = library or token_library()
    if found is None:
        raise BadInput(Code.TOKEN_UNSET, token="–")  # noqa: S106 - no name of a token is known
    return found
