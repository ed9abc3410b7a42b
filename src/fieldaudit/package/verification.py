"""The verification page: every file with size and hash, how to check, and what a key proves."""

from fieldaudit.package import style
from fieldaudit.package.basis import Relationship
from fieldaudit.package.edition import Edition
from fieldaudit.package.flow import Flow
from fieldaudit.package.fonts import printable
from fieldaudit.package.manifest import MANIFEST_NAME, Entry
from fieldaudit.package.style import LEFT, WIDTH, Style
from fieldaudit.package.table import Column, Row, Run, draw_table
from fieldaudit.package.words import minute, role_words, size
from fieldaudit.package.wrap import wrap
from fieldaudit.texts import QT_TRANSLATE_NOOP
from fieldaudit.visit.identity import describe_certificate

_OWN = Relationship.DATA
_T = {
    "title": QT_TRANSLATE_NOOP("Pdf", "校验页"),
    "files": QT_TRANSLATE_NOOP("Pdf", "随附文件（{count}）"),
    "file": QT_TRANSLATE_NOOP("Pdf", "文件"),
    "bytes": QT_TRANSLATE_NOOP("Pdf", "字节"),
    "list": QT_TRANSLATE_NOOP("Pdf", "清单：列出上述文件"),
    "signed": QT_TRANSLATE_NOOP("Pdf", "签名"),
    "by": QT_TRANSLATE_NOOP(
        "Pdf",
        "本文件在 {time} 由 {name}（{place}）签名。密钥 {algorithm}，摘要 SHA-256，格式 PAdES。",
    ),
    "key": QT_TRANSLATE_NOOP("Pdf", "密钥指纹 SHA-256：{fingerprint}"),
    "until": QT_TRANSLATE_NOOP("Pdf", "证书有效至 {date}，由签名人自行制作。"),
    "issued": QT_TRANSLATE_NOOP("Pdf", "证书有效至 {date}，由 {issuer} 签发。"),
    "later": QT_TRANSLATE_NOOP("Pdf", "街道和专班的后续签名追加在文件末尾，不影响先前的签名。"),
    "unsigned": QT_TRANSLATE_NOOP("Pdf", "本文件没有电子签名，不能证明来源，也不能发现改动。"),
    "how": QT_TRANSLATE_NOOP("Pdf", "怎样核验"),
    "how1": QT_TRANSLATE_NOOP(
        "Pdf",
        "1　运行 fieldaudit package verify 文件名.pdf，或用 PDF 阅读器查看签名面板；无需联网。",
    ),
    "how2": QT_TRANSLATE_NOOP(
        "Pdf", "2　把密钥指纹与签名人单位登记的指纹逐位对照；不一致即不是本人的密钥。"
    ),
    "how3": QT_TRANSLATE_NOOP(
        "Pdf",
        "3　提取随附文件，计算 SHA-256 或 SM3（GB/T 32905-2016），与上表及 manifest.json 对照。",
    ),
    "proof": QT_TRANSLATE_NOOP("Pdf", "自制密钥能证明什么"),
    "proves": QT_TRANSLATE_NOOP(
        "Pdf",
        "能证明：签名之后文件一个字节也没有改动；各次签名是否出自同一把密钥。",
    ),
    "proves_not": QT_TRANSLATE_NOOP(
        "Pdf",
        "不能证明：持有密钥的人是谁（须由单位登记指纹担保）；签名的准确时间（取自签名电脑的时钟）。"
        "它不是由依法设立的电子认证机构担保的可靠电子签名，也不是法定电子印章。",
    ),
}


def draw_verification(flow: Flow, edition: Edition) -> None:
    """Draw the verification page; it begins a page."""
    say = edition.say
    flow.fresh()
    flow.heading(say(_T["title"]), key="verification", level=0)
    _signature(flow, edition)
    flow.heading(say(_T["how"]), style.SUBHEADING)
    for key in ("how1", "how2", "how3"):
        _hanging(flow, say(_T[key]))
    flow.heading(say(_T["proof"]), style.SUBHEADING)
    flow.write(say(_T["proves"]))
    flow.gap(2)
    flow.write(say(_T["proves_not"]))
    _files(flow, edition)


def _signature(flow: Flow, edition: Edition) -> None:
    say, signer = edition.say, edition.signer
    flow.heading(say(_T["signed"]), style.SUBHEADING)
    if signer is None:
        flow.write(say(_T["unsigned"]), Style(9.5, 14, bold=True, colour=style.RED))
        return
    time = minute(edition.content.made_at)
    role = role_words(signer.role, edition.catalog)
    place = " · ".join(part for part in (signer.unit, role) if part)
    said = say(_T["by"], time=time, name=signer.name, place=place, algorithm=signer.algorithm)
    flow.write(printable(said)[0])
    flow.write(say(_T["key"], fingerprint=signer.fingerprint))
    date = signer.expires.date().isoformat()
    if signer.chain:
        issuer = describe_certificate(signer.chain[0])[0] or "–"
        flow.write(printable(say(_T["issued"], date=date, issuer=issuer))[0])
    else:
        flow.write(say(_T["until"], date=date))
    flow.write(say(_T["later"]))


def _files(flow: Flow, edition: Edition) -> None:
    manifest = edition.manifest
    listed = manifest.to_json()
    flow.heading(edition.say(_T["files"], count=len(manifest.entries) + 1), style.SUBHEADING)
    columns = [
        Column(edition.say(_T["file"]), 190),
        Column(edition.say(_T["bytes"]), 64, "right"),
        Column("SHA-256 · SM3", 220),
    ]
    rows = [_row(each) for each in manifest.entries]
    note = edition.say(_T["list"])
    own = Entry(MANIFEST_NAME, len(listed), manifest.sha256, manifest.sm3, "", _OWN, note)
    rows.append(_row(own))
    draw_table(flow, columns, rows)


def _row(entry: Entry) -> Row:
    note = " · ".join(part for part in (entry.description, entry.media_type) if part)
    name = (Run(entry.name, style.TABLE_BOLD), Run(note, style.SMALL))
    hashes = [(entry.sha256, style.TABLE), (entry.sm3, style.TABLE_QUIET)]
    halves = tuple(Run(part, look) for text, look in hashes for part in (text[:32], text[32:]))
    return Row((name, (Run(size(entry.size)),), halves))


def _hanging(flow: Flow, text: str) -> None:
    """Write a numbered line whose continuation stands below its text."""
    number, rest = text.split(maxsplit=1)
    lines = wrap(rest, WIDTH - 16, style.BODY)
    flow.need(len(lines) * style.BODY.leading)
    flow.put(number, style.BODY_BOLD, y=flow.y)
    flow.y = flow.put_lines(lines, style.BODY, LEFT + 16, y=flow.y)
