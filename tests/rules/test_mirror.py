"""Every module of the core and of the command line has its own tests, at the same path."""

from tests.rules.tree import ROOT, SOURCE, modules, name


def test_every_module_has_its_tests() -> None:
    missing = []
    for path in modules("src/fieldaudit"):
        inside = path.relative_to(SOURCE)
        if inside.parts[0] == "gui" or path.name.startswith("__"):
            continue
        home = ROOT / "tests" / ("cli" if inside.parts[0] == "cli" else "unit")
        folder = inside.parent.relative_to("cli") if inside.parts[0] == "cli" else inside.parent
        expected = home / folder / f"test_{path.name}"
        if not expected.is_file():
            missing.append(name(expected))
    assert not missing


def test_no_tests_outlive_their_module() -> None:
    unit = ROOT / "tests" / "unit"
    assert not [
        name(path)
        for path in modules("tests/unit")
        # Laws hold between the modules of a package and are named so.
        if path.name.startswith("test_")
        and path.name != "test_laws.py"
        and not (SOURCE / path.relative_to(unit).with_name(path.name[5:])).is_file()
    ]
