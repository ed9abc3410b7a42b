"""Moving a visit to a newer version of its checklist; nobody has to, and nothing is lost."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from fieldaudit.actions.changes import Changes, Done
from fieldaudit.actions.files import read_file
from fieldaudit.actions.forms import form_of, mapping_of, version_rank
from fieldaudit.actions.sheets import CLOSED, status_of
from fieldaudit.actions.snapshots import answers_of, papers_of, photos_of, visit_record
from fieldaudit.actions.visits import save_visit
from fieldaudit.actions.writing import write
from fieldaudit.errors import BadInput, Code
from fieldaudit.form.mapping import Carried, FormMapping, carry, destination, read_mapping
from fieldaudit.form.versions import version_key
from fieldaudit.form_codes import FormCode
from fieldaudit.store import records
from fieldaudit.store.records import Record
from fieldaudit.store.revisions import Edit
from fieldaudit.store.survey import Survey
from fieldaudit.visit.records import Status
from fieldaudit.visit.stamp import Author

_LARGEST = 1 << 20


def upgrade_visit(
    survey: Survey,
    *,
    visit: str,
    form: str,
    author: Author,
    reason: str,
    mapping: FormMapping | None = None,
) -> Done[Carried]:
    """Move a visit to another version of its checklist; return what was carried over.

    Answers go where the mapping says, the others stay where they are, whether the new version
    knows them or not. It is one revision; a visit that was signed is a draft again.

    Args:
        survey: where the visit is.
        visit: its id.
        form: hash of the version that it goes to.
        author: who decides.
        reason: why.
        mapping: the rules; None: those that came with the version.

    Raises:
        BadInput: no reason, another checklist, or rules for other versions.
    """
    if not reason.strip():
        raise BadInput(Code.REASON_MISSING)
    with survey.atomic():
        save_visit(survey, visit=visit, author=author, reason=reason)
        record = visit_record(survey, visit)
        old, new = form_of(survey, record.get("$form")), form_of(survey, form)
        if old.id != new.id:
            raise BadInput(FormCode.FORM_OTHER, where=visit, form=old.id, other=new.id)
        rules = mapping or mapping_of(survey, source=old, target=new)
        if (rules.form, rules.source, rules.target) != (new.id, old.version, new.version):
            said = {"file": rules.form, "source": rules.source, "target": rules.target}
            raise BadInput(FormCode.FORM_MAPPING_OTHER, **said)
        carried = carry(answers_of(record), rules, old, new)
        places = partial(destination, mapping=rules, old=old, new=new)
        edits = [_edit(record, carried, form, reason), *_attached(survey, visit, places)]
        if old.hash != new.hash:
            write(survey, edits, author=author)
    return Done(carried, Changes(visits=True, answers=True, photos=True))


def load_mapping(file: Path) -> FormMapping:
    """Read rules from a file; raise BadInput when they are not understood."""
    return read_mapping(read_file(file, _LARGEST), file.name)


def upgradable(survey: Survey, *, visit: str) -> tuple[str, ...]:
    """Return the hashes of newer versions of a visit's checklist, the newest first."""
    own = form_of(survey, visit_record(survey, visit).get("$form"))
    found = [
        record
        for record in records.records(survey, "form")
        if record.get("id") == own.id
        and version_key(record.get("version")) > version_key(own.version)
    ]
    found.sort(key=version_rank, reverse=True)
    return tuple(record.get("hash") for record in found)


def _edit(record: Record, carried: Carried, form: str, reason: str) -> Edit:
    before = answers_of(record)
    changes: dict[str, str | None] = {
        path: text for path, text in carried.answers.items() if before.get(path) != text
    }
    changes |= {path: None for path in before if path not in carried.answers}
    changes["$form"] = form
    if status_of(record) in CLOSED:
        changes["$status"] = Status.DRAFT.value
    return Edit(record.id, "visit", changes, form=form, reason=reason.strip())


def _attached(survey: Survey, visit: str, places: Callable[[str], str]) -> list[Edit]:
    """Return the edits that let photos and papers go with the question that they belong to."""
    found = (("photo", photos_of(survey, visit)), ("paper", papers_of(survey, visit)))
    return [
        Edit(each.id, kind, {"question": places(each.question)})
        for kind, those in found
        for each in those
        if places(each.question) != each.question
    ]
