"""A survey as an office prepares it, with a small checklist, made once per run and copied.

The checklist has one item of each sort that the actions treat in their own way: judged by a
number, critical, with a photo, in a repeat, hidden, computed, filled in by itself, shared.
"""

import json
import shutil
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from fieldaudit.actions import photos, reviews, sites, surveys, visits
from fieldaudit.actions.writing import author_of
from fieldaudit.store import revisions
from fieldaudit.store.revision import Revision
from fieldaudit.store.survey import Survey
from fieldaudit.visit.identity import Identity, create_identity
from tests.kit.identity import PASSWORD

FORM = """
| survey |
| | type | name | label::中文 (zh) | label::English (en) | relevant | required | constraint | calculation | default | bind::fa:severity | bind::fa:pass | bind::fa:limit | bind::fa:photo | bind::fa:unit | parameters |
| | begin_group | site | 站点 | Site | | | | | | | | | | | |
| | text | COM-01 | 编码 | Code | | yes | | | | | | | | | |
| | text | COM-02 | 名称 | Name | | yes | | | | | | | | | |
| | select_one streets | COM-03 | 街道 | Street | | | | | | | | | | | |
| | dateTime | COM-04-start | 到达 | Start | | yes | | | | | | | | | |
| | select_one access | COM-11 | 进入情况 | Access | | yes | | | normal | | | | | | |
| | calculate | entered | | | | | | if(${COM-11} = 'refused', 'no', 'yes') | | | | | | | |
| | select_one yes_no | COM-14 | 禁拍 | Restricted | | | | | no | | | | | | |
| | select_one escorts | COM-16 | 确认 | Acknowledged | | | | | | | | | | | |
| | end_group | | | | | | | | | | | | | | |
| | begin_group | fibre | 光纤 | Fibre | ${entered} = 'yes' | | | | | | | | | | |
| | decimal | RES-26 | 光功率 | Power | | yes | . >= -60 and . <= 10 | | | major | . >= parameter('P6.low') and . <= -8 | −27 … −8 | fails | dBm | |
| | select_one yes_no | RES-07 | 平等接入 | Equal access | | yes | | | | critical | . = 'yes' | 应为“是” | no | | |
| | image | RES-20 | 光交箱照片 | Cabinet photo | | | | | | minor | | | no | | max-pixels=10000 |
| | geopoint | RES-21 | 光交箱位置 | Cabinet place | | | | | | | | | no | | |
| | begin_repeat | homes | 抽样户 | Sampled homes | | | | | | | | | | | |
| | text | home-place | 位置 | Place | | yes | | | | | | | no | | |
| | decimal | home-speed | 速率 | Rate | | | | | | minor | . >= 900 | ≥ 900 | no | Mbps | |
| | end_repeat | | | | | | | | | | | | | | |
| | end_group | | | | | | | | | | | | | | |
| | begin_group | sharing | 共享 | Sharing | ${entered} = 'yes' | | | | | | | | | | |
| | select_one yes_no | RES-34-any | 有共享 | Shared | | | | | | | | | | | |
| | begin_repeat | RES-34 | 共享关系 | Relations | ${RES-34-any} = 'yes' | | | | | | | | | | |
| | text | RES-34-form | 形式 | Form | | | | | | | | | | | |
| | text | RES-34-asset | 资产 | Asset | | | | | | | | | | | |
| | text | RES-34-owner | 产权方 | Owner | | | | | | | | | | | |
| | text | RES-34-users | 使用方 | Users | | | | | | | | | | | |
| | text | RES-34-state | 状态 | State | | | | | | | | | | | |
| | end_repeat | | | | | | | | | | | | | | |
| | end_group | | | | | | | | | | | | | | |
| choices |
| | list_name | name | label::中文 (zh) | label::English (en) |
| | yes_no | yes | 是 | Yes |
| | yes_no | no | 否 | No |
| | access | normal | 正常进入 | Entered |
| | access | refused | 被拒绝 | Refused |
| | escorts | signed | 已签字 | Signed |
| | escorts | refused | 拒签 | Refused to sign |
| | streets | 500112014 | 大竹林街道 | Dazhulin |
| settings |
| | form_title | form_id | version | default_language | namespaces |
| | 小检查表 | residential | {version} | 中文 (zh) | fa="https://fieldaudit.cn/xforms" |
"""  # noqa: E501 - a table

REGISTER = """编码,名称,类型,街道,地址,纬度,经度
RES-0001,大竹林·示例小区,residential,500112014,示例路1号,29.62,106.49
RES-0002,礼嘉·示例小区,residential,礼嘉街道,示例路2号,29.66,106.52
BTS-0001,示例基站,base_station,500112014,示例路3号,29.63,106.50
"""

