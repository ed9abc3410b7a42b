"""Large forms: how long opening, one edit and one search take, with the bars they must keep.

Run: `python benchmarks/forms.py`. One form has 500 questions, 100 of them in a repeat of 200
instances, with sums over the repeat and rules inside it; another chooses from 80,000 rows through
two cascading filters. Prints a table with the bars, and one JSON line at the end.

`open_s`: open it with all answers; every rule runs. `edit_p95_ms`: one answer is given and
everything that depends on it is settled. `last_to_second`: the same edit in the 200th instance
and in the second. `full_to_incremental`: opening beside a median edit. `search_ms`: another town
is chosen and its sites are listed; `first_search_ms` is the first one after opening, which also
makes the index of the list; `joined_search_ms` has both conditions in one, joined by `and`.
"""

import json
import statistics
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial

from fieldaudit.form.definition import Form
from fieldaudit.form.instance import Instance
from fieldaudit.form.xlsform import checked

QUESTIONS, INSIDE, INSTANCES, ROWS, TURNS = 500, 100, 200, 80_000, 5
NOW = datetime(2022, 7, 8, 12, tzinfo=UTC)
BARS = {
    "open_s": 1.0,
    "edit_p95_ms": 10.0,
    "last_to_second": 2.0,
    "first_search_ms": 50.0,
    "search_ms": 50.0,
    "joined_search_ms": 50.0,
}
"""What must not be exceeded."""

_HEAD = (
    '<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"'
    ' xmlns:jr="http://openrosa.org/javarosa"><h:head><h:title>Large</h:title><model>'
)


def large() -> Form:
    """Return a form of 500 questions, 100 of them in a repeat."""
    outside = QUESTIONS - INSIDE
    plain = "".join(f"<q{number}/>" for number in range(outside - 2))
    inner = "".join(f"<r{number}/>" for number in range(INSIDE))
    binds = [_outside(number) for number in range(outside - 2)]
    binds += [_inside(number) for number in range(INSIDE)]
    binds.append(_bind("/data/sum", calculate="sum(/data/unit/r0)", type="int"))
    binds.append(_bind("/data/number", calculate="count(/data/unit)", type="int"))
    shown = "".join(f'<input ref="/data/q{number}"/>' for number in range(outside - 2))
    below = "".join(f'<input ref="/data/unit/r{number}"/>' for number in range(INSIDE))
    xml = (
        f'{_HEAD}<instance><data id="large">{plain}<unit jr:template="">{inner}</unit><sum/>'
        f"<number/></data></instance>{''.join(binds)}</model></h:head><h:body>{shown}"
        f'<group ref="/data/unit"><repeat nodeset="/data/unit">{below}</repeat></group>'
        "</h:body></h:html>"
    )
    return _form(xml)


def _outside(number: int) -> str:
    """Bind a question outside the repeat: one in three is asked only after the one before it."""
    path = f"/data/q{number}"
    if number % 3 == 1:
        return _bind(path, relevant=f"/data/q{number - 1} != 'no'")
    if number % 3 == 2:
        return _bind(path, constraint=f". != /data/q{number - 2}", required="true()")
    return _bind(path)


def _inside(number: int) -> str:
    """Bind a question of the repeat: numbers, then rules that read their neighbours."""
    path, before = f"/data/unit/r{number}", f"../r{number - 1}"
    if number == 0:
        return _bind(path, type="int", constraint=". &gt;= 0")
    if number % 4 == 1:
        return _bind(path, type="int", calculate=f"{before} + position(..)")
    if number == 2:
        return _bind(path, relevant=f"{before} &gt; 3 and /data/q0 != 'never'")
    if number % 4 == 2:
        return _bind(path, relevant=f"{before} &gt; 3")
    if number % 4 == 3:
        return _bind(path, constraint="string-length(.) &lt; /data/number + 100")
    return _bind(path, type="int", calculate="../r0 * 2 + count(/data/unit)")


def _bind(path: str, **rules: str) -> str:
    return f'<bind nodeset="{path}" {" ".join(f"""{k}="{v}" """ for k, v in rules.items())}/>'


