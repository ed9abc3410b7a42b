"""Visits as they leave a survey, made of a form and answers alone."""

from collections.abc import Mapping
from typing import Any

from fieldaudit.assess.verdict import conclude
from fieldaudit.form.definition import Form
from fieldaudit.form.state import RowKind
from fieldaudit.package.exports.content import CellKind, Column, Table
from fieldaudit.package.exports.visit import Excused, Failed, LeavingVisit
from fieldaudit.visit.draft import Draft
from fieldaudit.visit.judgement import AnswerState
from fieldaudit.visit.records import Photo, Site, Status
from tests.kit.forms import a_draft, a_form

FORM = """
| survey |
| | type | name | label::中文 (zh) | label::English (en) | relevant | bind::fa:severity | bind::fa:pass | bind::fa:limit | bind::fa:clause | bind::fa:unit |
| | text | COM-05-person | 人员 | Person | | | | | | |
| | begin_group | fibre | 光纤 | Fibre | | | | | | |
| | decimal | RES-26 | 光功率 | Power | | major | . >= -27 | ≥ −27 | G.984.2 | dBm |
| | integer | RES-05 | 户数 | Homes | | | | | | 户 |
| | select_one yes_no | RES-07 | 平等接入 | Equal access | | critical | . = 'yes' | | | |
| | select_multiple operators | RES-06 | 运营商 | Operators | | | | | | |
| | date | RES-02 | 建成 | Built | | | | | | |
| | dateTime | RES-03 | 时间 | Time | | | | | | |
| | text | RES-36 | 备注 | Remark | ${RES-07} = 'no' | | | | | |
| | image | RES-20 | 照片 | Photo | | | | | | |
| | geopoint | RES-21 | 位置 | Place | | | | | | |
| | geoshape | RES-22 | 边界 | Boundary | | | | | | |
| | end_group | | | | | | | | | |
| | begin_repeat | homes | 抽样户 | Homes | | | | | | |
| | decimal | speed | 速率 | Rate | | minor | . >= 900 | ≥ 900 | | Mbps |
| | begin_repeat | rooms | 房间 | Rooms | | | | | | |
| | text | room | 名称 | Name | | | | | | |
| | end_repeat | | | | | | | | | |
| | end_repeat | | | | | | | | | |
| | begin_group | radio | 电信 | Radio | | | | | | |
| | text | BTS-07 | 频段 | Bands | | | | | | |
| | end_group | | | | | | | | | |
| choices |
| | list_name | name | label::中文 (zh) | label::English (en) |
| | yes_no | yes | 是 | Yes |
| | yes_no | no | 否 | No |
| | operators | ct | 电信 | CT |
| | operators | cm | 移动 | CM |
| settings |
| | form_title | form_id | version | default_language | namespaces |
| | 小检查表 | small | 1 | 中文 (zh) | fa="https://fieldaudit.cn/xforms" |
"""  # noqa: E501 - a table

SITE = Site(
    "site-1", "RES-0001", "示例小区", "residential", "大竹林街道", "示例路1号", "29.62 106.49"
)
"""Where visits are made."""

PHOTO = Photo(
    id="photo-1",
    visit="visit-1",
    question="fibre/RES-20",
    caption="箱体",
    blob="ab" * 32,
    name="IMG_1.JPG",
    taken_at="2022-07-08T09:10:00+08:00",
    taken_from="exif",
    position="29.62 106.49",
    width=4000,
    height=3000,
)
"""A photo of a visit."""

ANSWERS = {
    "fibre/RES-26": "-31.0",
    "fibre/RES-05": "300",
    "fibre/RES-07": "yes",
    "fibre/RES-06": "ct cm",
    "fibre/RES-02": "2016-05-01",
    "fibre/RES-03": "2022-07-08T09:41:00+08:00",
    "fibre/RES-21": "29.6212345678 106.4998765 210 4.9",
    "fibre/RES-22": "29.62 106.49 0 0; 29.62 106.50 0 0; 29.63 106.50 0 0; 29.62 106.49 0 0",
    "homes/h1/speed": "940",
    "homes/h1/rooms/r1/room": "客厅",
    "homes/h2/speed": "300",
}
"""One of each."""


def small_form(version: str = "1", **replaced: str) -> Form:
    """Return the small checklist in a version, with some of its words replaced."""
    text = FORM.replace("| small | 1 |", f"| small | {version} |")
    for old, new in replaced.items():
        text = text.replace(old.replace("_", "-"), new)
    return a_form(text)


def a_leaving_visit(
    answers: Mapping[str, str] | None = None, *, form: Form | None = None, **further: Any
) -> LeavingVisit:
    """Return a visit with these answers."""
    form = form or small_form()
    draft = a_draft(form, ANSWERS if answers is None else answers)
    rows = draft.rows()
    shown = [draft.shown(r.path) for r in rows if r.kind is RowKind.QUESTION and r.relevant]
    told = dict(draft.instance.relevant_values())
    usual: dict[str, Any] = {
        "id": "visit-1",
        "site": SITE,
        "status": Status.ACCEPTED,
        "inspector": "张三",
        "started": "2022-07-08T09:00:00+08:00",
        "ended": "2022-07-08T10:00:00+08:00",
        "signed": "",
        "position": "29.62 106.49 0 5",
        "failed": tuple(Failed(each.path, each.question) for each in shown if each.finding),
        "excused": tuple(
            Excused(each.path, each.question, each.answered.value, each.reason)
            for each in shown
            if each.answered is not AnswerState.ANSWERED
        ),
    }
    return LeavingVisit(
        form=form,
        verdict=conclude((e.question.audit.severity, e.judgement) for e in shown),
        answers=told,
        words=_words(draft, told),
        instances=tuple(r.path for r in rows if r.kind is RowKind.INSTANCE and r.relevant),
        **(usual | further),
    )


def _words(draft: Draft, answers: Mapping[str, str]) -> dict[str, str]:
    found = {}
    for path, text in answers.items():
        labels = {c.value: c.label["中文 (zh)"] for c in draft.choices(path)}
        if labels:
            found[path] = "、".join(labels[code] for code in text.split())
    return found


def a_table(*rows: tuple, name: str = "table", kinds: tuple[CellKind, ...] = ()) -> Table:
    """Return a table whose columns are named a, b, c …"""
    width = max((len(row) for row in rows), default=2)
    kinds = kinds or (CellKind.TEXT,) * width
    columns = (Column("abcdefgh"[n], f"列{n}", kind) for n, kind in enumerate(kinds))
    return Table(name, f"表 {name}", tuple(columns), rows)


def by_id(table: Table, row: int = 0) -> dict:
    """Return column id → cell of one row."""
    return dict(zip((column.id for column in table.columns), table.rows[row], strict=True))
