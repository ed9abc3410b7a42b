"""Options on how a signature is made: picture, timestamp, revocation."""

from pathlib import Path

import click

from fieldaudit.actions import pictures
from fieldaudit.cli.words import FILE, Function, option
from fieldaudit.package.manner import Manner
from fieldaudit.texts import QT_TRANSLATE_NOOP

_TIMESTAMP = QT_TRANSLATE_NOOP("Cli", "向这个时间戳服务（RFC 3161）取时间戳；不给则不联网")
_REVOCATION = QT_TRANSLATE_NOOP("Cli", "附上证书未被撤销的凭据（OCSP、CRL）；与 --timestamp 同用")
_WITHOUT = QT_TRANSLATE_NOOP("Cli", "取不到时间戳或撤销凭据时也签名，并说明缺少什么")
_PICTURE = QT_TRANSLATE_NOOP("Cli", "签名栏中的手写签名或印章图像，PNG 或 JPEG")


MANNER = ("timestamp", "revocation", "lenient", "picture")
"""The options, by the names of their values."""


def manner_options(function: Function) -> Function:
    """Add --timestamp, --revocation, --or-without and --picture; `manner_from` reads them."""
    for made in (
        option("--picture", type=FILE, help=_PICTURE),
        option("--or-without", "lenient", is_flag=True, help=_WITHOUT),
        option("--revocation", is_flag=True, help=_REVOCATION),
        option("--timestamp", metavar="URL", default="", help=_TIMESTAMP),
    ):
        function = made(function)
    return function


def manner_from(*, timestamp: str, revocation: bool, lenient: bool, picture: Path | None) -> Manner:
    """Return how a signature is to be made.

    Raises:
        BadInput: the picture cannot be used.
        UsageError: revocation without a timestamp.
    """
    if revocation and not timestamp:
        raise click.UsageError("--revocation: --timestamp URL")
    return Manner(timestamp, revocation, lenient, pictures.read_picture(picture))