def cascade(between: str = "][") -> Form:
    """Return a form that chooses from 80,000 rows by region and town.

    Args:
        between: what stands between the two conditions.
    """
    rows = "".join(
        f"<item><name>s{n}</name><label>Site {n}</label><region>r{n % 40}</region>"
        f"<town>t{n % 2000}</town></item>"
        for n in range(ROWS)
    )
    items = f"instance('sites')/root/item[region = /data/region{between}town = /data/town]"
    return _form(
        f'{_HEAD}<instance><data id="c"><region/><town/><site/></data></instance>'
        f'<instance id="sites"><root>{rows}</root></instance>'
        '</model></h:head><h:body><input ref="/data/region"/><input ref="/data/town"/>'
        f'<select1 ref="/data/site"><itemset nodeset="{items}"><value ref="name"/>'
        '<label ref="label"/></itemset></select1></h:body></h:html>'
    )


def _form(xml: str) -> Form:
    reading = checked(xml.encode(), "benchmark", {})
    if reading.form is None:
        raise SystemExit(str(reading.problems[0]))
    return reading.form


def opened(form: Form, answers: dict[str, str]) -> Instance:
    """Open a form with its answers."""
    return Instance(form, answers, now=lambda: NOW, timezone=UTC)


def answers() -> dict[str, str]:
    """Return answers to every question, with 200 repeat instances."""
    given = {f"q{number}": "yes" for number in range(0, QUESTIONS - INSIDE - 2, 3)}
    for place in range(INSTANCES):
        given[f"unit/u{place:03}/$order"] = str(place + 1)
        given[f"unit/u{place:03}/r0"] = str(place % 7)
        given |= {f"unit/u{place:03}/r{n}": "x" for n in range(3, INSIDE, 4)}
    return given


def seconds(work: Callable[[], object]) -> float:
    """Return how long a piece of work takes."""
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def edits() -> Iterator[tuple[str, str]]:
    """Yield edits all over the form: outside the repeat and in every tenth instance."""
    for number in range(0, QUESTIONS - INSIDE - 2, 7):
        yield f"q{number}", "no"
    for place in range(0, INSTANCES, 10):
        yield f"unit/u{place:03}/r0", "9"
        yield f"unit/u{place:03}/r3", "yy"


def edit_times(form: Form) -> tuple[list[float], float]:
    """Return how long single edits take, and how the 200th instance compares with the second."""
    live = opened(form, answers())
    times = [seconds(partial(live.set, path, text)) for path, text in edits()]
    ratios = []
    for turn in range(TURNS * 4):
        second = seconds(partial(live.set, "unit/u001/r0", str(20 + turn)))
        last = seconds(partial(live.set, "unit/u199/r0", str(20 + turn)))
        ratios.append(last / second)
    return times, statistics.median(ratios)


def search_times(form: Form) -> tuple[float, float]:
    """Return how long the first search in the long list takes, and a later one."""
    live = opened(form, {"region": "r0", "town": "t0"})
    first = seconds(partial(live.choices, "site"))
    times = []
    for turn in range(1, 20):
        live.set("region", f"r{turn}")
        times.append(seconds(partial(search, live, f"t{turn}")))
    return first, statistics.median(times)


def search(live: Instance, town: str) -> None:
    """Choose a town and list its sites."""
    live.set("town", town)
    if len(live.choices("site")) != ROWS // 2000:
        raise SystemExit("the filter found something else")


def main() -> None:
    """Measure and print."""
    form = large()
    whole = statistics.median(seconds(partial(opened, form, answers())) for _ in range(TURNS))
    times, far = edit_times(form)
    first, later = search_times(cascade())
    _, joined = search_times(cascade(" and "))
    results = {
        "open_s": whole,
        "edit_p95_ms": statistics.quantiles(times, n=20)[-1] * 1e3,
        "last_to_second": far,
        "full_to_incremental": whole / statistics.median(times),
        "first_search_ms": first * 1e3,
        "search_ms": later * 1e3,
        "joined_search_ms": joined * 1e3,
    }
    for name, figure in results.items():
        bar = BARS.get(name)
        print(f"{name:24} {figure:12.4f}   {'' if bar is None else f'bar {bar:g}'}")
    print(json.dumps({"benchmark": "forms", "results": results}))


if __name__ == "__main__":
    main()
