"""Runs recorded XPath cases: `python -m tests.conformance.xpath FILE [--failures]`.

A case file holds documents and expressions with the values that other engines gave. Prints the
results of the safe set and of all gradable cases by kind, and ends with `N passed, N failed`.
"""

import json
import math
import re
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from fieldaudit.errors import BadInput
from fieldaudit.form.xpath.axes import text_node
from fieldaudit.form.xpath.context import Context, Hooks
from fieldaudit.form.xpath.document import parse_xml
from fieldaudit.form.xpath.expression import Expression, Value, compile_expression
from fieldaudit.form.xpath.tree import Kind, Node

Case = Mapping[str, Any]
XMLNS = "http://www.w3.org/2000/xmlns/"


_STEP = re.compile(r"@\{[^}]*\}[^/]+|[^/]+")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one case."""

    case: Case
    passed: bool
    got: str


def is_gradable(case: Case) -> bool:
    """Tell whether a case has one right answer everywhere."""
    return not case.get("volatile") and not case.get("fails_marker")


def is_safe(case: Case) -> bool:
    """Tell whether a case was asserted by its author and no engine disagrees."""
    return bool(
        is_gradable(case)
        and case["source"] == "asserted"
        and case["tz_free"]
        and (case["dialect"] == "xpath1" or case.get("javarosa") == "agrees")
    )


def find(document: Node, path: str) -> Node:
    """Return the node at a canonical path like `/*[1]/*[2]/@id` or `/*[1]/text()[1]`."""
    node = document
    for step in _STEP.findall(path):
        if step.startswith("@"):
            node = next(a for a in node.attributes if _attribute_name(a) == step[1:])
            continue
        test, _, place = step.rstrip("]").partition("[")
        fitting = [below for below in _below(node) if _fits(below, test)]
        node = fitting[int(place or 1) - 1]
    return node


def _attribute_name(node: Node) -> str:
    """Return the name of an attribute as canonical paths write it."""
    return f"{{{node.namespace}}}{node.name}" if node.namespace else node.name


def _below(node: Node) -> list[Node]:
    """Return the children, and the text of a leaf as a node."""
    if node.children or not node.text:
        return node.children
    return [text_node(node)]


def _fits(node: Node, test: str) -> bool:
    """Tell whether a node is of the kind that a canonical step names."""
    kinds = {
        "*": Kind.ELEMENT,
        "text()": Kind.TEXT,
        "comment()": Kind.COMMENT,
        "processing-instruction()": Kind.PROCESSING_INSTRUCTION,
    }
    return node.kind is kinds[test]


def canonical(node: Node) -> str:
    """Return the canonical path of a node."""
    if node.parent is None:
        return "/" if node.kind is Kind.DOCUMENT else ""
    above = canonical(node.parent).rstrip("/")
    if node.kind is Kind.ATTRIBUTE:
        return f"{above}/@{_attribute_name(node)}"
    if node.kind is Kind.NAMESPACE:
        return f"{above}/@{{{XMLNS}}}{node.name}"
    tests = {
        Kind.ELEMENT: "*",
        Kind.TEXT: "text()",
        Kind.COMMENT: "comment()",
        Kind.PROCESSING_INSTRUCTION: "processing-instruction()",
    }
    test = tests[node.kind]
    twins = [below for below in _below(node.parent) if _fits(below, test)]
    place = next((i for i, twin in enumerate(twins, 1) if twin is node), 0)
    return f"{above}/{test}[{place}]"


class Suite:
    """One file of cases."""

    def __init__(self, file: Path) -> None:
        """Read the file."""
        content = json.loads(file.read_text(encoding="utf-8"))
        self.cases: list[Case] = content["cases"]
        self._texts: list[str] = content["documents"]
        self._document = cache(self._parse)

    def _parse(self, number: int) -> Node:
        """Parse a document."""
        return parse_xml(re.sub(r"^\s*<\?xml[^>]*\?>", "", self._texts[number]).strip().encode())

    def run(self, cases: Iterable[Case]) -> list[Outcome]:
        """Evaluate cases."""
        return [self._one(case) for case in cases]

    def _one(self, case: Case) -> Outcome:
        """Evaluate one case."""
        document = self._document(case["doc"])
        try:
            expression = compile_expression(case["expr"], case["namespaces"])
            context = _context(document, case)
            if case["type"] == "error":
                return Outcome(case, passed=False, got=repr(expression.evaluate(context)))
            value = _value(expression, case["type"], context)
        except BadInput as error:
            return Outcome(case, passed=case["type"] == "error", got=f"{error.code.name}: {error}")
        got = [canonical(node) for node in value] if isinstance(value, list) else value
        return Outcome(case, passed=_agrees(case, got), got=repr(got))


def _value(expression: Expression, kind: str, context: Context) -> Value:
    """Evaluate to the type that a case wants."""
    if kind == "boolean":
        return expression.boolean(context)
    if kind == "number":
        return expression.number(context)
    return expression.nodes(context) if kind == "nodeset" else expression.string(context)


def _context(document: Node, case: Case) -> Context:
    """Return the context that a case asks for."""
    zone = ZoneInfo(case["tz"])
    now = datetime.fromtimestamp(case["now_ms"] / 1000, UTC).astimezone(zone)
    root = find(document, case["root"]) if case.get("root") else document
    return Context(
        node=find(document, case["context"]),
        root=root,
        instances=_instances(document),
        hooks=Hooks(itext=lambda text: _itext(document, text, case.get("language"))),
        now=lambda: now,
        zone=zone,
    )


def _instances(document: Node) -> dict[str, Node]:
    """Return the instances of a form by id."""
    return {
        identifier: node
        for node in document.descendants()
        if node.name == "instance" and (identifier := node.attribute("id"))
    }


def _itext(document: Node, text: str, language: str | None) -> str:
    """Look a text up in the form's own translations."""
    translations = [node for node in document.descendants() if node.name == "translation"]
    chosen = [node for node in translations if node.attribute("lang") == language]
    chosen = chosen or [n for n in translations if n.attribute("default") is not None]
    for translation in chosen or translations[:1]:
        for entry in translation.children:
            if entry.kind is Kind.ELEMENT and entry.attribute("id") == text:
                return next(n.value() for n in entry.children if n.name == "value")
    return ""


