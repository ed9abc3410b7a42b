import json
from pathlib import Path
from typing import Any

import pytest

from fieldaudit.actions import visit_file
from fieldaudit.actions.forms import load_form_file
from fieldaudit.errors import BadInput, Code
from fieldaudit.form.definition import Form
from tests.kit.office import write_form


@pytest.fixture(scope="module")
def form(tmp_path_factory: pytest.TempPathFactory) -> Form:
    return load_form_file(write_form(tmp_path_factory.mktemp("form")))


def answers(form: Form, given: dict, saved: dict[str, str] | None = None) -> dict[str, str]:
    return dict(visit_file.answers(given, form, saved or {}))


@pytest.mark.parametrize(
    "text",
    [
        *("", "{", "[]", "3", '{"visits": 3}', '{"visits": [3]}', '{"visit": []}'),
        '{"visits": [{"answers": {"a": "\\ud800"}}]}',
        "[" * 100_000,
        "\x00\x01\xff",
    ],
)
def test_garbage_is_refused_with_its_name(text: str, tmp_path: Path) -> None:
    file = tmp_path / "visits.json"
    file.write_bytes(text.encode("latin-1"))
    with pytest.raises(BadInput) as caught:
        visit_file.read_visits(file)
    assert caught.value.code is Code.VISIT_FILE
    assert caught.value.params["file"] == "visits.json"
    assert len(str(caught.value)) < 200


def test_visits_are_returned_as_they_stand(tmp_path: Path) -> None:
    file = tmp_path / "visits.json"
    file.write_text(json.dumps({"visits": [{"site": "RES-1"}]}), "utf-8")
    assert visit_file.read_visits(file) == [{"site": "RES-1"}]


def test_a_header_says_who_when_and_where() -> None:
    said = {"inspector": "张三", "started": "2022-07-08T09:00:00+08:00", "position": "29.6 106.5"}
    assert visit_file.header(said) == {
        "$inspector": "张三",
        "$started": "2022-07-08T09:00:00+08:00",
        "$position": "29.6 106.5",
    }


@pytest.mark.parametrize("when", ["yesterday", "2022-07-08T09:00:00", 5])
def test_a_time_needs_its_offset(when: object) -> None:
    with pytest.raises(BadInput) as caught:
        visit_file.header({"ended": when})
    assert caught.value.code is Code.VISIT_FILE


def test_answers_are_named_by_question_or_path(form: Form) -> None:
    found = answers(form, {"answers": {"RES-26": -19.5, "site/COM-14": False, "COM-02": None}})
    values = {path: text for path, text in found.items() if "$" not in path}
    assert values == {"fibre/RES-26": "-19.5", "site/COM-14": "no", "site/COM-02": ""}


def test_instances_get_ids_of_their_own(form: Form) -> None:
    homes = [{"home-place": "甲"}, {"home-place": "乙", "$id": "two"}]
    found = answers(form, {"answers": {"homes": homes}})
    assert found["fibre/homes/two/home-place"] == "乙"
    assert sorted(text for path, text in found.items() if path.endswith("home-place")) == [
        *("乙", "甲")
    ]


def test_instances_take_the_places_of_those_saved(form: Form) -> None:
    saved = {
        "fibre/homes/b/home-place": "甲",
        "fibre/homes/b/$order": "1",
        "fibre/homes/a/home-place": "乙",
        "fibre/homes/a/$order": "2",
        "fibre/homes/c/home-place": "丙",
        "fibre/homes/c/$order": "nonsense",
    }
    given = [{"home-place": "一"}, {"home-place": "二"}]
    found = answers(form, {"answers": {"homes": given}}, saved)
    assert {path: found[path] for path in found if path.endswith("home-place")} == {
        "fibre/homes/c/home-place": "一",
        "fibre/homes/b/home-place": "二",
        "fibre/homes/a/home-place": "",
    }


def test_an_excuse_is_a_state_with_a_reason_and_an_answer_ends_it(form: Form) -> None:
    excuse = {"RES-26": {"state": "no_access", "reason": "无人应答"}}
    found = answers(form, {"states": excuse})
    assert found == {"fibre/RES-26/$state": "no_access", "fibre/RES-26/$reason": "无人应答"}
    ended = {"fibre/RES-26/$state": "", "fibre/RES-26/$reason": ""}
    assert answers(form, {"answers": {"RES-26": "-19"}}) == {"fibre/RES-26": "-19", **ended}
    assert answers(form, {"states": {"RES-26": {"state": "answered"}}}) == ended


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"answers": {"RES-99": "1"}}, Code.ANSWER_UNKNOWN),
        ({"answers": {"home-place": "甲"}}, Code.ANSWER_UNKNOWN),
        ({"answers": {"rooms": [{}]}}, Code.ANSWER_UNKNOWN),
        ({"answers": {"homes": ["甲"]}}, Code.VISIT_FILE),
        ({"answers": {"homes": [{"$id": "../up"}]}}, Code.VISIT_FILE),
        ({"answers": {"RES-26": {"value": 1}}}, Code.VISIT_FILE),
        ({"answers": ["RES-26"]}, Code.VISIT_FILE),
        ({"states": {"RES-99": {"state": "no_access"}}}, Code.ANSWER_UNKNOWN),
        ({"states": {"RES-26": {"state": "asleep"}}}, Code.VISIT_FILE),
        ({"states": {"RES-26": "no_access"}}, Code.VISIT_FILE),
    ],
)
def test_what_the_form_does_not_ask_is_refused(given: dict, code: Code, form: Form) -> None:
    with pytest.raises(BadInput) as caught:
        answers(form, given)
    assert caught.value.code is code


def test_photos_and_logs_are_named(form: Form) -> None:
    photos = [{"file": "a.jpg"}, {"file": "b.jpg", "question": "RES-20", "caption": "箱门"}]
    told: dict[str, Any] = {"photos": photos, "logs": ["log.txt"]}
    assert list(visit_file.photos(told)) == [("a.jpg", "", ""), ("b.jpg", "RES-20", "箱门")]
    assert visit_file.logs(told) == ["log.txt"]
    for bad in ({"photos": ["a.jpg"]}, {"photos": [{"file": ""}]}, {"photos": "a.jpg"}):
        with pytest.raises(BadInput):
            list(visit_file.photos(bad))
    with pytest.raises(BadInput):
        visit_file.logs({"logs": "log.txt"})


def test_an_id_is_a_uuid_in_its_one_spelling() -> None:
    name = "01890000-0000-7000-8000-00000000000a"
    assert visit_file.visit_id({"id": name}) == name
    assert visit_file.visit_id({}) == visit_file.visit_id({"id": None}) == ""
    for bad in ("nonsense", name.upper(), f"{{{name}}}", 7):
        with pytest.raises(BadInput):
            visit_file.visit_id({"id": bad})
