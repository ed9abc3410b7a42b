"""How the sharing finder's answers are shown: lines for people, documents for programs."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from fieldaudit.actions.sharing_finder import Found
from fieldaudit.assess.offers import RESOURCES, WHYS, Offer
from fieldaudit.texts import Catalog
from fieldaudit.visit.records import Site
from fieldaudit.visit.sharing_words import PARTY_TEXTS, REFUSAL_TEXTS

Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class OfferLine:
    """One offer as a line of a table."""

    site: str
    """Code and name."""

    metres: str
    """Whole metres, or empty."""

    resource: str
    """In words."""

    quantity: str
    """How much is free."""

    owner: str
    """In words."""

    forms: str
    """F01 …"""

    possible: bool
    """Whether nothing speaks against it."""

    why: str
    """Reasons in words, refusals included."""


def offer_lines(offers: Sequence[Offer], catalog: Catalog) -> list[OfferLine]:
    """Return offers as lines."""
    return [_line(each, catalog) for each in offers]


def found_json(found: Found) -> Json:
    """Return what was found as a program reads it."""
    return {
        "offers": [_offer_json(each) for each in found.offers],
        "duplicates": [
            {**asdict(each), "standing": _site_json(each.standing), "problem": each.problem()}
            for each in found.duplicates
        ],
        "visits": found.visits,
        "restricted": found.restricted,
    }


def _line(offer: Offer, catalog: Catalog) -> OfferLine:
    def say(source: str) -> str:
        return catalog.text("Domain", source)

    why = [say(WHYS[reason]) for reason in offer.reasons]
    why += [say(REFUSAL_TEXTS.get(code, code)) for code in offer.refusals]
    return OfferLine(
        site=f"{offer.site.code} {offer.site.name}",
        metres="" if offer.metres is None else f"{offer.metres:.0f}",
        resource=say(RESOURCES[offer.resource]),
        quantity=offer.quantity,
        owner=say(PARTY_TEXTS.get(offer.owner, offer.owner)),
        forms=" ".join(offer.forms),
        possible=offer.possible,
        why=catalog.joined(why),
    )


def _offer_json(offer: Offer) -> Json:
    return {**asdict(offer), "site": _site_json(offer.site), "possible": offer.possible}


def _site_json(site: Site) -> Json:
    names = ("id", "code", "name", "kind", "street", "position")
    return {name: getattr(site, name) for name in names}
