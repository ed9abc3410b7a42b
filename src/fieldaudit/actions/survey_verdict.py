"""The verdict on a survey file: every revision, its chain, its originals, its seals."""

import uuid
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from fieldaudit.actions.checks import purged_photos
from fieldaudit.errors import BadInput, Code, Problem, Surroundings
from fieldaudit.package.verdict import Outcome, PackageVerdict, SignerFinding, Subject
from fieldaudit.store import blobs, people, records, seals
from fieldaudit.store.derived import differing
from fieldaudit.store.people import Signatory
from fieldaudit.store.records import Record
from fieldaudit.store.revision import NotARevision
from fieldaudit.store.seals import SealTally
from fieldaudit.store.source import Row, Source, open_source
from fieldaudit.store.survey import Survey
from fieldaudit.visit.records import SealState

_MOST = 200
"""Problems that are told."""


def verify_survey(
    file: Path, *, trusted: Collection[str], revoked: Mapping[str, str] | None = None
) -> PackageVerdict:
    """Judge a survey file; a bad one is a verdict, not an error.

    A key counts as known when it is in `trusted`, or when the founder of the survey is and
    vouches for it. A key of `revoked` (since when, ISO 8601) is told apart from an unknown
    one, and so is a key for which the survey's own founder took the word back.
    """
    try:
        source = open_source(file)
    except (BadInput, Surroundings) as error:
        damaged = error.code in (Code.SURVEY_DAMAGED, Code.SURVEY_SCHEMA)
        outcome = Outcome.CHANGED if damaged else Outcome.UNREADABLE
        problem = Problem(error.code, file.name, error.params)
        return PackageVerdict(outcome, details=(problem,), subject=Subject.SURVEY)
    with source.survey:
        try:
            return _Case(source, frozenset(trusted), revoked or {}).judge()
        except BadInput as error:
            problem = Problem(error.code, file.name, error.params)
            return PackageVerdict(Outcome.CHANGED, details=(problem,), subject=Subject.SURVEY)


