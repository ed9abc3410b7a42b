from pathlib import Path
from typing import Any

import pytest

from fieldaudit.actions import coverage, exports, reviews, surveys, visit_import, visits
from fieldaudit.actions.changes import Silent
from fieldaudit.errors import BadInput, Cancelled, Code
from fieldaudit.form_codes import FormCode
from fieldaudit.store.survey import Survey
from fieldaudit.visit.records import Status
from fieldaudit.visit.stamp import Author
from tests.kit.office import a_signed_visit, a_visit, history, site_id, write_visits
from tests.kit.papers import PDF, a_file, a_wav, with_files_asked
from tests.kit.photos import a_photo
from tests.unit.actions.logs import a_log

ID = "01890000-0000-7000-8000-000000000001"
ANSWERS: dict[str, Any] = {
    "RES-26": "-31.0",
    "RES-07": "yes",
    "homes": [{"home-place": "一栋", "home-speed": "940"}, {"home-place": "二栋"}],
}


def taken(survey: Survey, *told: dict[str, Any]) -> tuple[visit_import.ImportedVisit, ...]:
    file = write_visits(survey.path.parent, *told)
    return visit_import.import_visits(survey, file=file).value


def test_a_whole_visit_is_taken_in_one_step(survey: Survey, tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(a_photo())
    (tmp_path / "log.txt").write_bytes(a_log())
    excuse = {"COM-16": {"state": "not_applicable", "reason": "无人陪同"}}
    photos = [{"file": "a.jpg", "question": "RES-26", "caption": "读数"}]
    (done,) = taken(
        survey,
        {"id": ID, "answers": ANSWERS, "states": excuse, "photos": photos, "logs": ["log.txt"]},
    )
    assert (done.id, done.site, done.created, done.changed, done.refused) == (
        *(ID, "RES-0001"),
        *(True, True, False),
    )
    sheet = visits.open_visit(survey, visit=ID)
    assert sheet.summary.inspector == "张三"
    assert sheet.summary.started == "2022-07-08T09:00:00+08:00"
    assert sheet.answers["site/COM-16/$state"] == "not_applicable"
    assert [(each.name, each.question, each.caption) for each in sheet.photos] == [
        ("a.jpg", "fibre/RES-26", "读数")
    ]
    assert [each.name for each in sheet.logs] == ["log.txt"]
    assert coverage.coverage_of(survey, visit=ID) is not None
    assert len(history(survey, ID)) == 1
    assert history(survey, ID)[0].author == "name:张三"


def test_the_same_file_again_changes_nothing(survey: Survey, tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(a_photo())
    (tmp_path / "log.txt").write_bytes(a_log())
    told = {"id": ID, "answers": ANSWERS, "photos": [{"file": "a.jpg"}], "logs": ["log.txt"]}
    taken(survey, told)
    before = surveys.info(survey)
    (again,) = taken(survey, told)
    assert (again.id, again.created, again.changed, again.refused) == (ID, False, False, False)
    assert surveys.info(survey) == before


def test_a_visit_that_is_here_is_edited_by_one_revision(survey: Survey) -> None:
    taken(survey, {"id": ID, "answers": ANSWERS})
    (done,) = taken(survey, {"id": ID, "answers": {"RES-26": "-19.5"}})
    assert (done.created, done.changed) == (False, True)
    assert len(visits.list_visits(survey)) == 1
    assert [dict(each.changes) for each in history(survey, ID)[1:]] == [{"fibre/RES-26": "-19.5"}]
    kept = visits.open_visit(survey, visit=ID).answers
    assert sum(path.endswith("home-place") for path in kept) == 2


def test_instances_are_edited_in_place(survey: Survey) -> None:
    taken(survey, {"id": ID, "answers": ANSWERS})
    first, second = ANSWERS["homes"]
    taken(survey, {"id": ID, "answers": {"homes": [first, {**second, "home-speed": "100"}]}})
    (change,) = history(survey, ID)[1].changes.items()
    assert change[0].endswith("home-speed")
    taken(survey, {"id": ID, "answers": {"homes": [first]}})
    places = [
        text
        for path, text in visits.open_visit(survey, visit=ID).answers.items()
        if path.endswith("home-place")
    ]
    assert places == ["一栋"]


def test_an_answer_ends_an_excuse_and_null_takes_an_answer_back(survey: Survey) -> None:
    excuse = {"RES-26": {"state": "not_checked", "reason": "无仪表"}}
    taken(survey, {"id": ID, "answers": {"RES-07": "yes"}, "states": excuse})
    taken(survey, {"id": ID, "answers": {"RES-26": "-19", "RES-07": None}})
    saved = visits.open_visit(survey, visit=ID).answers
    assert saved["fibre/RES-26"] == "-19"
    assert not {"fibre/RES-07", "fibre/RES-26/$state", "fibre/RES-26/$reason"} & set(saved)


def test_what_is_missing_is_told_with_the_visit(survey: Survey) -> None:
    (done,) = taken(survey, {"answers": {"RES-26": "99"}})
    assert not done.refused
    told = {(each.code, each.where) for each in done.problems}
    assert (FormCode.DRAFT_CONSTRAINT, "fibre/RES-26") in told
    assert (FormCode.DRAFT_REQUIRED, "fibre/RES-07") in told


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"site": "RES-9999"}, Code.SITE_UNKNOWN),
        ({"form": "key_place"}, Code.FORM_UNKNOWN),
        ({"inspector": ""}, Code.VISIT_FILE),
        ({"started": "yesterday"}, Code.VISIT_FILE),
        ({"id": "nonsense"}, Code.VISIT_FILE),
        ({"answers": {"RES-99": "1"}}, Code.ANSWER_UNKNOWN),
        ({"photos": [{"file": "none.jpg"}]}, Code.FILE_NOT_FOUND),
        ({"photos": [{"file": "good.jpg"}, {"file": "empty.jpg"}]}, Code.PHOTO_EMPTY),
        ({"photos": [{"file": "good.jpg", "question": "RES-99"}]}, Code.ANSWER_UNKNOWN),
        ({"photos": [{"file": "good.jpg"}], "logs": ["good.jpg"]}, Code.LOG_NOT_TEXT),
    ],
)
def test_a_refused_visit_leaves_nothing_and_the_others_come(
    told: dict, code: Code, survey: Survey, tmp_path: Path
) -> None:
    (tmp_path / "good.jpg").write_bytes(a_photo())
    (tmp_path / "empty.jpg").write_bytes(b"")
    before = surveys.info(survey).state
    (bad,) = taken(survey, told)
    assert (bad.refused, bad.id, bad.changed) == (True, "", False)
    assert [each.code for each in bad.problems] == [code]
    assert surveys.info(survey).state == before
    outcome = taken(survey, told, {"answers": ANSWERS})
    assert [each.refused for each in outcome] == [True, False]
    assert len(visits.list_visits(survey)) == 1


