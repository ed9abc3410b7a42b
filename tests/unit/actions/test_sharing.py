from fieldaudit.actions import sharing, visits
from fieldaudit.store.survey import Survey
from fieldaudit.visit.sharing_states import State
from tests.kit.office import GOOD, a_signed_visit, a_visit, an_inspector, answer, site_id

RELATION = "01890000-0000-7000-8000-0000000000aa"


def told(**fields: str) -> dict[str, str | None]:
    given = {
        "form": "F25",
        "asset": "DAS-01",
        "owner": "tower",
        "users": "ct cm",
        "state": "in_use",
        **fields,
    }
    answers = {f"sharing/RES-34/{RELATION}/RES-34-{name}": text for name, text in given.items()}
    return {**GOOD, "sharing/RES-34-any": "yes", **answers}


def test_signing_makes_relations_of_the_answers(survey: Survey) -> None:
    visit = a_signed_visit(survey, told())
    (relation,) = sharing.list_relations(survey)
    assert sharing.list_relations(survey, visit=visit) == (relation,)
    assert sharing.list_relations(survey, visit="another") == ()
    assert (relation.id, relation.form, relation.asset) == (RELATION, "F25", "DAS-01")
    assert (relation.users, relation.state) == (("ct", "cm"), State.IN_USE)
    assert (relation.visit, relation.site) == (visit, site_id(survey))


def test_a_draft_makes_none(survey: Survey) -> None:
    a_visit(survey, told())
    assert sharing.list_relations(survey) == ()


def test_what_speaks_against_a_relation_is_listed(survey: Survey) -> None:
    visit = a_signed_visit(survey, told(users="tower"))
    assert RELATION in {each.where for each in sharing.check_relations(survey, visit=visit)}


def corrected(survey: Survey, visit: str, answers: dict[str, str | None]) -> None:
    key = an_inspector()
    visits.keep_draft(survey, visit=visit, changes=answers)
    from fieldaudit.actions.writing import author_of

    visits.save_visit(survey, visit=visit, author=author_of(key), reason="更正")
    visits.sign_visits(survey, visits=[visit], identity=key)


def test_a_correction_edits_the_relation(survey: Survey) -> None:
    visit = a_signed_visit(survey, told())
    assert sharing.relation_edits(survey, visit) == []
    corrected(survey, visit, {f"sharing/RES-34/{RELATION}/RES-34-asset": None})
    (relation,) = sharing.list_relations(survey)
    assert (relation.id, relation.asset, relation.form) == (RELATION, "", "F25")


def test_a_relation_taken_back_is_deleted(survey: Survey) -> None:
    visit = a_signed_visit(survey, told())
    corrected(survey, visit, dict.fromkeys(path for path in told() if RELATION in path))
    assert sharing.list_relations(survey) == ()


def test_hidden_answers_make_none(survey: Survey) -> None:
    visit = a_visit(survey, told())
    answer(survey, visit, {"sharing/RES-34-any": "no"})
    visits.sign_visits(survey, visits=[visit], identity=an_inspector())
    assert sharing.list_relations(survey) == ()