STREETS = {"500112014": "大竹林街道", "500112019": "礼嘉街道"}
GOOD = {"fibre/RES-26": "-19.5", "fibre/RES-07": "yes"}
"""Answers that finish a visit with the small checklist, all of them conforming."""


def an_office() -> Identity:
    """Return the founder of the survey."""
    return _a_person("专班", "office", "工作专班")


def an_inspector(name: str = "张三") -> Identity:
    """Return an inspector, the same one each time."""
    return _a_person(name, "inspector", "大竹林街道")


@cache
def _a_person(name: str, role: str, unit: str) -> Identity:
    # The actions sign by the device's clock, so the certificate has to be valid today.
    file = Path(mkdtemp(prefix="fieldaudit-")) / "identity.p12"
    born = datetime.now(UTC)
    return create_identity(file, name=name, role=role, unit=unit, password=PASSWORD, now=born)


def write_form(folder: Path, version: str = "2022070801", name: str = "residential.md") -> Path:
    """Write the small checklist into a folder."""
    file = folder / name
    file.write_text(FORM.replace("{version}", version), "utf-8")
    return file


@cache
def _template() -> Path:
    folder = Path(mkdtemp(prefix="fieldaudit-"))
    file, register = folder / "survey.gpkg", folder / "register.csv"
    register.write_text(REGISTER, "utf-8")
    office = author_of(an_office())
    forms = [write_form(folder)]
    surveys.new_survey(
        file, name="核查", founder=office, region="两江新区", streets=STREETS, forms=forms
    )
    with surveys.open_survey(file) as survey:
        sites.import_sites(survey, file=register, author=office)
    return file


def a_prepared_file(path: Path) -> Path:
    """Write a new copy of the prepared survey."""
    return Path(shutil.copyfile(_template(), path))


def a_prepared_survey(path: Path) -> Survey:
    """Open a new copy of the prepared survey."""
    return surveys.open_survey(a_prepared_file(path))


def site_id(survey: Survey, code: str = "RES-0001") -> str:
    """Return the record id of a site."""
    return next(site.id for site in sites.list_sites(survey) if site.code == code)


def a_visit(
    survey: Survey,
    answers: Mapping[str, str | None] | None = None,
    *,
    code: str = "RES-0001",
    by: Identity | None = None,
) -> str:
    """Start a visit and save these answers; return its id."""
    author = author_of(by or an_inspector())
    visit = visits.start_visit(survey, site=site_id(survey, code), author=author).value
    answer(survey, visit, answers or {}, by=by)
    return visit


def answer(
    survey: Survey, visit: str, answers: Mapping[str, str | None], *, by: Identity | None = None
) -> None:
    """Type answers and save them."""
    visits.keep_draft(survey, visit=visit, changes=answers)
    visits.save_visit(survey, visit=visit, author=author_of(by or an_inspector()))


def a_signed_visit(
    survey: Survey,
    answers: Mapping[str, str | None] | None = None,
    *,
    code: str = "RES-0001",
    files: Sequence[Path] = (),
    question: str = "",
) -> str:
    """Finish a visit with photos, and sign it."""
    visit, key = a_visit(survey, GOOD if answers is None else answers, code=code), an_inspector()
    photos.add_photos(survey, visit=visit, files=files, question=question, author=author_of(key))
    visits.sign_visits(survey, visits=[visit], identity=key)
    return visit


def an_accepted_visit(
    survey: Survey,
    answers: Mapping[str, str | None] | None = None,
    *,
    files: Sequence[Path] = (),
) -> str:
    """Finish a visit with photos, sign and accept it."""
    visit = a_signed_visit(survey, answers, files=files)
    reviews.accept(survey, visits=[visit], author=author_of(an_office()))
    return visit


def write_visits(folder: Path, *told: Mapping[str, Any]) -> Path:
    """Write a `visits.json`; what a visit does not say is said for it."""
    usual = {
        "site": "RES-0001",
        "form": "residential",
        "inspector": "张三",
        "started": "2022-07-08T09:00:00+08:00",
        "ended": "2022-07-08T10:00:00+08:00",
    }
    file = folder / "visits.json"
    whole = [{**usual, **each} for each in told]
    file.write_text(json.dumps({"visits": whole}, ensure_ascii=False), "utf-8")
    return file


def history(survey: Survey, record: str) -> list[Revision]:
    """Return the revisions of a record, oldest first."""
    return [each for each in revisions.all_revisions(survey) if each.record == record]
