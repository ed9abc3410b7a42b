"""Handing over so that only the recipient can read it."""

from pathlib import Path

from fieldaudit.actions.changes import Done, Progress
from fieldaudit.actions.files import read_file
from fieldaudit.actions.surveys import handover
from fieldaudit.errors import BadInput, Code
from fieldaudit.store.survey import Survey
from fieldaudit.visit import envelope
from fieldaudit.visit.identity import Identity, fingerprint_of
from fieldaudit.visit.records import Balance
from fieldaudit.visit.scratch import scratch

_LARGEST = 1 << 20


def handover_to(
    survey: Survey,
    out: Path,
    *,
    recipient: Path,
    identity: Identity | None,
    progress: Progress | None = None,
) -> Done[Balance]:
    """Hand over as ever, into a file that only the holder of a certificate's key can open.

    Args:
        survey: the file in use.
        out: must not exist.
        recipient: a certificate, PEM.
        identity: whose revisions are sealed; None hands over unsealed.
        progress: is told and asked between rows.

    Raises:
        BadInput: the file exists, the certificate is none or not on P-256, or a signed visit
            was typed into and nobody said why.
        Surroundings: the disk is full, or the folder cannot be written.
    """
    if out.exists():
        raise BadInput(Code.FILE_EXISTS, file=out.name)
    certificate = _pem(recipient)
    # Beside the survey, which is as readable: no clear copy comes to where the file goes.
    with scratch(survey.path.parent, "handover") as place:
        clear = place / out.name
        done = handover(survey, clear, identity=identity, progress=progress)
        envelope.wrap(clear, out, certificate=certificate)
    return done


def _pem(file: Path) -> str:
    """Return a certificate's text once it is known to be one."""
    text = read_file(file, _LARGEST).decode("utf-8", "replace")
    fingerprint_of(text)
    return text
