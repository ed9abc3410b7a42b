"""The example's streets and sites can be read, and say that they are examples."""

import json
from collections import Counter

from fieldaudit.visit.register import read_register
from tests.forms.checklists import FORMS

DEMO = FORMS.parent / "resources" / "demo"
STREETS = json.loads((DEMO / "streets.json").read_text("utf-8"))


def test_eight_streets_with_their_source() -> None:
    names = {each["code"]: each["name"] for each in STREETS["streets"]}
    assert len(names) == 8
    assert all(each["zh"].endswith("街道") and each["en"] for each in names.values())
    assert "WTFPL" in STREETS["comment"]


def test_the_register_reads_without_a_problem() -> None:
    sites, problems = read_register(DEMO / "register.csv")
    assert problems == ()
    assert len(sites) == 24
    kinds = Counter(site.kind for site in sites)
    assert set(kinds) == {"residential", "industrial_park", "base_station"}
    assert min(kinds.values()) >= 5


def test_every_site_is_an_example_on_a_known_street() -> None:
    sites, _ = read_register(DEMO / "register.csv")
    codes = {each["code"] for each in STREETS["streets"]}
    assert all("示例" in site.name for site in sites)
    assert {site.street for site in sites} == codes
