import pytest

from fieldaudit.actions import wording
from fieldaudit.actions.wording import words_of
from fieldaudit.form.definition import Severity
from fieldaudit.texts import Catalog
from fieldaudit.visit.records import Status
from fieldaudit.visit.sharing_states import State

ZH, EN = Catalog("zh"), Catalog("en")


def test_codes_of_one_spelling_are_told_apart_by_their_type() -> None:
    assert words_of(Status.ACCEPTED, ZH) == "已接收"
    assert words_of(State.ACCEPTED, ZH) == "已验收"
    assert words_of(Severity.MAJOR, EN) == "Major"


@pytest.mark.parametrize(
    ("field", "code", "word"),
    [
        ("form", "base_station", "基站"),
        ("form", "F25", "F25 室内分布系统共享"),
        ("kind", "swap", "置换"),
        ("owner", "tower", "中国铁塔"),
        ("unit", "place", "处"),
        ("role", "reviewer", "街道审核"),
    ],
)
def test_a_text_is_read_by_its_field(field: str, code: str, word: str) -> None:
    assert words_of(code, ZH, field) == word


def test_what_is_no_code_stands_for_itself() -> None:
    assert words_of("RES-0001", ZH, "site") is None
    assert words_of("自建检查表", ZH, "form") is None


def test_every_member_has_its_word() -> None:
    for table in wording._OF_TYPES:
        members = type(next(iter(table)))
        assert set(table) == set(members)
