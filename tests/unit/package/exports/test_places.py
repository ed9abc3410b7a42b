"""Layers: what lies where."""

from dataclasses import replace

from fieldaudit.package.exports.answers import Answers
from fieldaudit.package.exports.content import Geometry, Shape
from fieldaudit.package.exports.lists import Lists
from fieldaudit.package.exports.places import Places
from fieldaudit.package.exports.variants import Policy
from fieldaudit.texts import Catalog
from fieldaudit.visit.radio import Technology
from fieldaudit.visit.sample import Sample
from tests.kit.leaving import PHOTO, SITE, a_leaving_visit, by_id

ZH, POLICY = Catalog("zh"), Policy()
HERE = Geometry(Shape.POINT, ((106.49, 29.62),))


def places(visit):
    return Places([visit], POLICY, ZH)


def test_sites_lie_at_their_places():
    visit = a_leaving_visit()
    layer = places(visit).sites(Lists([visit], {SITE.id: SITE}, POLICY, ZH).sites())
    assert list(layer.places) == [HERE]
    assert layer.classes is not None
    assert "residential" in layer.classes.colours


def test_a_visit_lies_at_its_site_and_else_where_it_was_made():
    visit = a_leaving_visit(position="29.7 106.6")
    assert places(visit).visits(Answers([visit], POLICY, ZH).heads()).places == [HERE]
    lost = replace(visit, site=replace(SITE, position=""))
    there = places(lost).visits(Answers([lost], POLICY, ZH).heads()).places
    assert there == [Geometry(Shape.POINT, ((106.6, 29.7),))]


def test_a_photo_lies_where_its_camera_was():
    unplaced = replace(PHOTO, id="photo-2", position="")
    files = {"photo-1": "a.jpg", "photo-2": "b.jpg"}
    visit = a_leaving_visit(photos=(PHOTO, unplaced), files=files)
    layer = places(visit).photos(Lists([visit], {}, POLICY, ZH).photos())
    assert layer.places == [HERE, None]


def test_answers_that_are_places_are_a_layer():
    layer = places(a_leaving_visit()).answers()
    assert [row[3] for row in layer.table.rows] == ["RES-21", "RES-22"]
    assert [place.shape for place in layer.places if place] == [Shape.POINT, Shape.POLYGON]
    assert layer.shape is None


def test_samples_keep_their_levels():
    sample = Sample(1_657_244_460_000, 29.62, 106.49, "ct", Technology.NR, -95.0, sinr=3.0)
    layer = places(a_leaving_visit()).samples([("visit-1", [sample])])
    row = by_id(layer.table)
    assert (row["visit"], row["operator"], row["rsrp"], row["sinr"]) == (
        "visit-1",
        "ct",
        -95.0,
        3.0,
    )
    assert layer.places == [HERE]
