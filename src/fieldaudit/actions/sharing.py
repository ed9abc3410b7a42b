"""Sharing: the relations that visits found."""

from fieldaudit.actions.sheets import draft_of, open_sheet
from fieldaudit.errors import Problem
from fieldaudit.store import records
from fieldaudit.store.revision import DELETED
from fieldaudit.store.revisions import Edit
from fieldaudit.store.survey import Survey
from fieldaudit.visit.relation import Relation
from fieldaudit.visit.sharing import check_relation
from fieldaudit.visit.sharing_answers import relations_in
from fieldaudit.visit.sharing_codec import relation_from_values, relation_values


def list_relations(survey: Survey, *, visit: str | None = None) -> tuple[Relation, ...]:
    """Return the relations that one visit found, or all."""
    found = records.records(survey, "relation")
    return tuple(
        relation_from_values(record.id, record.values)
        for record in found
        if visit is None or record.get("visit") == visit
    )


def check_relations(survey: Survey, *, visit: str) -> tuple[Problem, ...]:
    """List what speaks against the relations of a visit."""
    relations = list_relations(survey, visit=visit)
    return tuple(problem for relation in relations for problem in check_relation(relation))


def relation_edits(survey: Survey, visit: str) -> list[Edit]:
    """Return the edits that make the survey's relations what a visit's answers say.

    Hidden answers do not count; a relation that is no longer among them is deleted.
    """
    site = records.record(survey, visit).get("$site")
    counted = draft_of(open_sheet(survey, visit)).instance.relevant_values()
    found = relations_in(counted, visit=visit, site=site)
    here = {relation.id: relation_values(relation) for relation in list_relations(survey)}
    gone = {each.id for each in list_relations(survey, visit=visit)} - {each.id for each in found}
    edits = [Edit(name, "relation", {DELETED: "true"}) for name in sorted(gone)]
    for relation in found:
        wanted, known = relation_values(relation), here.get(relation.id, {})
        changes: dict[str, str | None] = {p: v for p, v in wanted.items() if known.get(p) != v}
        changes |= {path: None for path in known if path not in wanted and "/" not in path}
        if changes:
            edits.append(Edit(relation.id, "relation", changes))
    return edits
