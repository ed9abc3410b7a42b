"""Reading a drive-test log: which format, which rows count, and what to say of the rest.

Every data row is either kept or rejected for one reason, so `read` = `kept` + `rejected`. The
file itself is kept elsewhere, byte for byte; this only reads it.
"""

import codecs
import csv
import hashlib
import io
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, tzinfo

from fieldaudit.errors import BadInput, Code, Problem
from fieldaudit.visit.datum import Datum
from fieldaudit.visit.log_formats import recognise
from fieldaudit.visit.log_profile import LogProfile
from fieldaudit.visit.log_rows import RowReader, silent_technologies
from fieldaudit.visit.radio import Technology
from fieldaudit.visit.sample import LogReading, Rejection, Sample

BYTE_LIMIT = 500 * 1024 * 1024
ROW_LIMIT = 2_000_000
LINE_LIMIT = 64 * 1024

_MOST_ROWS = Problem(Code.LIMIT_ROWS, params={"count": f"{ROW_LIMIT:,}"})
_CHUNK = 1 << 20
_SHOWN = 80  # characters of an unknown header in the message
_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}


def read_log(
    data: bytes,
    name: str,
    *,
    profile: LogProfile | None = None,
    datum: Datum = Datum.WGS84,
    timezone: tzinfo = UTC,
    operator: str = "",
) -> LogReading:
    """Read a signal log into samples.

    Args:
        data: the file.
        name: its name, for messages.
        profile: its format; None: recognised by the header.
        datum: what its positions refer to; samples are in WGS-84.
        timezone: where its times, which carry no offset, were taken.
        operator: the SIM's operator where the log cannot tell it; empty: as logged.

    Raises:
        BadInput: LOG_EMPTY, LOG_TOO_LARGE, LOG_NOT_TEXT, LOG_FORMAT_UNKNOWN, LOG_COLUMN_MISSING.
    """
    encoding = _encoding(data, name)
    rows = _rows(data, name, encoding)
    header = next(rows, [])
    profile = _profile(header, name, profile)
    reader = RowReader(profile, header, zone=timezone, datum=datum, operator=operator)
    samples: list[Sample] = []
    rejected: Counter[Rejection] = Counter()
    for cells in rows:
        judged = reader.read(cells)
        if isinstance(judged, Sample):
            samples.append(judged)
        else:
            rejected[judged] += 1
        if len(samples) > ROW_LIMIT:
            raise BadInput(Code.LOG_TOO_LARGE, file=name, limit=_MOST_ROWS)
    if not samples and not rejected:
        raise BadInput(Code.LOG_EMPTY, file=name)
    silent, aliases = silent_technologies(samples), reader.aliases()
    reading = LogReading(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        profile=profile.id,
        datum=datum.value,
        encoding=encoding,
        samples=tuple(_completed(sample, silent, aliases) for sample in samples),
        read=len(samples) + rejected.total(),
        rejected=dict(rejected),
        frozen=sum(sample.frozen for sample in samples),
    )
    return replace(reading, notes=_notes(reading, reader, [each.value for each in silent]))


def _completed(sample: Sample, silent: Sequence[Technology], aliases: Mapping[str, str]) -> Sample:
    """Apply to a sample what only the whole file tells."""
    if sample.technology in silent:
        sample = replace(sample, sinr=None)
    if sample.operator in aliases:
        sample = replace(sample, operator=aliases[sample.operator])
    return sample


def _encoding(data: bytes, name: str) -> str:
    """Tell the encoding, looking at the bytes piece by piece."""
    if not data.strip():
        raise BadInput(Code.LOG_EMPTY, file=name)
    if len(data) > BYTE_LIMIT:
        raise BadInput(Code.LOG_TOO_LARGE, file=name, limit=f"{BYTE_LIMIT >> 20} MB")
    for mark, encoding in _MARKS.items():
        if data.startswith(mark):
            return encoding
    if b"\0" not in data[:_CHUNK]:
        for encoding in ("utf-8", "gb18030"):
            if _decodes(data, encoding):
                return encoding
    raise BadInput(Code.LOG_NOT_TEXT, file=name)


def _decodes(data: bytes, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    view = memoryview(data)
    try:
        for start in range(0, len(data), _CHUNK):
            decoder.decode(view[start : start + _CHUNK], start + _CHUNK >= len(data))
    except UnicodeDecodeError:
        return False
    return True


def _rows(data: bytes, name: str, encoding: str) -> Iterator[list[str]]:
    """Yield the cells of each non-blank line, the header first."""
    text = io.TextIOWrapper(io.BytesIO(data), encoding=encoding, errors="replace")
    separator = ""
    while line := text.readline(LINE_LIMIT):
        if len(line) >= LINE_LIMIT:
            raise BadInput(Code.LOG_NOT_TEXT, file=name)
        line = line.rstrip("\r\n")
        if not line.strip():
            continue
        separator = separator or max("\t,;", key=line.count)
        if '"' in line:
            # one line at a time, so that a stray quote cannot swallow the rest of the file
            yield next(csv.reader([line], delimiter=separator))
        else:
            yield line.split(separator)


def _profile(header: Sequence[str], name: str, profile: LogProfile | None) -> LogProfile:
    if profile is None:
        found = recognise(header)
        if found is None:
            shown = " ".join(header)[:_SHOWN]
            raise BadInput(Code.LOG_FORMAT_UNKNOWN, file=name, header=shown)
        return found
    missing = profile.missing(header)
    if missing:
        raise BadInput(Code.LOG_COLUMN_MISSING, file=name, column=tuple(missing))
    return profile


def _notes(reading: LogReading, reader: RowReader, silent: list[str]) -> tuple[Problem, ...]:
    counts = {
        Code.LOG_WITHOUT_SERVICE: reading.rejected.get(Rejection.NO_SERVICE, 0),
        Code.LOG_POSITION_FROZEN: reading.frozen,
        Code.LOG_ANCHOR_VALUES: reader.anchored,
        Code.LOG_VALUES_OUT_OF_RANGE: reader.strange,
    }
    notes = [] if reading.samples else [Problem(Code.LOG_WITHOUT_SAMPLE, reading.name)]
    notes += [Problem(Code.LOG_SINR_MISSING, reading.name, {"technology": t}) for t in silent]
    notes += [Problem(code, reading.name, {"count": n}) for code, n in counts.items() if n]
    return tuple(notes)
