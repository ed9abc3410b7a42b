import pytest

from fieldaudit.visit.operators import Operator
from fieldaudit.visit.sharing_words import (
    FORMS,
    LAYER_TEXTS,
    NETWORKS,
    OTHER_REASON,
    PARTY_TEXTS,
    REFUSAL_TEXTS,
    ROLE_TEXTS,
    SHARING_KIND_TEXTS,
    SharingKind,
)


def test_there_are_25_forms_and_14_refusal_reasons() -> None:
    assert list(FORMS) == [f"F{number:02d}" for number in range(1, 26)]
    assert list(REFUSAL_TEXTS) == [f"R{number:02d}" for number in range(1, 15)]
    assert OTHER_REASON in REFUSAL_TEXTS


@pytest.mark.parametrize("form", FORMS.values(), ids=list(FORMS))
def test_a_form_has_a_name_a_layer_and_kinds(form) -> None:
    assert form.name
    assert form.layer in LAYER_TEXTS
    assert form.kinds
    assert set(form.kinds) <= set(SharingKind)


def test_every_code_has_words() -> None:
    assert set(SHARING_KIND_TEXTS) == set(SharingKind)
    assert set(NETWORKS) == {operator.value for operator in Operator} <= set(PARTY_TEXTS)
    assert len(ROLE_TEXTS) == 7
    assert len({form.name for form in FORMS.values()}) == 25
