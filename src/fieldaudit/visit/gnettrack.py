"""The log formats of G-NetTrack Pro, an Android drive-test app.

Column sets vary with the app's version; only those that are read are named here.
"""

from fieldaudit.visit.log_profile import LogProfile

LOG = LogProfile(
    id="gnettrack",
    columns={
        "time": "Timestamp",
        "longitude": "Longitude",
        "latitude": "Latitude",
        "operator": "Operatorname",
        "plmn": "Operator",
        "cell": "CellID",
        "technology": "NetworkTech",
        "level": "Level",
        "rsrq": "Qual",
        "sinr": "SNR",
        "speed": "Speed",
    },
)
"""`*_log.txt` and `*_datatest.txt`: tabs, one more at the end of each data row."""

UCC = LogProfile(
    id="gnettrack-ucc",
    columns={
        "time": "Timestamp",
        "longitude": "Longitude",
        "latitude": "Latitude",
        "operator": "Operatorname",
        "cell": "CellID",
        "technology": "NetworkMode",
        "level": "RSRP",
        "rsrq": "RSRQ",
        "sinr": "SNR",
        "speed": "Speed",
    },
    anchored=True,
)
"""Commas, RSRP by name; its NRxRSRP is the neighbour's and is not read. 5G rows may be NSA."""
