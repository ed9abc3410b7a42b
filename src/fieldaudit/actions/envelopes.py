"""Opening what was handed over so that only its recipient can read it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from fieldaudit.errors import BadInput, Code
from fieldaudit.store.survey import open_survey
from fieldaudit.visit import envelope
from fieldaudit.visit.identity import Identity


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
    sources: Sequence[Path], *, folder: Path, identity: Identity | None
) -> Iterator[list[Path]]:
    """Yield the sources with a readable file in the place of each encrypted one.

    Args:
        sources: files of any kind.
        folder: where there is room to decrypt.
        identity: the recipient; needed only where one is encrypted.

    Raises:
        BadInput: ENVELOPE_CLOSED without an identity; ENVELOPE_OTHER_KEY; ENVELOPE_DAMAGED.
    """
    with TemporaryDirectory(dir=folder, prefix=".open-") as place:
        yield [
            _opened(source, Path(place, str(number)), identity) if is_envelope(source) else source
            for number, source in enumerate(sources)
        ]


def _opened(source: Path, folder: Path, identity: Identity | None) -> Path:
    if identity is None:
        raise BadInput(Code.ENVELOPE_CLOSED, file=source.name)
    folder.mkdir()
    envelope.unwrap(source, folder / source.name, identity=identity)
    return folder / source.name
