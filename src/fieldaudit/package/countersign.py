"""Add a further signature to a package; those before it stay valid."""

import shutil
from datetime import datetime
from pathlib import Path

from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import enumerate_sig_fields
from pyhanko.sign.general import SigningError

from fieldaudit.errors import BadInput, Code, Problem
from fieldaudit.package.manner import PLAIN, Manner
from fieldaudit.package.sign import Place, sign_in_place
from fieldaudit.package.stamp import signature_look
from fieldaudit.texts import Catalog, Language
from fieldaudit.visit.identity import Identity
from fieldaudit.visit.newfile import new_file

_UNSIGNABLE = (PdfError, SigningError, ValueError, KeyError, TypeError)


def countersign_package(
    path: Path,
    out: Path,
    *,
    identity: Identity,
    now: datetime,
    field: str = "",
    language: Language = "zh",
    manner: Manner = PLAIN,
) -> tuple[str, tuple[Problem, ...]]:
    """Write the package at `path` with a further signature to the new file `out`.

    The first empty signature field takes it, or the one named `field`. Returns its name, and what
    was asked for and could not be had.

    Raises:
        BadInput: PACKAGE_UNSIGNABLE when there is no such empty field; FILE_NOT_FOUND;
            FILE_EXISTS; IDENTITY_EXPIRED.
        Surroundings: DISK_FULL, FOLDER_READ_ONLY.
    """
    identity.check_time(now)
    if not path.is_file():
        raise BadInput(Code.FILE_NOT_FOUND, file=str(path))
    try:
        chosen, size, first = _empty_field(path, field)
        look = signature_look(identity, now, size, Catalog(language), picture=manner.picture)
        with new_file(out) as draft:
            shutil.copyfile(path, draft)
            place = Place(chosen, now, look, certify=first)
            missing = sign_in_place(draft, identity, place, manner)
    except _UNSIGNABLE as error:
        raise BadInput(Code.PACKAGE_UNSIGNABLE, file=path.name, field=field) from error
    return chosen, missing


def _empty_field(path: Path, wanted: str) -> tuple[str, tuple[float, float], bool]:
    """Return an empty field's name and size, and whether nobody signed before."""
    with path.open("rb") as stream:
        reader = PdfFileReader(stream)
        first = not reader.embedded_signatures
        for name, value, reference in enumerate_sig_fields(reader):
            if value is None and wanted in ("", name):
                left, bottom, right, top = (float(each) for each in reference.get_object()["/Rect"])
                return name, (right - left, top - bottom), first
    raise KeyError(wanted)
