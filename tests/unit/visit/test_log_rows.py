from datetime import UTC

import pytest

from fieldaudit.actions.example_log import HEADER
from fieldaudit.visit.datum import Datum, from_wgs84
from fieldaudit.visit.gnettrack import LOG, UCC
from fieldaudit.visit.log_formats import TOWER_COLLECTOR
from fieldaudit.visit.log_rows import RowReader, silent_technologies
from fieldaudit.visit.place import Position
from fieldaudit.visit.radio import Technology
from fieldaudit.visit.sample import Rejection, Sample
from tests.kit.logs import UCC_HEADER, a_row, a_ucc_row
from tests.unit.visit.test_log_formats import TOWER_HEADER


def reader(datum: Datum = Datum.WGS84, operator: str = "") -> RowReader:
    return RowReader(LOG, HEADER.split("\t"), zone=UTC, datum=datum, operator=operator)


def judged(second: int = 0, /, **cells: str) -> Sample | Rejection:
    return reader().read(a_row(second, **cells).split("\t"))


def sample(result: Sample | Rejection) -> Sample:
    assert isinstance(result, Sample), result
    return result


def test_a_good_row_is_a_sample() -> None:
    assert judged() == Sample(
        at=1657274400000,
        latitude=29.62,
        longitude=106.49,
        operator="cm",
        technology=Technology.NR,
        level=-80.0,
        rsrq=-10.0,
        sinr=12.0,
    )


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"Timestamp": "-"}, Rejection.TIME),
        ({"Timestamp": "Timestamp"}, Rejection.TIME),
        ({"Latitude": "-"}, Rejection.PLACE),
        ({"Latitude": "0", "Longitude": "0.0"}, Rejection.PLACE),
        ({"Latitude": "129.62"}, Rejection.PLACE),
        ({"Latitude": "nan"}, Rejection.PLACE),
        ({"Longitude": "2147483647"}, Rejection.PLACE),
        ({"NetworkTech": "--"}, Rejection.NO_SERVICE),
        ({"NetworkTech": ""}, Rejection.NO_SERVICE),
        ({"NetworkTech": "x", "Operatorname": "NO_COVERAGE"}, Rejection.NO_SERVICE),
        ({"NetworkTech": "6G"}, Rejection.TECHNOLOGY),
        ({"Level": "-"}, Rejection.NO_LEVEL),
        ({"Level": ""}, Rejection.NO_LEVEL),
        ({"Level": "NA"}, Rejection.NO_LEVEL),
        ({"Level": "2147483647"}, Rejection.NO_LEVEL),
        ({"Level": "-200"}, Rejection.NO_LEVEL),
        ({"Level": "-164.0"}, Rejection.NO_LEVEL),
        ({"Level": "-340"}, Rejection.NO_LEVEL),
        ({"NetworkTech": "3G", "Level": "-24"}, Rejection.NO_LEVEL),
        ({"Level": "-24"}, Rejection.OUT_OF_RANGE),
        ({"Level": "-157"}, Rejection.OUT_OF_RANGE),
        ({"NetworkTech": "4G", "Level": "-141"}, Rejection.OUT_OF_RANGE),
        ({"Level": "inf"}, Rejection.OUT_OF_RANGE),
    ],
)
def test_a_row_is_rejected_for_one_reason(cells: dict[str, str], reason: Rejection) -> None:
    assert judged(**cells) is reason


@pytest.mark.parametrize("cells", [["2022.07.08_10.00.00"], ["a"] * 8, []])
def test_a_short_row_is_rejected(cells: list[str]) -> None:
    assert reader().read(cells) is Rejection.SHORT


def test_a_row_without_its_last_columns_is_fine() -> None:
    assert isinstance(reader().read(a_row().split("\t")[:13]), Sample)


def test_3g_has_a_level_and_no_ratios() -> None:
    result = sample(judged(NetworkTech="3G", Level="-71", Qual="-3", SNR="5.0"))
    assert (result.level, result.rsrp, result.rsrq, result.sinr) == (-71.0, None, None, None)


@pytest.mark.parametrize(
    ("technology", "ratio", "kept"),
    [("4G", "30.0", 30.0), ("4G", "31.0", None), ("5G", "40.0", 40.0), ("4G", "-30.0", None)],
)
def test_a_ratio_out_of_range_is_missing_and_counted(
    technology: str, ratio: str, kept: float | None
) -> None:
    rows = reader()
    result = sample(rows.read(a_row(NetworkTech=technology, SNR=ratio).split("\t")))
    assert result.sinr == kept
    assert rows.strange == (kept is None)


