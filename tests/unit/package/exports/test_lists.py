"""Sites, photos, logs and relations as tables."""

from dataclasses import replace

from fieldaudit.package.exports.lists import Lists
from fieldaudit.package.exports.variants import Policy, Variant
from fieldaudit.texts import Catalog
from fieldaudit.visit.records import Log
from fieldaudit.visit.relation import Relation
from fieldaudit.visit.sharing_states import State
from tests.kit.leaving import PHOTO, SITE, a_leaving_visit, by_id


def lists(visit=None, variant=Variant.INTERNAL):
    visits = [visit or a_leaving_visit()]
    return Lists(visits, {SITE.id: SITE}, Policy(variant), Catalog("zh"))


def test_a_site_has_its_place_and_the_number_of_its_visits():
    row = by_id(lists().sites())
    assert (row["site"], row["kind:label"], row["visits"]) == ("RES-0001", "住宅小区", 1)
    assert (row["latitude"], row["longitude"]) == (29.62, 106.49)


def test_a_photo_is_named_by_its_file():
    visit = a_leaving_visit(photos=(PHOTO,), files={PHOTO.id: "RES-0001_RES-20_01_abababab.jpg"})
    row = by_id(lists(visit).photos())
    assert row["file"] == "RES-0001_RES-20_01_abababab.jpg"
    assert (row["item"], row["label"], row["caption"]) == ("RES-20", "照片", "箱体")
    assert (row["sha256"], row["original"], row["present"]) == (PHOTO.blob, "IMG_1.JPG", "yes")


def test_only_logs_of_visits_that_leave_are_listed():
    log = Log("log-1", "visit-1", "cd" * 32, "a.txt", "gnettrack", "wgs84")
    table = lists().logs([log, replace(log, id="log-2", visit="visit-2")])
    assert [row[0] for row in table.rows] == ["log-1"]


def test_relations_are_told_in_codes_and_words():
    relation = Relation(
        "rel-1",
        "F01",
        owner="tower",
        users=("ct", "cm"),
        state=State.IN_USE,
        quantity="2",
        valid_to="2030-01-01",
        visit="visit-1",
        site=SITE.id,
    )
    stranger = replace(relation, id="rel-2", visit="visit-2")
    table = lists().relations([relation, stranger])
    assert len(table.rows) == 1
    row = by_id(table)
    assert (row["form:label"], row["owner:label"]) == ("存量站址共享", "中国铁塔")
    assert (row["users"], row["users:label"]) == ("ct cm", "中国电信、中国移动")
    assert (row["quantity"], row["site"], row["state:label"]) == (2.0, "RES-0001", "使用中")


def test_public_places_are_coarse():
    site = replace(SITE, position="29.62345 106.49876")
    found = Lists([], {site.id: site}, Policy(Variant.PUBLIC), Catalog("zh")).sites()
    assert (by_id(found)["latitude"], by_id(found)["longitude"]) == (29.623, 106.499)
