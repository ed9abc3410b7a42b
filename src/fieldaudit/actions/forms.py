"""Checklists: read them, check them, keep them in a survey."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from fieldaudit.actions.changes import Changes, Done
from fieldaudit.actions.files import read_file
from fieldaudit.actions.writing import write
from fieldaudit.errors import BadInput, Code, Problem
from fieldaudit.form.definition import Form
from fieldaudit.form.parameters import read_parameters
from fieldaudit.form.reading import Reading
from fieldaudit.form.versions import Key, version_key
from fieldaudit.form_codes import FormCode
from fieldaudit.paths import bundled_form
from fieldaudit.store import blobs, records
from fieldaudit.store.records import Record
from fieldaudit.store.revisions import Edit
from fieldaudit.store.survey import Survey
from fieldaudit.visit.newfile import new_file
from fieldaudit.visit.stamp import Author, derived_id

if TYPE_CHECKING:
    from fieldaudit.form.mapping import FormMapping

_TEMPLATE = "blocks/template.md"
_PARAMETERS = "parameters"
_LARGEST_MAPPING = 1 << 20
_BEARABLE = frozenset(
    {FormCode.FORM_FILE_MISSING, FormCode.FORM_PHOTO_RULE, FormCode.FORM_SEVERITY}
)
"""Faults of a checklist that do not keep it out of a survey."""

_KEPT = 8
_files: dict[str, bytes] = {}


@dataclass(frozen=True, slots=True)
class BundledForm:
    """A checklist that comes with the program."""

    id: str
    """Its `form_id`."""

    version: str
    """Its version."""

    title: str
    """Its title."""

    file: str
    """Where it lies."""

    questions: int
    """Number of questions."""


def bundled_forms() -> list[Path]:
    """Return the files of the bundled checklists, by name."""
    return sorted(bundled_form(".").glob("*.md"))


def list_forms() -> tuple[BundledForm, ...]:
    """Describe the bundled checklists."""
    return tuple(_described(file, load_form_file(file)) for file in bundled_forms())


def check_form(file: Path) -> Reading:
    """Read a checklist and list everything that is wrong with it."""
    from fieldaudit.form.checking import check_file

    if not file.is_file():
        raise BadInput(Code.FILE_NOT_FOUND, file=str(file))
    reading = check_file(file, _known_parameters())
    if reading.form is None:
        return reading
    try:
        _mappings(reading.form, file.parent / "mappings")
    except BadInput as error:
        told = Problem(error.code, file.name, error.params)
        return replace(reading, problems=(*reading.problems, told))
    return reading


def _known_parameters() -> frozenset[str]:
    """Return the names of all thresholds that come with the program."""
    files = bundled_form(_PARAMETERS).glob("*.json")
    sets = (read_parameters(file.read_bytes(), file.name) for file in files)
    return frozenset(name for one in sets for name in one.values())


def load_form_file(file: Path) -> Form:
    """Read a checklist; raise BadInput with its first problem when it cannot be used."""
    return _readable(file)[0]


def _readable(file: Path) -> tuple[Form, Mapping[str, bytes]]:
    """Return a checklist and the rules that stand in it."""
    from fieldaudit.form.xlsform import read_form

    reading = read_form(file)
    if reading.form is None:
        reason = reading.problems[0] if reading.problems else ""
        raise BadInput(FormCode.FORM_INVALID, file=file.name, reason=reason)
    return reading.form, reading.mappings


@dataclass(frozen=True, slots=True)
class LoadedForm:
    """A checklist with the files that belong to it, ready to be kept in a survey."""

    form: Form
    """What is asked."""

    attachments: Mapping[str, bytes] = field(default_factory=dict)
    """Lists that it chooses from, by file name."""

    mappings: Mapping[str, bytes] = field(default_factory=dict)
    """Rules for carrying answers over, by the version that these were given in."""


def load_form(file: Path) -> LoadedForm:
    """Read a checklist with what lies beside it; raise BadInput when it cannot be used.

    Rules for older versions stand in its `mappings` sheet, or lie as JSON in the folder `mappings`.
    """
    from fieldaudit.form.attachments import beside, gathered

    form, own = _readable(file)
    attachments, _ = gathered(form, beside(file))
    return LoadedForm(form, attachments, _mappings(form, file.parent / "mappings") | dict(own))


def _mappings(form: Form, folder: Path) -> dict[str, bytes]:
    from fieldaudit.form.mapping import read_mapping

    found: dict[str, bytes] = {}
    for file in sorted(folder.glob("*.json")) if folder.is_dir() else ():
        data = read_file(file, _LARGEST_MAPPING)
        rules = read_mapping(data, file.name)
        if (rules.form, rules.target) == (form.id, form.version):
            found[rules.source] = data
    return found


def add_form(survey: Survey, *, file: Path, author: Author) -> Done[str]:
    """Keep a checklist, or a newer version of one, in a survey; return the hash of the version.

    Visits keep the version that they were made with.

    Raises:
        BadInput: the checklist has faults, or the survey has this version with other content.
    """
    reading = check_form(file)
    fault = next((each for each in reading.faults if each.code not in _BEARABLE), None)
    if fault is not None:
        raise BadInput(FormCode.FORM_INVALID, file=file.name, reason=fault)
    loaded = load_form(file)
    form = loaded.form
    for record in records.records(survey, "form"):
        same = (record.get("id"), record.get("version")) == (form.id, form.version)
        if same and record.get("hash") != form.hash:
            raise BadInput(FormCode.FORM_SAME_VERSION, form=form.id, version=form.version)
    with survey.atomic():
        edit = form_edit(survey, loaded)
        here = [record for record in records.records(survey, "form") if record.id == edit.record]
        if not here or any(here[0].get(path) != text for path, text in edit.changes.items()):
            write(survey, [edit], author=author)
    return Done(form.hash, Changes(survey=True))


def new_form(out: Path) -> None:
    """Write a template of a checklist into the new file `out`."""
    with new_file(out) as part:
        part.write_bytes(bundled_form(_TEMPLATE).read_bytes())


def form_edit(survey: Survey, loaded: LoadedForm | Form) -> Edit:
    """Keep a form's XForm and files as blobs, and return the edit that makes its record."""
    if isinstance(loaded, Form):
        loaded = LoadedForm(loaded)
    form = loaded.form
    changes = {
        "hash": form.hash,
        "id": form.id,
        "title": form.title,
        "version": form.version,
        "xform": blobs.add(survey, form.xform),
    }
    for name, data in loaded.attachments.items():
        changes[f"attachments/{name}"] = blobs.add(survey, data)
    for version, data in loaded.mappings.items():
        changes[f"mappings/{version}"] = blobs.add(survey, data)
    return Edit(form_id(form.hash), "form", changes)


