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
from fieldaudit.form_codes import FormCode

LAST_SAVED = "jr://instance/last-saved"
"""Address of the list that holds the answers of the record saved before."""

_LISTS = (".csv", ".geojson", ".xml")
_MOST = 10_000


def folders(file: Path) -> tuple[Path, ...]:
    """Return where the files of a checklist may lie: beside it, or in ODK's media folder."""
    return file.parent, file.parent / f"{file.stem}-media", file.parent / "media"


def beside(file: Path) -> dict[str, Path]:
    """Return name → path of the files around a checklist, names in small letters.

    Files that came out of a package bear the checklist's own name before theirs.
    """
    found: dict[str, Path] = {}
    marked = f"{file.stem}-".lower()
    for folder in folders(file):
        try:
            entries = [path for path in sorted(folder.iterdir()) if path.is_file()]
        except OSError:
            continue
        for path in entries[:_MOST]:
            name = path.name.lower()
            if name.startswith(marked):
                found[name.removeprefix(marked)] = path
            found.setdefault(name, path)
    return found


def needed(form: Form) -> Iterator[Secondary]:
    """Yield the lists of a form that lie in files, each file once."""
    told: set[str] = set()
    for one in form.model.secondary:
        if one.file and one.source != LAST_SAVED and one.file not in told:
            told.add(one.file)
            yield one


def shown(form: Form) -> dict[str, str]:
    """Return the files that a form shows beside its texts, each with the path it is shown at."""
    return {
        name: id_.partition(":")[0].strip("/").partition("/")[2] or id_
        for id_, forms in form.model.media.items()
        for languages in forms.values()
        for name in languages.values()
        if name and "<" not in name
    }


def gathered(form: Form, around: Mapping[str, Path]) -> tuple[dict[str, bytes], list[Problem]]:
    """Read the files that a form needs: lists that it chooses from, pictures and sounds.

    Args:
        form: whose files.
        around: name → path, as `beside` gave it.

    Returns:
        Name → content of those that could be read, and a problem for each that could not.
    """
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    lists = {one.file: one for one in needed(form)}
    wanted = {name: one.id for name, one in lists.items()}
    for name, where in {**shown(form), **wanted}.items():
        path = around.get(name.lower())
        if path is None:
            problems.append(Problem(FormCode.FORM_FILE_MISSING, where, {"file": name}))
            continue
        try:
            data = _content(path, name, where)
            if name in lists:
                _vet_list(path, data, lists[name])
        except BadInput as error:
            problems.append(Problem(error.code, where, {"file": name, **error.params}))
        else:
            files[name] = data
    return files, problems


def _vet_list(path: Path, data: bytes, one: Secondary) -> None:
    """Try to read a list; raise BadInput when it is none of the kinds, or damaged."""
    if path.suffix.lower() not in _LISTS:
        raise BadInput(FormCode.FORM_KIND, file=one.file)
    trees((one,), {one.file: data})


def _content(path: Path, name: str, where: str) -> bytes:
    """Read one file; raise BadInput when it is too large or unreadable."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        reason = error.strerror or str(error)
        raise BadInput(Code.FILE_UNREADABLE, file=name, reason=reason) from error
    if len(data) > LARGEST:
        raise BadInput(FormCode.FORM_FILE_SIZE, where=where, file=name, limit=LARGEST // 1_000_000)
    return data
