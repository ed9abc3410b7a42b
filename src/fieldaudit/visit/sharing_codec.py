"""Between a sharing relation and the flat texts of its record, path by path.

Lists are separated by spaces; events and legs are repeats, keyed by their own ids. What a record
does not say is left out, what it says wrongly is kept as text for the rules to find.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from fieldaudit.visit.relation import Relation, RelationEvent, SwapLeg
from fieldaudit.visit.sharing_states import State

_PLAIN = (
    *("visit", "site", "form", "asset", "kind", "owner", "agreement_no", "accepted_on"),
    *("valid_from", "valid_to", "quantity", "unit", "reopens"),
)
_LISTS = ("users", "refusal", "photos")
_EVENT = {"before": "from", "after": "to", "at": "at", "actor": "actor", "note": "note"}
_LEG = {name: name for name in ("direction", "a_end", "b_end", "cores", "km")}
_DEPTH = 3  # repeat / id / field


def relation_values(relation: Relation) -> dict[str, str]:
    """Return the record of a relation: path → text, only what it says."""
    values = {name: getattr(relation, name) for name in _PLAIN}
    values |= {name: " ".join(getattr(relation, name)) for name in _LISTS}
    values |= {"state": relation.state.value, "legacy": "true" if relation.legacy else ""}
    for event in relation.events:
        for field, step in _EVENT.items():
            values[f"events/{event.id}/{step}"] = getattr(event, field)
    for leg in relation.legs:
        for field, step in _LEG.items():
            values[f"legs/{leg.id}/{step}"] = getattr(leg, field)
    return {path: text for path, text in values.items() if text}


def relation_from_values(record: str, values: Mapping[str, str]) -> Relation:
    """Return the relation of a record; an unknown state counts as a demand."""
    repeats: defaultdict[str, defaultdict[str, dict[str, str]]]
    repeats = defaultdict(lambda: defaultdict(dict))
    for path, text in values.items():
        parts = path.split("/")
        if len(parts) == _DEPTH:
            repeats[parts[0]][parts[1]][parts[2]] = text
    events = [
        RelationEvent(key, **{field: fields.get(step, "") for field, step in _EVENT.items()})
        for key, fields in repeats["events"].items()
    ]
    legs = [
        SwapLeg(key, **{field: fields.get(step, "") for field, step in _LEG.items()})
        for key, fields in sorted(repeats["legs"].items())
    ]
    state = values.get("state", "")
    plain = {name: values.get(name, "") for name in _PLAIN}
    bare = Relation(
        id=record,
        form=plain.pop("form"),
        state=State(state) if state in set(State) else State.DEMAND,
        legacy=values.get("legacy") == "true",
        legs=tuple(legs),
        events=tuple(sorted(events, key=lambda event: (event.at, event.id))),
    )
    lists = {name: tuple(values.get(name, "").split()) for name in _LISTS}
    return replace(bare, **plain, **lists)  # type: ignore[arg-type]
