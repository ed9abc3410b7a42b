"""Commands on what leaves: building, signing, verifying and opening packages."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from fieldaudit.actions import packages, surveys, trustlists, verification
from fieldaudit.cli.manners import MANNER, manner_from, manner_options
from fieldaudit.cli.persons import identity_from, signing
from fieldaudit.cli.voice import FINDINGS, Voice
from fieldaudit.cli.words import FILE, Group, on_survey, option
from fieldaudit.errors import Code
from fieldaudit.package.variant import Variant
from fieldaudit.package.verdict import Outcome, PackageVerdict, say_printed, say_verdict
from fieldaudit.texts import QT_TRANSLATE_NOOP

word = Group("package", QT_TRANSLATE_NOOP("Cli", "成果包：编制、签名、核验、取出数据"))

_REPORT = {
    "path": QT_TRANSLATE_NOOP("Cli", "文件"),
    "pages": QT_TRANSLATE_NOOP("Cli", "页数"),
    "bytes": QT_TRANSLATE_NOOP("Cli", "字节"),
    "sha256": QT_TRANSLATE_NOOP("Cli", "校验值"),
}
_SIGNED = {
    "file": QT_TRANSLATE_NOOP("Cli", "文件"),
    "outcome": QT_TRANSLATE_NOOP("Cli", "结果"),
    "signatures": QT_TRANSLATE_NOOP("Cli", "签名数"),
}
_VISIT = QT_TRANSLATE_NOOP("Cli", "只编入这次检查，可重复；默认全部已接收的")
_STREET = QT_TRANSLATE_NOOP("Cli", "只编入这个街道的检查")
_MONTH = QT_TRANSLATE_NOOP("Cli", "只编入这个月开始的检查")
_SITE = QT_TRANSLATE_NOOP("Cli", "只编入这个站点的检查，从早到晚")
_VARIANT = QT_TRANSLATE_NOOP(
    "Cli", "internal 内部；public 公开（照片模糊、坐标取整、不含受限内容）；mail 不超过 20 MB"
)
_PHOTOS = QT_TRANSLATE_NOOP("Cli", "照片原件也随附在调查文件中（只用于 internal）")
_EMBLEM = QT_TRANSLATE_NOOP("Cli", "封面标志，PNG 或 JPEG；默认为程序自带的标志")
_CORRECTS = QT_TRANSLATE_NOOP("Cli", "更正这份成果包：沿用编号，版本加一，印出其校验值")
_REASON = QT_TRANSLATE_NOOP("Cli", "更正了什么、为什么；与 --corrects 同用")
_PART = QT_TRANSLATE_NOOP("Cli", "在哪一栏签名：检查人、街道、专班")
_SURVEY = QT_TRANSLATE_NOOP("Cli", "以这个调查文件中已作保的人为准")
_TRUST = QT_TRANSLATE_NOOP("Cli", "信任这张证书（PEM）的密钥，可重复")
_TRUSTLIST = QT_TRANSLATE_NOOP("Cli", "以这份信任名单为准（identity trustlist）")
_AUTHORITY = QT_TRANSLATE_NOOP("Cli", "信任名单应由这张证书（PEM）的密钥签出")
_ONLY_LIST = QT_TRANSLATE_NOOP("Cli", "--authority 只能与 --trustlist 同用。")
_VERDICT = QT_TRANSLATE_NOOP("Cli", "{file}：{finding} {signer}")
_WRITTEN = QT_TRANSLATE_NOOP("Cli", "已写入 {file}。")
_VARIANTS = click.Choice([each.value for each in Variant])
_PARTS = click.Choice(["inspector", "street", "office"])
_ONLY_INTERNAL = QT_TRANSLATE_NOOP("Cli", "--with-photos 只能用于 --variant internal。")
_FOLDER = QT_TRANSLATE_NOOP("Cli", "签几个文件时，{file} 必须是已有的文件夹。")


@dataclass(frozen=True, slots=True)
class Verified:
    """What was found out about one file."""

    file: Path
    """Which."""

    sentences: tuple[str, str]
    """The verdict in words."""

    printed: str
    """Whether pages and data agree, in words; empty for what has no pages."""

    verdict: PackageVerdict
    """The verdict."""


@dataclass(frozen=True, slots=True)
class Countersigned:
    """One file with a further signature."""

    file: Path
    """The new file."""

    outcome: Outcome
    """What a verification of it found; other signers count as unknown here."""

    signatures: int
    """How many it has now."""


@word.word("build", QT_TRANSLATE_NOOP("Cli", "把已接收的检查编制成签名 PDF"))
@on_survey
@click.argument("out", metavar="OUT.pdf", type=FILE)
@option("--visit", "visits", multiple=True, help=_VISIT)
@option("--street", help=_STREET)
@option("--month", metavar="YYYY-MM", default="", help=_MONTH)
@option("--site", metavar="CODE", default="", help=_SITE)
@option(
    "--variant",
    type=_VARIANTS,
    default="internal",
    help=_VARIANT,
)
@option("--with-photos", "originals", is_flag=True, help=_PHOTOS)
@option("--emblem", type=FILE, help=_EMBLEM)
@option("--corrects", type=FILE, metavar="FILE", help=_CORRECTS)
@option("--reason", "correction", default="", help=_REASON)
@manner_options
@signing
def build(
    voice: Voice,
    *,
    survey: Path,
    out: Path,
    visits: tuple[str, ...],
    street: str | None,
    month: str,
    site: str,
    variant: str,
    identity: Path | None,
    password_file: Path | None,
    **how: Any,
) -> int:
    """Write the signed package of accepted visits."""
    if how["originals"] and variant != Variant.INTERNAL:
        raise click.UsageError(voice.catalog.text("Cli", _ONLY_INTERNAL))
    signer = identity_from(identity, password_file)
    asked = manner_from(**{name: how.pop(name) for name in MANNER})
    make = packages.Make(Variant(variant), language=voice.catalog.language, manner=asked, **how)
    with surveys.open_survey(survey) as opened:
        report = packages.build(
            opened,
            out=out,
            identity=signer,
            visits=visits or None,
            street=street,
            month=month,
            site=site,
            make=make,
            progress=voice.progress(),
        ).value
    voice.show(report, _REPORT)
    voice.remarks(report.problems)
    return FINDINGS if report.problems else 0


@word.word("sign", QT_TRANSLATE_NOOP("Cli", "在成果包上追加签名，先前的签名保持有效"))
@click.argument("files", metavar="FILE...", type=FILE, nargs=-1, required=True)
@click.argument("out", metavar="OUT", type=FILE)
@option("--as", "part", type=_PARTS, required=True, help=_PART)
@manner_options
@signing
def sign(
    voice: Voice,
    *,
    files: tuple[Path, ...],
    out: Path,
    part: str,
    identity: Path | None,
    password_file: Path | None,
    **asked: Any,
) -> int:
    """Write each package with one more signature: to the file OUT, or into the folder OUT."""
    if len(files) > 1 and not out.is_dir():
        raise click.UsageError(voice.catalog.text("Cli", _FOLDER, file=out))
    signer = identity_from(identity, password_file)
    manner = manner_from(**asked)
    done, missing = [], []
    for file in files:
        target = out / file.name if out.is_dir() else out
        language = voice.catalog.language
        verdict = packages.sign(
            file, target, identity=signer, part=part, language=language, manner=manner
        )
        done.append(Countersigned(target, verdict.outcome, len(verdict.signers)))
        missing += [each for each in verdict.details if each.code is Code.PROOF_MISSING]
    voice.list(done, _SIGNED)
    voice.warn(missing)
    return FINDINGS if missing else 0


@word.word("verify", QT_TRANSLATE_NOOP("Cli", "核验成果包、调查文件或导出的文件夹，不需联网"))
@click.argument("files", metavar="FILE...", type=FILE, nargs=-1, required=True)
@option("--survey", type=FILE, help=_SURVEY)
@option("--trust", "certificates", metavar="CERTIFICATE", type=FILE, multiple=True, help=_TRUST)
@option("--trustlist", type=FILE, help=_TRUSTLIST)
@option("--authority", metavar="CERTIFICATE", type=FILE, help=_AUTHORITY)
def verify(
    voice: Voice,
    *,
    files: tuple[Path, ...],
    survey: Path | None,
    certificates: tuple[Path, ...],
    trustlist: Path | None,
    authority: Path | None,
) -> int:
    """Judge files: genuine, changed, signer unknown, revoked, expired, incomplete."""
    if authority and not trustlist:
        raise click.UsageError(voice.catalog.text("Cli", _ONLY_LIST))
    here = trustlists.known_in(survey)
    told = trustlists.known_by(trustlist, authority) if trustlist else trustlists.Known()
    voice.warn(told.problems)
    known = trustlists.Known(
        {*here.trusted, *told.trusted, *verification.keys_of(certificates)},
        {**told.revoked, **here.revoked},
        {
            *here.authorities,
            *told.authorities,
            *verification.keys_of(certificates, authorities=True),
        },
    )
    found = [_verified(voice, file, known) for file in files]
    if voice.machine:
        voice.emit(found)
    for each in found:
        finding, signer = each.sentences
        said = " ".join(filter(None, (signer, each.printed)))
        voice.tell(_VERDICT, file=each.file, finding=finding, signer=said)
    genuine = all(each.verdict.outcome is Outcome.GENUINE for each in found)
    return 0 if genuine else FINDINGS


@word.word("extract", QT_TRANSLATE_NOOP("Cli", "取出成果包中随附的数据"))
@click.argument("file", type=FILE)
@click.argument("folder", type=FILE)
def extract(voice: Voice, file: Path, folder: Path) -> None:
    """Write the files that ride inside a package into a folder."""
    written = packages.extract(file, folder)
    if voice.machine:
        voice.emit({"files": written})
    for each in written:
        voice.tell(_WRITTEN, file=each)


def _verified(voice: Voice, file: Path, known: trustlists.Known) -> Verified:
    verdict = packages.verify(
        file,
        trusted=known.trusted,
        revoked=known.revoked,
        authorities=known.authorities,
        progress=voice.progress(),
    )
    sentences = say_verdict(verdict, voice.catalog)
    return Verified(file, sentences, say_printed(verdict, voice.catalog), verdict)
