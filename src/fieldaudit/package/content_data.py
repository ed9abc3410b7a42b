"""The content of a package from its data, the JSON that rides inside.

The way back of `manifest.package_data`; it trusts nothing: what has another shape is refused.
Photos and files are not in the data and stay empty.
"""

import json
import types
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from fieldaudit.package.content import PackageContent
from fieldaudit.package.manifest import FORMAT, NOT_DATA


def content_of(data: bytes) -> PackageContent:
    """Return the content whose data this is.

    Raises:
        ValueError: it is not the data of a package of this format.
    """
    try:
        told = json.loads(data)
        if told.pop("format") != FORMAT:
            raise ValueError("format")
        made: PackageContent = _value(PackageContent, told)
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError(type(error).__name__) from error
    return made


def _record(kind: Any, told: dict[str, Any]) -> Any:
    known = _fields(kind)
    if not set(told) <= known.keys():
        raise ValueError(kind.__name__)
    given = {name: _value(known[name][1], value) for name, value in told.items()}
    needed = {name for name, (field, _) in known.items() if _needed(field)} - set(told)
    if needed - NOT_DATA:
        raise ValueError(kind.__name__)
    return kind(**given, **dict.fromkeys(needed, b""))


@cache
def _fields(kind: Any) -> dict[str, tuple[Field[Any], Any]]:
    hints = get_type_hints(kind)
    return {each.name: (each, hints[each.name]) for each in fields(kind)}


def _needed(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def _value(kind: Any, told: Any) -> Any:
    """Return `told` as a value of `kind`; another shape is a ValueError."""
    origin = get_origin(kind)
    if origin is tuple:
        return _series(get_args(kind), told)
    if origin in (Union, types.UnionType):
        return _either(get_args(kind), told)
    if origin is Literal:
        good = told in get_args(kind)
    elif is_dataclass(kind):
        return _record(kind, told)
    elif issubclass(kind, Enum):
        return kind(told)
    else:
        good = type(told) is kind or (kind is float and type(told) is int)
    if not good:
        raise ValueError(str(kind))
    return told


def _series(kinds: tuple[Any, ...], told: Any) -> tuple[Any, ...]:
    if not isinstance(told, list):
        raise ValueError("list")  # noqa: TRY004 # one kind of trouble for every shape
    if kinds[-1] is ...:
        return tuple(_value(kinds[0], each) for each in told)
    return tuple(_value(kind, each) for kind, each in zip(kinds, told, strict=True))


def _either(kinds: tuple[Any, ...], told: Any) -> Any:
    if told is None and types.NoneType in kinds:
        return None
    first, *_ = (kind for kind in kinds if kind is not types.NoneType)
    return _value(first, told)
