"""The flow on what nobody here made: real streets, boundaries, drive tests and photos.

The data lie beside the checkout and are never copied into it; without them these tests skip.
"""

import io
import json
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from fieldaudit.actions import (
    coverage,
    identities,
    merges,
    packages,
    photos,
    reviews,
    sites,
    surveys,
    visit_import,
    visits,
)
from fieldaudit.actions.writing import author_of
from fieldaudit.errors import BadInput, Code
from fieldaudit.package.verdict import Outcome
from fieldaudit.store.survey import Survey
from fieldaudit.visit.datum import Datum, from_wgs84, guess_shift
from fieldaudit.visit.place import Position, read_geopoint
from fieldaudit.visit.records import Balance, Photo, SealState
from fieldaudit.visit.sample import LogReading
from tests.kit.office import an_inspector, an_office
from tests.story.real import REAL, counties, logs, pictures, streets, write_register, write_visits

pytestmark = pytest.mark.skipif(
    not (REAL / "streets_chongqing.json").is_file(),
    reason="the real data are not beside the checkout",
)

ROWS = 188_711


@dataclass
class Flow:
    """What the whole flow made."""

    folder: Path
    survey: Path
    package: Path
    handed: list[Path]
    balance: Balance
    imported: sites.SiteImport
    readings: Sequence[LogReading]
    known: list[str]


def prepare(folder: Path) -> sites.SiteImport:
    office = author_of(an_office())
    surveys.new_survey(
        folder / "survey.gpkg", name="实测", founder=office, region="重庆", streets=streets()
    )
    with surveys.open_survey(folder / "survey.gpkg") as survey:
        for name in ("张三", "李四"):
            pem = an_inspector(name).certificate
            identities.trust(survey, certificate=pem, identity=an_office())
        return sites.import_sites(
            survey, file=write_register(folder), datum="gcj02", author=office
        ).value


def inspect(folder: Path, name: str, number: int, kind: str, joint: str) -> Path:
    """Let one inspector visit two places, and answer one question of the joint visit."""
    identity = an_inspector(name)
    own, out = folder / f"{name}.gpkg", folder / f"handed-{name}.gpkg"
    shutil.copyfile(folder / "survey.gpkg", own)
    with surveys.open_survey(own) as survey:
        here = next(s for s in sites.list_sites(survey) if s.code == f"R-500112-{number}")
        drive = [str(file) for file in logs(folder)[:2]] if number == 1 else []
        file = write_visits(folder, here, pictures(kind), inspector=name, logs=drive)
        (done,) = visit_import.import_visits(survey, file=file, author=author_of(identity)).value
        assert not done.refused, [str(each) for each in done.problems]
        visits.keep_draft(survey, visit=joint, changes={"base/RES-05": str(820 + number)})
        visits.sign_visits(survey, visits=[done.id, joint], identity=identity)
        assert surveys.handover(survey, out, identity=identity).value.closes
    return out


def import_all_logs(folder: Path) -> tuple[Sequence[LogReading], list[str]]:
    """Take all drive tests into one visit of a copy."""
    copy = Path(shutil.copyfile(folder / "survey.gpkg", folder / "drive.gpkg"))
    author, files = author_of(an_inspector()), logs(folder)
    with surveys.open_survey(copy) as survey:
        site = next(s for s in sites.list_sites(survey) if s.code == "R-500112-0")
        visit = visits.start_visit(survey, site=site.id, author=author).value
        done = coverage.import_logs(survey, visit=visit, files=files, author=author).value
        known = []
        for file in files[:3]:
            with pytest.raises(BadInput) as caught:
                coverage.import_logs(survey, visit=visit, files=[file], author=author)
            known.append(caught.value.code.name)
        assert surveys.info(survey).records["log"] == len(files)
    return done, known


@pytest.fixture(scope="module")
def flow(tmp_path_factory: pytest.TempPathFactory) -> Flow:
    folder = tmp_path_factory.mktemp("real")
    office = author_of(an_office())
    imported = prepare(folder)
    readings, known = import_all_logs(folder)
    with surveys.open_survey(folder / "survey.gpkg") as survey:
        site = next(s for s in sites.list_sites(survey) if s.code == "R-500112-0")
        file = write_visits(folder, site, pictures("orientation")[:1])
        (joint,) = visit_import.import_visits(survey, file=file, author=office).value
    handed = [
        inspect(folder, "张三", 1, "orientation", joint.id),
        inspect(folder, "李四", 2, "gps", joint.id),
    ]
    with surveys.open_survey(folder / "survey.gpkg") as survey:
        balance = merges.merge(survey, sources=handed).value
        merges.settle(
            survey,
            record=joint.id,
            path="base/RES-05",
            value="822",
            reason="与台账核对",
            author=office,
        )
        accepted = [each.id for each in visits.list_visits(survey)]
        reviews.accept(survey, visits=accepted, author=office)
        packages.build(survey, out=folder / "package.pdf", identity=an_office())
    return Flow(
        folder,
        folder / "survey.gpkg",
        folder / "package.pdf",
        handed=handed,
        balance=balance,
        imported=imported,
        readings=readings,
        known=known,
    )


