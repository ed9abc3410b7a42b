import pytest

from fieldaudit.visit.operators import OPERATOR_TEXTS, PLMNS, Operator, operator_of


@pytest.mark.parametrize(
    ("plmn", "name", "operator"),
    [
        ("46000", "CHINA MOBILE", "cm"),
        ("46011", "", "ct"),
        ("46015", "中国移动", "cbn"),
        ("", "China Unicom", "cu"),
        ("", "中国广电", "cbn"),
        ("", "46001", "cu"),
        ("60801", "Orange", "Orange"),
        ("60801", "", "60801"),
        ("", "", ""),
    ],
)
def test_the_network_code_decides_before_the_name(plmn: str, name: str, operator: str) -> None:
    assert operator_of(plmn, name) == operator


def test_every_operator_has_a_network_and_a_name() -> None:
    assert set(PLMNS.values()) == set(Operator) == set(OPERATOR_TEXTS)
    assert all(plmn.startswith("460") for plmn in PLMNS)
