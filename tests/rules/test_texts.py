"""Every text that a person sees can be translated, and is."""

import ast
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest

from fieldaudit.errors import Code
from tests.rules.tree import ENGLISH, ROOT, messages, modules, name, tree

LUPDATE = Path(sys.executable).with_name("pyside6-lupdate")
MARKERS = {"tr", "translate", "QT_TRANSLATE_NOOP"}
PLACEHOLDER = re.compile(r"\{\w*\}|%n|%L?\d")


def marked() -> Iterator[tuple[Path, ast.Call]]:
    """Yield each call that marks or translates a text."""
    for path in modules("src"):
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Call) and _called(node) in MARKERS:
                yield path, node


def _called(node: ast.Call) -> str:
    return getattr(node.func, "attr", getattr(node.func, "id", ""))


def test_marked_texts_are_plain_literals() -> None:
    assert not [
        f"{name(path)}:{node.lineno}"
        for path, node in marked()
        if not all(isinstance(each, _literals(node)) for each in node.args[:2])
    ]


def _literals(node: ast.Call) -> tuple[type[ast.expr], ...]:
    # A text that is marked elsewhere may be looked up by name, and painters translate too.
    looked_up = (ast.Name, ast.Attribute, ast.Subscript, ast.BinOp, ast.UnaryOp)
    return (ast.Constant, *looked_up) if _called(node) == "translate" else (ast.Constant,)


def test_the_catalogue_has_exactly_the_texts_of_the_source(tmp_path: Path) -> None:
    fresh = tmp_path / "fieldaudit_en.ts"
    shutil.copy(ENGLISH, fresh)
    recipe = (ROOT / "Makefile").read_text("utf-8")
    options = re.search(r"pyside6-lupdate (.*?) -ts", recipe, re.DOTALL)
    assert options, "make texts no longer calls lupdate"
    words = options.group(1).replace("\\\n", " ").split()
    subprocess.run([LUPDATE, *words, "-ts", fresh], cwd=ROOT, check=True, capture_output=True)
    assert messages(fresh).keys() == messages().keys()
    assert fresh.read_text("utf-8") == ENGLISH.read_text("utf-8"), "run make texts"


def test_every_text_is_translated() -> None:
    assert not [
        key
        for key, translation in messages().items()
        if translation.get("type") or not all(_forms(translation))
    ]


def _forms(translation: ET.Element) -> list[str]:
    plural = translation.findall("numerusform")
    return [each.text or "" for each in plural or [translation]]


def test_translations_keep_the_placeholders() -> None:
    assert not [
        (key, form)
        for key, translation in messages().items()
        for form in filter(None, _forms(translation))
        # English says "one photo" without its number.
        if (set(PLACEHOLDER.findall(form)) ^ set(PLACEHOLDER.findall(key[1]))) - {"%n"}
    ]


@pytest.mark.parametrize("code", Code, ids=lambda code: code.name)
def test_every_code_is_marked(code: Code) -> None:
    assert ("Code", code.value) in messages()
