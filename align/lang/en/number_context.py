"""What stands before and behind an English numeral: hedges, signs, currency marks; dates; how two numerals belong together."""

from __future__ import annotations

import re

from align.lang.base.joining import Amount
from align.values.units import forms, is_money

HEDGES = {
    "about": "about", "around": "about", "some": "about", "roughly": "about", "approximately": "about", "approx.": "about",
    "circa": "about",
    "estimated": "about", "nearly": "nearly", "almost": "nearly", "close to": "nearly", "just under": "nearly",
    "approaching": "nearly",
    "more than": "over", "over": "over", "exceeding": "over", "upward of": "over", "upwards of": "over", "topping": "over",
    "surpassing": "over",
    **dict.fromkeys("tops topped top exceeds exceeded exceed surpasses surpassed surpass".split(), "over"),
    **dict.fromkeys("passes crosses crossed past".split(), "over"),
    **dict.fromkeys("nearing nears neared approaches approached".split(), "nearly"),
    "beyond": "over", "at least": "least", "fewer than": "most", "less than": "most", "above": "least",
    "minimum of": "least",
    "up to": "most", "at most": "most", "under": "most", "below": "most", "within": "most", "maximum of": "most", "older than": "over",
    "younger than": "most", "higher than": "over", "lower than": "most", "longer than": "over", "greater than": "over",
    "minimum": "least",
}  # fmt: skip
TURNED = {
    "no more than": "most",
    "not more than": "most",
    "no less than": "least",
    "no fewer than": "least",
    "not less than": "least",
}
SKIPPED = frozenset("a an the another just additional only".split())
MONTHS = frozenset(
    "jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august september october "
    "november december".split()
)
LABELS = frozenset("no. no nos. number article section phase route chapter stage day week line gate room group".split())
SYMBOLS = frozenset("$€£¥￥₩￦₹₽₺฿₫₴₪₦₱₾₿")
DATE = re.compile(
    r"(?:st|nd|rd|th)?\s(?:of\s)?(?:Jan(?:uary|\.)|Feb(?:ruary|\.)|March\b|April\b|May\b(?!\s(?:be|have))|June\b|July\b|Aug(?:ust|\.)|Sept?(?:ember|\.)"
    r"|Oct(?:ober|\.)|Nov(?:ember|\.)|Dec(?:ember|\.))|:\d|\s?[ap]\.?m\b|\so['’]clock|·\d"
)
BEHIND = re.compile(
    r"(?P<about>[\s-](?:or\sso|odd)\b)|(?P<over>\+|[\s-]plus\b)|(?:\s[A-Za-z-]+){0,2}?\s(?:(?P<least>(?:or|and)\s(?:more|older|over|above|higher|longer|greater|up)\b)"
    r"|(?P<most>(?:or|and)\s(?:less|fewer|younger|under|below|lower|shorter)\b))"
)
BELOW = re.compile(r"(?:\s(?:Celsius|Fahrenheit))?\sbelow\s(?:zero|freezing)\b")
TIMES = re.compile(r"\stimes\b|[\s-]?fold\b|x\b")
GAPS = re.compile(
    r"(?P<to>\s?[–—~-]\s?|\s(?:up\s)?to\s|-to-)|(?P<or>\s?-?or-?\s?)|(?P<of>\s(?:(?:\w+\s)?out\sof|in|of)\s(?:every\s|the\s|its\s|their\s|those\s|these\s|(?:the\s)?[\w-]+(?:['’]s|s['’])\s)?)|(?P<and>,?\sand\s|,\s|\s)"
)
VOTED = re.compile(
    r"\b(?:vot(?:e|es|ed|ing)|passed|approved|rejected|defeated|carried|won|lost|beat|ratified|adopted)\b"
)
"""Before two numbers that are the votes of two sides."""
DENOMINATORS = (*range(2, 21), 100, 1000)
"""M in "one in M" and "two of the M" that make a share."""
MOVED = re.compile(
    r"\b(?:up|down|higher|lower|r[io]se\w?|fall\w{0,3}|fell|los[et]\w{0,2}|losing|gr[eo]w\w{0,3}|s[aiu]nk\w{0,3}|sl[io]d\w{0,3}|shr[aiu]nk\w{0,3}"
    r"|(?:gain|add|edg|shed|climb|jump|slip|advanc|declin|dip|surg|plung|plummet|soar|tumbl|eas|increas|decreas|expand|contract|rebound|widen|narrow"
    r"|weaken|strengthen|appreciat|depreciat|improv|drop|inch|tick|spik|rocket|skyrocket|retreat|recover|rall|slow|firm|slump|sagg|crash|trim)\w{0,4})"
    r"(?:\s(?:back|up|down|further|slightly|sharply|another|an?|additional|just|only|some|about|around|nearly|almost|roughly|more|than|over|by))*\s$",
    re.IGNORECASE,
)
"""What stands before a change, behind which "to" tells what came of it: rose 0.06 percent to 3.12 percent."""
TIME = re.compile(r"[\s-](?:second|minute|hour|day|week|month|year|decade|game|match|inning|season|of\b)")


