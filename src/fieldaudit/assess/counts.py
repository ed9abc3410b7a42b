"""What accepted visits verify, indicator by indicator, each number with the rows it is made of."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from fieldaudit.assess.places import Reach, reach_of
from fieldaudit.assess.rules import Rules
from fieldaudit.assess.seen import Seen, Unverified, latest, number_of, unverified
from fieldaudit.errors import Code, Problem
from fieldaudit.visit.records import Site

_PAIRS = {"ct_cu": ("ct", "cu"), "cm_cbn": ("cm", "cbn")}
_IN_SERVICE = "in_service"


@dataclass(frozen=True, slots=True)
class Row:
    """What one place adds to an indicator."""

    sites: tuple[str, ...]
    """Codes of the sites; several for one station that was entered more than once."""

    visits: tuple[str, ...]
    """Record ids of the visits that say so."""

    numerator: Fraction
    """What it adds above the line."""

    denominator: Fraction
    """What it adds below the line; 0 where that comes from elsewhere."""

    key: str = ""
    """What it was recognised by, or which case it is."""


@dataclass(frozen=True, slots=True)
class Count:
    """What visits verify of one indicator."""

    rows: tuple[Row, ...] = ()
    """What it is made of."""

    notes: tuple[Problem, ...] = ()
    """What is doubtful or left out."""

    unverified: tuple[Unverified, ...] = ()
    """Registered sites that no accepted visit verifies."""

    @property
    def numerator(self) -> Fraction:
        """Sum above the line."""
        return sum((row.numerator for row in self.rows), Fraction())

    @property
    def denominator(self) -> Fraction:
        """Sum below the line."""
        return sum((row.denominator for row in self.rows), Fraction())


def count_homes(seen: Sequence[Seen], sites: Sequence[Site], rules: Rules) -> Count:
    """Count GC1: homes that can get gigabit fibre, of the homes of the visited communities."""
    asked = "RES-10" if rules.choices["GC1.numerator"] == "union" else "RES-10-sum"
    visits, rows = [], []
    for visit in latest(seen, "residential"):
        covered, homes = visit.number(asked), visit.number("RES-05")
        if covered is not None and homes is not None:
            visits.append(visit)
            rows.append(_row(visit, covered, homes, asked))
    return Count(tuple(rows), (), _gaps(sites, seen, visits, "residential"))


def count_ports(seen: Sequence[Seen], sites: Sequence[Site], rules: Rules) -> Count:
    """Count GC2: urban 10G-PON ports of all urban PON ports, by equipment room.

    Only when no room was visited the ports seen at communities and parks stand in: one terminal
    serves several of them.
    """
    combo = rules.choices["GC2.combo"] == "yes"
    visits, rows, notes = [], [], []
    for visit in latest(seen, "equipment_room"):
        ports = visit.number("ROM-09-urban")
        ten = visit.number("ROM-09-urban-ten")
        if ports is None or ten is None:
            continue
        most = ten if combo else min(ten, _without_combo(visit))
        if most < ten:
            params = {"site": visit.site.code, "count": most}
            notes.append(Problem(Code.INDICATOR_COMBO, "GC2", params))
        visits.append(visit)
        rows.append(_row(visit, most, ports, "ROM-09"))
    lacking = _gaps(sites, seen, visits, "equipment_room")
    if not rows:
        rows = list(_community_ports(seen))
        notes += [Problem(Code.INDICATOR_COMMUNITY_PORTS, "GC2")] if rows else []
    return Count(tuple(rows), tuple(notes), lacking)


def count_places(seen: Sequence[Seen], sites: Sequence[Site], rules: Rules) -> Count:
    """Count GC3: key places reached by 5G, of all registered ones, visited or not.

    A place that is not on the evaluation register (KEY-02) is left out on both sides.
    """
    newest = {visit.site.id: visit for visit in latest(seen, "key_place")}
    rows, notes, judged = [], [], []
    for site in sorted(sites, key=lambda each: each.code):
        visit = newest.get(site.id)
        if site.kind != "key_place" or (visit and visit.one("KEY-02") == "no"):
            continue
        if visit is None:
            rows.append(Row((site.code,), (), Fraction(0), Fraction(1)))
            continue
        reach = reach_of(visit, rules)
        if reach is not Reach.UNKNOWN:
            judged.append(visit)
        if reach is Reach.PROVISIONAL:
            share, limit = visit.one("KEY-06"), rules.numbers["KEY.tested_share"]
            params = {"site": site.code, "share": share, "limit": f"{float(limit):g}"}
            notes.append(Problem(Code.INDICATOR_PROVISIONAL, "GC3", params))
        rows.append(_row(visit, Fraction(reach is Reach.REACHED), Fraction(1), reach.value))
    listed = [site for site in sites if not _unlisted(newest.get(site.id))]
    return Count(tuple(rows), tuple(notes), _gaps(listed, seen, judged, "key_place"))


def count_stations(seen: Sequence[Seen], sites: Sequence[Site], rules: Rules) -> Count:
    """Count GC4: 5G stations in service at the cut-off date, the same one once (BTS-12).

    A physical site counts once, or where a shared one counts for each, once for every operator
    that shares it; logical stations count once for every operator.
    """
    physical = rules.choices["GC4.unit"] == "physical"
    judged = [visit for visit in latest(seen, "base_station") if visit.one("BTS-09")]
    groups: dict[str, list[Seen]] = {}
    for visit in judged:
        opened = visit.one("BTS-10")
        if visit.one("BTS-09") == _IN_SERVICE and opened <= rules.cutoff:
            key = visit.one("BTS-12") or visit.site.code
            groups.setdefault(key.partition("/")[0] if physical else key, []).append(visit)
    rows = [_station(key, visits, rules) for key, visits in sorted(groups.items())]
    notes = [_shared(row) for row in rows if len(row.sites) > 1]
    return Count(tuple(rows), tuple(notes), _gaps(sites, seen, judged, "base_station"))


def count_cases(seen: Sequence[Seen]) -> Count:
    """Count GC7: leads to application cases that accepted visits describe, one for each place."""
    rows = []
    for form, field in (("industrial_park", "PRK-32"), ("key_place", "KEY-30")):
        for visit in latest(seen, form):
            if visit.one(field) and visit.one(f"{field}-note"):
                rows.append(_row(visit, Fraction(1), Fraction(0), visit.one(field)))
    return Count(tuple(rows))


def _row(visit: Seen, numerator: Fraction, denominator: Fraction, key: str) -> Row:
    return Row((visit.site.code,), (visit.visit,), numerator, denominator, key)


def _gaps(
    sites: Sequence[Site], seen: Sequence[Seen], verified: Sequence[Seen], kind: str
) -> tuple[Unverified, ...]:
    mine = [site for site in sites if site.kind == kind]
    return unverified(mine, seen, verified)


def _without_combo(visit: Seen) -> Fraction:
    """Return the room's 10G ports that are no Combo ones; the urban ones can be no more."""
    rows = visit.rows("ROM-07-type", "ROM-07-ports")
    plain = (row for row in rows if row.get("ROM-07-type") not in (None, "combo"))
    ports = (number_of(row.get("ROM-07-ports", "")) for row in plain)
    return sum((each for each in ports if each is not None), Fraction())