class _Case:
    """A survey file under judgement."""

    def __init__(self, source: Source, trusted: frozenset[str], revoked: Mapping[str, str]) -> None:
        self._source = source
        self._survey: Survey = source.survey
        self._trusted, self._revoked = trusted, revoked
        self._revisions = 0

    def judge(self) -> PackageVerdict:
        """Judge the whole file."""
        changed = list(self._history())
        # What is derived, and who signed, can only be read from a history that is whole.
        changed += [] if changed else self._derived()
        originals = list(self._originals())
        tallies = seals.tallies(self._survey)
        changed += [each for each in originals if each.code is Code.BLOB_DAMAGED]
        changed += [_seal_problem(each) for each in tallies if each.state is SealState.BROKEN]
        missing = [each for each in originals if each.code is not Code.BLOB_DAMAGED]
        signers = tuple(self._signer(each) for each in tallies if each.seals)
        open_ones = [each for each in tallies if each.sealed < each.revisions and not each.reason]
        unsealed = [_unsealed(each) for each in open_ones]
        unknown = [
            Problem(
                Code.SIGNER_UNKNOWN, each.name, {"name": each.name, "fingerprint": each.fingerprint}
            )
            for each in signers
            if not each.trusted
        ]
        gone = self._gone(tallies)
        unknown = [each for each in unknown if each.params["fingerprint"] not in gone]
        for outcome, found in (
            (Outcome.CHANGED, [*changed, *missing] if changed else []),
            (Outcome.INCOMPLETE, missing),
            (Outcome.REVOKED, [*gone.values(), *unsealed, *unknown] if gone else []),
            (Outcome.UNSIGNED, unsealed),
            (Outcome.GENUINE_UNKNOWN_SIGNER, unknown),
        ):
            if found:
                return self._verdict(outcome, signers, found)
        return self._verdict(Outcome.GENUINE, signers, [])

    def _verdict(
        self, outcome: Outcome, signers: tuple[SignerFinding, ...], details: list[Problem]
    ) -> PackageVerdict:
        return PackageVerdict(
            outcome,
            signers,
            (*details[:_MOST], *purged_photos(self._survey)[:_MOST]),
            subject=Subject.SURVEY,
            count=self._revisions,
        )

    def _history(self) -> Iterator[Problem]:
        """Yield what is wrong with revisions: altered bytes, missing parents."""
        hashes: dict[str, set[bytes]] = {}
        early: list[tuple[Row, str, set[bytes]]] = []
        for row in self._source.rows():
            self._revisions += 1
            try:
                revision = row.judge()
            except NotARevision as error:
                told = {"reason": str(error), "id": row.name}
                yield Problem(Code.REVISION_DAMAGED, self._place(row), told)
            else:
                here = hashes.setdefault(revision.record, set())
                here.add(row.hash)
                # Files are written parents first: few have to wait for the end.
                if parents := set(map(bytes.fromhex, revision.parents)) - here:
                    early.append((row._replace(body=b""), revision.record, parents))
        for row, record, parents in early:
            if not hashes[record].issuperset(parents):
                yield Problem(Code.PARENT_MISSING, self._place(row))

    def _derived(self) -> Iterator[Problem]:
        """Yield the records whose rows say something else than their revisions."""
        for name in differing(self._survey):
            record = self._find(name)
            yield Problem(Code.RECORD_DIFFERS, self._named(record) if record else name)

    def _originals(self) -> Iterator[Problem]:
        """Yield what is wrong with originals; an excerpt may have left attachments behind."""
        some = seals.is_excerpt(self._survey)
        attached = (e for kind in blobs.ATTACHED for e in records.records(self._survey, kind))
        known = {each.get("blob"): each for each in attached}
        for name, code in blobs.check(self._survey, blobs.expected(self._survey)):
            record = known.get(name)
            if some and record and code is Code.BLOB_MISSING:
                continue
            yield Problem(code, self._named(record) if record else name[:16], {"blob": name[:16]})

    def _signer(self, tally: SealTally) -> SignerFinding:
        person = people.signatories(self._survey).get(tally.author)
        return SignerFinding(
            field="",
            name=tally.name,
            unit="",
            role=person.record.get("role") if person else "",
            fingerprint=tally.author,
            signed_at="",
            expires="",
            trusted=self._trusts(person, tally.author),
            intact=not tally.reason,
        )

    def _gone(self, tallies: tuple[SealTally, ...]) -> dict[str, Problem]:
        """Return, by key, the signers for whose keys somebody took the word back."""
        own = {key: each.revoked for key, each in people.signatories(self._survey).items()}
        found = {}
        for each in tallies:
            since = self._revoked.get(each.author) or own.get(each.author)
            if each.seals and since:
                told = {"name": each.name or each.author[:16], "date": since[:10]}
                found[each.author] = Problem(Code.SIGNER_REVOKED, told["name"], told)
        return found

    def _trusts(self, person: Signatory | None, key: str) -> bool:
        vouched = bool(person and person.trusted) and people.founder(self._survey) in self._trusted
        return key in self._trusted or vouched

    def _place(self, row: Row) -> str:
        """Name what a revision belongs to, by what the rest of the file says of it."""
        try:
            return self._named(records.record(self._survey, str(uuid.UUID(bytes=row.record))))
        except (BadInput, ValueError):
            return row.name

    def _named(self, record: Record) -> str:
        """Return site and name: `RES-0001 · 检查`, `RES-0001 · 门口.jpg`."""
        visit = record
        if record.get("visit"):
            visit = self._find(record.get("visit")) or record
        site = self._find(visit.get("$site") or visit.get("site"))
        parts = [site.get("code") if site else "", record.get("code"), record.kind]
        parts.append(record.get("name") or record.get("caption"))
        return " · ".join(dict.fromkeys(filter(None, parts))) or record.id

    def _find(self, name: str) -> Record | None:
        try:
            return records.record(self._survey, name)
        except BadInput:
            return None


def _seal_problem(tally: SealTally) -> Problem:
    return Problem(Code.SEAL_BROKEN, tally.name or tally.author[:16], {"reason": tally.reason})


def _unsealed(tally: SealTally) -> Problem:
    count = tally.revisions - tally.sealed
    return Problem(Code.SEAL_MISSING, tally.name or tally.author[:16], {"count": count})
