"""Who mends a failed item: a small rule over the item and what the visit says about its owner.

* A base station's site (tower, room, power, earth) is mended by its owner (BTS-03), its radio
  part by the operators on it (BTS-04).
* A pole, a duct and a room are mended by their owner (POL-04, DUC-04, ROM-02).
* An item asked for each operator is mended by that operator.
* Access, rooms and ducts of a residential community belong to the property firm, those of a park
  to the park's company.

Everything else has no unit by rule; a person names one.
"""

from collections.abc import Mapping

from fieldaudit.visit.sharing_words import NETWORKS, PARTY_TEXTS

_RADIO = frozenset(
    ("BTS-07", "BTS-08", "BTS-15", "BTS-23", "BTS-24", "BTS-34", "BTS-35", "BTS-37", "BTS-38")
)
_OWNERS = {"BTS": "BTS-03", "POL": "POL-04", "DUC": "DUC-04", "ROM": "ROM-02-owner"}
_USERS = "BTS-04"
_KEEPERS = {
    **dict.fromkeys(("RES-07", "RES-08", "RES-15", "RES-16", "RES-17", "RES-18"), "property"),
    **dict.fromkeys(("RES-19", "RES-23", "RES-24", "RES-25"), "property"),
    **dict.fromkeys(("PRK-05", "PRK-06", "PRK-07", "PRK-09", "PRK-28", "PRK-29"), "park"),
}


def item_of(name: str) -> str:
    """Return the item of the standard lists that a question is part of: RES-30-dl → RES-30."""
    return "-".join(name.split("-")[:2])


def owner_of(path: str, answers: Mapping[str, str]) -> str:
    """Return the party codes, separated by spaces, of who mends a failed item; empty: not known.

    Args:
        path: live path of the failed question.
        answers: live path → text of the same visit.
    """
    name = path.rpartition("/")[2]
    item = item_of(name)
    operator = name.rpartition("-")[2] if name.count("-") > 1 else ""
    if operator in NETWORKS:
        return operator
    beside = _operator_beside(path, answers)
    if beside:
        return beside
    if item in _RADIO:
        return _known(_said(answers, _USERS))
    if item[:3] in _OWNERS:
        return _known(_said(answers, _OWNERS[item[:3]]))
    return _KEEPERS.get(item, "")


def _operator_beside(path: str, answers: Mapping[str, str]) -> str:
    """Return the operator named in the same group or repeat instance, or in the one around it."""
    above = path.rpartition("/")[0]
    for group in (above, above.rpartition("/")[0]):
        for at, text in answers.items():
            if group and at.rpartition("/")[0] == group and at.endswith("-operator"):
                return text if text in NETWORKS else ""
    return ""


def _said(answers: Mapping[str, str], name: str) -> str:
    return next((text for at, text in answers.items() if at.rpartition("/")[2] == name), "")


def _known(parties: str) -> str:
    return " ".join(each for each in parties.split() if each in PARTY_TEXTS and each != "other")
