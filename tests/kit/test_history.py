from tests.kit.history import Copies, record_id


def test_a_revision_follows_what_its_author_knew():
    copies = Copies()
    first = copies.revise(0, 1, {"name": "甲"})
    apart = copies.revise(1, 1, {"name": "乙"})
    assert first.parents == apart.parents == ()
    copies.play([("take", 1, 0, None), ("edit", 1, 1, {"name": "丙"})])
    last = list(copies.held[1].values())[-1]
    assert set(last.parents) == {first.hash, apart.hash}
    assert last.clock == 2
    assert last.record == record_id(1)


def test_a_deletion_is_a_revision():
    copies = Copies().play([("edit", 0, 0, {"name": "甲"}), ("delete", 0, 0, None)])
    assert [dict(r.changes) for r in copies.held[0].values()][-1] == {"$deleted": "true"}
