"""The live tree."""

from hypothesis import given
from hypothesis import strategies as st

from fieldaudit.form.places import ORDER, Tree
from fieldaudit.form.planning import plan_for
from tests.kit.forms import a_form, an_instance

TABLE = """
| | type         | name | label |
| | text         | a    | A     |
| | begin_repeat | r    | R     |
| | text         | b    | B     |
| | begin_repeat | s    | S     |
| | text         | c    | C     |
| | end_repeat   |      |       |
| | end_repeat   |      |       |
| | text         | z    | Z     |
"""
FORM = a_form(TABLE)


def tree() -> Tree:
    made = Tree(plan_for(FORM).slots)
    made.fill(made.root, FORM.model.template, defaults=False)
    return made


def test_instances_carry_their_id_in_the_path() -> None:
    live = tree()
    slots = plan_for(FORM).slots
    outer = live.add(live.root, slots["r"], id_="one", defaults=False)
    inner = live.add(outer, slots["r/s"], id_="two", defaults=False)
    assert live.find("r/one/s/two/c") is inner.below["c"][0]
    assert live.inside(live.root, "r/s/c") == inner.below["c"]
    assert live.nearest(inner, "r/b") is outer.below["b"][0]
    assert live.nearest(inner, "a") is live.find("a")
    live.remove(outer)
    assert live.find("r/one/s/two/c") is None
    assert live.at("r/s/c") == []


def test_nodes_stay_in_the_order_of_the_definition() -> None:
    live = tree()
    for id_ in ("one", "two"):
        live.add(live.root, plan_for(FORM).slots["r"], id_=id_)
    assert [node.name for node in live.root.node.children] == ["a", "r", "r", "z", "meta"]


def test_ids_that_follow_from_the_place_are_equal_everywhere() -> None:
    first, second = (an_instance(FORM, new_id=lambda: "x") for _ in range(2))
    assert first.values() == second.values()
    assert len(next(iter(first.values())).split("/")[1]) == 36


def test_an_order_from_outside_may_be_nonsense() -> None:
    values = {f"r/{id_}/{ORDER}": order for id_, order in [("a", "nan"), ("b", "x"), ("c", "-1")]}
    rows = [row.path for row in an_instance(FORM, values).rows() if row.kind == "instance"]
    assert rows == ["r/c", "r/a", "r/b"]


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 5)), max_size=12))
def test_moves_give_the_order_asked_for(moves: list[tuple[int, int]]) -> None:
    instance = an_instance(FORM, {f"r/{n}/b": str(n) for n in range(5)})
    wanted = [f"r/{n}" for n in range(5)]
    for who, where in moves:
        path = f"r/{who}"
        wanted.remove(path)
        before = wanted[where] if where < len(wanted) else None
        wanted.insert(where, path)
        instance.move(path, before)
        shown = [row.path for row in instance.rows() if row.kind == "instance"]
        assert shown == wanted
    assert an_instance(FORM, instance.values()).values() == instance.values()
