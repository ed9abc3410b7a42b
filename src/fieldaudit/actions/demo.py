"""The whole flow on the bundled example: two inspectors, one office, one signed package.

Every step goes through the same actions as the window and the commands.
"""

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from fieldaudit.actions import (
    example,
    identities,
    merges,
    packages,
    reviews,
    sites,
    surveys,
    visit_import,
    visits,
)
from fieldaudit.actions.writing import author_of
from fieldaudit.errors import BadInput, Code
from fieldaudit.package.verdict import say_verdict
from fieldaudit.package.words import SEALS
from fieldaudit.store.survey import Survey
from fieldaudit.texts import QT_TRANSLATE_NOOP, Catalog
from fieldaudit.visit.draft import WARNINGS
from fieldaudit.visit.identity import Identity
from fieldaudit.visit.records import Balance, Status

PASSWORD = "demo-2022"  # noqa: S105 - printed for everybody, opens invented identities only
_MARK = ".fieldaudit-demo"
_JOINT_SITE = "CY-R-001"
_SECOND_COUNT = "826"
_REASON = "与物业台账核对，总户数为826户"
_FLIPPED = 0.5

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class DemoReport:
    """Where the example lies."""

    folder: Path
    """Everything that was made."""

    survey: Path
    """The office's survey file."""

    package: Path
    """The signed package."""

    tampered: Path
    """A copy of it with one byte changed."""

    balance: Balance
    """What merging counted."""

    outcome: str
    """Verdict on the package."""

    tampered_outcome: str
    """Verdict on the changed copy."""


class Demo:
    """The steps of the example, in one folder."""

    def __init__(self, folder: Path, say: Say, catalog: Catalog) -> None:
        """Prepare to work in `folder`, telling each step to `say`."""
        self.folder = folder
        self._say = say
        self._catalog = catalog
        self._people: list[Identity] = []

    def run(self) -> DemoReport:
        """Carry out every step."""
        _clear(self.folder)
        self._make_people()
        joint = self._prepare()
        handed = [self._inspect(number, joint) for number in (0, 1)]
        balance = self._merge(handed)
        package = self._package()
        return self._verify(package, balance)

    @property
    def survey(self) -> Path:
        """The office's survey file."""
        return self.folder / "survey.gpkg"

    def _tell(self, text: str, **params: object) -> None:
        self._say(self._catalog.text("Demo", text, **params))

    def _make_people(self) -> None:
        people = (
            ("专班办公室（示例）", "office"),
            (example.name_of(0), "inspector"),
            (example.name_of(1), "inspector"),
        )
        for file, (name, role) in zip(("office", "a", "b"), people, strict=True):
            path = self.folder / f"{file}.p12"
            unit = "两江新区示例"
            self._people.append(
                identities.create(path, name=name, role=role, unit=unit, password=PASSWORD)
            )
        self._tell(_PEOPLE, count=len(people), password=PASSWORD)

    def _prepare(self) -> str:
        """Make the survey with its register, vouch for the inspectors, assign the joint visit."""
        office = author_of(self._people[0])
        streets = example.street_names()
        surveys.new_survey(
            self.survey,
            name="两江新区千兆城市核查 2022（示例）",
            founder=office,
            region="重庆两江新区",
            streets=streets,
        )
        with surveys.open_survey(self.survey) as survey:
            found = sites.import_sites(
                survey, file=example.register(), example=True, author=office
            ).value
            for person in self._people[1:]:
                identities.trust(survey, certificate=person.certificate, identity=self._people[0])
            joint_site = next(s for s in sites.list_sites(survey) if s.code == _JOINT_SITE)
            joint = visits.start_visit(survey, site=joint_site.id, author=office).value
            surveys.handover(survey, self.folder / "assignment.gpkg", identity=self._people[0])
        self._tell(_PREPARED, streets=len(streets), sites=found.balance.new)
        return joint

    def _inspect(self, number: int, joint: str) -> Path:
        """Let one inspector fill in, check, sign, and hand over."""
        identity = self._people[number + 1]
        own = self.folder / f"inspector-{'ab'[number]}.gpkg"
        shutil.copyfile(self.folder / "assignment.gpkg", own)
        out = self.folder / "handed-over" / own.name
        out.parent.mkdir(exist_ok=True)
        with surveys.open_survey(own) as survey:
            known = {site.code: site for site in sites.list_sites(survey)}
            material = self.folder / "material" / "ab"[number]
            file, photos = example.write_material(material, number, known, joint)
            author = author_of(identity)
            done = visit_import.import_visits(survey, file=file, author=author).value
            refused = [visit for visit in done if visit.refused]
            if refused:
                raise BadInput(refused[0].problems[0].code, **refused[0].problems[0].params)
            doubts = [p for visit in done for p in visit.problems if p.code in WARNINGS]
            self._tell(
                _INSPECTED, name=identity.name, visits=len(done), photos=photos, doubts=len(doubts)
            )
            if number == 1:
                self._differ(survey, joint)
            signed = [visit.id for visit in done]
            sealed = visits.sign_visits(survey, visits=signed, identity=identity).value
            balance = surveys.handover(survey, out, identity=identity).value
            self._tell(
                _HANDED, name=identity.name, sealed=sealed, file=out.name, **_counts(balance)
            )
        return out

    def _differ(self, survey: Survey, joint: str) -> None:
        """The second inspector counts the households of the joint visit differently."""
        visits.keep_draft(survey, visit=joint, changes={"base/RES-05": _SECOND_COUNT})
        visits.save_visit(survey, visit=joint, author=author_of(self._people[2]))

    def _merge(self, handed: list[Path]) -> Balance:
        office = author_of(self._people[0])
        with surveys.open_survey(self.survey) as survey:
            balance = merges.merge(survey, sources=handed).value
            self._tell(_MERGED, files=len(handed), **_counts(balance))
            for source in balance.sources:
                states = source.seals.items()
                say = self._catalog.text
                told = (f"{name} {say('Pdf', SEALS[state])}" for name, state in states)
                seals = self._catalog.joined(told)
                self._tell(
                    _SOURCE, name=source.name, new=source.new, known=source.known, seals=seals
                )
            for conflict in merges.list_conflicts(survey):
                values = " / ".join(f"{rival.author}: {rival.value}" for rival in conflict.rivals)
                self._tell(_CONFLICT, title=conflict.title, path=conflict.path, values=values)
                merges.settle(
                    survey,
                    record=conflict.record,
                    path=conflict.path,
                    value=_SECOND_COUNT,
                    reason=_REASON,
                    author=office,
                )
                self._tell(_SETTLED, value=_SECOND_COUNT, reason=_REASON)
            signed = [visit.id for visit in visits.list_visits(survey, status=Status.SIGNED)]
            reviews.accept(survey, visits=signed, author=office)
            self._tell(_ACCEPTED, visits=len(signed))
        return balance

    def _package(self) -> Path:
        out = self.folder / "package.pdf"
        with surveys.open_survey(self.survey) as survey:
            language = self._catalog.language
            report = packages.build(
                survey, out=out, identity=self._people[0], language=language
            ).value
        self._tell(_BUILT, pages=report.pages, size=report.bytes // 1024, file=out.name)
        return out

    def _verify(self, package: Path, balance: Balance) -> DemoReport:
        with surveys.open_survey(self.survey, readonly=True) as survey:
            trusted = packages.trusted_keys(survey)
        genuine = packages.verify(package, trusted=trusted)
        self._tell(_VERIFIED, outcome=say_verdict(genuine, self._catalog)[0])
        tampered = self.folder / "package-tampered.pdf"
        data = bytearray(package.read_bytes())
        data[int(len(data) * _FLIPPED)] ^= 1
        tampered.write_bytes(data)
        changed = packages.verify(tampered, trusted=trusted)
        self._tell(_TAMPERED, outcome=say_verdict(changed, self._catalog)[0])
        self._tell(_DONE, survey=self.survey, package=package)
        return DemoReport(
            folder=self.folder,
            survey=self.survey,
            package=package,
            tampered=tampered,
            balance=balance,
            outcome=genuine.outcome.value,
            tampered_outcome=changed.outcome.value,
        )


def run(folder: Path, *, say: Say, catalog: Catalog) -> DemoReport:
    """Carry out the whole flow in `folder`; an earlier example there is made anew.

    Raises:
        BadInput: the folder holds anything else.
    """
    return Demo(folder, say, catalog).run()


def _clear(folder: Path) -> None:
    if folder.is_file():
        raise BadInput(Code.FILE_EXISTS, file=folder.name)
    if folder.exists() and any(folder.iterdir()):
        if not (folder / _MARK).exists():
            raise BadInput(Code.FOLDER_NOT_EMPTY, file=str(folder))
        shutil.rmtree(folder)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / _MARK).touch()


