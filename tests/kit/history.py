"""Histories for tests: several people editing copies of one record, and passing them on."""

from dataclasses import dataclass, field

from hypothesis import strategies as st

from fieldaudit.store.fold import fold
from fieldaudit.store.revision import DELETED, Revision
from fieldaudit.visit.stamp import Moment

PATHS = ("name", "fibre/RES-26", "people/1/role", DELETED)

edits = st.dictionaries(
    st.sampled_from(PATHS[:3]), st.sampled_from(["1", "2", "东", None]), min_size=1, max_size=2
)
steps = st.lists(
    st.one_of(
        st.tuples(st.just("edit"), st.integers(0, 7), st.integers(0, 1), edits),
        st.tuples(st.just("delete"), st.integers(0, 7), st.integers(0, 1), st.none()),
        st.tuples(st.just("take"), st.integers(0, 7), st.integers(0, 7), st.none()),
    ),
    max_size=30,
)
"""What up to eight people do, one after the other: (deed, who, which record or from whom, what)."""


@dataclass
class Copies:
    """The copies that up to eight people hold of one survey, as sets of revisions."""

    held: list[dict[str, Revision]] = field(default_factory=lambda: [{} for _ in range(8)])
    made: int = 0

    def play(self, deeds: list[tuple]) -> "Copies":
        """Carry out what was drawn from `steps`."""
        for deed, who, other, what in deeds:
            if deed == "take":
                self.held[who] |= self.held[other]
            else:
                self.revise(who, other, what if deed == "edit" else {DELETED: "true"})
        return self

    def revise(self, who: int, record: int, changes: dict[str, str | None]) -> Revision:
        """Let `who` change a record as that copy knows it."""
        seen = [r for r in self.held[who].values() if r.record == record_id(record)]
        before = fold(seen) if seen else None
        self.made += 1
        revision = Revision(
            id=f"00000000-0000-7000-8000-{self.made:012d}",
            record=record_id(record),
            kind="visit",
            parents=before.heads if before else (),
            clock=before.clock + 1 if before else 1,
            author=f"{who:064x}",
            made=Moment(1_000_000 + self.made, 480),
            changes=changes,
        )
        self.held[who][revision.hash] = revision
        return revision


def record_id(number: int) -> str:
    """Return the id of the record with this number."""
    return f"00000000-0000-7000-9000-{number:012d}"
