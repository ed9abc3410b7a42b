from typing import Any

from fieldaudit.actions.sharing_finder import Found
from fieldaudit.assess.offers import Offer, Why
from fieldaudit.assess.sharing import Duplicate
from fieldaudit.cli.plain import plain
from fieldaudit.cli.sharing_lines import found_json, offer_lines
from fieldaudit.texts import Catalog
from tests.kit.seen import a_site

CATALOG = Catalog("zh")
REFUSED = Offer(
    a_site(),
    799.4,
    ("F02", "F16"),
    "pole",
    quantity="18",
    owner="park",
    reasons=(Why.FREE_MOUNTS, Why.REFUSED),
    refusals=("R04",),
)


def test_a_line_says_what_where_and_why() -> None:
    (line,) = offer_lines([REFUSED], CATALOG)
    assert (line.site, line.metres, line.forms) == ("RES-0001 示例RES-0001", "799", "F02 F16")
    assert (line.resource, line.owner, line.possible) == ("杆塔", "园区平台公司", False)
    assert line.why == "有空余挂载位、曾被拒绝、荷载不足"


def test_a_document_holds_codes_and_the_alarm_in_words() -> None:
    alarm = Duplicate("NEW", a_site("OLD"), 480.0, 500.0, ("v",))
    told: Any = plain(found_json(Found((REFUSED,), (alarm,), 3, 1)), CATALOG)
    assert told["offers"][0]["reasons"] == ["free_mounts", "refused"]
    duplicate = told["duplicates"][0]
    assert duplicate["problem"]["code"] == "DUPLICATE_BUILD"
    assert (told["visits"], told["restricted"]) == (3, 1)
