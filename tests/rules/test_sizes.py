"""Modules, functions and classes stay small enough to be read in one go."""

import ast
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles

from tests.rules.tree import modules, name, tree

Function = ast.FunctionDef | ast.AsyncFunctionDef
MODULE_LINES, FUNCTION_LINES, METHODS, POSITIONAL = 400, 60, 20, 4


def lines(path: Path) -> int:
    return len(path.read_text("utf-8").splitlines())


def length(node: Function | ast.ClassDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def functions(path: Path) -> Iterator[Function]:
    return (node for node in ast.walk(tree(path)) if isinstance(node, Function))


def positional(node: Function) -> int:
    arguments = [each.arg for each in (*node.args.posonlyargs, *node.args.args)]
    return len(arguments) - (arguments[:1] in (["self"], ["cls"]))


def test_no_module_is_too_long() -> None:
    long = {name(each): lines(each) for each in modules("src", "tests", "tools", "benchmarks")}
    assert not {each: count for each, count in long.items() if count > MODULE_LINES}


def test_no_function_is_too_long() -> None:
    everything = modules("src", "tests", "tools", "benchmarks")
    assert not [
        f"{name(path)}:{node.lineno} {node.name} has {length(node)} lines"
        for path in everything
        for node in functions(path)
        if length(node) > FUNCTION_LINES
    ]


def test_no_class_has_too_many_methods() -> None:
    classes = (
        (path, node)
        for path in modules("src")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ClassDef)
    )
    assert not [
        f"{name(path)}:{node.lineno} {node.name}"
        for path, node in classes
        if sum(isinstance(each, Function) for each in node.body) > METHODS
    ]


def test_more_than_four_arguments_are_named() -> None:
    assert not [
        f"{name(path)}:{node.lineno} {node.name} takes {positional(node)} by position"
        for path in modules("src")
        for node in functions(path)
        if positional(node) > POSITIONAL
    ]


def test_most_modules_and_functions_are_much_smaller(record_property) -> None:
    sizes = [lines(path) for path in modules("src")]
    lengths = [length(node) for path in modules("src") for node in functions(path)]
    tails = {
        "lines of a module": (median(sizes), quantiles(sizes, n=10)[-1]),
        "lines of a function": (median(lengths), quantiles(lengths, n=10)[-1]),
    }
    for what, (middle, tail) in tails.items():
        record_property(what, f"median {middle}, nine in ten up to {tail:.0f}")
    assert tails["lines of a module"][1] <= 300, tails
    assert tails["lines of a function"][1] <= 30, tails
