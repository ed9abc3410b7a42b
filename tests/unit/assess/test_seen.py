from fractions import Fraction

import pytest

from fieldaudit.assess.seen import Gap, latest, number_of, unverified
from tests.kit.seen import a_seen, a_site


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("24.96", Fraction(624, 25)),
        ("-31.0", Fraction(-31)),
        ("007", Fraction(7)),
        *((text, None) for text in ("", "1/2", "1e9", "inf", "1.2.3", "--1", "一")),
    ],
)
def test_a_number_is_exact_or_none(text: str, number: Fraction | None) -> None:
    assert number_of(text) == number


def test_answers_are_found_by_name_and_by_instance() -> None:
    seen = a_seen({"a": "1", "r/x/n": "5", "r/x/o": "ct", "r/y/o": "cm"})
    assert (seen.one("a"), seen.one("b")) == ("1", "")
    assert seen.number("a") == 1
    assert seen.rows("n", "o") == [{"": "r/x", "n": "5", "o": "ct"}, {"": "r/y", "o": "cm"}]
    assert seen.day == "2022-07-08"
    assert a_seen({"COM-14": "yes"}).restricted


def test_the_newest_visit_with_access_counts() -> None:
    older, newer = a_seen({"a": "1"}), a_seen({"a": "2"}, day="2022-07-09")
    shut = a_seen({}, day="2022-07-10", entered=False)
    assert latest([newer, shut, older], "residential") == [newer]
    assert latest([newer], "pole") == []


def test_what_is_not_verified_says_why() -> None:
    sites = [a_site(code) for code in ("D", "C", "B", "A")]
    done = a_seen({}, site=sites[0])
    seen = [done, a_seen({}, site=sites[1], entered=False), a_seen({}, site=sites[2])]
    assert [(each.site, each.why) for each in unverified(sites, seen, [done])] == [
        ("A", Gap.NOT_VISITED),
        ("B", Gap.NOT_ANSWERED),
        ("C", Gap.NO_ACCESS),
    ]
