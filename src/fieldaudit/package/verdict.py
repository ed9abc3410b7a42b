"""What a verification found, as values, and how to say it in two sentences.

Knows neither PDF nor signatures. Nothing here calls a signature valid when nobody vouched
for its key.
"""

from dataclasses import dataclass
from enum import StrEnum

from fieldaudit.errors import Problem
from fieldaudit.package.words import role_words
from fieldaudit.texts import QT_TRANSLATE_NOOP, Catalog


class Outcome(StrEnum):
    """What a package turned out to be; the first that applies, gravest first."""

    UNREADABLE = "unreadable"
    UNSIGNED = "unsigned"
    CHANGED = "changed"
    INCOMPLETE = "incomplete"
    CONTRADICTORY = "contradictory"
    REVOKED = "revoked"
    UNSUITABLE = "unsuitable"
    EXPIRED = "expired"
    GENUINE_UNKNOWN_SIGNER = "genuine_unknown_signer"
    GENUINE = "genuine"


class PrintedState(StrEnum):
    """Whether the pages say what the data says that rides inside."""

    EQUAL = "equal"
    DIFFERENT = "different"
    NOT_JUDGED = "not_judged"


class Subject(StrEnum):
    """What was judged."""

    PACKAGE = "package"
    SURVEY = "survey"
    FOLDER = "folder"


@dataclass(frozen=True, slots=True)
class SignerFinding:
    """Who made one signature."""

    field: str
    """Name of its signature field."""

    name: str
    """Name in the certificate; a claim unless `trusted`."""

    unit: str
    """Unit in the certificate."""

    role: str
    """Role in the certificate."""

    fingerprint: str
    """SHA-256 of the key (SubjectPublicKeyInfo), hex."""

    signed_at: str
    """Time by the signer's own clock, ISO 8601."""

    expires: str
    """End of the certificate's validity, ISO 8601."""

    trusted: bool
    """Whether somebody vouched for the key."""

    intact: bool
    """Whether the signed bytes are unchanged and the key made the signature."""

    starts: str = ""
    """Begin of the certificate's validity, ISO 8601."""

    algorithm: str = ""
    """Kind of key: `P-256`, `RSA-2048`."""

    issuer: str = ""
    """Who stands at the end of the certificate's chain; empty for a self-made one."""

    stamped_at: str = ""
    """Time by a timestamping authority, ISO 8601; empty without a timestamp."""

    stamped_by: str = ""
    """Name of that authority, by its certificate."""

    stamp_trusted: bool = False
    """Whether somebody vouched for that authority; else its clock is a claim as well."""


@dataclass(frozen=True, slots=True)
class PackageVerdict:
    """What is known of a package."""

    outcome: Outcome
    """What it turned out to be."""

    signers: tuple[SignerFinding, ...] = ()
    """Its signatures, in order of signing."""

    details: tuple[Problem, ...] = ()
    """What is wrong, one each."""

    number: str = ""
    """Number of the package, by its manifest."""

    version: int = 0
    """Its version, by its manifest."""

    manifest_sha256: str = ""
    """Hash of the manifest, as printed on every page; empty without one."""

    pages: int = 0
    """Number of pages."""

    subject: Subject = Subject.PACKAGE
    """What was judged."""

    count: int = 0
    """Of a survey file its revisions, of a folder its listed files."""

    printed: PrintedState = PrintedState.NOT_JUDGED
    """Whether its pages say what its data says."""

    lines: int = 0
    """Lines of the data that were looked for on the pages."""


