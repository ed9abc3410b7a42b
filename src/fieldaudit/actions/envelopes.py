"""Opening what was handed over so that only its recipient can read it."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from fieldaudit.errors import BadInput, Code
from fieldaudit.merge.offers import Offer
from fieldaudit.store.failures import explained
from fieldaudit.store.survey import open_survey
from fieldaudit.visit import envelope
from fieldaudit.visit.identity import Identity
from fieldaudit.visit.scratch import scratch


def is_envelope(path: Path) -> bool:
    """Tell whether a file is an encrypted hand-over."""
    return envelope.is_envelope(path)


def open_envelope(source: Path, out: Path, *, identity: Identity) -> None:
    """Write what an encrypted hand-over holds as the new survey file `out`.

    Raises:
        BadInput: it is for another key, damaged, or no survey; or `out` exists.
        Surroundings: the disk is full, or the folder cannot be written.
    """
    envelope.unwrap(source, out, identity=identity)
    try:
        open_survey(out, readonly=True).close()
    except BaseException:
        out.unlink(missing_ok=True)
        raise


@contextmanager
def unwrapped(
    sources: Iterable[Offer], *, folder: Path, identity: Identity | None
) -> Iterator[list[Offer]]:
    """Yield the sources with a readable file in the place of each encrypted one.

    One that cannot be decrypted says why: ENVELOPE_CLOSED without an identity,
    ENVELOPE_OTHER_KEY, ENVELOPE_DAMAGED.

    Args:
        sources: files of any kind.
        folder: where there is room to decrypt.
        identity: the recipient; needed only where one is encrypted.

    Raises:
        Surroundings: there is no room, or the folder cannot be written.
    """
    with explained(folder), scratch(folder, "open") as place:
        yield [
            _opened(offer, place / str(number), identity)
            if not offer.trouble and is_envelope(offer.path)
            else offer
            for number, offer in enumerate(sources)
        ]


def _opened(offer: Offer, folder: Path, identity: Identity | None) -> Offer:
    source = offer.path
    if identity is None:
        return offer.refused(BadInput(Code.ENVELOPE_CLOSED, file=source.name))
    folder.mkdir()
    try:
        envelope.unwrap(source, folder / source.name, identity=identity)
    except BadInput as error:
        return offer.refused(error)
    return replace(offer, path=folder / source.name)
