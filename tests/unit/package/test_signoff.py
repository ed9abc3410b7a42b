from fieldaudit.package.signoff import draw_signoff, field_name
from tests.kit.content import a_batch, a_package
from tests.kit.pages import a_flow, an_edition


def test_a_refusal_stands_in_its_own_frame_with_reason_and_witness() -> None:
    flow, surface = a_flow()
    draw_signoff(flow, an_edition())
    said = surface.said()
    assert "拒签原因：认为光缆整改不属于其职责" in said
    assert "见证人：大竹林街道示例社区居委会" in said


def test_each_signatory_has_a_field() -> None:
    flow, surface = a_flow()
    draw_signoff(flow, an_edition())
    assert list(surface.places.fields) == [field_name(index) for index in range(3)]
    tops = [box.y for _, box in surface.places.fields.values()]
    assert tops == sorted(tops)


def test_it_is_an_inspection_record_and_no_enforcement() -> None:
    flow, surface = a_flow()
    draw_signoff(flow, an_edition())
    assert "检查/核查记录" in surface.said()
    assert "执法" not in surface.said()


def test_a_batch_names_the_site_of_each_row() -> None:
    flow, surface = a_flow()
    draw_signoff(flow, an_edition(a_batch(3)))
    said = surface.said()
    assert said.count("拒签原因") == 3
    assert "RES-0003　拒签" in said


def test_nobody_to_sign_leaves_no_field() -> None:
    flow, surface = a_flow()
    draw_signoff(flow, an_edition(a_package(signatories=())))
    assert surface.places.fields == {}