@pytest.fixture(scope="module")
def survey(flow: Flow) -> Iterator[Survey]:
    with surveys.open_survey(flow.survey, readonly=True) as opened:
        yield opened


def test_the_survey_has_all_streets_of_chongqing(survey: Survey) -> None:
    assert len(surveys.info(survey).streets) == 650
    named = {site.street for site in sites.list_sites(survey)}
    assert named <= set(streets().values())


def test_six_boundaries_cross_themselves_and_are_mended() -> None:
    import shapely
    from shapely.geometry import shape

    features = json.loads((REAL / "province500000.json").read_bytes())["features"]
    broken = {f["properties"]["name"] for f in features if not shape(f["geometry"]).is_valid}
    assert len(broken) == 6
    assert all(shapely.is_valid(area) and area.area > 0 for area in counties().values())


def test_every_site_lies_in_its_county_after_conversion(flow: Flow, survey: Survey) -> None:
    from shapely.geometry import Point

    assert flow.imported.problems == ()
    assert flow.imported.balance.new == len(counties()) + 2
    areas = counties()
    for site in sites.list_sites(survey):
        place = read_geopoint(site.position)
        on_map = from_wgs84(place, Datum.GCJ02)
        assert areas[site.code.split("-")[1]].contains(Point(on_map.longitude, on_map.latitude))
        latitude, longitude = map(float, site.position_original.split())
        written = Position(latitude, longitude)
        guess = guess_shift(written, place)
        assert guess is not None, "a shift of hundreds of metres goes unnoticed"
        assert (guess.datum, 100 < guess.before < 1000) == (Datum.GCJ02, True)


def test_every_row_of_every_drive_test_is_accounted_for(flow: Flow) -> None:
    assert len(flow.readings) == 83
    for reading in flow.readings:
        assert reading.read == reading.kept + sum(reading.rejected.values()), reading.name
    assert sum(reading.read for reading in flow.readings) == ROWS
    assert flow.known == [Code.LOG_KNOWN.name] * 3


def test_the_drive_tests_show_coverage(survey: Survey) -> None:
    (visit,) = [v for v in visits.list_visits(survey) if v.site.code == "R-500112-1"]
    found = coverage.coverage_of(survey, visit=visit.id)
    assert found is not None
    assert found.rows
    assert all(0 <= row.low <= row.share <= row.high <= 1 for row in found.rows)


def attached(survey: Survey, prefix: str) -> dict[str, Photo]:
    return {p.name: p for p in photos.list_photos(survey) if p.name.startswith(prefix)}


@pytest.mark.parametrize("prefix", ["Landscape", "Portrait"])
def test_photos_of_every_orientation_look_the_same(prefix: str, survey: Survey) -> None:
    found = attached(survey, prefix)
    assert len(found) == (9 if prefix == "Landscape" else 3)
    small = {
        name: Image.open(io.BytesIO(photos.thumbnail(survey, blob=photo.blob))).convert("RGB")
        for name, photo in found.items()
    }
    first = next(iter(small.values()))
    assert (first.width > first.height) is (prefix == "Landscape")
    for name, image in small.items():
        assert image.size == first.size, name
        apart = ImageStat.Stat(ImageChops.difference(image, first)).mean
        assert max(apart) < 8, f"{name} does not lie as the others do"
        turned = first.transpose(Image.Transpose.ROTATE_180)
        assert max(ImageStat.Stat(ImageChops.difference(image, turned)).mean) > 20


def test_originals_are_kept_byte_for_byte(survey: Survey) -> None:
    for kind in ("orientation", "gps"):
        found = {photo.name: photo for photo in photos.list_photos(survey)}
        for file in pictures(kind):
            assert photos.original(survey, blob=found[file.name].blob) == file.read_bytes()


