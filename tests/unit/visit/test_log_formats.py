import pytest

from fieldaudit.actions.example_log import HEADER
from fieldaudit.visit.gnettrack import LOG, UCC
from fieldaudit.visit.log_formats import (
    CELLMAPPER,
    PROFILES,
    TOWER_COLLECTOR,
    profile_by_id,
    recognise,
)
from fieldaudit.visit.log_profile import FIELDS, LogProfile
from tests.kit.logs import UCC_HEADER

TOWER_HEADER = (
    "mcc,mnc,lac,cell_id,psc,asu,dbm,ta,lat,lon,accuracy,speed,bearing,altitude,measured_at,"
    "net_type,neighboring,device,rsrp,rsrq,rssi,rssnr,cqi,rscp,csi_rsrp,csi_rsrq,csi_sinr,"
    "ss_rsrp,ss_rsrq,ss_sinr,cdma_dbm,cdma_ecio,evdo_dbm,evdo_ecio,evdo_snr,ec_no,arfcn"
)
MAPPER_HEADER = "latitude,longitude,altitude,MCC,MNC,LAC,CID,signal,type,subtype,ARFCN,PSC"


@pytest.mark.parametrize(
    ("header", "profile"),
    [
        (HEADER.split("\t"), LOG),
        ([*HEADER.split("\t"), ""], LOG),
        (UCC_HEADER.split(","), UCC),
        (TOWER_HEADER.split(","), TOWER_COLLECTOR),
        (MAPPER_HEADER.split(","), CELLMAPPER),
        (["a", "b"], None),
        ([], None),
    ],
)
def test_a_format_is_told_by_its_header(header: list[str], profile: LogProfile | None) -> None:
    assert recognise(header) is profile


@pytest.mark.parametrize("profile", PROFILES, ids=lambda profile: profile.id)
def test_profiles_have_ids_of_their_own_and_known_fields(profile: LogProfile) -> None:
    assert profile_by_id(profile.id) is profile
    assert set(profile.columns) <= set(FIELDS)


def test_an_unknown_id_is_none() -> None:
    assert profile_by_id("x") is None
