"""Names say what a thing is for; no drawers for everything that has no home."""

from tests.rules.tree import modules, name

DRAWERS = {"utils", "util", "misc", "common", "helpers", "helper", "manager"}


def test_no_module_or_folder_is_a_drawer() -> None:
    assert not [
        name(path)
        for path in modules("src", "tests", "tools", "benchmarks")
        if DRAWERS & {part.removesuffix(".py") for part in name(path).split("/")}
    ]


def test_packages_hold_no_logic() -> None:
    assert not [
        name(path)
        for path in modules("src")
        if path.name == "__init__.py" and len(path.read_text("utf-8").splitlines()) > 15
    ]
