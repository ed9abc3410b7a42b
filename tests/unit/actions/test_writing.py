from dataclasses import replace

from fieldaudit.actions import identities, surveys
from fieldaudit.actions.writing import author_of, write
from fieldaudit.store.people import person_id
from fieldaudit.store.revisions import Edit
from fieldaudit.store.survey import Survey
from fieldaudit.visit.stamp import Author, Moment, new_id
from tests.kit.office import an_inspector, history


def an_edit() -> Edit:
    return Edit(new_id(), "site", {"code": "RES-0009"})


def test_an_author_with_a_key_is_introduced_once(survey: Survey, author: Author) -> None:
    before = surveys.info(survey).revisions
    write(survey, [an_edit()], author=author)
    write(survey, [an_edit()], author=author)
    assert surveys.info(survey).revisions == before + 3
    assert len(history(survey, person_id(author.fingerprint))) == 1
    (known,) = [p for p in identities.list_people(survey) if p.name == author.name]
    assert (known.certificate, known.trusted) == (author.certificate, False)


def test_an_author_without_a_key_is_not_introduced(survey: Survey) -> None:
    write(survey, [an_edit()], author=Author("张三", "name:张三"))
    assert len(identities.list_people(survey)) == 1


def test_every_edit_becomes_one_revision_by_its_author(survey: Survey, author: Author) -> None:
    edit, at = an_edit(), Moment(1_657_267_200_000, 480)
    write(survey, [edit], author=author, moment=at)
    (revision,) = history(survey, edit.record)
    assert (revision.author, revision.made) == (author.fingerprint, at)
    assert revision.changes == {"code": "RES-0009"}


def test_an_identity_stands_for_its_author() -> None:
    key = an_inspector()
    assert author_of(key) == Author(key.name, key.fingerprint, key.role, key.certificate)
    assert author_of(replace(key, name="李四")) != author_of(key)