def _agrees(case: Case, got: str | float | list[str]) -> bool:
    """Compare by the case's kind of match."""
    expected, match = case["expected"], case["match"]
    if isinstance(expected, list):
        # the DOM counts CDATA sections as nodes of their own, the model of XPath does not
        expected = list(dict.fromkeys(expected))
    if match == "regex":
        flags = re.IGNORECASE if "i" in case.get("flags", "") else 0
        return re.search(expected, str(got), flags) is not None
    if match == "length":
        return len(str(got)) == int(expected)
    if match == "unordered" and isinstance(got, list):
        return sorted(got) == sorted(expected)
    if match == "first" and isinstance(got, list):
        wanted = expected if isinstance(expected, list) else [expected]
        return got[:1] == [path for path in wanted[:1] if path]
    if isinstance(got, float) and not isinstance(expected, list):
        return _same_number(got, float(expected), case.get("factor"))
    return bool(got == expected)


def _same_number(got: float, expected: float, factor: float | None) -> bool:
    """Compare numbers, rounded when the case says by which factor."""
    if math.isnan(got) or math.isnan(expected):
        return math.isnan(got) and math.isnan(expected)
    if factor and math.isfinite(got):
        return math.floor(got * factor + 0.5) == math.floor(expected * factor + 0.5)
    return got == expected or math.isclose(got, expected, rel_tol=1e-12, abs_tol=1e-12)


def _say(text: str) -> None:
    """Write a line."""
    sys.stdout.write(text + "\n")


def _report(title: str, outcomes: list[Outcome]) -> None:
    """Print how many cases of a set passed, and by test file how many did not."""
    passed = sum(outcome.passed for outcome in outcomes)
    share = 100 * passed / len(outcomes) if outcomes else 100.0
    _say(f"{title}: {passed} of {len(outcomes)} ({share:.2f} %)")


def main(arguments: list[str]) -> int:
    """Run a file and print what came of it."""
    files = [argument for argument in arguments if not argument.startswith("--")]
    if len(files) != 1:
        _say(__doc__ or "")
        return 2
    suite = Suite(Path(files[0]))
    outcomes = suite.run(case for case in suite.cases if is_gradable(case))
    _report("safe set", [outcome for outcome in outcomes if is_safe(outcome.case)])
    _report("all gradable", outcomes)
    failed = [outcome for outcome in outcomes if not outcome.passed]
    by_file = Counter(outcome.case["file"] for outcome in failed)
    totals = Counter(outcome.case["file"] for outcome in outcomes)
    for file, total in sorted(totals.items()):
        _say(f"  {file}: {total - by_file[file]} of {total}")
    if "--failures" in arguments:
        for outcome in sorted(failed, key=lambda outcome: str(outcome.case["file"])):
            case = outcome.case
            mark = "safe" if is_safe(case) else case.get("javarosa") or "-"
            _say(f"{case['file']} [{mark}] {case['type']} {case['expr']!r} at {case['context']}")
            _say(f"    expected {case['expected']!r}, got {outcome.got}")
    _say(f"{len(outcomes) - len(failed)} passed, {len(failed)} failed")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
