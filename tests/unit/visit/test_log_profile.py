from fieldaudit.visit.log_profile import LogProfile

PROFILE = LogProfile(
    "p",
    {
        "latitude": "Lat",
        "longitude": "Lon",
        "technology": "Net Type",
        "level": "RSRP",
        "time": "Time",
        "sinr": "SINR",
    },
)


def test_headers_are_compared_without_case_spaces_and_underscores() -> None:
    header = [" lat ", "LON", "net_type", "rsrp", "TIME", "other"]
    assert PROFILE.places(header) == {
        "latitude": 0,
        "longitude": 1,
        "technology": 2,
        "level": 3,
        "time": 4,
    }
    assert PROFILE.missing(header) == []


def test_what_is_needed_and_missing_is_named_as_the_header_would() -> None:
    assert PROFILE.missing(["Lat", "Lon", "SINR"]) == ["Net Type", "RSRP", "Time"]


def test_a_format_without_times_needs_none() -> None:
    columns = {name: header for name, header in PROFILE.columns.items() if name != "time"}
    assert LogProfile("q", columns).missing(["Lat", "Lon", "Net Type", "RSRP"]) == []


def test_a_profile_that_names_too_little_lacks_it() -> None:
    assert LogProfile("r", {"latitude": "Lat"}).missing(["Lat"]) == [
        "longitude",
        "technology",
        "level",
    ]
