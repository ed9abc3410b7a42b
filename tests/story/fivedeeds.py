"""The five deeds that change files, as the front ends do them: write, merge, hand over, migrate,
back up.

A child does them and acknowledges each once it is durable; `harm` compares what a kill left with
what was acknowledged.
"""

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

from sqlite_utils import Database

from fieldaudit.actions import backups, envelopes, handovers, merges, photos, surveys, visits
from fieldaudit.actions.writing import author_of
from fieldaudit.errors import FieldauditError
from fieldaudit.store import blobs, projections, revisions, seals
from fieldaudit.store.schema import migrations
from fieldaudit.store.survey import Survey, open_survey
from fieldaudit.visit.records import SealState
from tests.kit.office import GOOD, a_prepared_file, a_visit, an_inspector, an_office
from tests.kit.photos import a_photo
from tests.kit.surveys import rows

DEEDS = ("write", "merge", "hand over", "migrate", "back up")
Say = Callable[[dict], None]
QUESTION = "fibre/RES-26"
_SIZE = 60


def prepare(folder: Path) -> None:
    """Make a survey, a colleague's copy with visits and photos, and one to be migrated."""
    folder.mkdir()
    (folder / "office.pem").write_text(an_office().certificate)
    (folder / "a.jpg").write_bytes(a_photo() + bytes(200_000))
    with surveys.open_survey(a_prepared_file(folder / "work.gpkg")) as survey:
        a_visit(survey, GOOD)
        surveys.handover(survey, folder / "theirs.gpkg", identity=None)
    with surveys.open_survey(folder / "theirs.gpkg") as theirs:
        for number in range(_SIZE):
            visit = a_visit(theirs, {QUESTION: f"-{10 + number / 10}"}, by=an_inspector("李四"))
        author = author_of(an_inspector("李四"))
        photos.add_photos(theirs, visit=visit, files=[folder / "a.jpg"], author=author)
        surveys.handover(theirs, folder / "source.gpkg", identity=an_inspector("李四"))
    (folder / "theirs.gpkg").unlink()
    shutil.copyfile(folder / "source.gpkg", folder / "old.gpkg")


def work(folder: Path, first: int, say: Say) -> None:
    """Do the five deeds, beginning with one of them; each begun and acknowledged aloud."""
    with surveys.open_survey(folder / "work.gpkg") as survey:
        (visit,) = [each.id for each in visits.list_visits(survey) if each.inspector == "张三"]
        for number in range(5):
            deed = DEEDS[(first + number) % 5]
            say({"begin": deed})
            _DO[deed](survey, folder, visit, say)


def _write(survey: Survey, folder: Path, visit: str, say: Say) -> None:
    author = author_of(an_inspector())
    for number in range(3):
        value = f"-{20 + number / 10}"
        visits.keep_draft(survey, visit=visit, changes={QUESTION: value})
        say({"typed": value})
    visits.save_visit(survey, visit=visit, author=author)
    say({"saved": value})
    photos.add_photos(survey, visit=visit, files=[folder / "a.jpg"], author=author)
    say({"photo": True})


def _merge(survey: Survey, folder: Path, visit: str, say: Say) -> None:
    merges.merge(survey, sources=[folder / "source.gpkg"])
    say({"merged": "source.gpkg"})


def _hand_over(survey: Survey, folder: Path, visit: str, say: Say) -> None:
    surveys.handover(survey, folder / "out.gpkg", identity=an_inspector())
    held = sorted(each.hash for each in revisions.all_revisions(survey))
    say({"out": "out.gpkg", "holds": held})
    sealed, recipient = folder / "out.p7m", folder / "office.pem"
    handovers.handover_to(survey, sealed, recipient=recipient, identity=an_inspector())
    say({"out": "out.p7m", "holds": held})


def _migrate(survey: Survey, folder: Path, visit: str, say: Say) -> None:
    with later():
        open_survey(folder / "old.gpkg").close()
    say({"migrated": "old.gpkg"})


def _back_up(survey: Survey, folder: Path, visit: str, say: Say) -> None:
    for _ in range(2):
        kept = backups.keep_backup(survey, backups.Reason.MANUAL)
        say({"backup": kept.name})


_DO = {
    "write": _write,
    "merge": _merge,
    "hand over": _hand_over,
    "migrate": _migrate,
    "back up": _back_up,
}


