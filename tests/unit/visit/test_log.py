import hashlib
import zipfile
from collections import Counter
from datetime import UTC, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldaudit.codes import Trouble
from fieldaudit.errors import BadInput, Code
from fieldaudit.visit import log
from fieldaudit.visit.log import read_log
from fieldaudit.visit.log_profile import LogProfile
from fieldaudit.visit.radio import Technology
from fieldaudit.visit.sample import LogReading, Rejection
from tests.kit.logs import UCC_HEADER, a_log, a_row, a_ucc_row
from tests.rules.tree import ROOT

CORK = ROOT.parent / "shared" / "real" / "drive_tests" / "cork_5g.zip"
CHINA = timezone(timedelta(hours=8))


def codes(reading: LogReading) -> list[Trouble]:
    return [note.code for note in reading.notes]


def refusal(data: bytes, profile: LogProfile | None = None) -> BadInput:
    with pytest.raises(BadInput) as caught:
        read_log(data, "a_log.txt", profile=profile)
    return caught.value


def test_a_log_says_what_it_is() -> None:
    data = a_log(a_row())
    reading = read_log(data, "a_log.txt", timezone=CHINA)
    assert reading.name == "a_log.txt"
    assert reading.sha256 == hashlib.sha256(data).hexdigest()
    assert (reading.profile, reading.datum, reading.encoding) == ("gnettrack", "wgs84", "utf-8")
    assert (reading.read, reading.kept, reading.rejected) == (1, 1, {})
    assert reading.samples[0].at == 1657245600000
    assert reading.notes == ()


def test_the_usual_dirt_is_counted_and_said() -> None:
    reading = read_log(
        a_log(
            a_row(0),
            a_row(1, Level="-"),
            a_row(2, Level="-200", NetworkTech="--", Operatorname="NO_COVERAGE"),
            a_row(3, Level="-24", NetworkTech="3G"),
            a_row(0),
            a_row(4, NetworkTech="4G", SNR="0.0"),
            a_row(5, NetworkTech="4G", SNR="0.0", Qual="-99"),
            "",
        ),
        "a_log.txt",
    )
    assert reading.rejected == {
        Rejection.NO_LEVEL: 2,
        Rejection.NO_SERVICE: 1,
        Rejection.SAME_SECOND: 1,
    }
    assert reading.read == 7 == reading.kept + sum(reading.rejected.values())
    assert [each.sinr for each in reading.samples] == [12.0, None, None]
    assert codes(reading) == [
        Code.LOG_SINR_MISSING,
        Code.LOG_WITHOUT_SERVICE,
        Code.LOG_VALUES_OUT_OF_RANGE,
    ]
    assert "4G" in str(reading.notes[0])


def test_the_comma_variant_is_read_and_its_5g_doubted() -> None:
    rows = [a_ucc_row(0), a_ucc_row(1, NetworkMode="5G"), a_ucc_row(2, RSRP="-")]
    reading = read_log(a_log(*rows, header=UCC_HEADER), "b.csv", timezone=UTC)
    assert reading.profile == "gnettrack-ucc"
    assert [each.technology for each in reading.samples] == [Technology.LTE, Technology.NR]
    assert {each.operator for each in reading.samples} == {"B"}
    assert codes(reading) == [Code.LOG_ANCHOR_VALUES]


@pytest.mark.parametrize(
    ("encoding", "named"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("gb18030", "gb18030"),
        ("utf-16", "utf-16"),
    ],
)
def test_encodings_are_told(encoding: str, named: str) -> None:
    text = a_log(a_row(Operator="", Operatorname="中国电信")).decode()
    reading = read_log(text.encode(encoding), "a_log.txt")
    assert (reading.encoding, reading.samples[0].operator) == (named, "ct")


@pytest.mark.parametrize("separator", [",", ";"])
def test_a_spreadsheets_copy_is_read(separator: str) -> None:
    text = a_log(a_row(Operatorname="CHINA MOBILE")).decode().replace("\t", separator)
    text = text.replace("CHINA MOBILE", f'"CHINA{separator} MOBILE"')
    assert read_log(text.encode(), "a.csv").kept == 1


def test_a_stray_quote_does_not_swallow_the_rest() -> None:
    rows = [a_row(0, Cellname='"'), a_row(1), a_row(2)]
    assert read_log(a_log(*rows), "a_log.txt").read == 3


