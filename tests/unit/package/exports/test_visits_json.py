"""The visits as the file that `visit import` reads."""

import json

from fieldaudit.package.exports.visits_json import visits_json
from tests.kit.leaving import ANSWERS, a_leaving_visit


def told(*visits):
    return json.loads(visits_json(visits))["visits"]


def test_answers_stand_below_their_paths_and_repeats_are_lists():
    (visit,) = told(a_leaving_visit())
    assert (visit["id"], visit["site"], visit["form"]) == ("visit-1", "RES-0001", "small")
    assert visit["answers"]["fibre/RES-26"] == ANSWERS["fibre/RES-26"]
    assert visit["answers"]["homes"] == [
        {
            "$id": "h1",
            "homes/speed": "940",
            "homes/rooms": [{"$id": "r1", "homes/rooms/room": "客厅"}],
        },
        {"$id": "h2", "homes/speed": "300"},
    ]


def test_excuses_are_told():
    excused = {"fibre/RES-07/$state": "not_checked", "fibre/RES-07/$reason": "停电"}
    (visit,) = told(a_leaving_visit(excused))
    assert visit["states"] == {"fibre/RES-07": {"state": "not_checked", "reason": "停电"}}


def test_what_is_empty_is_not_told():
    (visit,) = told(a_leaving_visit({}, inspector="", position=""))
    assert not {"inspector", "position", "states"} & set(visit)
