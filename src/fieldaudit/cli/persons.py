"""Who works on the command line: an author for every deed, an identity for those that sign."""

import getpass
import os
import sys
from pathlib import Path

import click

from fieldaudit.actions import identities
from fieldaudit.cli.words import FILE, Function, option
from fieldaudit.errors import BadInput, Code
from fieldaudit.paths import settings_file
from fieldaudit.settings import load
from fieldaudit.texts import QT_TRANSLATE_NOOP
from fieldaudit.visit.identity import Identity
from fieldaudit.visit.stamp import Author

_IDENTITY = QT_TRANSLATE_NOOP("Cli", "签名身份文件；默认取设置中的")
_AUTHOR = QT_TRANSLATE_NOOP("Cli", "没有身份文件时使用的姓名；默认取系统用户名")
_PASSWORD = QT_TRANSLATE_NOOP("Cli", "第一行是身份密码的文件")

PASSWORD_VARIABLE = "FIELDAUDIT_PASSWORD"  # noqa: S105 - the name of a variable, not a password

TOKEN_VARIABLE = "FIELDAUDIT_TOKEN"  # noqa: S105 - the name of a variable, not a password


def authored(function: Function) -> Function:
    """Add --identity and --author; `author_from` makes an Author of them."""
    return option("--identity", type=FILE, help=_IDENTITY)(
        option("--author", "name", metavar="NAME", help=_AUTHOR)(function)
    )


def signing(function: Function) -> Function:
    """Add --identity and --password-file; `identity_from` makes an Identity of them."""
    return option("--identity", type=FILE, help=_IDENTITY)(password_option(function))


def password_option(function: Function) -> Function:
    """Add --password-file."""
    return option("--password-file", type=FILE, help=_PASSWORD)(function)


def author_from(identity: Path | None, name: str | None) -> Author:
    """Return the author of an identity file, else a person without a key."""
    file = identity or (None if name else _usual_identity())
    if file is not None:
        return identities.author_at(file)
    called = name or getpass.getuser()
    return Author(called, f"name:{called}")


def identity_from(identity: Path | None, password_file: Path | None) -> Identity:
    """Open the identity; raise BadInput when there is none, or no password."""
    file = identity or _usual_identity()
    if file is None:
        raise BadInput(Code.IDENTITY_MISSING)
    password = password_from(password_file, file)
    return identities.unlock(file, password, library=token_library())


def identity_if_any(identity: Path | None, password_file: Path | None) -> Identity | None:
    """Open the identity; None for a person who has none."""
    if identity is None and _usual_identity() is None:
        return None
    return identity_from(identity, password_file)


def password_from(password_file: Path | None, identity: Path, *, twice: bool = False) -> str:
    """Return the password from its file, the environment or the person at the terminal."""
    if password_file is not None:
        return _first_line(password_file)
    if PASSWORD_VARIABLE in os.environ:
        return os.environ[PASSWORD_VARIABLE]
    if not sys.stdin.isatty():
        raise BadInput(Code.PASSWORD_MISSING, file=str(identity))
    asked: str = click.prompt(identity.name, hide_input=True, confirmation_prompt=twice, err=True)
    return asked


def new_password_from(password_file: Path | None, identity: Path) -> str:
    """Return the password that shall hold from now on, from its file or the person, twice."""
    if password_file is not None:
        return _first_line(password_file)
    if not sys.stdin.isatty():
        raise BadInput(Code.NEW_PASSWORD_MISSING, file=str(identity))
    asked: str = click.prompt(identity.name, hide_input=True, confirmation_prompt=True, err=True)
    return asked


def token_library() -> Path | None:
    """Return the library of the maker of the token that keys lie on; None when nobody said."""
    chosen = os.environ.get(TOKEN_VARIABLE) or load(settings_file()).settings.token
    return Path(chosen) if chosen else None


def _usual_identity() -> Path | None:
    chosen = load(settings_file()).settings.identity
    return Path(chosen) if chosen else None


def _first_line(file: Path) -> str:
    try:
        return file.read_text("utf-8").partition("\n")[0].rstrip("\r")
    except FileNotFoundError as error:
        raise BadInput(Code.FILE_NOT_FOUND, file=str(file)) from error
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(Code.FILE_UNREADABLE, file=str(file), reason=type(error).__name__) from error
