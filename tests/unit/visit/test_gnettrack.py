from fieldaudit.actions.example_log import HEADER
from fieldaudit.visit.gnettrack import LOG, UCC
from tests.kit.logs import UCC_HEADER

DATATEST = (
    "Timestamp Longitude Latitude Operatorname Node CellID LAC NetworkTech Level Qual SNR CQI "
    "LTERSSI PINGAVG PINGMIN PINGMAX PINGSTDEV PINGLOSS TESTDOWNLINK TESTUPLINK TESTDOWNLINKMAX "
    "TESTUPLINKMAX"
)


def test_the_log_has_every_column_but_the_speed() -> None:
    assert set(LOG.columns) - set(LOG.places(HEADER.split("\t"))) == {"speed"}


def test_the_data_test_reads_like_the_log() -> None:
    assert LOG.missing(DATATEST.split(" ")) == []


def test_the_comma_variant_has_every_column() -> None:
    assert set(UCC.places(UCC_HEADER.split(","))) == set(UCC.columns)
    assert UCC.anchored


def test_the_neighbours_values_are_never_read() -> None:
    assert not {"NRxRSRP", "NRxRSRQ"} & {*LOG.columns.values(), *UCC.columns.values()}