def test_positions_and_times_come_from_the_cameras(survey: Survey) -> None:
    found = attached(survey, "DSCN")
    assert len(found) == 9
    for photo in found.values():
        place = read_geopoint(photo.position)
        assert (43 < place.latitude < 44, 11 < place.longitude < 12) == (True, True)
        assert photo.taken_at.startswith("2008-10-22")
        assert photo.taken_from == "exif"


def test_photos_from_afar_and_of_another_year_are_doubted(flow: Flow, tmp_path: Path) -> None:
    copy = Path(shutil.copyfile(flow.survey, tmp_path / "copy.gpkg"))
    with surveys.open_survey(copy) as survey:
        visit = next(v for v in visits.list_visits(survey) if v.site.code == "R-500112-1")
        reviews.give_back(survey, visits=[visit.id], reason="补拍", author=author_of(an_office()))
        (added,) = photos.add_photos(
            survey, visit=visit.id, files=pictures("gps")[:1], author=author_of(an_office())
        ).value
    assert {each.code for each in added.problems} >= {
        Code.PHOTO_FAR_FROM_SITE,
        Code.PHOTO_OUTSIDE_VISIT,
        Code.PHOTO_ALREADY_USED,
    }


@pytest.mark.parametrize("name", ["IMG_5195.HEIC", "iphone_13_pro_max.HEIC", "samplefilehub.heif"])
def test_heic_is_refused_with_a_sentence(name: str, flow: Flow, tmp_path: Path) -> None:
    copy = Path(shutil.copyfile(flow.survey, tmp_path / "copy.gpkg"))
    with surveys.open_survey(copy) as survey:
        visit = visits.list_visits(survey)[0].id
        reviews.give_back(survey, visits=[visit], reason="补拍", author=author_of(an_office()))
        before = surveys.info(survey).state
        file = REAL / "photos" / "other" / name
        with pytest.raises(BadInput) as caught:
            photos.add_photos(survey, visit=visit, files=[file], author=author_of(an_office()))
        assert caught.value.code is Code.PHOTO_HEIC
        assert name in str(caught.value)
        assert surveys.info(survey).state == before


def test_the_merge_balances_and_both_are_sealed(flow: Flow, survey: Survey) -> None:
    balance = flow.balance
    assert balance.closes
    assert (balance.conflicts, balance.refused, balance.lost) == (1, 0, 0)
    assert balance.photos_expected == balance.photos_present
    assert merges.list_conflicts(survey) == ()
    for source, name in zip(balance.sources, ("张三", "李四"), strict=True):
        assert source.seals[name] is SealState.SEALED
        assert source.new > 0
    assert surveys.check(survey) == ()


def test_merging_again_changes_nothing(flow: Flow, tmp_path: Path) -> None:
    copy = Path(shutil.copyfile(flow.survey, tmp_path / "copy.gpkg"))
    with surveys.open_survey(copy) as again:
        before = surveys.info(again).state
        assert merges.merge(again, sources=flow.handed).value.new == 0
        assert surveys.info(again).state == before
        surveys.rebuild(again)
        assert surveys.info(again).state == before


def test_the_package_is_genuine_until_somebody_touches_it(
    flow: Flow, survey: Survey, tmp_path: Path
) -> None:
    trusted = packages.trusted_keys(survey)
    assert packages.verify(flow.package, trusted=trusted).outcome is Outcome.GENUINE
    whole = flow.package.read_bytes()
    for number, share in enumerate((0.1, 0.5, 0.9)):
        data = bytearray(whole)
        data[int(len(data) * share)] ^= 1
        other = tmp_path / f"{number}.pdf"
        other.write_bytes(data)
        assert packages.verify(other, trusted=trusted).outcome is Outcome.CHANGED
    cut = tmp_path / "cut.pdf"
    cut.write_bytes(whole[: len(whole) // 2])
    assert packages.verify(cut, trusted=trusted).outcome not in (
        Outcome.GENUINE,
        Outcome.GENUINE_UNKNOWN_SIGNER,
    )


def test_the_package_carries_what_was_seen(flow: Flow, survey: Survey, tmp_path: Path) -> None:
    files = {each.name: each for each in packages.extract(flow.package, tmp_path / "out")}
    told = json.loads(files["visits.json"].read_bytes())
    hashes = [photo["sha256"] for visit in told["visits"] for photo in visit["photos"]]
    assert sorted(hashes) == sorted(photo.blob for photo in photos.list_photos(survey))
    carried = [each.read_bytes() for name, each in files.items() if name.endswith(".csv")]
    assert sorted(carried) == sorted(file.read_bytes() for file in logs(tmp_path)[:2])
