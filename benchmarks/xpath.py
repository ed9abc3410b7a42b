"""Compiled expressions of forms beside lxml's compiled XPath: microseconds for each, and the ratio.

Run: `python benchmarks/xpath.py`. Both sides evaluate the same 300 expressions over the same form
of 200 questions, turn by turn; the medians of the turns are printed, with one JSON line at the end.
"""

import json
import random
import statistics
import time
from collections.abc import Callable

from lxml import etree

from fieldaudit.form.xpath.context import Context
from fieldaudit.form.xpath.document import parse_xml
from fieldaudit.form.xpath.expression import compile_expression

TURNS = 15
TEMPLATES = {
    "number": "/data/{0} > 18 and /data/{0} < 100",
    "choice": "selected(/data/{1}, 'a') or /data/{2} = 'yes'",
    "arithmetic": "/data/{0} + /data/{3} * 2 >= 10",
    "text": "not(/data/{1} = '') and string-length(/data/{1}) < 50",
    "if": "if(/data/{0} > 50, 'high', 'low') = 'high'",
    "relative": "(../{0} = 0 or ../{3} != 0) and ../{2} != 'no'",
}
CITIES = 5_000


def form(chance: random.Random) -> bytes:
    """Return a form's instance: every third answer is a number."""
    leaves = []
    for place in range(200):
        text = str(chance.randint(0, 120))
        if place % 3:
            text = chance.choice(["yes", "no", "a b c", "铁塔", ""])
        leaves.append(f"<q{place}>{text}</q{place}>")
    return f"<data>{''.join(leaves)}</data>".encode()


def cities() -> bytes:
    """Return a long choice list."""
    items = "".join(f"<item><name>c{i}</name><area>a{i % 50}</area></item>" for i in range(CITIES))
    return f"<instance><root>{items}</root></instance>".encode()


def expressions(chance: random.Random) -> list[str]:
    """Return 300 expressions, the six kinds in turn."""
    numbers = [f"q{place}" for place in range(200) if place % 3 == 0]
    others = [f"q{place}" for place in range(200) if place % 3]
    made = []
    for _ in range(50):
        for template in TEMPLATES.values():
            names = (chance.choice(numbers), chance.choice(others))
            made.append(template.format(*names, chance.choice(others), chance.choice(numbers)))
    return made


def seconds(work: Callable[[], object]) -> float:
    """Return how long a piece of work takes."""
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def measure(
    ours: Callable[[], object], theirs: Callable[[], object], count: int
) -> dict[str, float]:
    """Run both turn by turn; return the medians in microseconds for each, and their ratio."""
    pairs = [(seconds(ours), seconds(theirs)) for _ in range(TURNS)]
    mine = statistics.median(pair[0] for pair in pairs) / count * 1e6
    other = statistics.median(pair[1] for pair in pairs) / count * 1e6
    return {"us": round(mine, 3), "lxml_us": round(other, 3), "ratio": round(other / mine, 1)}


def simple() -> dict[str, dict[str, float]]:
    """Measure what forms ask all the time, by kind and together."""
    chance = random.Random(8)
    xml = form(chance)
    texts = expressions(chance)
    tree = parse_xml(xml, spaces=False)
    peer = etree.fromstring(xml)
    functions = etree.FunctionNamespace(None)
    functions["selected"] = lambda _, a, b: b in (a[0].text or "").split()
    functions["if"] = lambda _, condition, then, other: then if condition else other
    compiled = [compile_expression(text) for text in texts]
    other = [etree.XPath(text) for text in texts]
    here, there = Context(tree.children[0].children[0], root=tree), peer[0]
    assert [c.boolean(here) for c in compiled] == [bool(x(there)) for x in other]  # noqa: S101
    results = {}
    kinds = [*TEMPLATES, "all"]
    for place, kind in enumerate(kinds):
        chosen = slice(place, None, 6) if kind != "all" else slice(None)
        mine, his = compiled[chosen] * 5, other[chosen] * 5
        results[kind] = measure(
            lambda mine=mine: [c.boolean(here) for c in mine],  # type: ignore[misc]
            lambda his=his: [x(there) for x in his],  # type: ignore[misc]
            len(mine),
        )
    return results


def choices() -> dict[str, float]:
    """Measure the look-up of one choice in a long list."""
    xml = cities()
    listed = parse_xml(xml, spaces=False).children[0].freeze()
    tree = parse_xml(b"<data><city>c4000</city></data>", spaces=False)
    context = Context(tree, root=tree, instances={"cities": listed})
    ours = compile_expression("instance('cities')/root/item[name = /data/city]/area")
    theirs = etree.XPath("/instance/root/item[name = 'c4000']/area")
    peer = etree.fromstring(xml)
    found = theirs(peer)
    assert isinstance(found, list) and [cell.text for cell in found] == [ours.string(context)]  # type: ignore[union-attr]  # noqa: S101, PT018
    return measure(
        lambda: [ours.string(context) for _ in range(20)],
        lambda: [theirs(peer) for _ in range(20)],
        20,
    )


def main() -> None:
    """Measure and print."""
    results = {**simple(), "choice list": choices()}
    for kind, figures in results.items():
        print(
            f"{kind:12} {figures['us']:8.3f} µs   lxml {figures['lxml_us']:9.3f} µs"
            f"   {figures['ratio']:7.1f} times"
        )
    print(json.dumps({"benchmark": "xpath", "results": results}))


if __name__ == "__main__":
    main()
