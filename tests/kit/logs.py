"""Signal logs for tests, a few rows each, as G-NetTrack Pro writes them."""

from fieldaudit.actions.example_log import HEADER

UCC_HEADER = (
    "Timestamp,Longitude,Latitude,Speed,Operatorname,CellID,NetworkMode,RSRP,RSRQ,SNR,CQI,RSSI,"
    "DL_bitrate,UL_bitrate,State,PINGAVG,PINGMIN,PINGMAX,PINGSTDEV,PINGLOSS,CELLHEX,NODEHEX,"
    "LACHEX,RAWCELLID,NRxRSRP,NRxRSRQ"
)


def a_row(second: int = 0, /, **cells: str) -> str:
    """Return a data row of a `_log.txt`: a good 5G sample but for what `cells` say."""
    minute, second = divmod(second, 60)
    usual = {
        "Timestamp": f"2022.07.08_10.{minute:02d}.{second:02d}",
        "Longitude": f"106.49{minute:02d}{second:02d}",
        "Latitude": "29.620000",
        "Operatorname": "CHINA MOBILE",
        "Operator": "46000",
        "CellID": "1",
        "NetworkTech": "5G",
        "Level": "-80",
        "Qual": "-10",
        "SNR": "12.0",
    }
    row = usual | cells
    return "".join(row.get(name, "") + "\t" for name in HEADER.split("\t"))


def a_log(*rows: str, header: str = HEADER) -> bytes:
    """Return the bytes of a log with these rows."""
    return "".join(line + "\r\n" for line in (header, *rows)).encode()


def a_ucc_row(second: int = 0, /, **cells: str) -> str:
    """Return a data row of the comma variant."""
    usual = {
        "Timestamp": f"2019.11.25_15.34.{second:02d}",
        "Longitude": f"-8.4993{second:02d}",
        "Latitude": "51.893777",
        "Speed": "0",
        "Operatorname": "B",
        "CellID": "3",
        "NetworkMode": "LTE",
        "RSRP": "-79",
        "RSRQ": "-12",
        "SNR": "10.0",
    }
    row = usual | cells
    return ",".join(row.get(name, "-") for name in UCC_HEADER.split(","))
