"""What a field laptop and an office do all day, each deed acknowledged once it is durable.

Run as a program it does that in a folder until it is stopped: `workload.py FOLDER SOURCE… `,
one line for each acknowledgement. `losses` compares a folder with what was acknowledged.
"""

import itertools
import json
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from fieldaudit.errors import FieldauditError
from fieldaudit.store import blobs, drafts, revisions
from fieldaudit.store.copy import backup, write_copy
from fieldaudit.store.survey import Survey, create_survey, open_survey
from fieldaudit.visit.newfile import new_file
from tests.kit.history import record_id
from tests.kit.surveys import fresh_id, merged, moment, revise, unwatched

Acknowledge = Callable[[dict], None]

WORK = "survey.gpkg"
_DEEDS = 7


def sources(start: Path, folder: Path, count: int) -> list[Path]:
    """Make files to merge in `folder`: others' copies of the survey `start`, each with a photo."""
    made = []
    for number in range(count):
        made.append(folder / f"source-{number}.gpkg")
        with open_survey(start) as survey:
            backup(survey, made[-1])
        with open_survey(made[-1]) as survey:
            for _ in range(20):
                revise(survey, fresh_id(), {"remark": "接头盒进水" * 40}, kind="visit")
            blobs.add(survey, bytes([number]) * 50_000)
    return made


def work(folder: Path, others: list[Path], acknowledge: Acknowledge, turns: Iterator[int]) -> None:
    """Do one deed for each of `turns` (0, 1, 2 …) and acknowledge it."""
    waiting = iter(others)
    with open_survey(folder / WORK) as survey:
        for turn in turns:
            if turn % _DEEDS < 3:
                drafts.keep(survey, record_id(turn % 2), {"RES-26": str(turn)}, moment=moment())
                acknowledge({"draft": record_id(turn % 2), "value": turn})
            elif turn % _DEEDS == 3:
                changes = {"remark": "光缆接头盒完好" * 30, "turn": str(turn)}
                made = revise(survey, record_id(9), changes, kind="visit")
                acknowledge({"revisions": [made]})
            elif turn % _DEEDS == 4:
                acknowledge({"blob": blobs.add(survey, turn.to_bytes(4, "big") * 10_000)})
            elif turn % _DEEDS == 5:
                _merge(survey, next(waiting, None), acknowledge)
            else:
                _write(survey, folder, turn, acknowledge)


def _merge(survey: Survey, other: Path | None, acknowledge: Acknowledge) -> None:
    if other:
        merged(survey, other)
        with open_survey(other, readonly=True) as source:
            acknowledge({"revisions": [each.hash for each in revisions.all_revisions(source)]})


def _write(survey: Survey, folder: Path, turn: int, acknowledge: Acknowledge) -> None:
    name = f"out-{turn}-{os.getpid()}.gpkg"
    if turn % 3 == 0:
        with new_file(folder / name) as part, create_survey(part) as fresh:
            made = revise(fresh, record_id(1), {"name": "新"})
        acknowledge({"file": name, "holds": [made]})
    else:
        held = [each.hash for each in revisions.all_revisions(survey)]
        if turn % 3 == 1:
            write_copy(survey, folder / name, unwatched)
        else:
            backup(survey, folder / name)
        acknowledge({"file": name, "holds": held})


def losses(folder: Path, acknowledged: list[dict]) -> list[str]:
    """Return what was acknowledged and is not there, and what is there by half."""
    lost = [f"half: {path.name}" for path in sorted(folder.glob("out-*.gpkg")) if _is_half(path)]
    with open_survey(folder / WORK) as survey, survey.reading():
        verdict = survey.db.execute("pragma integrity_check").fetchone()[0]
        held = {each.hash for each in revisions.all_revisions(survey)}
        lost += [] if verdict == "ok" else [f"corrupt: {verdict}"]
        for each in acknowledged:
            if not _is_there(folder, survey, held, each):
                lost.append(json.dumps(each)[:100])
    return lost


def _is_there(folder: Path, survey: Survey, held: set[str], each: dict) -> bool:
    if "draft" in each:
        return int(drafts.typed(survey, each["draft"]).get("RES-26") or -1) >= each["value"]
    if "revisions" in each:
        return held.issuperset(each["revisions"])
    if "blob" in each:
        return not list(blobs.check(survey, [each["blob"]]))
    if not (folder / each["file"]).exists():
        return False
    with open_survey(folder / each["file"], readonly=True) as copy:
        return {one.hash for one in revisions.all_revisions(copy)} == set(each["holds"])


def _is_half(path: Path) -> bool:
    try:
        with open_survey(path, readonly=True) as copy, copy.reading():
            verdict = copy.db.execute("pragma integrity_check").fetchone()[0]
            return verdict != "ok" or not revisions.count(copy)
    except FieldauditError:
        return True


def _say(each: dict) -> None:
    os.write(1, (json.dumps(each) + "\n").encode())


if __name__ == "__main__":
    work(Path(sys.argv[1]), [Path(name) for name in sys.argv[2:]], _say, itertools.count())
