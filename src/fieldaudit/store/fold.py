"""What a record is: a pure function of the set of its revisions, in any order.

For each path the assignments count that no later revision of the same history replaced.
Several different ones are a conflict; the provisional value is the one with the highest
clock, then id.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import cast

from fieldaudit.store.revision import DELETED, KIND, Revision

PROVEN = ("person", "form")
"""Kinds whose record ids are derived from what the record holds."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One surviving assignment of a conflict."""

    value: str | None
    """The text; None: removed (or, at `$deleted`, kept and edited)."""

    revision: Revision
    """Who says so, and when."""


@dataclass(frozen=True, slots=True)
class Clash:
    """Different surviving values of one path."""

    path: str
    """Where."""

    base: str | None
    """The value that all of them saw."""

    claims: tuple[Claim, ...]
    """One for each distinct value, the provisional one first."""


@dataclass(frozen=True, slots=True)
class Folded:
    """The state of one record."""

    record: str
    """Record id."""

    kind: str
    """Its kind."""

    heads: tuple[str, ...]
    """Hashes of the revisions that no other one names as parent, sorted."""

    clock: int
    """The largest clock."""

    form: str
    """Form version of the newest revision that names one."""

    values: Mapping[str, str]
    """Path → text, provisional ones included, sorted by path."""

    clashes: tuple[Clash, ...]
    """Undecided conflicts, sorted by path."""

    first: Revision
    """The oldest revision."""

    last: Revision
    """The newest revision."""

    @property
    def deleted(self) -> bool:
        """Tell whether the record counts as deleted for now."""
        return self.values.get(DELETED) == "true"


class _History:
    """The revisions of one record with the ancestors of each as a bit mask."""

    def __init__(self, revisions: Iterable[Revision]) -> None:
        unique = {revision.hash: revision for revision in revisions}
        self.hashes = sorted(unique, key=lambda name: (unique[name].clock, unique[name].id, name))
        self.revisions = [unique[name] for name in self.hashes]
        place = {name: index for index, name in enumerate(self.hashes)}
        self.ancestors: list[int] = []
        for revision in self.revisions:
            seen = [place[parent] for parent in revision.parents if parent in place]
            known = [index for index in seen if index < len(self.ancestors)]
            self.ancestors.append(_union(self.ancestors[index] | (1 << index) for index in known))

    def assignments(self) -> dict[str, list[int]]:
        """Return path → the revisions that assign to it."""
        found: dict[str, list[int]] = {}
        for index, revision in enumerate(self.revisions):
            for path in revision.changes:
                found.setdefault(path, []).append(index)
        return found

    def heads(self) -> tuple[str, ...]:
        inner = _union(self.ancestors)
        return tuple(sorted(h for i, h in enumerate(self.hashes) if not inner >> i & 1))

    def newest(self, indexes: list[int]) -> list[int]:
        """Drop every index that another of them descends from."""
        if len(indexes) == 1:
            return indexes
        replaced = _union(self.ancestors[index] for index in indexes)
        return [index for index in indexes if not replaced >> index & 1]

    def concurrent(self, index: int) -> list[int]:
        """Return the revisions that neither saw `index` nor were seen by it."""
        return [
            other
            for other, ancestors in enumerate(self.ancestors)
            if other != index
            and not ancestors >> index & 1
            and not self.ancestors[index] >> other & 1
        ]


def fold(revisions: Iterable[Revision]) -> Folded:
    """Fold the revisions of one record; raise ValueError when there are none."""
    found = list(revisions)
    if len(found) == 1:
        return _alone(found[0])
    history = _History(found)
    if not history.revisions:
        raise ValueError("no revision to fold")
    values, clashes = _decide(history)
    kinds = _kinds(history)
    if len(kinds) > 1:
        clashes.append(Clash(KIND, None, tuple(kinds)))
        clashes.sort(key=lambda clash: clash.path)
    forms = [revision.form for revision in history.revisions if revision.form]
    return Folded(
        record=history.revisions[0].record,
        kind=kinds[0].value or "",
        heads=history.heads(),
        clock=max(revision.clock for revision in history.revisions),
        form=forms[-1] if forms else "",
        values=values,
        clashes=tuple(clashes),
        first=history.revisions[0],
        last=history.revisions[-1],
    )


