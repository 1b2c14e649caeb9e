"""Times of day in English text: 6 a.m., 2:30 p.m. (local time), 14:00, noon, midnight, 5 o'clock."""

from __future__ import annotations

import re
from collections.abc import Iterator

from align.model import Mention
from align.values import Clock

ZONE = (
    r"(?P<zone{0}>,?\s\(?(?:(?:[A-Z][\w.]*\s)?(?:Standard\s|Daylight\s)?(?:local\s)?time|"
    r"KST|JST|GMT|UTC|E[SD]T|P[SD]T|C[SD]T|CES?T|BST|ET|PT)\b\)?)?"
)
HOURS = "one two three four five six seven eight nine ten eleven twelve".split()
SPELT = "|".join(HOURS)
HALF = r"(?:(?P<half{0}>[aApP])\.?\s?[mM]\b\.?)"
TIME = re.compile(
    r"(?<![\w.,:$€£₩])(?<![^\d\s]-)(?:"
    rf"(?P<first>\d{{1,2}}(?:[:.]\d\d)?)(?=\s?(?:[-–—]|to|and|until)\s?\d{{1,2}}(?:[:.]\d\d)?\s?[aApP]\.?[mM]\b)"
    rf"|(?P<hour>\d{{1,2}})(?:[:.](?P<minute>\d\d)(?::\d\d)?)?\s?{HALF.format('')}{ZONE.format(1)}"
    rf"|(?P<h>\d{{1,2}}):(?P<m>\d\d)(?![:.]?\d){ZONE.format(2)}"
    rf"|(?P<clock>\d{{1,2}}|{SPELT})\s[oO]['’]clock(?:\sin\sthe\s(?P<part>morning|afternoon|evening))?|(?P<spelt>{SPELT})\s{HALF.format(2)}"
    rf"|(?P<noon>noon|midnight|midday)\b(?!-)|(?P<four>[012]\d[0-5]\d)\s(?P<hours>hours\b|GMT\b|KST\b|UTC\b)(?!\s(?:of|and)\b))"
)
WORTH_A_LOOK = re.compile(
    r"\d(?::\d\d|\s?[aApP]\.?\s?[mM]\b|\d{3}\s(?:hours|GMT|KST|UTC))|o['’]clock|noon|mid(?:night|day)|\s[ap]\.m"
)
OPEN = re.compile(
    r"\b(?:just|shortly|soon|right|a\slittle|a\sbit|not\slong|moments|minutes|close)\s(?P<way>before|after|past|to)\s$"
    r"|\b(?P<alone>before|after|past)\s$"
)
"""What leaves open how long before or after a time it was: shortly before midnight."""
HOUR = 60
FUZZY = re.compile(
    r"\b(?:around|about|approximately|roughly|nearly|shortly\s(?:before|after)|just\s(?:before|after))\s$"
)


def times(text: str) -> Iterator[Mention]:
    """The times of day of `text`, left to right; one without a.m. or p.m. may mean either.

    >>> [(m.text, m.value.minutes) for m in times("at 2:30 p.m. or at 5 o'clock")]
    [('2:30 p.m.', (870,)), ("5 o'clock", (300, 1020))]
    """
    if not WORTH_A_LOOK.search(text):
        return
    for match in TIME.finditer(text):
        minutes = _minutes(match)
        if minutes:
            open_ = OPEN.search(text, max(0, match.start() - 24), match.start())
            if open_ and (open_["way"] or match["noon"]):
                minutes = _beside(minutes, -1 if (open_["way"] or open_["alone"]) in ("before", "to") else 1)
            approx = bool(FUZZY.search(text, max(0, match.start() - 20), match.start()))
            local = bool(match["zone1"] or match["zone2"] or match["hours"] in ("GMT", "KST", "UTC"))
            yield Mention("time", match.start(), match.end(), match[0], (), Clock(minutes, approx, local))


def _beside(minutes: tuple[int, ...], way: int) -> tuple[int, ...]:
    """The minutes that are named, and those of the hour before (-1) or behind."""
    return tuple(dict.fromkeys((m + way * k) % 1440 for k in range(HOUR) for m in minutes))


def _minutes(match: re.Match[str]) -> tuple[int, ...]:
    if match["noon"]:
        return (0 if match["noon"] == "midnight" else 720,)
    if match["four"]:
        return (int(match["four"][:2]) % 24 * 60 + int(match["four"][2:]),)
    word, half = match["hour"] or match["spelt"] or match["clock"] or match["h"], match["half"] or match["half2"]
    minute = int(match["minute"] or match["m"] or 0)
    if match["first"]:
        word, _, rest = match["first"].replace(".", ":").partition(":")
        minute = int(rest or 0)
    hour = int(word) if word.isdigit() else HOURS.index(word.lower()) + 1
    if match["part"]:
        half = "a" if match["part"] == "morning" else "p"
    if hour > 24 or minute > 59 or (half and not 0 < hour < 13):
        return ()
    if half:
        return (hour % 12 * 60 + minute + 720 * (half in "pP"),)
    exact = match["h"] and len(match["h"]) == 2
    return (
        (hour % 24 * 60 + minute,)
        if exact or hour > 12 or not hour
        else (hour % 12 * 60 + minute, hour % 12 * 60 + minute + 720)
    )