def test_positions_are_turned_into_wgs84() -> None:
    there = from_wgs84(Position(29.62, 106.49), Datum.BD09)
    cells = {"Latitude": f"{there.latitude:.7f}", "Longitude": f"{there.longitude:.7f}"}
    result = sample(reader(Datum.BD09).read(a_row(**cells).split("\t")))
    assert (result.latitude, result.longitude) == pytest.approx((29.62, 106.49), abs=1e-6)


def test_the_sims_operator_overrules_the_logs() -> None:
    assert sample(reader(operator="cbn").read(a_row().split("\t"))).operator == "cbn"


def test_a_second_counts_once_for_each_cell() -> None:
    rows = reader()
    same = [rows.read(a_row(**cells).split("\t")) for cells in ({}, {"Level": "-90"}, {})]
    assert [isinstance(each, Sample) for each in same] == [True, False, False]
    assert same[1] is same[2] is Rejection.SAME_SECOND
    others = [{"CellID": "2"}, {"Operator": "46011"}, {"NetworkTech": "4G"}]
    assert all(isinstance(rows.read(a_row(**cells).split("\t")), Sample) for cells in others)
    assert isinstance(rows.read(a_row(1).split("\t")), Sample)


def test_a_fix_that_stands_still_for_two_minutes_is_frozen() -> None:
    rows = reader()
    stand = {"Longitude": "106.49"}
    frozen = [sample(rows.read(a_row(second, **stand).split("\t"))).frozen for second in range(180)]
    assert frozen == [second > 120 for second in range(180)]
    assert not sample(rows.read(a_row(181).split("\t"))).frozen


@pytest.mark.parametrize(("speed", "frozen"), [("40", True), ("0", False), ("-", False)])
def test_a_fix_that_stands_still_at_speed_is_frozen(speed: str, *, frozen: bool) -> None:
    rows = RowReader(UCC, UCC_HEADER.split(","), zone=UTC, datum=Datum.WGS84)
    for second in (0, 10, 11):
        row = a_ucc_row(second, Longitude="-8.5", Speed=speed)
        result = sample(rows.read(row.split(",")))
    assert result.frozen is frozen


def test_5g_rows_on_a_4g_anchor_are_counted() -> None:
    rows = reader()
    rows.read(a_row(0, NetworkTech="5G NSA").split("\t"))
    rows.read(a_row(1).split("\t"))
    assert rows.anchored == 1


def test_a_5g_value_beside_the_anchors_is_taken() -> None:
    rows = RowReader(TOWER_COLLECTOR, TOWER_HEADER.split(","), zone=UTC, datum=Datum.WGS84)
    names = TOWER_HEADER.split(",")
    row = dict.fromkeys(names, "") | {
        "mcc": "460",
        "mnc": "1",
        "dbm": "-95",
        "lat": "29.62",
        "lon": "106.49",
        "measured_at": "2022-07-08T02:00:00Z",
        "net_type": "NR",
        "rsrq": "-12",
        "rssnr": "3",
        "ss_rsrp": "-88",
        "ss_rsrq": "-11",
        "ss_sinr": "14",
    }
    result = sample(rows.read([row[name] for name in names]))
    assert (result.operator, result.level, result.rsrq, result.sinr) == ("cu", -88.0, -11.0, 14.0)


def test_a_number_learns_the_name_that_other_rows_give() -> None:
    rows = reader()
    rows.read(a_row(0, Operator="60803", Operatorname="expresso").split("\t"))
    rows.read(a_row(1, Operator="60803", Operatorname="").split("\t"))
    assert rows.aliases() == {"60803": "expresso"}


def test_a_constant_zero_is_a_silent_phone() -> None:
    def with_sinr(technology: str, ratio: str) -> Sample:
        return sample(judged(NetworkTech=technology, SNR=ratio))

    mixed = [with_sinr("5G", "0.0"), with_sinr("5G", "1.0"), with_sinr("4G", "0.0")]
    assert silent_technologies(mixed) == [Technology.LTE]
    assert silent_technologies([with_sinr("4G", "-")]) == []
