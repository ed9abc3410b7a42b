"""From records to what JSON and tables can hold."""

from collections.abc import Mapping, Set
from dataclasses import fields, is_dataclass
from enum import Enum
from pathlib import PurePath
from typing import TypeAlias

from fieldaudit.errors import Code, Problem
from fieldaudit.texts import Catalog, Term

Plain: TypeAlias = "bool | int | float | str | list[Plain] | dict[str, Plain] | None"


def plain(value: object, catalog: Catalog) -> Plain:
    """Return `value` as JSON holds it.

    Records become objects with their fields, enumerations their value, a `Code` its name,
    problems get their sentence, moments become ISO 8601 with offset, sets are sorted.
    """
    if value is None or isinstance(value, bool | int | float) or type(value) is str:
        return value
    if isinstance(value, Problem):
        return _problem(value, catalog)
    if isinstance(value, Mapping):
        return {str(_key(key)): plain(each, catalog) for key, each in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return _record(value, catalog)
    return _single(value, catalog)


def _single(value: object, catalog: Catalog) -> Plain:
    if isinstance(value, Set):
        return [plain(each, catalog) for each in sorted(value, key=str)]
    if isinstance(value, list | tuple):
        return [plain(each, catalog) for each in value]
    if isinstance(value, Enum):
        return str(_key(value))
    if isinstance(value, str | PurePath):
        return str(value)
    iso = getattr(value, "isoformat", None)
    if iso is not None:
        return str(iso())
    raise TypeError(f"nothing in JSON stands for {type(value).__name__}")


def _key(key: object) -> object:
    if isinstance(key, Code):
        return key.name
    return key.value if isinstance(key, Enum) else key


def _record(value: object, catalog: Catalog) -> Plain:
    iso = getattr(value, "iso", None)
    if callable(iso):
        return str(iso())
    names = [each.name for each in fields(value) if each.repr]  # type: ignore[arg-type]
    return {
        name: plain(getattr(value, name), catalog) for name in names if not name.startswith("_")
    }


def _problem(problem: Problem, catalog: Catalog) -> Plain:
    return {
        "code": problem.code.name,
        "where": problem.where,
        "message": catalog.explain(problem),
        "params": {key: _param(value) for key, value in problem.params.items()},
    }


def _param(value: object) -> str:
    if isinstance(value, Term):
        return value.code
    return " ".join(map(str, value)) if isinstance(value, tuple) else str(value)
