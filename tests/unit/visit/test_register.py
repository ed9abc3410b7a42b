import pytest

from fieldaudit.errors import BadInput, Code, Problem
from fieldaudit.texts import Catalog
from fieldaudit.visit.datum import Datum, from_wgs84
from fieldaudit.visit.place import Position, Region, distance, read_geopoint
from fieldaudit.visit.register import FIELDS, KINDS, SiteRow, read_register

HEADER = "站点编码,站点名称,类型,街道,地址,纬度,经度"
GOOD = "DZL-001,康庄小区,住宅小区,大竹林街道,康庄路 1 号,29.62,106.49"


def read(*rows: str, header: str = HEADER, **options) -> tuple[list[SiteRow], list[Problem]]:
    text = "\n".join((header, *rows))
    sites, problems = read_register(text.encode(), name="台账.csv", **options)
    return list(sites), list(problems)


def refusal(*rows: str, header: str = HEADER, **options) -> BadInput:
    with pytest.raises(BadInput) as caught:
        read(*rows, header=header, **options)
    return caught.value


def test_a_row_becomes_a_site() -> None:
    sites, problems = read(GOOD)
    assert sites == [
        SiteRow(
            row=2,
            code="DZL-001",
            name="康庄小区",
            kind="residential",
            street="大竹林街道",
            address="康庄路 1 号",
            position="29.62 106.49",
            datum="wgs84",
            position_original="29.62 106.49",
        )
    ]
    assert problems == []


@pytest.mark.parametrize(
    ("word", "kind"),
    [("住宅小区", "residential"), ("PARK", "industrial_park"), ("5G基站", "base_station")]
    + [(kind, kind) for kind in KINDS],
)
def test_kinds_are_known_by_several_words(word: str, kind: str) -> None:
    assert read(f"A1,甲,{word}")[0][0].kind == kind


def test_columns_come_in_any_order_and_language() -> None:
    sites, _ = read("106.49,甲,A1,29.62,base_station", header="LON,Name,Site_Code,Lat,kind")
    assert (sites[0].code, sites[0].position) == ("A1", "29.62 106.49")


def test_one_column_may_hold_both_angles() -> None:
    sites, _ = read('A1,甲,基站,"29.62, 106.49"', header="编码,名称,类型,坐标")
    assert sites[0].position == "29.62 106.49"


def test_a_mapping_names_other_columns() -> None:
    mapping = {"站号": "code", "物业名": "name", "种类": "kind"}
    sites, _ = read("A1,甲,基站,别名", header="站号,物业名,种类,名称", mapping=mapping)
    assert (sites[0].code, sites[0].name) == ("A1", "甲")


def test_a_mapping_to_nothing_is_refused() -> None:
    error = refusal(GOOD, mapping={"站点编码": "colour"})
    assert error.code is Code.REGISTER_FIELD_UNKNOWN
    assert all(field in str(error) for field in FIELDS)
    error = refusal(GOOD, mapping={"站号": "code"})
    assert (error.code, error.params["column"]) == (Code.REGISTER_COLUMN_MISSING, "站号")


@pytest.mark.parametrize(
    ("header", "column"),
    [
        ("名称,类型", "编码"),
        ("编码,类型", "名称"),
        ("编码", "名称、类型"),
        ("编码,名称,类型,纬度", "经度"),
        ("编码,名称,类型,经度", "纬度"),
    ],
)
def test_a_missing_column_refuses_the_table(header: str, column: str) -> None:
    error = refusal("a,b,c,d", header=header)
    assert error.code is Code.REGISTER_COLUMN_MISSING
    assert f"缺少“{column}”列" in str(error)
    assert column.replace("、", ", ") in Catalog("en").explain(error)


def test_a_repeated_code_refuses_the_table_and_names_the_rows() -> None:
    error = refusal(GOOD, "B1,乙,基站", GOOD)
    assert error.code is Code.REGISTER_CODE_TWICE
    assert (error.params["site"], error.params["rows"]) == ("DZL-001", (2, 4))


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (",甲,基站", Code.REGISTER_VALUE_MISSING),
        ("A1,,基站", Code.REGISTER_VALUE_MISSING),
        ("A1,甲,", Code.REGISTER_VALUE_MISSING),
        ("A1,甲,飞船", Code.REGISTER_KIND_UNKNOWN),
    ],
)
def test_a_faulty_row_is_left_out_and_named(row: str, code: Code) -> None:
    sites, problems = read(GOOD, row)
    assert [site.code for site in sites] == ["DZL-001"]
    assert [(problem.code, problem.where) for problem in problems] == [(code, "3")]


@pytest.mark.parametrize(
    ("angles", "code"),
    [
        ("106.49,29.62", Code.REGISTER_POSITION_SWAPPED),
        ("3281234.5,36412345.2", Code.REGISTER_POSITION_PROJECTED),
        ("north,east", Code.REGISTER_POSITION_UNREADABLE),
        ("29.62,", Code.REGISTER_POSITION_UNREADABLE),
        ("129.62,16.49", Code.REGISTER_POSITION_UNREADABLE),
    ],
)
def test_a_doubtful_position_is_left_blank_and_kept_as_written(angles: str, code: Code) -> None:
    sites, problems = read(f"A1,甲,基站,,,{angles}")
    assert sites[0].position == ""
    assert sites[0].position_original == angles.replace(",", " ").strip()
    assert [problem.code for problem in problems] == [code]


def test_a_position_outside_the_region_is_kept_and_said() -> None:
    sites, problems = read("A1,甲,基站,,,39.9,116.4")
    assert sites[0].position == "39.9 116.4"
    assert [problem.code for problem in problems] == [Code.REGISTER_POSITION_OUTSIDE]
    assert read("A1,甲,基站,,,39.9,116.4", region=Region(39, 115, 41, 118))[1] == []


def test_a_site_needs_no_position() -> None:
    sites, problems = read("A1,甲,基站,,,,")
    assert (sites[0].position, sites[0].position_original, problems) == ("", "", [])


@pytest.mark.parametrize("datum", list(Datum))
def test_positions_become_wgs84_and_the_numbers_stay(datum: Datum) -> None:
    here = Position(29.62, 106.49)
    given = from_wgs84(here, datum)
    numbers = f"{given.latitude:.7f},{given.longitude:.7f}"
    (site,), _ = read(f"A1,甲,基站,,,{numbers}", datum=datum)
    assert distance(read_geopoint(site.position), here) < 0.1
    assert (site.datum, site.position_original) == (datum.value, numbers.replace(",", " "))


def test_degrees_minutes_and_seconds_are_read() -> None:
    (site,), _ = read("A1,甲,基站,,,29°37′12″N,106°29′24″E")
    assert site.position == "29.62 106.49"
