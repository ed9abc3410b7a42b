from pathlib import Path

import pytest

from fieldaudit.actions import identities, surveys
from fieldaudit.actions.survey_verdict import verify_survey
from fieldaudit.codes import Trouble
from fieldaudit.errors import Code
from fieldaudit.package.verdict import Outcome, PackageVerdict, Subject, say_verdict
from fieldaudit.store import records
from fieldaudit.store.excerpt import write_excerpt
from fieldaudit.store.survey import Survey
from fieldaudit.texts import Catalog, Language
from fieldaudit.visit.stamp import Author, now
from tests.kit.office import a_signed_visit, a_visit, an_inspector, an_office
from tests.kit.photos import a_photo
from tests.kit.surveys import seal, tamper

KEYS = {an_office().fingerprint, an_inspector().fingerprint}


@pytest.fixture
def visit(survey: Survey, author: Author, tmp_path: Path) -> str:
    (tmp_path / "a.jpg").write_bytes(a_photo())
    return a_signed_visit(survey, files=[tmp_path / "a.jpg"])


@pytest.fixture
def sealed(survey: Survey, visit: str) -> Path:
    """Return the path of a closed file in which everything is sealed."""
    # What is sealed after a signature stands on the seal of the signature.
    a_visit(survey)
    for person in (an_office(), an_inspector()):
        seal(survey, person)
    survey.close()
    return survey.path


def judged(path: Path, trusted: set[str] = KEYS) -> PackageVerdict:
    return verify_survey(path, trusted=trusted)


def codes(path: Path) -> list[Trouble]:
    return [each.code for each in judged(path).details]


def test_a_sealed_file_of_known_keys_is_genuine(sealed: Path) -> None:
    verdict = judged(sealed)
    assert (verdict.outcome, verdict.details) == (Outcome.GENUINE, ())
    assert verdict.subject is Subject.SURVEY
    assert verdict.count > 3
    first, second = say_verdict(verdict, Catalog("zh"))
    assert f"{verdict.count} 条修订" in first
    assert an_inspector().name in second


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_revoked_key_is_told_apart(sealed: Path, language: Language) -> None:
    gone = an_inspector()
    verdict = verify_survey(sealed, trusted=KEYS, revoked={gone.fingerprint: "2022-08-01T00:00"})
    assert verdict.outcome is Outcome.REVOKED
    assert [each.code for each in verdict.details] == [Code.SIGNER_REVOKED]
    first, second = say_verdict(verdict, Catalog(language))
    assert ("撤销" in first) if language == "zh" else ("revoked" in first)
    assert gone.name in second
    assert "2022-08-01" in second


def test_a_key_that_the_surveys_own_founder_revoked_is_told_apart(survey: Survey) -> None:
    a_signed_visit(survey)
    for person in (an_inspector(), an_office()):
        seal(survey, person)
    identities.revoke(survey, certificate=an_inspector().certificate, identity=an_office())
    survey.close()
    assert judged(survey.path).outcome is Outcome.REVOKED


def test_a_key_that_nobody_vouched_for_is_never_called_known(sealed: Path) -> None:
    verdict = judged(sealed, set())
    assert verdict.outcome is Outcome.GENUINE_UNKNOWN_SIGNER
    assert not any(each.trusted for each in verdict.signers)


def test_the_founder_speaks_for_those_vouched_for_and_no_other(sealed: Path) -> None:
    verdict = judged(sealed, {an_office().fingerprint})
    assert {each.name: each.trusted for each in verdict.signers} == {"专班": True, "张三": False}
    assert verdict.outcome is Outcome.GENUINE_UNKNOWN_SIGNER


def test_revisions_without_a_seal_are_told(survey: Survey, visit: str) -> None:
    a_visit(survey)
    verdict = judged(survey.path)
    assert verdict.outcome is Outcome.UNSIGNED
    assert {each.code for each in verdict.details} == {Code.SEAL_MISSING}


@pytest.mark.parametrize(
    ("damage", "code"),
    [
        ("update revision set body = replace(body, '-19.5', '-18.5')", Code.REVISION_DAMAGED),
        ("update revision set kind = 'log' where kind = 'photo'", Code.REVISION_DAMAGED),
        ("delete from revision where kind = 'visit' and clock = 1", Code.PARENT_MISSING),
        ("delete from revision where kind = 'photo'", Code.RECORD_DIFFERS),
        ("update record set body = replace(body, '-19.5', '-18.5')", Code.RECORD_DIFFERS),
        ("delete from seal where seq = 1", Code.SEAL_BROKEN),
        ("update seal set signature = x'00'", Code.SEAL_BROKEN),
        ("update blob set content = x'00' where size > 500000000", None),
    ],
)
def test_what_was_changed_is_found(sealed: Path, damage: str, code: Trouble | None) -> None:
    tamper(sealed, damage)
    assert judged(sealed).outcome is (Outcome.CHANGED if code else Outcome.GENUINE)
    assert code is None or code in codes(sealed)


def test_a_changed_answer_is_named_by_its_site(sealed: Path) -> None:
    tamper(sealed, "update revision set body = replace(body, '-19.5', '-18.5')")
    assert any("RES-0001" in each.where for each in judged(sealed).details)


def test_a_changed_photo_is_named_by_site_and_file(sealed: Path) -> None:
    with surveys.open_survey(sealed, readonly=True) as survey:
        (photo,) = records.records(survey, "photo")
    tamper(sealed, f"update blob set content = x'00' where hash = x'{photo.get('blob')}'")
    verdict = judged(sealed)
    assert verdict.outcome is Outcome.CHANGED
    (problem,) = verdict.details
    assert problem.code is Code.BLOB_DAMAGED
    assert "RES-0001" in problem.where
    assert "a.jpg" in problem.where


def test_a_missing_photo_makes_it_incomplete_but_not_an_excerpt(
    sealed: Path, tmp_path: Path
) -> None:
    out = tmp_path / "excerpt.gpkg"
    with surveys.open_survey(sealed, readonly=True) as survey:
        every = {name for (name,) in survey.db.execute("select id from record")}
        write_excerpt(survey, out, records=every, photos=False, moment=now())
        (photo,) = records.records(survey, "photo")
    assert judged(out).outcome is Outcome.GENUINE
    tamper(sealed, f"delete from blob where hash = x'{photo.get('blob')}'")
    assert judged(sealed).outcome is Outcome.INCOMPLETE
    assert codes(sealed) == [Code.BLOB_MISSING]


@pytest.mark.parametrize("cut", [50, 5000, 200_000])
def test_a_cut_file_is_a_verdict(sealed: Path, tmp_path: Path, cut: int) -> None:
    short = tmp_path / "short.gpkg"
    short.write_bytes(sealed.read_bytes()[:cut])
    verdict = judged(short)
    assert verdict.outcome in (Outcome.CHANGED, Outcome.UNREADABLE)
    assert say_verdict(verdict, Catalog("zh"))


def test_another_programs_database_is_unreadable(tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    tamper(other, "create table a (b)")
    assert judged(other).outcome is Outcome.UNREADABLE
