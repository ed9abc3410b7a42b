"""Visits as assessments read them, told by question names."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from fieldaudit.assess.rules import Rules, rules_of
from fieldaudit.assess.seen import Seen
from fieldaudit.assess.verdict import Conclusion
from fieldaudit.form.parameters import read_parameters
from fieldaudit.paths import bundled_form
from fieldaudit.visit.records import Site, Status


def a_site(code: str = "RES-0001", kind: str = "residential", **further: Any) -> Site:
    """Return a site; its record id is its code."""
    told = {"name": f"示例{code}", "street": "大竹林街道", **further}
    return Site(id=code, code=code, kind=kind, **told)


def a_seen(
    answers: Mapping[str, str],
    *,
    site: Site | None = None,
    form: str = "",
    day: str = "2022-07-08",
    **further: Any,
) -> Seen:
    """Return an accepted visit; paths are as given, a bare name stands in the group `g`."""
    where = site or a_site(kind=form or "residential")
    told = {path if "/" in path else f"g/{path}": text for path, text in answers.items()}
    usual: dict[str, Any] = {
        "visit": f"visit-{where.code}-{day}",
        "site": where,
        "form": form or where.kind,
        "status": Status.ACCEPTED,
        "started": f"{day}T09:00:00+08:00",
        "entered": True,
        "conclusion": Conclusion.CONFORMING,
        "answers": told,
    }
    return Seen(**{**usual, **further})


def some_rules(cutoff: str = "", **choices: str) -> Rules:
    """Return the bundled rules with other choices: `some_rules(GC3_reached="outdoor")`."""
    file = bundled_form("parameters/lj2022.json")
    rules = rules_of(read_parameters(file.read_bytes(), file.name), cutoff)
    named = {name.replace("_", ".", 1): choice for name, choice in choices.items()}
    return replace(rules, choices={**rules.choices, **named})