_SENTENCES = {
    Outcome.GENUINE: (
        QT_TRANSLATE_NOOP("Domain", "文件真实：自签名以来没有任何改动，随附文件齐全。"),
        QT_TRANSLATE_NOOP("Domain", "签名人是 {names}，密钥已登记。"),
    ),
    Outcome.GENUINE_UNKNOWN_SIGNER: (
        QT_TRANSLATE_NOOP("Domain", "文件自签名以来没有任何改动，随附文件齐全。"),
        QT_TRANSLATE_NOOP(
            "Domain",
            "签名自称 {names}，但密钥没有登记，不能确认是谁签的；请向其单位核对密钥指纹。",
        ),
    ),
    Outcome.EXPIRED: (
        QT_TRANSLATE_NOOP("Domain", "文件自签名以来没有任何改动。"),
        QT_TRANSLATE_NOOP(
            "Domain", "但 {names} 的证书不在有效期内，签名时间只凭签名电脑的时钟，不能据以认定。"
        ),
    ),
    Outcome.REVOKED: (
        QT_TRANSLATE_NOOP(
            "Domain", "文件自签名以来没有任何改动，但有签名的密钥已被撤销，不能采信。"
        ),
        QT_TRANSLATE_NOOP("Domain", "{places}；请向 {names} 的单位核实。"),
    ),
    Outcome.UNSUITABLE: (
        QT_TRANSLATE_NOOP(
            "Domain", "文件自签名以来没有任何改动，但签名的密钥或证书不合用，不能采信。"
        ),
        QT_TRANSLATE_NOOP("Domain", "{places}；请 {names} 换合用的密钥重签。"),
    ),
    Outcome.CHANGED: (
        QT_TRANSLATE_NOOP("Domain", "文件在签名之后被改动，不能采信。"),
        QT_TRANSLATE_NOOP("Domain", "改动之处：{places}。"),
    ),
    Outcome.INCOMPLETE: (
        QT_TRANSLATE_NOOP("Domain", "文件不完整，缺少应有的内容。"),
        QT_TRANSLATE_NOOP("Domain", "缺少之处：{places}。请重新取得完整的文件。"),
    ),
    Outcome.CONTRADICTORY: (
        QT_TRANSLATE_NOOP(
            "Domain",
            "文件自签名以来没有任何改动，但签名时页面上印的就与随附数据不一致，不能采信。",
        ),
        QT_TRANSLATE_NOOP("Domain", "不一致之处：{places}；请向 {names} 的单位核实。"),
    ),
    Outcome.UNSIGNED: (
        QT_TRANSLATE_NOOP("Domain", "文件没有电子签名，不能证明来源，也不能发现改动。"),
        QT_TRANSLATE_NOOP("Domain", "请向编制单位索取已签名的文件。"),
    ),
    Outcome.UNREADABLE: (
        QT_TRANSLATE_NOOP("Domain", "文件无法读取，不能核验。"),
        QT_TRANSLATE_NOOP("Domain", "它可能已损坏或不是 PDF；请重新取得文件。"),
    ),
}
_OF_SURVEYS = {
    Outcome.REVOKED: (
        QT_TRANSLATE_NOOP(
            "Domain", "调查文件自封签以来没有任何改动，但有封签的密钥已被撤销，不能采信。"
        ),
        QT_TRANSLATE_NOOP("Domain", "{places}；请向 {names} 的单位核实。"),
    ),
    Outcome.GENUINE: (
        QT_TRANSLATE_NOOP(
            "Domain", "调查文件真实：{count} 条修订的校验值、前后衔接、附件和封签都相符。"
        ),
        QT_TRANSLATE_NOOP("Domain", "封签人是 {names}，密钥已登记。"),
    ),
    Outcome.GENUINE_UNKNOWN_SIGNER: (
        QT_TRANSLATE_NOOP("Domain", "调查文件自封签以来没有任何改动，附件齐全（{count} 条修订）。"),
        QT_TRANSLATE_NOOP(
            "Domain",
            "封签自称 {names}，但有密钥没有登记，不能确认是谁封的；请向其单位核对密钥指纹。",
        ),
    ),
    Outcome.CHANGED: (
        QT_TRANSLATE_NOOP("Domain", "调查文件被改动或损坏，不能采信。"),
        QT_TRANSLATE_NOOP("Domain", "改动之处：{places}。"),
    ),
    Outcome.INCOMPLETE: (
        QT_TRANSLATE_NOOP("Domain", "调查文件不完整，缺少应有的附件。"),
        QT_TRANSLATE_NOOP("Domain", "缺少之处：{places}。请重新取得完整的文件。"),
    ),
    Outcome.UNSIGNED: (
        QT_TRANSLATE_NOOP("Domain", "调查文件内部相符，但有修订没有封签，其改动不能发现。"),
        QT_TRANSLATE_NOOP("Domain", "未封签之处：{places}。请由本人移交一次，即可封签。"),
    ),
    Outcome.UNREADABLE: (
        QT_TRANSLATE_NOOP("Domain", "文件无法读取，不能核验。"),
        QT_TRANSLATE_NOOP("Domain", "原因：{places}。"),
    ),
}
_OF_FOLDERS = {
    Outcome.UNSIGNED: (
        QT_TRANSLATE_NOOP("Domain", "文件夹中的 {count} 个文件与清单一致，没有缺少或多出。"),
        QT_TRANSLATE_NOOP("Domain", "清单没有签名，不能证明来源；请以签名的成果文件为准。"),
    ),
    Outcome.CHANGED: (
        QT_TRANSLATE_NOOP("Domain", "文件夹中的文件与清单不一致，不能采信。"),
        QT_TRANSLATE_NOOP("Domain", "改动之处：{places}。"),
    ),
    Outcome.INCOMPLETE: (
        QT_TRANSLATE_NOOP("Domain", "文件夹不完整，缺少清单所列的文件。"),
        QT_TRANSLATE_NOOP("Domain", "缺少之处：{places}。请重新取得完整的文件。"),
    ),
    Outcome.UNREADABLE: (
        QT_TRANSLATE_NOOP("Domain", "清单无法读取，不能核验。"),
        QT_TRANSLATE_NOOP("Domain", "请重新取得完整的文件夹。"),
    ),
}
_ALL = {
    Subject.PACKAGE: _SENTENCES,
    Subject.SURVEY: _OF_SURVEYS,
    Subject.FOLDER: _OF_FOLDERS,
}
_PRINTED = {
    PrintedState.EQUAL: QT_TRANSLATE_NOOP(
        "Domain", "页面文字与随附数据一致（核对 {lines} 行）；照片和图形未比对。"
    ),
    PrintedState.DIFFERENT: QT_TRANSLATE_NOOP("Domain", "页面文字与随附数据不一致。"),
    PrintedState.NOT_JUDGED: QT_TRANSLATE_NOOP(
        "Domain", "页面文字没有与随附数据比对：文件不完好，或不是本版程序的格式。"
    ),
}
_MOST_PLACES = 3