def test_no_other_record_becomes_a_visit(survey: Survey) -> None:
    site = site_id(survey)
    (done,) = taken(survey, {"id": site, "answers": ANSWERS})
    assert done.refused
    assert len(history(survey, site)) == 1


def test_a_signed_visit_that_is_edited_is_open_again(survey: Survey, office: Author) -> None:
    visit = a_signed_visit(survey)
    reviews.accept(survey, visits=[visit], author=office)
    taken(survey, {"id": visit, "answers": {"RES-26": "-20.5"}, "reason": "读数抄错"})
    last = history(survey, visit)[-1]
    assert (last.reason, last.changes["$status"]) == ("读数抄错", "draft")
    assert visits.open_visit(survey, visit=visit).summary.status is Status.DRAFT


def test_typing_waits_until_it_is_saved(survey: Survey) -> None:
    visit = a_visit(survey)
    visits.keep_draft(survey, visit=visit, changes={"fibre/RES-07": "no"})
    taken(survey, {"id": visit, "answers": {"RES-26": "-19.5"}})
    assert visits.open_visit(survey, visit=visit).draft == {"fibre/RES-07": "no"}


def test_the_author_is_who_brings_them_or_the_inspector(survey: Survey, author: Author) -> None:
    file = write_visits(survey.path.parent, {"id": ID, "inspector": "李四"})
    visit_import.import_visits(survey, file=file, author=author)
    assert history(survey, ID)[0].author == author.fingerprint
    assert visits.open_visit(survey, visit=ID).summary.inspector == "李四"