def front(text: str, start: int) -> tuple[str, str, str, int]:
    """The hedge, the currency and the sign before a numeral, and where it begins with the last two.

    >>> front("about $3 million", 7)
    ('about', 'USD', '', 6)
    """
    words = text[max(0, start - 32) : start].split()
    if not words:
        return "", "", "", start
    last, sign, money, begin = words[-1], "", "", start
    if last in ("minus", "negative", "Minus"):
        return hedge(words[:-1]), "", "-", text.rindex(last, 0, start)
    if last[-1] in "-−" and text[start - 1] in "-−":
        last, sign, begin = last[:-1], "-", begin - 1
    last = last.lstrip("(“\"'‘[~-–—")
    if last and (last[-1] in SYMBOLS or last.isupper()):
        for mark in (last, last[-1]):
            if is_money(unit := forms("en").get(mark, "")) and (mark[-1] in SYMBOLS or len(mark) == 3 or mark == "RM"):
                before, money = text.rindex(mark, 0, start), unit
                begin = before
                words = text[max(0, before - 32) : before].split()
                if (
                    mark == "$"
                    and words
                    and text[before - 1] == " "
                    and words[-1] in ("US", "U.S.", "C", "A", "HK", "NT", "S")
                ):
                    money = forms("en").get(f"{words[-1]}$", money)
                break
        if not money and last == "W" and text[start - 1] == "W":
            money, begin, words = "KRW", start - 1, words[:-1]
    return hedge(words), money, sign, begin


def hedge(words: list[str]) -> str:
    """The hedge that `words` end with, "" for none."""
    if words and words[-1] in SKIPPED:
        words = words[:-1]
    if not words:
        return ""
    last = [word.lower().lstrip("(“\"'‘") for word in words[-3:]]
    return TURNED.get(" ".join(last)) or HEDGES.get(" ".join(last[-2:])) or HEDGES.get(last[-1], "")


def hedge_at(text: str, at: int) -> str:
    """The hedge behind a number that ends at `at`, "" for none."""
    match = BEHIND.match(text, at)
    return (match.lastgroup or "") if match else ""


def word_before(text: str, start: int) -> str:
    """The word before `start` in lower case, without brackets; "" for none."""
    words = text[max(0, start - 16) : start].split()
    return words[-1].lower().lstrip("(“\"'‘") if words and text[start - 1 : start].isspace() else ""


def dated(text: str, start: int, end: int) -> bool:
    """Whether the digits at `[start, end)` are a day of a month or a time of day."""
    earlier = text[max(0, start - 2) : start]
    if DATE.match(text, end) or (earlier[-1:] == ":" and earlier[:1].isdigit()):
        return True
    return end - start <= 2 and word_before(text, start).rstrip(".") in MONTHS


def link(text: str, a: Amount, b: Amount) -> str:
    """How two numbers that follow each other belong together; "" where they do not."""
    match = GAPS.fullmatch(text, a.end, b.start)
    if match is None or a.value is None or b.value is None:
        return ""
    kind, first, second = match.lastgroup or "", a.value.point, b.value.point
    plain = not (a.value.role or b.value.role) and first is not None and second is not None
    if first is None or second is None:
        return kind if kind == "to" else ""
    if kind == "and":
        return (
            "to"
            if "and" in match[0] and word_before(text, a.start) == "between"
            else "and"
            if a.lasts or a.value.unit
            else ""
        )
    role = a.value.role not in ("", "word") or b.value.role != ""
    if role:
        return ""
    if kind == "of":
        share = not (a.value.unit or b.value.unit) and second in DENOMINATORS and first < second
        return (
            "of"
            if share and not TIME.match(text, b.end) and ("of" in match[0] or (first < 10 and "the" not in match[0]))
            else ""
        )
    if kind == "or":
        return "or" if first < second <= 2 * first + 1 else ""
    if match[0] in "-–" and plain and first > second and not (a.value.unit or b.value.unit):
        return "score"
    if "to" in match[0]:
        if word_before(text, a.start) in ("from", "by") or (plain and not b.value.unit and second > 5 * first):
            return ""
        if a.value.unit and MOVED.search(text, max(0, a.start - 40), a.start):
            return ""
        if first > second and not (a.value.unit or b.value.unit) and "up" not in match[0]:
            return "score" if second < 20 or VOTED.search(text, max(0, a.start - 60), a.start) else ""
    return "to"