def _community_ports(seen: Sequence[Seen]) -> Iterator[Row]:
    for form, item in (("residential", "RES-12"), ("industrial_park", "PRK-13")):
        for visit in latest(seen, form):
            ten, ports = visit.number(f"{item}-ten"), visit.number(f"{item}-all")
            if ten is not None and ports is not None:
                yield _row(visit, ten, ports, item)


def _unlisted(visit: Seen | None) -> bool:
    return visit is not None and visit.one("KEY-02") == "no"


def _station(key: str, visits: Sequence[Seen], rules: Rules) -> Row:
    sharers: set[str] = set()
    everybody: set[str] = set()
    for visit in visits:
        sharing, users = visit.one("BTS-11"), visit.one("BTS-04").split()
        pair = _PAIRS.get(sharing, tuple(users) if sharing == "other" else ())
        sharers |= set(pair)
        everybody |= set(pair or users)
    if rules.choices["GC4.unit"] == "logical":
        amount = len(everybody)
    else:
        amount = len(sharers) if rules.choices["GC4.shared"] == "each" else 1
    return Row(
        sites=tuple(sorted({visit.site.code for visit in visits})),
        visits=tuple(visit.visit for visit in visits),
        numerator=Fraction(max(amount, 1)),
        denominator=Fraction(0),
        key=key,
    )


def _shared(row: Row) -> Problem:
    params = {"sites": row.sites, "key": row.key, "count": row.numerator}
    return Problem(Code.INDICATOR_SHARED, "GC4", params)
