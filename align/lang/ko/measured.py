"""A Korean numeral with what stands around it: unit, hedge, sign, role."""

from __future__ import annotations

import re
from fractions import Fraction

from align.lang.base.joining import Amount
from align.lang.base.keys import number_keys
from align.lang.ko.counted import of
from align.lang.ko.number_context import BAND, DECADE, FROZEN, HEDGES, ODD, RATES, ROLES, before, hedge_at
from align.lang.ko.units import unit_at
from align.values.amounts import between, quantity
from align.values.units import forms, units

HALF = re.compile(r"\s?반(?=[은이을의만동째간에도쯤]|\W|$)")
CLOCK = re.compile(r"시\s?$")
GAME = re.compile(
    r"(?:전반|후반|연장|추가\s?시간|쿼터|라운드)(?:전|에)?\s?(?:종료\s)?(?:\d{1,3}분\s?(?:[,·과와]\s?)?)*$"
)
"""What stands before the minute of a game: 후반 20분."""
DIED = re.compile(r"향년\s?$")
"""An age at death is counted from one, and up at each New Year: up to two more than English has."""
HALVES = {"year": ("month", 6), "month": ("day", 15), "hour": ("minute", 30), "minute": ("second", 30)}


def measured(
    text: str,
    start: int,
    end: int,
    value: Fraction,
    step: Fraction,
    role: str = "",
    day: int = 0,
    spoken: bool = False,
    hedge: str = "",
) -> Amount:
    """The amount whose numeral stands at `[start, end)` of `text`, its span widened by unit and sign.

    `day`: where it ends as so many days, 0 where it is none; `spoken`: the numeral is in native words.
    """
    keys = number_keys(value)
    odd = ODD.match(text, end)
    large = step >= 10000
    unit, stop = ("day", day) if day else unit_at(text, odd.end() if odd else end, spoken, large)
    if not unit:
        stop = odd.end() if odd and text[end : end + 1] != " " else end
        if match := ROLES.match(text, stop):
            role, stop = role or match.lastgroup or "", match.end() if match["times"] else stop
    lasts = is_duration(text, unit, stop)
    if unit == "minute" and CLOCK.search(text, max(0, start - 3), start):
        return Amount(start, end, keys)
    if unit == "minute" and not role and GAME.search(text, max(0, start - 16), start):
        role = "match"
    if lasts and unit in HALVES and (half := HALF.match(text, stop)):
        value, step, stop = value + Fraction(1, 2), Fraction(1, 2), half.end()
    if not hedge:
        hedge = "over" if odd or ODD.match(text, stop) else hedge_at(text, stop)
    if front := before(text, start):
        hedge = hedge or HEDGES.get(front["hedge"] or front["hedge2"] or "", "")
        sign = front["sign"] and not front["above"]
        other = (front["rate"] and (front["rate"], unit) not in RATES) or (front["above"] and unit != "degree")
        if front["mark"].strip() and not other:
            start = front.end() - len(front["mark"].lstrip())
        unit = RATES.get((front["rate"] or "", unit), unit)
        if unit in ("degree", "") and front["scale"]:
            unit = "°C" if front["scale"] == "섭씨" else "°F"
        elif unit == "degree" and front["sign"]:
            unit = "°C"
        if front["money"] and not unit:
            unit = forms("en")[front["money"]]
        value = -value if sign else value
    if unit == "degree" and FROZEN.search(text, max(0, start - 12), start):
        unit, value = "°C", -value
    if unit == "year" and DIED.search(text, 0, start):
        return Amount(start, stop, keys, between(value - 2, value, unit="year"))
    if not unit and not role and value in range(10, 100, 10) and DECADE.match(text, stop):
        return Amount(start, stop + 1, keys, between(value, value + 9, unit="year"))
    if (unit or large) and not lasts and BAND.match(text, stop):
        hedge = "over"
    return Amount(start, stop, keys, quantity(value, step, hedge, unit, role, "" if unit else of(text, end)), lasts)


def is_duration(text: str, unit: str, stop: int) -> bool:
    """Whether `unit`, whose word ends at `stop`, is of time and no age."""
    return any(u.dimension in ("time", "calendar") for u in units().get(unit, ())) and text[stop - 1] not in "살세"
