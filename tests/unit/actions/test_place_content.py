from fieldaudit.actions.place_content import place_content


def test_a_geopoint_is_a_place_with_its_source() -> None:
    place = place_content("29.62 106.49 300 6", "照片 EXIF", datum="GCJ-02", original="29.6,106.5")
    assert place is not None
    assert (place.latitude, place.longitude, place.accuracy) == (29.62, 106.49, 6)
    assert (place.source, place.datum, place.original) == ("照片 EXIF", "GCJ-02", "29.6,106.5")


def test_what_is_no_geopoint_is_no_place() -> None:
    assert place_content("", "") is None
    assert place_content("北纬", "") is None