def test_a_file_of_one_unnamed_network_gets_the_name_of_its_other_rows() -> None:
    rows = [
        a_row(0, Operator="60803", Operatorname=""),
        a_row(1, Operator="60803", Operatorname="expresso"),
    ]
    assert {each.operator for each in read_log(a_log(*rows), "a").samples} == {"expresso"}


def test_a_users_own_columns_can_be_named() -> None:
    profile = LogProfile(
        "own", {"latitude": "纬度", "longitude": "经度", "technology": "制式", "level": "电平"}
    )
    data = "经度,纬度,制式,电平\n106.49,29.62,5G,-80\n".encode("gb18030")
    reading = read_log(data, "own.csv", profile=profile)
    assert (reading.profile, reading.kept, reading.samples[0].at) == ("own", 1, None)
    error = refusal("经度,制式,电平\n1,2,3\n".encode(), profile)
    assert (error.code, error.params["column"]) == (Code.LOG_COLUMN_MISSING, ("纬度",))


@pytest.mark.parametrize("data", [b"", b" \r\n ", a_log()])
def test_an_empty_log_is_refused(data: bytes) -> None:
    assert refusal(data).code is Code.LOG_EMPTY


@pytest.mark.parametrize("data", [b"\x00\x01\x02", b"\xff\xfe\xfa\x80"[2:] + b"\xff" * 9])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    assert refusal(data).code is Code.LOG_NOT_TEXT


def test_an_endless_line_is_refused() -> None:
    assert refusal(a_log("x" * log.LINE_LIMIT)).code is Code.LOG_NOT_TEXT


def test_an_unknown_header_is_refused_and_shown() -> None:
    error = refusal(b"alpha,beta\n1,2\n")
    assert error.code is Code.LOG_FORMAT_UNKNOWN
    assert error.params["header"] == "alpha beta"


@pytest.mark.parametrize(("limit", "value"), [("BYTE_LIMIT", 100), ("ROW_LIMIT", 2)])
def test_limits_hold(monkeypatch: pytest.MonkeyPatch, limit: str, value: int) -> None:
    data = a_log(*(a_row(second) for second in range(3)))
    assert read_log(data, "a").kept == 3
    monkeypatch.setattr(log, limit, value)
    assert refusal(data).code is Code.LOG_TOO_LARGE


def test_a_log_without_any_sample_is_read_and_says_so() -> None:
    reading = read_log(a_log(a_row(Level="-")), "a_log.txt")
    assert (reading.read, reading.kept) == (1, 0)
    assert codes(reading) == [Code.LOG_WITHOUT_SAMPLE]


CELLS = st.one_of(
    st.sampled_from(["-", "", "5G", "4G", "-90", "-200", "29.6", "106.5", '"', "2147483647"]),
    st.text(st.characters(exclude_characters="\0\r\n\t", exclude_categories=["Cs"]), max_size=12),
)


@given(st.lists(st.lists(CELLS, max_size=24), min_size=1, max_size=12))
def test_every_row_is_kept_or_rejected(rows: list[list[str]]) -> None:
    lines = ["\t".join(cells) for cells in rows]
    data = a_log(a_row(), *lines)
    reading = read_log(data, "a_log.txt")
    read = [line for line in data.decode().split("\r\n")[1:] if line.strip()]
    assert reading.kept + sum(reading.rejected.values()) == reading.read
    assert reading.read == len(read)


@pytest.mark.skipif(not CORK.is_file(), reason="the Cork drive tests are not here")
def test_the_cork_drive_tests_are_read_row_by_row() -> None:
    totals: Counter[str] = Counter()
    with zipfile.ZipFile(CORK) as archive:
        for name in archive.namelist():
            if name.endswith(".csv") and "__MACOSX" not in name:
                reading = read_log(archive.read(name), name)
                totals.update(logs=1, read=reading.read, kept=reading.kept)
                totals.update({reason.value: n for reason, n in reading.rejected.items()})
    assert totals["logs"] == 83
    assert totals["read"] == 188_711
    assert totals["kept"] == totals["read"] - totals["same_second"] - totals["no_level"]
    assert totals["no_level"] == 73