def test_a_broken_file_is_refused_whole(survey: Survey, tmp_path: Path) -> None:
    (tmp_path / "visits.json").write_text("{", "utf-8")
    with pytest.raises(BadInput) as caught:
        visit_import.import_visits(survey, file=tmp_path / "visits.json")
    assert caught.value.code is Code.VISIT_FILE


class _Stopped(Silent):
    def __init__(self) -> None:
        self.heard: list[tuple[int, int]] = []

    def step(self, done: int, total: int) -> None:
        self.heard.append((done, total))

    def cancelled(self) -> bool:
        return len(self.heard) == 2


def test_it_stops_between_two_visits(survey: Survey, tmp_path: Path) -> None:
    file, progress = write_visits(tmp_path, {}, {}, {}), _Stopped()
    with pytest.raises(Cancelled):
        visit_import.import_visits(survey, file=file, progress=progress)
    assert progress.heard == [(0, 3), (1, 3)]
    assert len(visits.list_visits(survey)) == 1


def test_files_answer_questions_also_in_repeats(survey: Survey, tmp_path: Path) -> None:
    with_files_asked(survey)
    a_file(tmp_path, "协议.pdf")
    a_file(tmp_path, "plan.pdf", PDF + b"plan")
    a_file(tmp_path, "talk.wav", a_wav())
    told = {
        "id": ID,
        "answers": {
            "shared": "yes",
            "contract": {"file": "协议.pdf", "caption": "2022"},
            "rooms": [{"room": "一号"}, {"plan": {"file": "plan.pdf"}}],
        },
        "papers": [{"file": "talk.wav", "question": "talk"}, {"file": "plan.pdf"}],
    }
    (done,) = taken(survey, told)
    assert (done.refused, done.problems) == (False, ())
    sheet = visits.open_visit(survey, visit=ID)
    found = {(each.name, each.question.rpartition("/")[2]): each.caption for each in sheet.papers}
    expected = {("协议.pdf", "contract"), ("plan.pdf", "plan"), ("talk.wav", "talk")}
    assert set(found) == {*expected, ("plan.pdf", "")}
    assert found["协议.pdf", "contract"] == "2022"
    assert sheet.answers["proof/contract"] == "协议.pdf"
    before = surveys.info(survey)
    (again,) = taken(survey, told)
    assert (again.changed, again.refused) == (False, False)
    assert surveys.info(survey) == before


def test_a_file_named_as_a_photo_goes_where_its_question_wants_it(
    survey: Survey, tmp_path: Path
) -> None:
    with_files_asked(survey)
    a_file(tmp_path, "talk.wav", a_wav())
    (tmp_path / "a.jpg").write_bytes(a_photo())
    named = [{"file": "talk.wav", "question": "proof/talk"}]
    taken(survey, {"id": ID, "answers": {"door": {"file": "a.jpg"}}, "photos": named})
    sheet = visits.open_visit(survey, visit=ID)
    assert [each.name for each in sheet.papers] == ["talk.wav"]
    assert [(each.name, each.question) for each in sheet.photos] == [("a.jpg", "proof/door")]


def test_a_file_is_no_answer_to_other_questions(survey: Survey, tmp_path: Path) -> None:
    with_files_asked(survey)
    a_file(tmp_path, "a.pdf")
    for answers in ({"shared": {"file": "a.pdf"}}, {"contract": {"file": "gone.pdf"}}):
        (done,) = taken(survey, {"id": ID, "answers": answers})
        assert done.refused
    assert visits.list_visits(survey) == ()


