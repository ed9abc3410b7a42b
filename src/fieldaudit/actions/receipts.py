"""Receipts: what the office answers a hand-over with, and what the inspector reads from it."""

import base64
import binascii
import itertools
import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from fieldaudit.actions.files import read_file
from fieldaudit.errors import BadInput, Code, FieldauditError, Problem
from fieldaudit.merge.offers import Offer
from fieldaudit.merge.vet import survey_of
from fieldaudit.store import blobs, people, records
from fieldaudit.store.arrivals import arrivals, held
from fieldaudit.store.records import Record
from fieldaudit.store.revision import canonical
from fieldaudit.store.source import open_source
from fieldaudit.store.survey import Survey
from fieldaudit.visit.identity import Identity, fingerprint_of, verify_signature
from fieldaudit.visit.newfile import new_file
from fieldaudit.visit.records import Balance, SourceTally
from fieldaudit.visit.stamp import now

_LARGEST = 64 << 20
_OF_THE_OFFICE = {Code.FILE_NOT_FOUND, Code.ENVELOPE_CLOSED}
"""Troubles that say nothing about what was handed in."""


def receipt_folder(survey: Path) -> Path:
    """Return the folder beside a survey file that holds the receipts it answered with."""
    return survey.with_name(f"{survey.name}.receipts")


@dataclass(slots=True)
class Receipts:
    """Writes a receipt for each source of a merge."""

    survey: Survey
    """Where the sources were merged into."""

    sources: Sequence[Path]
    """The files as they were handed in."""

    folder: Path | None = None
    """Where the receipts go, made where it is missing; None: beside each source."""

    identity: Identity | None = None
    """Who signs them."""

    problems: list[Problem] = field(default_factory=list)
    """Receipts that could not be written; the merge stands all the same."""

    def __call__(self, files: Sequence[Offer], balance: Balance) -> None:
        """Write them, given the survey files inside the sources; what was not read is told why.

        None for what is not there, or waits for the office's own key.
        """
        here = _here(self.survey)
        for source, offer, tally in zip(self.sources, files, balance.sources, strict=True):
            if tally.problem and tally.problem.code in _OF_THE_OFFICE:
                continue
            place = self.folder or source.parent
            try:
                _make(self.folder)
                told = _head(here, source.name, tally)
                if not tally.problem:
                    told |= _arrived(here, offer.path)
                with new_file(_free(place, source.name)) as part:
                    part.write_text(_signed(told, self.identity), "utf-8")
            except FieldauditError as error:
                self.problems.append(Problem(error.code, str(place), error.params))


def _make(folder: Path | None) -> None:
    with suppress(OSError):
        # What stands in the way is told when the receipt cannot be written.
        if folder:
            folder.mkdir(exist_ok=True)


def _free(folder: Path, name: str) -> Path:
    """An older receipt is never written over."""
    names = itertools.chain(("",), (f"-{number}" for number in itertools.count(2)))
    paths = (folder / f"{name}.receipt{each}.json" for each in names)
    return next(path for path in paths if not path.exists())


@dataclass(frozen=True, slots=True)
class _Here:
    """What a survey holds, read once for the receipts of all sources."""

    survey: Survey
    codes: Mapping[str, str]
    visits: Sequence[Record]
    photos: Sequence[Record]


def _here(survey: Survey) -> _Here:
    codes = {site.id: site.get("code") for site in records.records(survey, "site")}
    return _Here(survey, codes, records.records(survey, "visit"), _attached(survey))


def _head(here: _Here, name: str, tally: SourceTally) -> dict[str, Any]:
    """Tell of a source that nothing arrived, and why."""
    reasons = [tally.problem] if tally.problem else tally.reasons
    return {
        "survey": survey_of(here.survey)[0],
        "source": name,
        "made_at": now().iso(),
        "read": not tally.problem,
        "revisions": 0,
        "refused": tally.refused,
        "reasons": [str(each) for each in reasons],
        "problems": [_entry(each) for each in reasons],
        "state": "",
        "visits": [],
        "photos_expected": 0,
        "photos_present": 0,
        "photos": {},
    }


def _arrived(here: _Here, file: Path) -> dict[str, Any]:
    """Tell what of a source is in the survey now."""
    survey, source = here.survey, open_source(file)
    try:
        found = arrivals(survey, source)
    finally:
        source.survey.close()
    visits = [each for each in here.visits if each.id in found.digests]
    photos = [each for each in here.photos if each.id in found.digests]
    hurt = {blob for blob, _ in blobs.check(survey, sorted({each.get("blob") for each in photos}))}
    return {
        "revisions": found.count,
        "state": found.state,
        "visits": [
            {
                "visit": v.id,
                "site": here.codes.get(v.get("$site"), ""),
                "digest": found.digests[v.id],
            }
            for v in visits
        ],
        "photos_expected": len(photos),
        "photos_present": sum(each.get("blob") not in hurt for each in photos),
        "photos": {p.id: found.digests[p.id] for p in photos if p.get("blob") not in hurt},
    }


