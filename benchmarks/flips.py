"""Random one-byte changes of small signed packages: each must be found, and none may crash.

Run: `python benchmarks/flips.py [--flips 5000] [--seed 1]`. The packages differ in signatures
(one, two, none of them filled in), photos and files. Half of the places are anywhere; the others
lie where a change is hardest to find: in a signature's container and its padding, in byte ranges,
cross-reference tables, trailers, embedded files, and behind the end, where bytes are added or cut.
A change passes only when the verdict is not a good one, or when the file is one that the office
would get by cutting off a whole later signature. Prints one JSON line.
"""

import argparse
import json
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

NOW = datetime(2022, 8, 1, tzinfo=UTC)
GOOD = {"genuine", "genuine_unknown_signer", "expired", "revoked"}
"""Verdicts that call a file unchanged."""

Change = Callable[[bytearray, random.Random], str]
"""Changes the bytes in place and says where."""


def packages(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield small signed packages: one signature, two, and one with photos and files."""
    from fieldaudit.package.build import build_package
    from fieldaudit.package.countersign import countersign_package
    from tests.kit.content import a_package, a_visit
    from tests.kit.identity import an_identity
    from tests.kit.packages import reviewer

    whole = a_visit()
    short = replace(whole.sections[0], items=whole.sections[0].items[:2])
    bare = replace(
        whole, sections=(short,), photos=(), coverage=(), relations=(), signoffs=(), remarks=""
    )
    plain = a_package(bare, files=(), parameters=(), sources=())
    one, two, rich = (folder / f"{name}.pdf" for name in ("one", "two", "rich"))
    build_package(plain, one, identity=an_identity())
    countersign_package(one, two, identity=reviewer(), now=NOW)
    few = replace(bare, photos=whole.photos[:1])
    build_package(a_package(few), rich, identity=an_identity())
    for each in (one, two, rich):
        yield each.stem, each.read_bytes()


def changes(data: bytes) -> list[Change]:
    """Return the ways in which these bytes are changed, the first anywhere."""
    spans = {
        "container": [
            match.span(1) for match in re.finditer(rb"/Contents *(<[0-9A-Fa-f]+>)", data)
        ],
        "byte range": [match.span() for match in re.finditer(rb"/ByteRange *\[[^]]*\]", data)],
        "xref": [match.span() for match in re.finditer(rb"xref\n[0-9][^t]*", data)],
        "trailer": [match.span() for match in re.finditer(rb"trailer\n?<<.*?>>", data, re.DOTALL)],
        "start": [match.span() for match in re.finditer(rb"startxref\s+\d+\s+%%EOF\s*", data)],
        "embedded": [
            match.span() for match in re.finditer(rb"/EmbeddedFile.*?endstream", data, re.DOTALL)
        ],
    }
    made: list[Change] = [_anywhere] * (len(spans) + 3)
    made += [_within(name, found) for name, found in spans.items() if found]
    return [*made, _case, _appended, _cut]


def _anywhere(data: bytearray, chance: random.Random) -> str:
    data[chance.randrange(len(data))] ^= chance.randrange(1, 256)
    return "anywhere"


def _within(name: str, spans: list[tuple[int, int]]) -> Change:
    def change(data: bytearray, chance: random.Random) -> str:
        start, end = chance.choice(spans)
        data[chance.randrange(start, end)] ^= chance.randrange(1, 256)
        return name

    return change


def _case(data: bytearray, chance: random.Random) -> str:
    """Turn the case of a hexadecimal letter: the same value, another byte."""
    places = [n for n, byte in enumerate(data) if chr(byte) in "abcdefABCDEF"]
    data[chance.choice(places)] ^= 0x20
    return "case"


def _appended(data: bytearray, chance: random.Random) -> str:
    data += chance.choice([b"\n", b" ", b"\0", b"%", b"%%EOF\n", chance.randbytes(1)])
    return "appended"


def _cut(data: bytearray, chance: random.Random) -> str:
    del data[-chance.randrange(1, 40) :]
    return "cut"


def run(flips: int, seed: int) -> dict[str, object]:
    """Change packages in turn and judge each; return what was found."""
    from fieldaudit.package.verify import verify_package

    chance, passed = random.Random(seed), []
    outcomes: Counter[str] = Counter()
    places: Counter[str] = Counter()
    slowest = 0.0
    with TemporaryDirectory() as place:
        made = [(name, data, changes(data)) for name, data in packages(Path(place))]
        path, started = Path(place, "changed.pdf"), time.process_time()
        for number in range(flips):
            name, data, ways = made[number % len(made)]
            changed = bytearray(data)
            where = chance.choice(ways)(changed, chance)
            path.write_bytes(changed)
            begun = time.process_time()
            verdict = verify_package(path, trusted=(), now=NOW)
            slowest = max(slowest, time.process_time() - begun)
            outcomes[verdict.outcome.value] += 1
            places[where] += 1
            if verdict.outcome.value in GOOD:
                passed.append((name, where, number))
            if number % 1000 == 999:
                print(f"{number + 1} {len(passed)} passed", file=sys.stderr, flush=True)
    seconds = (time.process_time() - started) / max(1, flips)
    return {
        "flips": flips,
        "passed": passed,
        "outcomes": dict(outcomes),
        "places": dict(places),
        "ms_each": round(seconds * 1000, 2),
        "slowest_ms": round(slowest * 1000, 1),
    }


def main() -> None:
    """Run, and fail when a change passed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--flips", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    found = run(given.flips, given.seed)
    print(json.dumps(found))
    if found["passed"]:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
