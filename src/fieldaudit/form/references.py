"""Node references as forms write them, and the relative paths that they mean.

`/data/people[1]/name` is `people/name`; knows the root's name, nothing else of the form.
"""

import re

_PREDICATE = re.compile(r"\[[^\[\]]*\]")


def without_predicates(reference: str) -> str:
    """Drop `[…]` parts, nested ones too."""
    while "[" in reference:
        shorter = _PREDICATE.sub("", reference)
        if shorter == reference:
            break
        reference = shorter
    return reference


def resolve(reference: str, base: str = "") -> str:
    """Return the relative path that `reference` means when it stands at the path `base`.

    An absolute reference loses the root's name; `current()` and `.` mean `base` itself.
    """
    reference = without_predicates(reference).strip()
    if reference.startswith("/"):
        return "/".join(_steps(reference)[1:])
    path = base.split("/") if base else []
    for step in _steps(reference):
        if step == "..":
            path = path[:-1]
        elif step not in (".", "current()"):
            path.append(step)
    return "/".join(path)


def _steps(reference: str) -> list[str]:
    return [step.strip() for step in reference.split("/") if step.strip()]


def parent(path: str) -> str:
    """Return the path one step up; the root's is empty."""
    return path.rpartition("/")[0]


def ancestors(path: str) -> list[str]:
    """Return the path itself, its parent, … and the root's empty path last."""
    found = [path]
    while path:
        path = parent(path)
        found.append(path)
    return found
