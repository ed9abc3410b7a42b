"""What a person can do with identities and trust, in words for somebody new to certificates.

Each is a record: what it is called and for, what it asks, and the deed. Knows no widget.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication

from fieldaudit.texts import QT_TRANSLATE_NOOP

Values = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing that a task asks."""

    key: str
    """Its name in the values."""

    label: str
    """What it is called, to be translated."""

    kind: str = "text"
    """text, file, new, password, again, years."""

    pattern: str = ""
    """Of a file dialog."""

    optional: bool = False
    """Whether it may stay empty."""


@dataclass(frozen=True, slots=True)
class KeyTask:
    """One thing to do."""

    title: str
    """What it is called, to be translated."""

    meaning: str
    """What it is for."""

    asked: tuple[Asked, ...]
    """What it asks, in order."""

    deed: Callable[..., str]
    """Does it, off the window's thread; returns what to say. With `survey` it takes the survey."""

    survey: bool = False
    """Whether it is done in the open survey."""


def say(text: str, **told: object) -> str:
    """Return a text of this module in the window's language."""
    return QCoreApplication.translate("KeyTasks", text).format(**told)


_P12 = "(*.p12 *.pfx *.token)"
_FILE = Asked("file", QT_TRANSLATE_NOOP("KeyTasks", "我的身份文件"), "file", _P12)
_PASSWORD = Asked("password", QT_TRANSLATE_NOOP("KeyTasks", "密码"), "password")
_CERTIFICATE = Asked(
    "certificate", QT_TRANSLATE_NOOP("KeyTasks", "对方的证书"), "file", "(*.pem *.crt *.cer)"
)
_OUT_P12 = Asked("out", QT_TRANSLATE_NOOP("KeyTasks", "新的身份文件"), "new", "(*.p12)")
_WRITTEN = QT_TRANSLATE_NOOP("KeyTasks", "✓ 已写入 {file}。")


def _request(values: Values, library: Path | None) -> str:
    from fieldaudit.actions import identities

    out = Path(values["out"])
    identities.request(Path(values["file"]), out, password=values["password"], library=library)
    return say(_WRITTEN, file=out.name)


def _import(values: Values, library: Path | None) -> str:
    from fieldaudit.actions import identities
    from fieldaudit.actions.files import read_file
    from fieldaudit.visit.identity_certificates import certificates_in

    file, out = Path(values["file"]), Path(values["out"])
    if not values["certificate"]:
        made = identities.take_over(file, out, password=values["password"])
    else:
        told = read_file(Path(values["certificate"]), 1 << 20).decode("ascii", "replace")
        first, *rest = certificates_in(told)
        made = identities.adopt(
            file, out, certificate=first, chain=rest, password=values["password"], library=library
        )
    return say(
        QT_TRANSLATE_NOOP("KeyTasks", "✓ {name} 的身份已写入 {file}，证书有效至 {date}。"),
        name=made.name,
        file=out.name,
        date=made.expires.date().isoformat(),
    )


def _password(values: Values, _library: Path | None) -> str:
    from fieldaudit.actions import identities

    file = Path(values["file"])
    identities.change_password(file, old=values["password"], new=values["fresh"])
    return say(QT_TRANSLATE_NOOP("KeyTasks", "✓ {file} 的密码已更改。"), file=file.name)


def _use_token(values: Values, library: Path | None) -> str:
    from fieldaudit.actions import identities, tokens

    chosen = Path(values["library"]) if values["library"] else library or Path()
    key = tokens.choose(tokens.list_keys(chosen), key=values["key"])
    out = Path(values["out"])
    who = {name: values[name] for name in ("name", "unit")}
    pin = values["password"]
    made = identities.use_token(key, out, library=chosen, pin=pin, role="inspector", **who)
    said = QT_TRANSLATE_NOOP("KeyTasks", "✓ 介质“{token}”上 {name} 的密钥可以用了：打开 {file}。")
    return say(said, token=key.token, name=made.name, file=out.name)


def _issue(values: Values, library: Path | None) -> str:
    from fieldaudit.actions import identities

    office = identities.unlock(Path(values["file"]), values["password"], library=library)
    out, years = Path(values["out"]), int(values["years"])
    made = identities.issue(Path(values["request"]), out, identity=office, years=years)
    said = QT_TRANSLATE_NOOP("KeyTasks", "✓ 已给 {name} 签发证书 {file}；请核对指纹 {key}。")
    return say(said, name=made.name, file=out.name, key=made.fingerprint[:16])


