"""Files that people attach: the first bytes of each kind, and a checklist that asks for them."""

import io
import wave
from pathlib import Path

from fieldaudit.actions import forms
from fieldaudit.actions.writing import author_of
from fieldaudit.store.survey import Survey
from tests.kit.office import an_office

FORM = """
| survey | | | | | | |
|---|---|---|---|---|---|---|
| | type | name | label::中文 (zh) | label::English (en) | required | relevant | body::accept |
| | text | COM-01 | 编码 | Code | | | |
| | begin_group | proof | 证明材料 | Proof | | | |
| | select_one yes_no | shared | 有共享 | Shared | | | |
| | file | contract | 协议 | Agreement | yes | ${shared} = 'yes' | .pdf, .docx |
| | audio | talk | 访谈录音 | Interview | | | |
| | video | tour | 现场录像 | Video | | | |
| | image | door | 门牌 | Door | | | |
| | begin_repeat | rooms | 机房 | Rooms | | | |
| | text | room | 名称 | Name | | | |
| | file | plan | 平面图 | Plan | | | |
| | end_repeat | | | | | | |
| | end_group | | | | | | |
| choices | | | | |
| | list_name | name | label::中文 (zh) | label::English (en) |
| | yes_no | yes | 是 | Yes |
| | yes_no | no | 否 | No |
| settings | | | | |
| | form_title | form_id | version | default_language | namespaces |
| | 材料检查 | residential | 2099010101 | 中文 (zh) | fa="https://fieldaudit.cn/xforms" |
"""
"""A checklist with questions for files, also in a repeat."""

PDF = b"%PDF-1.7\n% an agreement\n"
MP4 = b"\0\0\0\x18ftypisom\0\0\2\0isomiso2" + bytes(200)
M4A = b"\0\0\0\x18ftypM4A \0\0\2\0isomiso2" + bytes(200)
PROGRAM = b"MZ\x90\0\3\0\0\0" + bytes(100)


def a_wav(seconds: float = 0.1) -> bytes:
    """Return silence as a sound file."""
    made = io.BytesIO()
    with wave.open(made, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(8000)
        sound.writeframes(bytes(int(16000 * seconds)))
    return made.getvalue()


def with_files_asked(survey: Survey) -> Survey:
    """Give a prepared survey the checklist that asks for files, as its newest version."""
    file = survey.path.with_name("papers.md")
    file.write_text(FORM, "utf-8")
    forms.add_form(survey, file=file, author=author_of(an_office()))
    return survey


def a_file(folder: Path, name: str, data: bytes = PDF) -> Path:
    """Write a file to attach."""
    file = folder / name
    file.write_bytes(data)
    return file
