from dataclasses import replace

from fieldaudit.package.sharing_diagram import MOST, draw_diagram
from tests.kit.evidence import some_relations
from tests.kit.pages import a_flow, an_edition


def test_owner_asset_users_and_state_stand_in_the_drawing() -> None:
    flow, surface = a_flow()
    draw_diagram(flow, an_edition(), some_relations())
    said = surface.said()
    for relation in some_relations():
        for text in (relation.owner, relation.asset, relation.state, relation.form):
            assert text in said


def test_a_refusal_is_broken_and_crossed_not_only_coloured() -> None:
    def lines(refused: bool) -> list[tuple[float, ...]]:
        flow, surface = a_flow()
        relation = replace(some_relations()[0], refused=refused)
        draw_diagram(flow, an_edition(), (relation,))
        return [pen.dash for _, _, pen in surface.shapes]

    assert not any(lines(refused=False))
    assert any(lines(refused=True))
    assert len(lines(refused=True)) == len(lines(refused=False)) + 2


def test_what_does_not_fit_is_counted() -> None:
    flow, surface = a_flow()
    draw_diagram(flow, an_edition(), some_relations()[:1] * (MOST + 3))
    assert "另有 3 项见下表" in surface.said()
