"""Many at once: what one statement can ask for, so that a merge asks hundreds of times less."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

Item = TypeVar("Item")

_SIZE = 100


def batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    """Yield the items in portions that one statement can name."""
    left = iter(items)
    while portion := list(islice(left, _SIZE)):
        yield portion


def marks(values: Sequence[object]) -> str:
    """Return a question mark for each value, with commas between."""
    return ",".join("?" * len(values))
