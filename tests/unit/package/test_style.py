from fieldaudit.package import style


def test_the_margins_are_those_of_the_page() -> None:
    assert round(style.PAGE_WIDTH / style.MM) == 210
    assert round(style.LEFT / style.MM) == 16
    assert round((style.PAGE_WIDTH - style.RIGHT) / style.MM) == 18
    assert round(style.TOP / style.MM) == 20
    assert round((style.PAGE_HEIGHT - style.BOTTOM) / style.MM) == 18


def brightness(colour: str) -> float:
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    lines = [each / 12.92 if each <= 0.03928 else ((each + 0.055) / 1.055) ** 2.4 for each in parts]
    return 0.2126 * lines[0] + 0.7152 * lines[1] + 0.0722 * lines[2]


def test_every_word_stands_out_from_the_paper() -> None:
    inks = (
        style.INK,
        style.SECONDARY,
        style.GREEN,
        style.RED,
        style.ORANGE,
        style.OLIVE,
        style.VIOLET,
        style.ACCENT,
    )
    for ink in inks:
        assert 1.05 / (brightness(ink) + 0.05) >= 4.5, ink
