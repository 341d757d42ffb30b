"""Dates as people know them: a day, a month or a year, kept as ISO strings."""

from __future__ import annotations

import calendar
import datetime
import re

_SHAPE = re.compile(r"^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$")


def last_day(text: str) -> datetime.date:
    """The last day that a full or partial date may mean: a partial date compares as its last day.

    Raises ValueError, in words for an editor, where `text` is no date.
    """
    match = _SHAPE.match(text)
    if not match:
        raise ValueError(f"“{text}” is not a date; write YYYY-MM-DD, YYYY-MM or YYYY in quotes")
    year, month, day = int(match[1]), int(match[2] or 12), match[3]
    try:
        return datetime.date(year, month, int(day) if day else calendar.monthrange(year, month)[1])
    except (ValueError, calendar.IllegalMonthError):
        raise ValueError(f"“{text}” is on no calendar; write a date that exists") from None


def first_day(text: str) -> datetime.date:
    """The first day that a full or partial date may mean."""
    return last_day(text) if text.count("-") == 2 else last_day(text).replace(day=1, **({"month": 1} if "-" not in text else {}))


def checked(text: str) -> str:
    """`text` itself, if it is a date that has begun by tomorrow (clocks differ over the world); else ValueError."""
    last_day(text)
    tomorrow = datetime.datetime.now(datetime.UTC).date() + datetime.timedelta(days=1)
    if first_day(text) > tomorrow:
        raise ValueError(f"“{text}” is later than tomorrow; write the day it happened")
    return text


def oldest(dates: list[str | None]) -> str | None:
    """The oldest of the dates, or None where one is missing or there are none: an unread part leaves the whole undated."""
    known = [date for date in dates if date is not None]
    return min(known, key=last_day) if known and len(known) == len(dates) else None