def _people(survey: Any, _values: Values, _library: Path | None) -> str:
    from fieldaudit.actions import identities

    found = identities.list_people(survey)
    lines = [
        say(
            QT_TRANSLATE_NOOP("KeyTasks", "✓ {name}　{key}　已登记")
            if each.trusted
            else QT_TRANSLATE_NOOP("KeyTasks", "? {name}　{key}　没有登记"),
            name=each.name,
            key=each.fingerprint[:16],
        )
        for each in found
    ]
    return "\n".join(lines) or say(QT_TRANSLATE_NOOP("KeyTasks", "调查文件还不认识任何人。"))


def _vouch(word: str) -> Callable[..., str]:
    def deed(survey: Any, values: Values, library: Path | None) -> str:
        from fieldaudit.actions import identities
        from fieldaudit.actions.files import read_file

        founder = identities.unlock(Path(values["file"]), values["password"], library=library)
        pem = read_file(Path(values["certificate"]), 1 << 20).decode("ascii", "replace")
        act = identities.trust if word == "trust" else identities.revoke
        person = act(survey, certificate=pem, identity=founder).value
        said = {
            "trust": QT_TRANSLATE_NOOP("KeyTasks", "✓ {name} 的密钥已登记，指纹 {key}。"),
            "revoke": QT_TRANSLATE_NOOP("KeyTasks", "✓ {name} 的密钥已撤销，指纹 {key}。"),
        }
        return say(said[word], name=person.name, key=person.fingerprint[:16])

    return deed


def _rotate(survey: Any, values: Values, _library: Path | None) -> str:
    from fieldaudit.actions import identities

    out = Path(values["out"])
    done = identities.rotate(survey, Path(values["file"]), out, password=values["password"])
    said = QT_TRANSLATE_NOOP("KeyTasks", "✓ {name} 的新密钥在 {file}；旧密钥不再签名。")
    return say(said, name=done.value.name, file=out.name)


def _trustlist(survey: Any, values: Values, library: Path | None) -> str:
    from fieldaudit.actions import identities, trustlists

    founder = identities.unlock(Path(values["file"]), values["password"], library=library)
    out = Path(values["out"])
    made = trustlists.write_trustlist(survey, out, identity=founder)
    said = QT_TRANSLATE_NOOP("KeyTasks", "✓ {count} 人的名单已写入 {file}。")
    return say(said, count=len(made.people), file=out.name)