def _alone(only: Revision) -> Folded:
    """Most records have one revision: what it says is what is so."""
    told, paths = only.changes, sorted(only.changes)
    if None in told.values() or list(told) != paths:
        told = {path: told[path] for path in paths if told[path] is not None}
    return Folded(
        record=only.record,
        kind=only.kind,
        heads=(only.hash,),
        clock=only.clock,
        form=only.form,
        values=cast(Mapping[str, str], told),
        clashes=(),
        first=only,
        last=only,
    )


def _kinds(history: _History) -> list[Claim]:
    """Return what different people say that the record is; mostly one claim.

    Whoever begins a record says so, and whoever decides between such. Of persons and forms the
    id itself proves it; else the provisional one is the newest, as everywhere.
    """
    first = history.revisions[0]
    kinds = {revision.kind for revision in history.revisions}
    if len(kinds) == 1:
        return [Claim(first.kind, first)]
    saying = [
        index
        for index, revision in enumerate(history.revisions)
        if not revision.parents or KIND in revision.changes
    ]
    # Of a damaged file the beginning may be lost.
    last = history.newest(saying or list(range(len(history.revisions))))
    claims = [Claim(history.revisions[index].kind, history.revisions[index]) for index in last]
    claims.sort(key=lambda c: (c.value in PROVEN, c.revision.clock, c.revision.id), reverse=True)
    distinct = {claim.value: claim for claim in reversed(claims)}
    return [claim for claim in claims if distinct[claim.value] is claim]


def _decide(history: _History) -> tuple[dict[str, str], list[Clash]]:
    values: dict[str, str] = {}
    clashes = []
    for path, indexes in sorted(history.assignments().items()):
        if path == KIND:
            continue
        survivors = history.newest(indexes)
        claims = _claims(history, path, survivors)
        if claims[0].value is not None:
            values[path] = claims[0].value
        if len(claims) > 1:
            clashes.append(Clash(path, _base(history, path, survivors), tuple(claims)))
    return values, clashes


def _claims(history: _History, path: str, survivors: list[int]) -> list[Claim]:
    """Return one claim for each distinct surviving value, the provisional one first."""
    claims = [Claim(history.revisions[i].changes[path], history.revisions[i]) for i in survivors]
    if path == DELETED:
        claims += _edits_against_deletion(history, survivors)
    claims.sort(key=lambda claim: (claim.revision.clock, claim.revision.id), reverse=True)
    distinct = {claim.value: claim for claim in reversed(claims)}
    return [claim for claim in claims if distinct[claim.value] is claim]


def _edits_against_deletion(history: _History, survivors: list[int]) -> list[Claim]:
    """An edit that knew nothing of the deletion stands against it."""
    deletions = [i for i in survivors if history.revisions[i].changes[DELETED] == "true"]
    against = {other for index in deletions for other in history.concurrent(index)}
    edits = [i for i in sorted(against) if DELETED not in history.revisions[i].changes]
    return [Claim(None, history.revisions[i]) for i in edits]


def _base(history: _History, path: str, survivors: list[int]) -> str | None:
    shared = history.ancestors[survivors[0]]
    for index in survivors[1:]:
        shared &= history.ancestors[index]
    seen = [i for i, r in enumerate(history.revisions) if shared >> i & 1 and path in r.changes]
    newest = history.newest(seen)
    return history.revisions[newest[-1]].changes[path] if newest else None


def _union(masks: Iterable[int]) -> int:
    whole = 0
    for mask in masks:
        whole |= mask
    return whole