def _counts(balance: Balance) -> Mapping[str, object]:
    return {
        "taken": balance.taken,
        "new": balance.new,
        "known": balance.known,
        "refused": balance.refused,
        "conflicts": balance.conflicts,
        "expected": balance.photos_expected,
        "present": balance.photos_present,
        "damaged": balance.photos_damaged,
        "lost": balance.lost,
    }


_PEOPLE = QT_TRANSLATE_NOOP("Demo", "1 身份：建立 {count} 个示例身份（密码 {password}）")
_PREPARED = QT_TRANSLATE_NOOP(
    "Demo", "2 准备：{streets} 个街道，{sites} 个示例站点，已为两名巡查员作保"
)
_INSPECTED = QT_TRANSLATE_NOOP(
    "Demo", "3 检查：{name} {visits} 次检查，{photos} 张照片，{doubts} 条照片提示"
)
_HANDED = QT_TRANSLATE_NOOP(
    "Demo",
    "4 移交：{name} 封签 {sealed} 条修订 → {file}：{new}/{taken} 条，"
    "照片 {present}/{expected}，遗失 {lost}",
)
_MERGED = QT_TRANSLATE_NOOP(
    "Demo",
    "5 合并：{files} 个文件，收到 {taken} = 新增 {new} + 已有 {known} + 拒绝 {refused}；"
    "冲突 {conflicts}；照片 {present}/{expected}，损坏 {damaged}，遗失 {lost}",
)
_SOURCE = QT_TRANSLATE_NOOP("Demo", "    {name}：新增 {new}，已有 {known}；封签 {seals}")
_CONFLICT = QT_TRANSLATE_NOOP("Demo", "6 冲突：{title} {path}：{values}")
_SETTLED = QT_TRANSLATE_NOOP("Demo", "    采用 {value}，理由：{reason}")
_ACCEPTED = QT_TRANSLATE_NOOP("Demo", "7 接收：{visits} 次检查")
_BUILT = QT_TRANSLATE_NOOP("Demo", "8 成果包：{file}，{pages} 页，{size} KB，已签名")
_VERIFIED = QT_TRANSLATE_NOOP("Demo", "9 核验：原件——{outcome}")
_TAMPERED = QT_TRANSLATE_NOOP("Demo", "    改动一个字节的副本——{outcome}")
_DONE = QT_TRANSLATE_NOOP("Demo", "完成。调查文件：{survey}  成果包：{package}")