def say_verdict(verdict: PackageVerdict, catalog: Catalog) -> tuple[str, str]:
    """Return the verdict in two sentences."""
    end = "。" if catalog.language == "zh" else "."
    named = dict.fromkeys(_name(each, catalog) for each in verdict.signers)
    names = catalog.joined(named) or "–"
    told = [catalog.explain(each).rstrip(end) for each in verdict.details[:_MOST_PLACES]]
    places = catalog.strung(told) or "–"
    first, second = (
        catalog.text("Domain", source) for source in _ALL[verdict.subject][verdict.outcome]
    )
    known = {"names": names, "places": places, "count": verdict.count}
    return first.format(**known), second.format(**known)


def say_printed(verdict: PackageVerdict, catalog: Catalog) -> str:
    """Return whether pages and data agree, in a sentence; empty for what has no pages."""
    if verdict.subject is not Subject.PACKAGE:
        return ""
    return catalog.text("Domain", _PRINTED[verdict.printed]).format(lines=verdict.lines)


def _name(signer: SignerFinding, catalog: Catalog) -> str:
    place = " ".join(part for part in (signer.unit, role_words(signer.role, catalog)) if part)
    if not place:
        return signer.name
    return f"{signer.name}（{place}）" if catalog.language == "zh" else f"{signer.name} ({place})"
