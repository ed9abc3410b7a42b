"""Exports: data for other programs, in the format that the file name asks for."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from fieldaudit.actions.changes import Changes, Done, Progress, Silent
from fieldaudit.actions.export_content import Wishes, export_content
from fieldaudit.errors import BadInput, Cancelled, Code, Surroundings
from fieldaudit.package.exports.variants import Variant
from fieldaudit.store import journal
from fieldaudit.store.survey import Survey, open_survey
from fieldaudit.texts import Language
from fieldaudit.visit.stamp import now

if TYPE_CHECKING:
    from fieldaudit.package.exports.manifest import ExportReport


def open_to_export(path: Path) -> Survey:
    """Open a survey to export from; one that cannot be written is read, and keeps no journal."""
    try:
        return open_survey(path)
    except Surroundings as error:
        if error.code is not Code.FILE_READ_ONLY:
            raise
        return open_survey(path, readonly=True)


def export(
    survey: Survey,
    *,
    out: Path,
    layers: Sequence[str] = (),
    variant: Variant = Variant.INTERNAL,
    everything: bool = False,
    language: Language = "zh",
    progress: Progress | None = None,
) -> Done["ExportReport"]:
    """Write the new file `out`, read it back, compare it, and note it in the journal.

    Args:
        survey: where from.
        out: must not exist; `.xlsx`, `.csv`, `.geojson`, `.gpkg`, `.json`, `.zip`, or a folder.
        layers: only these tables, layers or parts.
        variant: internal, or public: no contacts, photos or station parameters, coarse places.
        everything: also visits that are not accepted.
        language: of labels.
        progress: is told and asked.

    Raises:
        BadInput: unknown format or layer, the file exists, or it reads back otherwise.
        Surroundings: the disk is full, or the folder cannot be written.
    """
    from fieldaudit.package.exports.writing import format_of, write_export

    chosen = format_of(out)
    if out.exists():
        raise BadInput(Code.FILE_EXISTS, file=out.name)
    wishes = Wishes(chosen, tuple(layers), variant, everything, language)
    moment, step = now(), _stepping(progress or Silent())
    content = export_content(survey, wishes, moment=moment, step=lambda n, of: step(n, of * 2))
    report = write_export(content, out, layers=layers, step=lambda n, of: step(of + n, of * 2))
    if not survey.readonly:
        entry = {"out": out.name, "sha256": report.sha256, "variant": variant.value}
        told = {**entry, "visits": content.tally.visits, "scope": content.facts.scope}
        journal.note(survey, "export", told, moment=moment)
    return Done(report, Changes(journal=not survey.readonly))


def _stepping(progress: Progress) -> Callable[[int, int], None]:
    def step(done: int, total: int) -> None:
        progress.step(done, max(total, 1))
        if progress.cancelled():
            raise Cancelled

    return step