def _attached(survey: Survey) -> list[Record]:
    return [each for kind in blobs.ATTACHED for each in records.records(survey, kind)]


def _signed(told: dict[str, Any], identity: Identity | None) -> str:
    whole: dict[str, Any] = {"receipt": told}
    if identity:
        signature = base64.b64encode(identity.sign(canonical(told).encode())).decode()
        whole |= {"certificate": identity.certificate, "signature": signature}
    return json.dumps(whole, ensure_ascii=False, indent=1)


@dataclass(frozen=True, slots=True)
class ReceiptVerdict:
    """Whether all that a survey holds arrived at the office."""

    source: str
    """Name of the file that was handed in."""

    made_at: str
    """When the office merged it."""

    signer: str
    """Name of who signed the receipt; empty for an unsigned one."""

    trusted: bool
    """True when the founder of the survey vouched for the signer."""

    visits: int
    """Visits here."""

    arrived: int
    """Of those, arrived as they are here."""

    missing: tuple[str, ...]
    """Site codes of visits that did not arrive."""

    changed: tuple[str, ...]
    """Site codes of visits of which something here did not arrive, or was written since."""

    photos: int
    """Photos and papers here."""

    photos_arrived: int
    """Of those, arrived whole."""

    refused: int
    """Revisions that the office did not take."""

    reasons: tuple[Problem | str, ...]
    """Why; a receipt of an earlier version has sentences only."""

    read: bool = True
    """False when the office could not read the file at all."""

    @property
    def complete(self) -> bool:
        """Tell whether every visit, photo and paper arrived."""
        whole = self.visits == self.arrived and self.photos == self.photos_arrived
        return self.read and whole and not self.refused


def check_receipt(survey: Survey, file: Path) -> ReceiptVerdict:
    """Compare a receipt with what is here.

    Raises:
        BadInput: it is no receipt, was altered after signing, or is of another survey.
    """
    told, fingerprint = _read(file)
    if told["survey"] != survey_of(survey)[0]:
        raise BadInput(Code.RECEIPT_OTHER_SURVEY, file=file.name)
    signer = people.signatories(survey).get(fingerprint)
    here, codes = held(survey), {s.id: s.get("code") for s in records.records(survey, "site")}
    there = {each["visit"]: each["digest"] for each in told["visits"]}
    visits = {v.id: codes.get(v.get("$site"), v.id) for v in records.records(survey, "visit")}
    photos = [each.id for each in _attached(survey)]
    return ReceiptVerdict(
        source=told["source"],
        made_at=told["made_at"],
        signer=signer.name if signer else fingerprint[:16],
        trusted=bool(signer and signer.trusted),
        visits=len(visits),
        arrived=sum(there.get(visit) == here.get(visit) for visit in visits),
        missing=tuple(code for visit, code in visits.items() if visit not in there),
        changed=tuple(c for v, c in visits.items() if v in there and there[v] != here.get(v)),
        photos=len(photos),
        photos_arrived=sum(told["photos"].get(photo) == here.get(photo) for photo in photos),
        refused=told["refused"],
        read=told.get("read") is not False,
        reasons=_reasons(told),
    )


def _entry(problem: Problem) -> dict[str, object]:
    """Return a problem as code and values, so that each reader gets it in his own language."""
    params = {k: list(v) if isinstance(v, tuple) else v for k, v in problem.params.items()}
    kept = {k: v if isinstance(v, str | int | list) else str(v) for k, v in params.items()}
    return {"code": problem.code.name, "where": problem.where, "params": kept}


def _reasons(told: Mapping[str, Any]) -> tuple[Problem | str, ...]:
    """Read the problems; where there are none, or of a newer version, the sentences."""
    sentences = tuple(map(str, told["reasons"]))
    try:
        return tuple(
            Problem(
                Code[each["code"]],
                str(each["where"]),
                {k: tuple(v) if isinstance(v, list) else v for k, v in each["params"].items()},
            )
            for each in told.get("problems", sentences)
        )
    except (KeyError, TypeError, AttributeError):
        return sentences


_SHAPE = {
    "survey": str,
    "source": str,
    "made_at": str,
    "refused": int,
    "reasons": list,
    "visits": list,
    "photos": dict,
}


def _read(file: Path) -> tuple[dict[str, Any], str]:
    """Return the receipt and the key that signed it; empty for an unsigned one."""
    try:
        whole = json.loads(read_file(file, _LARGEST))
        told = whole["receipt"]
        shaped = all(isinstance(told[name], kind) for name, kind in _SHAPE.items())
        shaped = shaped and all({"visit", "digest"} <= each.keys() for each in told["visits"])
        pem, signature = whole.get("certificate", ""), base64.b64decode(whole.get("signature", ""))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError, binascii.Error) as e:
        raise BadInput(Code.RECEIPT_UNREADABLE, file=file.name) from e
    if not shaped or (pem and not verify_signature(pem, canonical(told).encode(), signature)):
        raise BadInput(Code.RECEIPT_UNREADABLE, file=file.name)
    return told, fingerprint_of(pem) if pem else ""
