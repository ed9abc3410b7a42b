from fieldaudit.visit.radio import Technology
from fieldaudit.visit.sample import REJECTION_TEXTS, LogReading, Rejection, Sample


def a_sample(technology: Technology) -> Sample:
    return Sample(0, 29.62, 106.49, "cm", technology, -80.0)


def test_a_level_is_an_rsrp_in_4g_and_5g_alone() -> None:
    assert a_sample(Technology.NR).rsrp == a_sample(Technology.LTE).rsrp == -80.0
    assert a_sample(Technology.UMTS).rsrp is None
    assert a_sample(Technology.GSM).rsrp is None


def test_kept_counts_the_samples() -> None:
    samples = (a_sample(Technology.NR),) * 3
    reading = LogReading("a", "0" * 64, "p", "wgs84", "utf-8", samples, 5, {Rejection.TIME: 2})
    assert reading.kept == 3


def test_every_reason_has_words() -> None:
    assert set(REJECTION_TEXTS) == set(Rejection)
