import pytest

from fieldaudit.form.definition import Severity
from fieldaudit.package import words
from fieldaudit.package.content import Acknowledgement, Conclusion, SealState, VisitStatus
from fieldaudit.package.evidence import PlaceContent, Verdict
from fieldaudit.texts import Catalog


def test_every_state_has_a_word() -> None:
    assert set(words.VERDICTS) == set(Verdict)
    assert set(words.SEVERITIES) == set(Severity)
    assert set(words.CONCLUSIONS) == set(words.SHORT_CONCLUSIONS) == set(Conclusion)
    assert set(words.STATUSES) == set(VisitStatus)
    assert set(words.SEALS) == set(SealState)
    assert set(words.ACKNOWLEDGEMENTS) == set(Acknowledgement)


@pytest.mark.parametrize(
    ("iso", "shown"),
    [
        ("2022-07-08T09:41:05.250+08:00", "2022-07-08 09:41 +08:00"),
        ("2022-07-08T09:41:05-03:30", "2022-07-08 09:41 -03:30"),
        ("2022-07-08T09:41", "2022-07-08 09:41"),
        ("2022-07-08", "2022-07-08"),
        ("yesterday", "yesterday"),
        ("", ""),
    ],
)
def test_times_read_to_the_minute(iso: str, shown: str) -> None:
    assert words.minute(iso) == shown


def test_a_clock_has_no_offset() -> None:
    assert words.clock("2022-07-08T09:41:05+08:00") == "2022-07-08 09:41"


@pytest.mark.parametrize(
    ("share", "shown"), [(None, "–"), (0.9166, "91.7%"), (1.0, "100.0%"), (1.37, "137.0%")]
)
def test_shares_read_as_percentages(share: float | None, shown: str) -> None:
    assert words.percent(share) == shown


def test_a_negative_number_has_a_true_minus() -> None:
    assert words.signed(-91.44) == "−91.4"
    assert words.signed(-105, 0) == "−105"
    assert words.signed(None) == "–"


def test_a_position_names_its_accuracy_and_source() -> None:
    place = PlaceContent(29.6204, 106.4893, 5.0, "GNSS")
    assert words.position(place, Catalog("zh")) == "29.62040°N 106.48930°E · ±5 米 · GNSS"
    south = PlaceContent(-1.5, -0.25)
    assert words.position(south, Catalog("zh")) == "1.50000°S 0.25000°W"


def test_large_numbers_are_grouped() -> None:
    assert words.size(18167) == "18 167"
