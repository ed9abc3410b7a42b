"""Functions of dates and times, whose numbers are days since 1970-01-01."""

import math
from datetime import timedelta

from fieldaudit.errors import BadInput
from fieldaudit.form.xpath.code import Type
from fieldaudit.form.xpath.context import Context
from fieldaudit.form.xpath.functions.registry import Function, simple
from fieldaudit.form.xpath.moments import (
    DATE_ALONE,
    Moment,
    from_days,
    from_decimal_days,
    parse_moment,
    parse_time,
)
from fieldaudit.form.xpath.values import NAN, Any, plain_number, text_of
from fieldaudit.form_codes import FormCode

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_DAY = timedelta(days=1)


def to_moment(context: Context, value: Any, *, decimal: bool = False) -> Moment | None:
    """Return any value as a moment; a number counts local days, or with `decimal` days in UTC."""
    if isinstance(value, Moment):
        return value
    zone = context.local_zone()
    if isinstance(value, float):
        return from_decimal_days(value, zone) if decimal else from_days(value, zone)
    if isinstance(value, bool):
        return None
    if isinstance(value, list):
        # an answer is text even where its question is one for numbers
        number = plain_number(text_of(value, context))
        if number is not None:
            return to_moment(context, number, decimal=decimal)
    return parse_moment(text_of(value, context), zone)


def _date(context: Context, value: Any) -> Moment | str:
    """Return a date; the empty text for what is none."""
    if isinstance(value, Moment):
        return value.midnight()
    return to_moment(context, value) or ""


def _date_time(context: Context, value: Any) -> Moment | str:
    """Return a date with its time; the empty text for what is none."""
    return to_moment(context, value, decimal=True) or ""


def _today(context: Context) -> Moment:
    """Return today's local date."""
    now = context.now().astimezone(context.local_zone())
    return Moment(now.replace(hour=0, minute=0, second=0, microsecond=0), timed=False)


def _now(context: Context) -> Moment:
    """Return the present instant."""
    return Moment(context.now().astimezone(context.local_zone()), timed=True)


def _decimal_date_time(context: Context, value: Any) -> float:
    """Return days since 1970-01-01T00:00Z with their fraction; a number is taken as it is."""
    # JavaRosa passes numbers through, so that decimal dates can be calculated with
    if isinstance(value, float):
        return value
    moment = to_moment(context, value, decimal=True)
    return NAN if moment is None else moment.decimal_days()


def _decimal_time(context: Context, value: Any) -> float:
    """Return the local time of day as a fraction of a day; an offset is turned to local time."""
    if isinstance(value, float):
        return value - math.floor(value) if math.isfinite(value) else NAN
    text = text_of(value, context)
    if not isinstance(value, bool) and DATE_ALONE.fullmatch(text):
        return 0.0 if parse_moment(text, context.local_zone()) else NAN
    today = _today(context)
    # a time alone is meant today, so that a change of the clocks counts as it does now
    written = text if isinstance(value, Moment) or "T" in text else f"{today}T{text}"
    if "T" in text or parse_time(text) is not None:
        moment = parse_moment(written, context.local_zone())
        if moment is not None:
            clock = moment.when.time()
            return (
                timedelta(
                    hours=clock.hour,
                    minutes=clock.minute,
                    seconds=clock.second,
                    microseconds=clock.microsecond,
                )
                / _DAY
            )
    return NAN


def _time(context: Context, value: Any) -> str:
    """Return the time of day of a moment or a text, `HH:MM:SS.sss` with its offset."""
    text = text_of(value, context)
    if "T" in text:
        moment = parse_moment(text, context.local_zone())
        return str(moment).partition("T")[2] if moment is not None else ""
    return text if parse_time(text) is not None else ""


def format_moment(moment: Moment, pattern: str) -> str:
    """Write a moment by ODK's escapes (`%Y %y %m %n %b %d %e %H %h %M %S %3 %a %W %%`).

    Raises:
        BadInput: XPATH_DATE_FORMAT for any other escape.
    """
    when = moment.when
    escapes = {
        "Y": f"{when.year:04}",
        "y": f"{when.year % 100:02}",
        "m": f"{when.month:02}",
        "n": str(when.month),
        "b": _MONTHS[when.month - 1],
        "d": f"{when.day:02}",
        "e": str(when.day),
        "H": f"{when.hour:02}",
        "h": str(when.hour),
        "M": f"{when.minute:02}",
        "S": f"{when.second:02}",
        "3": f"{when.microsecond // 1000:03}",
        "a": _WEEKDAYS[when.weekday()],
        "W": str(when.isocalendar().week),
        "%": "%",
    }
    first, *parts = pattern.replace("%%", "%\0").split("%")
    out = [first]
    for part in parts:
        letter = "%" if part[:1] == "\0" else part[:1]
        if letter not in escapes:
            raise BadInput(FormCode.XPATH_DATE_FORMAT, escape=f"%{letter}", format=pattern[:80])
        out.append(escapes[letter] + part[1:])
    return "".join(out)


def _format(context: Context, value: Any, pattern: str) -> str:
    """Write a date by a pattern; the empty text for what is none."""
    moment = to_moment(context, value, decimal=True)
    return "" if moment is None else format_moment(moment, pattern)


FUNCTIONS: dict[str, Function] = {
    "today": simple("@", Type.MOMENT, _today),
    "now": simple("@", Type.MOMENT, _now),
    "date": simple("@a", Type.MOMENT, _date),
    "date-time": simple("@a", Type.MOMENT, _date_time),
    "time": simple("@a", Type.TEXT, _time),
    "decimal-date-time": simple("@a", Type.NUMBER, _decimal_date_time),
    "decimal-time": simple("@a", Type.NUMBER, _decimal_time),
    "format-date": simple("@at", Type.TEXT, _format),
    "format-date-time": simple("@at", Type.TEXT, _format),
}
"""Date functions by name."""
