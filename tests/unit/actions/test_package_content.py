from pathlib import Path

from fieldaudit.actions import coverage, photos
from fieldaudit.actions.package_content import package_content
from fieldaudit.actions.purges import purge_photos
from fieldaudit.actions.visits import sign_visits
from fieldaudit.package.content import PackageContent, Relationship
from fieldaudit.store import journal, records
from fieldaudit.store.survey import Survey
from fieldaudit.texts import Catalog
from fieldaudit.visit.stamp import Author, Moment, now
from tests.kit.office import GOOD, a_signed_visit, a_visit, an_inspector, an_office
from tests.kit.photos import a_photo
from tests.unit.actions.logs import a_log

AT = Moment(1_657_267_200_000, 480)


def gathered(survey: Survey, *visits: str) -> PackageContent:
    chosen = [records.record(survey, visit) for visit in visits]
    return package_content(survey, chosen, identity=an_office(), moment=AT, catalog=Catalog("zh"))


def test_a_package_names_survey_streets_and_days(survey: Survey) -> None:
    pair = a_signed_visit(survey), a_signed_visit(survey, code="RES-0002")
    whole = gathered(survey, *pair)
    assert (whole.survey, whole.region) == ("核查", "两江新区")
    assert whole.streets == ("大竹林街道", "礼嘉街道")
    assert whole.period[0] == whole.visits[0].started[:10]
    assert (whole.made_at, whole.language, whole.version) == (AT.iso(), "zh", 1)
    assert [visit.id for visit in whole.visits] == list(pair)
    assert (whole.title, gathered(survey, pair[0]).title) == ("核查成果包", "检查记录")


def test_packages_are_numbered_by_the_journal(survey: Survey) -> None:
    visit = a_signed_visit(survey)
    assert gathered(survey, visit).number == "500112014-residential-2022-0001"
    journal.note(survey, "package", {}, moment=AT)
    journal.note(survey, "merge", {}, moment=AT)
    assert gathered(survey, visit).number == "500112014-residential-2022-0002"
    pair = visit, a_signed_visit(survey, code="RES-0002")
    assert gathered(survey, *pair).number == "all-residential-2022-0002"


def test_forms_thresholds_and_logs_ride_inside(
    survey: Survey, author: Author, tmp_path: Path
) -> None:
    visit = a_signed_visit(survey)
    (tmp_path / "log.txt").write_bytes(a_log())
    coverage.import_logs(survey, visit=visit, files=[tmp_path / "log.txt"], author=author)
    files = {each.name: each.data for each in gathered(survey, visit).files}
    assert files.keys() >= {"residential-2022070801.xml", "parameters.json"}
    (log,) = [data for name, data in files.items() if name.endswith("-log.txt")]
    assert (log() if callable(log) else log) == a_log()


def test_only_thresholds_that_were_used_are_printed(survey: Survey) -> None:
    names = {each.name for each in gathered(survey, a_signed_visit(survey)).parameters}
    assert names >= {"P6.low", "P1.rsrp", "verdict.critical_fails"}
    assert not {"P7.split_2", "P11.ohm"} & names


def test_sources_are_the_form_and_the_rules(survey: Survey) -> None:
    form, rules = gathered(survey, a_signed_visit(survey)).sources
    assert (form.name, form.version, rules.name) == ("residential", "2022070801", "LJ2022")
    assert len(form.sha256) == len(rules.sha256) == 64


def test_photos_are_counted_and_damaged_ones_named(
    survey: Survey, author: Author, tmp_path: Path
) -> None:
    visit = a_visit(survey, GOOD)
    for seed in range(3):
        file = tmp_path / f"{seed}.jpg"
        file.write_bytes(a_photo(seed=seed))
        photos.add_photos(survey, visit=visit, files=[file], author=author)
    sign_visits(survey, visits=[visit], identity=an_inspector())
    missing, broken, _ = (bytes.fromhex(p.blob) for p in photos.list_photos(survey))
    with survey.atomic() as db:
        db.execute("delete from blob where hash = ?", (missing,))
        db.execute("update blob set content = x'00' where hash = ?", (broken,))
    balance = gathered(survey, visit).balance
    assert (balance.visits_expected, balance.photos_expected) == (1, 3)
    assert (balance.photos_present, balance.photos_damaged) == (1, 1)


def test_what_was_purged_is_not_expected(
    survey: Survey, author: Author, office: Author, tmp_path: Path
) -> None:
    (tmp_path / "a.jpg").write_bytes(a_photo())
    visit = a_visit(survey, GOOD)
    photos.add_photos(survey, visit=visit, files=[tmp_path / "a.jpg"], author=author)
    sign_visits(survey, visits=[visit], identity=an_inspector())
    purge_photos(survey, before="2100-01-01", reason="期满", author=office, moment=now())
    balance = gathered(survey, visit).balance
    assert (balance.photos_expected, balance.photos_present, balance.photos_purged) == (0, 0, 1)


def test_who_makes_it_signs_first_and_others_have_a_field(survey: Survey) -> None:
    maker, *others = gathered(survey, a_signed_visit(survey)).signatories
    assert (maker.name, maker.unit, maker.role) == ("专班", "工作专班", "工作专班")
    assert not [other.name for other in others if other.name]
    fields = [maker.field, *(other.field for other in others)]
    assert len(set(fields)) == len(fields)


def test_rules_are_for_everybody_and_logs_are_not(
    survey: Survey, author: Author, tmp_path: Path
) -> None:
    visit = a_signed_visit(survey)
    (tmp_path / "log.txt").write_bytes(a_log())
    coverage.import_logs(survey, visit=visit, files=[tmp_path / "log.txt"], author=author)
    kinds = {each.name: each.relationship for each in gathered(survey, visit).files}
    assert kinds.pop("parameters.json") is Relationship.SUPPLEMENT
    assert kinds.pop("residential-2022070801.xml") is Relationship.SUPPLEMENT
    assert list(kinds.values()) == [Relationship.SOURCE]
