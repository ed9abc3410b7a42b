"""Rows in order of display."""

from tests.kit.forms import a_xform, an_instance


def test_rows_have_kind_depth_number_and_relevance() -> None:
    instance = an_instance(
        """
        | | type         | name | label | relevant |
        | | integer      | a    | A     |          |
        | | begin_group  | g    | G     | ${a} = 1 |
        | | text         | b    | B     |          |
        | | begin_repeat | r    | R     |          |
        | | text         | c    | C     |          |
        | | end_repeat   |      |       |          |
        | | end_group    |      |       |          |
        """
    )
    instance.add("g/r")
    rows = instance.rows()
    assert [(row.kind.value, row.depth, row.number) for row in rows] == [
        ("question", 0, 0),
        ("group", 0, 0),
        ("question", 1, 0),
        ("repeat", 1, 2),
        ("instance", 2, 1),
        ("question", 3, 0),
        ("instance", 2, 2),
        ("question", 3, 0),
    ]
    assert [row.relevant for row in rows] == [True, *[False] * 7]
    assert rows[3].path == "g/r"
    instance.set("a", "1")
    assert all(row.relevant for row in instance.rows())


def test_a_control_that_points_at_a_section_is_left_out() -> None:
    form = a_xform(
        instance='<data id="x"><g><a/></g></data>',
        body='<input ref="/data/g"/><input ref="/data"/><input ref="/data/g/a"/>',
    )
    assert [row.path for row in an_instance(form).rows()] == ["g/a"]
