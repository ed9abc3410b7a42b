"""A small checklist with one question of each kind, and its model."""

from fieldaudit.gui.models.questions import QuestionsModel
from tests.kit.forms import a_draft

# ruff: noqa: E501 - a table is read by its columns
CHECKLIST = """
| survey | | | | | | | | | | | | |
|---|---|---|---|---|---|---|---|---|---|---|---|---|
| | type | name | label::中文 (zh) | label::English (en) | hint::中文 (zh) | relevant | required | constraint | constraint_message::中文 (zh) | bind::fa:severity | bind::fa:pass | bind::fa:photo |
| | begin_group | base | 基础 | Base | | | | | | | | |
| | select_one yn | lift | 有电梯 | Lift | 看一看 | | yes | | | | | |
| | integer | lifts | 电梯数 | Lifts | | ${lift} = 'yes' | | . > 0 | 应大于 0 | | | |
| | decimal | power | 光功率 | Power | | | | | | critical | . >= -27 and . <= -8 | fails |
| | text | note | 说明 | Note | | | | | | | | |
| | end_group | | | | | | | | | | | |
| | begin_group | more | 其他 | More | | | | | | | | |
| | select_multiple ops | ops | 运营商 | Operators | | | | | | | | |
| | select_one many | many | 街道 | Street | | | | | | | | |
| | date | day | 日期 | Day | | | | | | | | |
| | time | hour | 时刻 | Hour | | | | | | | | |
| | dateTime | moment | 时间 | Moment | | | | | | | | |
| | geopoint | place | 位置 | Place | | | | | | | | |
| | image | photo | 照片 | Photo | | | | | | | | always |
| | acknowledge | agreed | 已读 | Agreed | | | | | | | | |
| | note | remark | 提示 | Remark | | | | | | | | |
| | begin_repeat | people | 人员 | People | | | | | | | | |
| | text | person | 姓名 | Name | | | | | | | | |
| | end_repeat | | | | | | | | | | | |
| | end_group | | | | | | | | | | | |

| choices | | | | |
|---|---|---|---|---|
| | list_name | name | label::中文 (zh) | label::English (en) |
| | yn | yes | 是 | Yes |
| | yn | no | 否 | No |
| | ops | ct | 电信 | CT |
| | ops | cm | 移动 | CM |
| | many | a | 甲 | A |
| | many | b | 乙 | B |
| | many | c | 丙 | C |
| | many | d | 丁 | D |
| | many | e | 戊 | E |
| | many | f | 己 | F |
| | many | g | 庚 | G |

| settings | | | | |
|---|---|---|---|---|
| | form_title | form_id | default_language | namespaces |
| | 小检查 | small | 中文 (zh) | fa="https://fieldaudit.cn/xforms" |
"""


def a_model(**answers: str) -> QuestionsModel:
    """Return the model of the checklist with some answers."""
    given = {path.replace("__", "/"): text for path, text in answers.items()}
    return QuestionsModel(a_draft(CHECKLIST, given), "zh")
