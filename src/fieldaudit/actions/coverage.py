"""Coverage: take drive-test logs in, and say what they show."""

from collections.abc import Mapping, Sequence
from datetime import timedelta, timezone
from pathlib import Path

from fieldaudit.actions.changes import Changes, Done, Progress, Silent
from fieldaudit.actions.files import read_file
from fieldaudit.actions.snapshots import logs_of, visit_record
from fieldaudit.actions.thresholds import parameters_of
from fieldaudit.actions.writing import write
from fieldaudit.assess.coverage import Coverage, CoverageLimits, assess_coverage
from fieldaudit.errors import BadInput, Cancelled, Code
from fieldaudit.store import blobs, records
from fieldaudit.store.revisions import Edit
from fieldaudit.store.survey import Survey
from fieldaudit.visit.datum import Datum
from fieldaudit.visit.log import BYTE_LIMIT, read_log
from fieldaudit.visit.sample import LogReading
from fieldaudit.visit.stamp import Author, new_id, now


def import_logs(
    survey: Survey,
    *,
    visit: str,
    files: Sequence[Path],
    datum: str = "wgs84",
    operator: str = "",
    author: Author,
    progress: Progress | None = None,
) -> Done[tuple[LogReading, ...]]:
    """Attach logs to a visit, byte for byte: all of them, or none.

    Raises:
        BadInput: a file is no log of a known format, or is in this survey already.
    """
    told = progress or Silent()
    readings = []
    with survey.atomic():
        visit = visit_record(survey, visit).id
        known = {log.blob: log.name for log in logs_of(survey)}
        for number, file in enumerate(files):
            told.step(number, len(files))
            if told.cancelled():
                raise Cancelled
            data = read_file(file, BYTE_LIMIT)
            offset = now().offset
            zone = timezone(timedelta(minutes=offset))
            reading = read_log(
                data, file.name, datum=Datum(datum), timezone=zone, operator=operator
            )
            if reading.sha256 in known:
                raise BadInput(Code.LOG_KNOWN, file=file.name, known=known[reading.sha256])
            known[reading.sha256] = file.name
            blobs.add(survey, data)
            changes = _changes(reading, visit, operator, offset)
            write(survey, [Edit(new_id(), "log", changes)], author=author)
            readings.append(reading)
    return Done(tuple(readings), Changes(photos=True))


def readings_of(survey: Survey, *, visit: str) -> tuple[LogReading, ...]:
    """Read the logs of a visit again from their originals."""
    return tuple(
        _read_again(survey, record.values)
        for record in records.records(survey, "log")
        if record.get("visit") == visit
    )


def coverage_of(survey: Survey, *, visit: str) -> Coverage | None:
    """Judge the samples of a visit's logs; None when it has no log."""
    readings = readings_of(survey, visit=visit)
    if not readings:
        return None
    samples = [sample for reading in readings for sample in reading.samples]
    return assess_coverage(samples, limits(parameters_of(survey).values()))


def limits(values: Mapping[str, str]) -> CoverageLimits:
    """Take the limits of a good sample and area from the survey's parameters."""
    usual = CoverageLimits()
    return CoverageLimits(
        rsrp=float(values.get("P1.rsrp", usual.rsrp)),
        sinr=float(values.get("P1.sinr", usual.sinr)),
        share=float(values.get("P2.share", usual.share * 100)) / 100,
    )


def _read_again(survey: Survey, values: Mapping[str, str]) -> LogReading:
    zone = timezone(timedelta(minutes=int(values.get("offset", "0"))))
    return read_log(
        blobs.read(survey, values["blob"]),
        values.get("name", ""),
        datum=Datum(values.get("datum", Datum.WGS84)),
        timezone=zone,
        operator=values.get("operator", ""),
    )


def _changes(reading: LogReading, visit: str, operator: str, offset: int) -> dict[str, str | None]:
    changes: dict[str, str | None] = {
        "blob": reading.sha256,
        "datum": reading.datum,
        "name": reading.name,
        "offset": str(offset),
        "operator": operator,
        "profile": reading.profile,
        "visit": visit,
    }
    return {path: value for path, value in changes.items() if value}