TASKS: Mapping[str, KeyTask] = {
    "request": KeyTask(
        QT_TRANSLATE_NOOP("KeyTasks", "向单位申请证书"),
        QT_TRANSLATE_NOOP(
            "KeyTasks",
            "写出一份申请，交给单位。单位签发后，别人就知道这把密钥是您的。申请里没有密码和密钥。",
        ),
        (
            _FILE,
            _PASSWORD,
            Asked("out", QT_TRANSLATE_NOOP("KeyTasks", "申请存为"), "new", "(*.csr)"),
        ),
        _request,
    ),
    "import": KeyTask(
        QT_TRANSLATE_NOOP("KeyTasks", "装入证书或别处的身份"),
        QT_TRANSLATE_NOOP(
            "KeyTasks",
            "把单位发回的证书与身份文件合成新的身份文件；不填证书，则装入别处制作的 PKCS#12 文件。",
        ),
        (
            _FILE,
            _PASSWORD,
            Asked(
                "certificate",
                QT_TRANSLATE_NOOP("KeyTasks", "单位发回的证书"),
                "file",
                "(*.pem *.crt *.cer)",
                True,
            ),
            _OUT_P12,
        ),
        _import,
    ),
    "token": KeyTask(
        QT_TRANSLATE_NOOP("KeyTasks", "使用密钥介质（U 盾）"),
        QT_TRANSLATE_NOOP(
            "KeyTasks",
            "密钥留在介质里。写出一个代表它的小文件，以后选这个文件、输入 PIN 就能签名。",
        ),
        (
            Asked("library", QT_TRANSLATE_NOOP("KeyTasks", "厂商的驱动库"), "file", "(*.dll *.so)"),
            Asked("password", QT_TRANSLATE_NOOP("KeyTasks", "PIN"), "password"),
            Asked(
                "key", QT_TRANSLATE_NOOP("KeyTasks", "密钥编号（只有一把时不填）"), optional=True
            ),
            Asked("name", QT_TRANSLATE_NOOP("KeyTasks", "姓名（介质上没有证书时）"), optional=True),
            Asked("unit", QT_TRANSLATE_NOOP("KeyTasks", "单位（介质上没有证书时）"), optional=True),
            Asked("out", QT_TRANSLATE_NOOP("KeyTasks", "身份文件存为"), "new", "(*.token)"),
        ),
        _use_token,
    ),
    "password": KeyTask(
        QT_TRANSLATE_NOOP("KeyTasks", "更改密码"),
        QT_TRANSLATE_NOOP("KeyTasks", "只换锁，不换密钥；以前的签名不受影响。密码无法找回。"),
        (
            _FILE,
            Asked("password", QT_TRANSLATE_NOOP("KeyTasks", "现在的密码"), "password"),
            Asked("fresh", QT_TRANSLATE_NOOP("KeyTasks", "新密码"), "password"),
            Asked("again", QT_TRANSLATE_NOOP("KeyTasks", "再输一次"), "again"),
        ),
        _password,
    ),
    "rotate": KeyTask(
        QT_TRANSLATE_NOOP("KeyTasks", "换新密钥"),
        QT_TRANSLATE_NOOP(
            "KeyTasks",
            "旧密钥在本调查中为新密钥作证，此后只用新的。密码不变。密钥快到期或可能泄露时用。",
        ),
        (_FILE, _PASSWORD, _OUT_P12),
        _rotate,
        survey=True,
    ),
    "people": KeyTask(
        QT_TRANSLATE_NOOP("KeyTasks", "查看本调查认识的人"),
        QT_TRANSLATE_NOOP("KeyTasks", "谁的密钥已由建立者登记；指纹请与本人核对。"),
        (),
        _people,
        survey=True,
    ),
    "trust": KeyTask(
        QT_TRANSLATE_NOOP("KeyTasks", "登记某人的密钥"),
        QT_TRANSLATE_NOOP(
            "KeyTasks", "由调查的建立者作保：这把密钥是这个人的。先与本人核对指纹，再登记。"
        ),
        (_CERTIFICATE, _FILE, _PASSWORD),
        _vouch("trust"),
        survey=True,
    ),
    "revoke": KeyTask(
        QT_TRANSLATE_NOOP("KeyTasks", "撤销某人的密钥"),
        QT_TRANSLATE_NOOP(
            "KeyTasks", "由建立者收回担保：密钥丢失、泄露或人员离开时用。以前用它签的也不再采信。"
        ),
        (_CERTIFICATE, _FILE, _PASSWORD),
        _vouch("revoke"),
        survey=True,
    ),
    "trustlist": KeyTask(
        QT_TRANSLATE_NOOP("KeyTasks", "发出信任名单"),
        QT_TRANSLATE_NOOP(
            "KeyTasks", "由建立者签名的名单，随成果发出；没有调查文件的人凭它知道签名人是谁。"
        ),
        (
            _FILE,
            _PASSWORD,
            Asked("out", QT_TRANSLATE_NOOP("KeyTasks", "名单存为"), "new", "(*.json)"),
        ),
        _trustlist,
        survey=True,
    ),
    "issue": KeyTask(
        QT_TRANSLATE_NOOP("KeyTasks", "为申请签发证书（单位）"),
        QT_TRANSLATE_NOOP(
            "KeyTasks", "用单位身份（新建时勾选“单位”）为一份申请签发证书。先核对申请人和指纹。"
        ),
        (
            Asked("request", QT_TRANSLATE_NOOP("KeyTasks", "收到的申请"), "file", "(*.csr)"),
            Asked("file", QT_TRANSLATE_NOOP("KeyTasks", "单位的身份文件"), "file", _P12),
            _PASSWORD,
            Asked("years", QT_TRANSLATE_NOOP("KeyTasks", "有效年数"), "years"),
            Asked("out", QT_TRANSLATE_NOOP("KeyTasks", "证书存为"), "new", "(*.pem)"),
        ),
        _issue,
    ),
}
"""Key → task, in the order in which they are needed. Taking over a trust list is `adopt`."""