@contextmanager
def later() -> Iterator[None]:
    """Within the block the program has a migration more, one that touches many pages."""
    before = migrations._migrations
    migrations._migrations = [*before, migrations._Migration("m999_later", _grow)]
    try:
        yield
    finally:
        migrations._migrations = before


def _grow(db: Database) -> None:
    db.execute("create table later (id integer primary key, body text) strict")
    db.execute("insert into later (body) select body from revision")
    db.execute("create index later_body on later (body)")


def harm(folder: Path, start: Path, said: list[dict]) -> list[str]:
    """Return what was acknowledged and is not there, and what is there by half."""
    found = []
    files = [*folder.glob("*.gpkg"), *folder.glob("*.backups/*.gpkg")]
    for path in sorted(files):
        moved = path.name == "old.gpkg"
        found += [f"{path.name}: {each}" for each in _faults(path, moved=moved)]
    if not found:
        found += _lost(folder, said)
        found += _ghosts(folder, start)
    return found


def _faults(path: Path, *, moved: bool) -> Iterator[str]:
    """What every survey file has to be, whatever happened while it was written."""
    with later() if moved else nullcontext():
        try:
            with open_survey(path) as survey:
                yield from _unsound(survey)
                if moved and "later" not in survey.db.table_names():
                    yield "opened and not migrated"
        except FieldauditError as error:
            yield f"cannot be opened: {error}"


def _unsound(survey: Survey) -> Iterator[str]:
    (verdict,) = survey.db.execute("pragma integrity_check").fetchone()
    if verdict != "ok":
        yield verdict
    known: set[str] = set()
    for revision in sorted(revisions.all_revisions(survey), key=lambda each: each.clock):
        if not known.issuperset(revision.parents):
            yield f"{revision.id} has no parent"
        known.add(revision.hash)
    if list(blobs.check(survey, blobs.expected(survey))):
        yield "a photo is missing"
    if SealState.BROKEN in {tally.state for tally in seals.tallies(survey)}:
        yield "a seal is broken"
    before = rows(survey)
    projections.rebuild(survey)
    if rows(survey) != before:
        yield "a derived row is not that of the revisions"


def _hashes(path: Path) -> set[str]:
    with later() if path.name == "old.gpkg" else nullcontext(), open_survey(path) as survey:
        return {each.hash for each in revisions.all_revisions(survey)}


def _lost(folder: Path, said: list[dict]) -> Iterator[str]:
    with open_survey(folder / "work.gpkg", readonly=True) as survey:
        held = {each.hash for each in revisions.all_revisions(survey)}
        (visit,) = [each.id for each in visits.list_visits(survey) if each.inspector == "张三"]
        shown = visits.open_visit(survey, visit=visit)
        photographs = len(shown.photos)
    value = (shown.draft.get(QUESTION) or shown.answers.get(QUESTION) or "-0")[1:]
    kept = {path.name for path in folder.glob("*.backups/*.gpkg")}
    for each in said:
        match each:
            case {"typed": told} | {"saved": told}:
                there = float(value) >= float(told[1:])
            case {"photo": _}:
                there = photographs > 0
            case {"merged": name}:
                there = held >= _hashes(folder / name)
            case {"backup": name}:
                there = name in kept
            case {"out": name, "holds": holds}:
                there = (folder / name).exists() and _opened(folder / name) == set(holds)
            case _:
                there = True
        if not there:
            yield f"lost: {json.dumps(each)[:80]}"


def _opened(path: Path) -> set[str]:
    if path.suffix == ".gpkg":
        return _hashes(path)
    clear = path.with_suffix(".clear")
    envelopes.open_envelope(path, clear, identity=an_office())
    try:
        return _hashes(clear)
    finally:
        clear.unlink()


def _ghosts(folder: Path, start: Path) -> Iterator[str]:
    """Nothing is there that nobody wrote: more than was, than came, or than 张三 made."""
    known = _hashes(start / "work.gpkg") | _hashes(start / "source.gpkg")
    mine = an_inspector().fingerprint
    with open_survey(folder / "work.gpkg", readonly=True) as survey:
        for each in revisions.all_revisions(survey):
            if each.hash not in known and each.author != mine:
                yield f"a ghost: {each.id}"
    if _hashes(folder / "old.gpkg") != _hashes(start / "source.gpkg"):
        yield "migrating changed what is true"