@pytest.mark.parametrize("kind", ["photos", "papers"])
def test_a_signed_visit_takes_no_file_unless_its_correction_says_why(
    kind: str, survey: Survey, tmp_path: Path
) -> None:
    with_files_asked(survey)
    visit = a_signed_visit(survey, {})
    before = surveys.info(survey)
    a_file(tmp_path, "talk.wav", a_wav())
    (tmp_path / "a.jpg").write_bytes(a_photo())
    named = {"papers": {"file": "talk.wav", "question": "talk"}, "photos": {"file": "a.jpg"}}[kind]
    (refused,) = taken(survey, {"id": visit, kind: [named]})
    assert (refused.refused, refused.problems[0].code) == (True, Code.VISIT_STATUS)
    assert surveys.info(survey) == before
    (done,) = taken(survey, {"id": visit, kind: [named], "reason": "漏附"})
    assert (done.refused, done.changed) == (False, True)
    sheet = visits.open_visit(survey, visit=visit)
    assert sheet.summary.status is Status.DRAFT
    assert [each.name for each in (sheet.photos or sheet.papers)] == [named["file"]]
    (again,) = taken(survey, {"id": visit, kind: [named]})
    assert (again.refused, again.changed) == (False, False)


def test_the_register_answers_what_it_knows_as_for_a_visit_that_is_started(
    survey: Survey,
) -> None:
    (done,) = taken(survey, {"id": ID, "answers": {"RES-26": "-20"}})
    started = visits.start_visit(survey, site=site_id(survey), author=Author("张三", "name:张三"))
    typed = visits.open_visit(survey, visit=started.value).answers
    brought = visits.open_visit(survey, visit=done.id).answers
    known = {path for path in typed if path.rpartition("/")[2].startswith("COM-0")}
    assert len(known) > 1
    assert {path: brought[path] for path in known if not path.endswith("start")} == {
        path: typed[path] for path in known if not path.endswith("start")
    }


def test_what_the_file_says_is_stronger_than_the_register(survey: Survey) -> None:
    (done,) = taken(survey, {"id": ID, "answers": {"COM-02": "另一个名字"}})
    answers = visits.open_visit(survey, visit=done.id).answers
    assert [text for path, text in answers.items() if path.endswith("COM-02")] == ["另一个名字"]


def test_instances_stand_in_the_order_of_the_file(survey: Survey) -> None:
    first, second = ({"$id": name, "home-place": name} for name in ("h1", "h2"))
    taken(survey, {"id": ID, "answers": {"homes": [first, second]}})
    taken(survey, {"id": ID, "answers": {"homes": [second, first]}})
    sheet = visits.open_visit(survey, visit=ID)
    orders = {p: t for p, t in sheet.answers.items() if p.endswith("$order")}
    assert [path.split("/")[-2] for path in sorted(orders, key=lambda p: float(orders[p]))] == [
        "h2",
        "h1",
    ]


def test_an_excuse_inside_a_repeat_is_named_by_its_live_path(survey: Survey) -> None:
    answers = {"homes": [{"$id": "h1", "home-place": "一栋"}]}
    where = "fibre/homes/h1/home-speed"
    excuse = {where: {"state": "no_access", "reason": "无人"}}
    taken(survey, {"id": ID, "answers": answers, "states": excuse})
    assert visits.open_visit(survey, visit=ID).answers[f"{where}/$state"] == "no_access"


def test_what_left_as_json_comes_back_without_a_new_revision(
    survey: Survey, tmp_path: Path
) -> None:
    answers = {**ANSWERS, "homes": [{"$id": "h2", "home-place": "二栋"}, {"$id": "h1"}]}
    excuse = {"fibre/homes/h2/home-speed": {"state": "no_access", "reason": "无人"}}
    (tmp_path / "a.jpg").write_bytes(a_photo())
    photos = [{"file": "a.jpg", "question": "RES-20"}]
    taken(survey, {"id": ID, "answers": answers, "states": excuse, "photos": photos})
    before = surveys.info(survey).state
    out = tmp_path / "out.json"
    exports.export(survey, out=out, everything=True)
    (done,) = visit_import.import_visits(survey, file=out).value
    assert not done.changed
    assert surveys.info(survey).state == before
