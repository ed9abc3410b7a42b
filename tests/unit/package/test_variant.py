from fieldaudit.package.variant import VARIANTS, Variant


def test_every_variant_has_its_own_words() -> None:
    assert VARIANTS.keys() == set(Variant)
    assert len(set(VARIANTS.values())) == len(Variant)


def test_a_variant_is_its_name() -> None:
    assert [each.value for each in Variant] == ["internal", "public", "mail"]
