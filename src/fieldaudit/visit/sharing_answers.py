"""Sharing relations as a checklist asks for them: instances of a repeat, read as relations.

A checklist names the questions of such a repeat `<item>-form`, `<item>-owner` and so on. The
relation's id is that of the repeat instance, so the same answers make the same record.
"""

from collections.abc import Iterator, Mapping

from fieldaudit.visit.relation import Relation
from fieldaudit.visit.sharing_states import State

_FORM = "-form"


def relations_in(answers: Mapping[str, str], *, visit: str, site: str) -> tuple[Relation, ...]:
    """Return the relations that a visit's answers describe, in the order of their ids.

    Args:
        answers: live path → text.
        visit: record id of the visit.
        site: record id of its site.
    """
    found = dict(_instances(answers))
    return tuple(_relation(name, found[name], visit, site) for name in sorted(found))


def _instances(answers: Mapping[str, str]) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield (instance id, field → text) of every repeat instance that names a sharing form."""
    for path, text in answers.items():
        above, _, name = path.rpartition("/")
        if not name.endswith(_FORM) or not text:
            continue
        item = name.removesuffix(_FORM)
        start = f"{above}/{item}-"
        fields = {p.removeprefix(start): v for p, v in answers.items() if p.startswith(start)}
        yield above.rpartition("/")[2], fields


def _relation(name: str, fields: Mapping[str, str], visit: str, site: str) -> Relation:
    said = fields.get("state", "")
    return Relation(
        id=name,
        form=fields["form"],
        asset=fields.get("asset", ""),
        owner=fields.get("owner", ""),
        users=tuple(fields.get("users", "").split()),
        state=State(said) if said in list(State) else State.DEMAND,
        legacy=fields.get("legacy") == "yes",
        agreement_no=fields.get("agreement", ""),
        accepted_on=fields.get("accepted", ""),
        valid_to=fields.get("until", ""),
        quantity=fields.get("quantity", ""),
        unit=fields.get("unit", ""),
        refusal=tuple(fields.get("refusal", "").split()),
        visit=visit,
        site=site,
    )
