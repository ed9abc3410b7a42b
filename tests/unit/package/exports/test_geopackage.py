"""Layers and lists as a GeoPackage."""

from contextlib import closing
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from sqlite_utils import Database

from fieldaudit.package.exports.content import CellKind, Column, Geometry, Layer, Shape
from fieldaudit.package.exports.geopackage import field_names, write_geopackage
from tests.kit.leaving import a_table
from tests.kit.surveys import unwatched

MADE = "2022-07-08T09:00:00+08:00"
AT = datetime(2022, 7, 8, 9, tzinfo=timezone(timedelta(hours=8)))


def test_cells_have_their_types(tmp_path: Path):
    kinds = (CellKind.TEXT, CellKind.DECIMAL, CellKind.DATE, CellKind.MOMENT)
    table = a_table(("r1", 1.5, date(2022, 7, 8), AT), kinds=kinds)
    layer = Layer(table, [Geometry(Shape.POINT, ((106.5, 29.6),))])
    out = tmp_path / "a.gpkg"
    counts = write_geopackage(out, [layer], [], made_at=MADE, step=unwatched)
    assert counts == {"table": 1}
    with closing(Database(out)) as db:
        assert list(db["table"].columns_dict) == ["fid", "geom", "a", "b", "c", "d"]
        row = db.execute('select a, b, c, d from "table"').fetchone()
        assert row == ("r1", 1.5, "2022-07-08", "2022-07-08T09:00:00+08:00")
        (made,) = db.execute("select distinct last_change from gpkg_contents").fetchone()
        assert made == "2022-07-08T01:00:00.000Z"
        assert db["layer_styles"].count == 1


def test_numbers_and_words_in_one_column_are_text(tmp_path: Path):
    mixed = a_table((-31.0, 1), ("weak", 2), kinds=(CellKind.DECIMAL, CellKind.INTEGER))
    write_geopackage(tmp_path / "a.gpkg", [], [mixed], made_at=MADE, step=unwatched)
    with closing(Database(tmp_path / "a.gpkg")) as db:
        assert db.execute('select a, b from "table"').fetchall() == [("-31.0", 1), ("weak", 2)]


def test_fields_differ_by_more_than_case():
    names = field_names([Column(each, "") for each in ("fid", "A", "a", "geom")])
    assert names == {"fid": "fid_2", "A": "A", "a": "a_2", "geom": "geom_2"}
