"""The unit behind an English numeral: 850 meters, 850-meter, 3.5 percentage points, 151 kilometers per hour, 9 billion rubles."""

from __future__ import annotations

import re
from functools import cache

from align.values.units import forms

PHRASE = re.compile(r"(?:[%°℃℉][A-Za-z]?|[^\W\d_][\w/²³°㎡]*|[㎀-㏟¢$€£]\w*)\.?(?:[ -][A-Za-z]+\b){0,3}")
CUT = re.compile(r"[ -]")


@cache
def table() -> tuple[dict[str, str], frozenset[str]]:
    """The unit of each form, longer ones in lower case (t and T differ); and the words that forms begin with."""
    known = {(form.lower() if len(form) > 3 else form).replace("-", " "): unit for form, unit in forms("en").items()}
    return known, frozenset(CUT.split(form)[0].rstrip(".") for form in known)


def unit_at(text: str, at: int) -> tuple[str, int]:
    """The unit at `at`, a space or hyphen before it allowed, and where it ends; "" where there is none."""
    start = at + (text[at : at + 1] in (" ", "-", "\u00a0"))
    match = PHRASE.match(text, start)
    if match is None:
        return "", at
    known, first = table()
    ends = [m.start() for m in CUT.finditer(text, start, match.end())]
    one = text[start : ends[0] if ends else match.end()].rstrip(".")
    if one not in first and one.lower() not in first:
        return "", at
    for end in (match.end(), *reversed(ends)):
        form = CUT.sub(" ", text[start:end])
        for found in (form, form.rstrip(".")):
            unit = known.get(found) or (known.get(found.lower()) if len(found) > 3 else None)
            if unit:
                return unit, start + len(found)
    return "", at
