import io
from datetime import datetime, timedelta, timezone

import pytest
from PIL import ExifTags, Image

from fieldaudit.visit.exif import Exif, gathered_warnings, read_exif
from fieldaudit.visit.place import Position
from tests.kit.photos import a_jpeg

CHINA = timezone(timedelta(hours=8))
TAKEN = {ExifTags.Base.DateTimeOriginal: "2022:07:08 10:20:30"}
NORTH_EAST = {
    ExifTags.GPS.GPSLatitudeRef: "N",
    ExifTags.GPS.GPSLatitude: (29.0, 37.0, 12.0),
    ExifTags.GPS.GPSLongitudeRef: "E",
    ExifTags.GPS.GPSLongitude: (106.0, 29.0, 24.0),
}


def exif_of(data: bytes, zone: timezone | None = None) -> Exif:
    with Image.open(io.BytesIO(data)) as image:
        image.load()
        return read_exif(image, zone=zone)


def gps(**tags: object) -> Exif:
    more = {getattr(ExifTags.GPS, name): value for name, value in tags.items()}
    return exif_of(a_jpeg(gps={**NORTH_EAST, **more}))


def test_a_photo_without_exif_says_nothing() -> None:
    assert exif_of(a_jpeg()) == Exif()


@pytest.mark.parametrize("orientation", range(1, 9))
def test_the_orientation_is_read(orientation: int) -> None:
    assert exif_of(a_jpeg(exif={ExifTags.Base.Orientation: orientation})).orientation == orientation


@pytest.mark.parametrize("orientation", [0, 9, 300])
def test_an_impossible_orientation_counts_as_upright(orientation: int) -> None:
    assert exif_of(a_jpeg(exif={ExifTags.Base.Orientation: orientation})).orientation == 1


def test_a_time_keeps_its_offset() -> None:
    camera = {**TAKEN, ExifTags.Base.OffsetTimeOriginal: "-03:30"}
    taken = exif_of(a_jpeg(camera=camera), zone=CHINA).taken_at
    assert taken == datetime(2022, 7, 8, 10, 20, 30, tzinfo=timezone(timedelta(hours=-3.5)))


def test_a_time_without_offset_is_taken_in_the_given_zone() -> None:
    assert exif_of(a_jpeg(camera=TAKEN)).taken_at is None
    taken = exif_of(a_jpeg(camera=TAKEN), zone=CHINA).taken_at
    assert taken == datetime(2022, 7, 8, 10, 20, 30, tzinfo=CHINA)


@pytest.mark.parametrize(
    ("day", "clock", "hours"),
    [("2022:07:08", (2.0, 20.0, 12.0), 8), ("2022:07:07", (22.0, 51.0, 0.0), 11.5)],
)
def test_the_satellites_clock_tells_the_offset(
    day: str, clock: tuple[float, ...], hours: float
) -> None:
    receiver = {ExifTags.GPS.GPSDateStamp: day, ExifTags.GPS.GPSTimeStamp: clock}
    taken = exif_of(a_jpeg(camera=TAKEN, gps=receiver)).taken_at
    assert taken is not None
    assert taken.utcoffset() == timedelta(hours=hours)


@pytest.mark.parametrize(
    ("day", "clock"),
    [("2022:07:08", (2.0, 13.0, 0.0)), ("2022:07:01", (2.0, 20.0, 0.0)), ("", (2.0, 20.0, 0.0))],
    ids=["a stale fix", "another day", "no day"],
)
def test_a_doubtful_satellite_clock_tells_nothing(day: str, clock: tuple[float, ...]) -> None:
    receiver = {ExifTags.GPS.GPSDateStamp: day, ExifTags.GPS.GPSTimeStamp: clock}
    assert exif_of(a_jpeg(camera=TAKEN, gps=receiver)).taken_at is None


@pytest.mark.parametrize("text", ["0000:00:00 00:00:00", "    :  :     :  :  ", ""])
def test_a_clock_that_was_never_set_is_no_damage(text: str) -> None:
    exif = exif_of(a_jpeg(camera={ExifTags.Base.DateTimeOriginal: text}), zone=CHINA)
    assert (exif.taken_at, exif.damaged) == (None, False)


def test_an_impossible_time_is_damage() -> None:
    camera = {ExifTags.Base.DateTimeOriginal: "2022:13:45 10:20:30"}
    exif = exif_of(a_jpeg(camera=camera), zone=CHINA)
    assert (exif.taken_at, exif.damaged) == (None, True)


def test_degrees_minutes_and_seconds_make_a_position() -> None:
    position = gps().position
    assert position is not None
    assert (position.latitude, position.longitude) == pytest.approx((29.62, 106.49))
    assert (position.altitude, position.accuracy) == (None, None)


def test_south_and_west_are_negative() -> None:
    position = gps(GPSLatitudeRef="S", GPSLongitudeRef="W").position
    assert position is not None
    assert (position.latitude, position.longitude) == pytest.approx((-29.62, -106.49))


@pytest.mark.parametrize(
    ("reference", "altitude"), [(b"\x00", 240.5), (b"\x01", -240.5), (b"\x02", 240.5)]
)
def test_the_altitudes_reference_tells_below_from_above(reference: bytes, altitude: float) -> None:
    position = gps(GPSAltitude=240.5, GPSAltitudeRef=reference).position
    assert position is not None
    assert position.altitude == pytest.approx(altitude)


def test_the_positioning_error_is_the_accuracy() -> None:
    position = gps(GPSHPositioningError=4.7).position
    assert position is not None
    assert position.accuracy == pytest.approx(4.7)


def test_zero_zero_is_a_receiver_without_a_fix() -> None:
    nowhere = (0.0, 0.0, 0.0)
    exif = gps(GPSLatitude=nowhere, GPSLongitude=nowhere)
    assert (exif.position, exif.damaged) == (None, False)


def test_a_latitude_beyond_the_pole_is_damage() -> None:
    exif = gps(GPSLatitude=(129.0, 0.0, 0.0))
    assert (exif.position, exif.damaged) == (None, True)


@pytest.mark.parametrize(
    ("maker", "model", "device"),
    [("HUAWEI", "HUAWEI P40", "HUAWEI P40"), ("Apple", "iPhone 13", "Apple iPhone 13")],
)
def test_the_device_names_its_maker_once(maker: str, model: str, device: str) -> None:
    tags = {ExifTags.Base.Make: maker, ExifTags.Base.Model: model, ExifTags.Base.Software: "v1\x07"}
    exif = exif_of(a_jpeg(exif=tags))
    assert (exif.device, exif.software) == (device, "v1")


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_chinese_names_are_read_however_they_are_encoded(encoding: str) -> None:
    tags = {ExifTags.Base.Software: "今日水印相机".encode(encoding)}
    assert exif_of(a_jpeg(exif=tags)).software == "今日水印相机"


def test_a_torn_block_is_damage_and_no_error() -> None:
    whole = a_jpeg(camera=TAKEN, gps=NORTH_EAST)
    start = whole.index(b"Exif\0\0") + 6
    with gathered_warnings():
        exif = exif_of(whole[:start] + b"\xff" * 40 + whole[start + 40 :])
    assert exif.damaged


def test_complaints_are_gathered_and_not_shown() -> None:
    import warnings

    with gathered_warnings() as complaints:
        warnings.warn("torn", UserWarning, stacklevel=1)
    assert [str(each.message) for each in complaints] == ["torn"]


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_other_formats_have_exif_too(kind: str) -> None:
    assert exif_of(a_jpeg(gps=NORTH_EAST, kind=kind)).position == Position(29.62, 106.49)
