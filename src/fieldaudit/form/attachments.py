"""The files beside a checklist that it chooses from or shows: found, vetted, read.

Knows folders and sizes; what stands in a list is the business of `form.secondary`.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from fieldaudit.errors import BadInput, Code, Problem
from fieldaudit.form.definition import Form
from fieldaudit.form.markup import LARGEST
from fieldaudit.form.model import Secondary
from fieldaudit.form.secondary import trees

LAST_SAVED = "jr://instance/last-saved"
"""Address of the list that holds the answers of the record saved before."""

_LISTS = (".csv", ".geojson", ".xml")
_MOST = 10_000


def folders(file: Path) -> tuple[Path, ...]:
    """Return where the files of a checklist may lie: beside it, or in ODK's media folder."""
    return file.parent, file.parent / f"{file.stem}-media", file.parent / "media"


def beside(file: Path) -> dict[str, Path]:
    """Return name → path of the files around a checklist, names in small letters."""
    found: dict[str, Path] = {}
    for folder in folders(file):
        try:
            entries = [path for path in sorted(folder.iterdir()) if path.is_file()]
        except OSError:
            continue
        for path in entries[:_MOST]:
            found.setdefault(path.name.lower(), path)
    return found


def needed(form: Form) -> Iterator[Secondary]:
    """Yield the lists of a form that lie in files, each file once."""
    told: set[str] = set()
    for one in form.model.secondary:
        if one.file and one.source != LAST_SAVED and one.file not in told:
            told.add(one.file)
            yield one


def gathered(form: Form, around: Mapping[str, Path]) -> tuple[dict[str, bytes], list[Problem]]:
    """Read the lists that a form chooses from.

    Args:
        form: whose lists.
        around: name → path, as `beside` gave it.

    Returns:
        Name → content of those that could be read, and a problem for each that could not.
    """
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    for one in needed(form):
        path = around.get(one.file.lower())
        if path is None:
            problems.append(Problem(Code.FORM_FILE_MISSING, one.id, {"file": one.file}))
            continue
        try:
            data = _content(path, one)
            trees((one,), {one.file: data})
        except BadInput as error:
            problems.append(Problem(error.code, one.id, {"file": one.file, **error.params}))
        else:
            files[one.file] = data
    return files, problems


def _content(path: Path, one: Secondary) -> bytes:
    """Read one file; raise BadInput when it is none of the kinds, too large or unreadable."""
    if path.suffix.lower() not in _LISTS:
        raise BadInput(Code.FORM_KIND, file=one.file)
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        reason = error.strerror or str(error)
        raise BadInput(Code.FILE_UNREADABLE, file=one.file, reason=reason) from error
    if len(data) > LARGEST:
        raise BadInput(Code.FORM_FILE_SIZE, where=one.id, file=one.file, limit=LARGEST // 1_000_000)
    return data