def form_id(name: str) -> str:
    """Return the record id of a form version, the same in every file."""
    return derived_id(f"form:{name}")


def form_of(survey: Survey, name: str) -> Form:
    """Return the form version with this hash from the survey."""
    record = records.record(survey, form_id(name))
    return _parsed(blobs.read(survey, record.get("xform")))


def attachments_of(survey: Survey, name: str) -> dict[str, bytes]:
    """Return the files that belong to the form version with this hash, by name."""
    start = "attachments/"
    values = records.record(survey, form_id(name)).values.items()
    named = {path.removeprefix(start): blob for path, blob in values if path.startswith(start)}
    return {file: _file(survey, blob) for file, blob in named.items()}


def mapping_of(survey: Survey, *, source: Form, target: Form) -> "FormMapping":
    """Return the rules from one version of a form to another; none when nobody gave any."""
    from fieldaudit.form.mapping import FormMapping, read_mapping

    blob = records.record(survey, form_id(target.hash)).get(f"mappings/{source.version}")
    if not blob:
        return FormMapping(target.id, source.version, target.version)
    return read_mapping(blobs.read(survey, blob), f"{target.id}-{source.version}")


def _file(survey: Survey, blob: str) -> bytes:
    """Return the bytes of a blob; the last few are kept, because each visit asks for them."""
    found = _files.get(blob)
    if found is None:
        while len(_files) >= _KEPT:
            _files.pop(next(iter(_files)))
        found = _files[blob] = blobs.read(survey, blob)
    return found


def newest_form(survey: Survey, kind: str) -> Form:
    """Return the newest version of the form with this form id; raise BadInput without one."""
    found = [r for r in records.records(survey, "form") if r.get("id") == kind]
    if not found:
        raise BadInput(Code.FORM_UNKNOWN, form=kind)
    return form_of(survey, max(found, key=version_rank).get("hash"))


def version_rank(record: Record) -> tuple[Key, str]:
    """Return what form records are sorted by, the oldest version first; equal ones by text."""
    version = record.get("version")
    return version_key(version), version


@lru_cache(maxsize=64)
def _parsed(xform: bytes) -> Form:
    from fieldaudit.form.xform import read_xform

    form, _ = read_xform(xform)
    return form


def _described(file: Path, form: Form) -> BundledForm:
    return BundledForm(
        form.id, form.version, form.title, str(file), len(list(form.root.questions()))
    )
