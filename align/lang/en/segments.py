"""English sentences, as newspapers write them.

A stop ends a sentence where what follows can begin one; abbreviations are of four kinds: a name follows (Gen.), a number
follows (No., Nov.), a time of day (3 p.m.), or either the sentence goes on or a new one begins (U.S., Inc.), which its first
word tells.
"""

from __future__ import annotations

import re

from align.lang.base.sentences import OPENERS, PAUSE, cut, following, numbered, preceding

TITLES = frozenset(
    (
        "mr mrs ms mx dr drs prof gen col lt maj sgt cpl pvt pfc capt cmdr cdr adm brig reps rep sen sens gov govs lt.gov pres "
        "ste mt ft rev fr hon amb supt insp det atty attys messrs mme mlle sr.dr ald assemb cllr dist mgr msgr wm geo chas jas "
        "st rte hwy natl intl assn univ dept bros.of"
    ).split()
)
"""Abbreviations that never end a sentence; with a capital letter, since some are words too (det, rep, rev)."""
INSIDE = frozenset(
    "vs v cf eg ie e.g i.e viz approx c ca incl excl esp resp cont pls nat'l int'l gov't dept natl intl".split()
)
"""Those in small letters."""
BEFORE_NUMBERS = frozenset(
    (
        "no nos vol vols pp p art arts sec secs ch chap fig figs par para jan feb mar apr jun jul aug sep sept oct nov dec "
        "nr ext tel op cl reg apt rm"
    ).split()
)
WEEKDAYS = frozenset("mon tue tues wed thu thur thurs fri sat sun".split())
MONTH = re.compile(r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b")
EITHER = frozenset(
    (
        "inc co corp ltd bros llc llp lp plc pty pte jr sr esq etc al a.m p.m ave blvd rd bldg est edt cst pst gmt ph.d ret "
        "mfg inst assoc"
    ).split()
)
STATES = frozenset(
    (
        "ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex "
        "vt va wash wis wyo ont que alta"
    ).split()
)
"""Behind the comma after a town: Boston, Mass."""
UNITS = frozenset("ft in lb lbs oz yd mi sq cu".split())
TIME = re.compile(r"(?:^|[\d\s])[ap]\.?m$", re.IGNORECASE)
ZONE = re.compile(
    r"(?:[A-Z]{1,4}T|GMT|UTC|Z|Eastern|Pacific|Central|Mountain|Atlantic|Greenwich)\b|(?:[A-Z][a-z]+\s){1,2}(?:[Tt]ime|Standard|Daylight)\b"
    r"|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b"
    r"|\d{1,2}(?:st|nd|rd|th)?\s(?:of\s)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
)
"""What belongs to a time of day before it: 3 p.m. EST, Seoul time, Tuesday, Nov. 6."""
FRONTED = re.compile(
    r"(?:At|By|Around|About|Before|After|Until|Since|From|On|Shortly|Just|As|In|Near|Outside|Across)\s(?:\S+\s){0,5}\S+"
)
"""A time or place that opens its sentence, which is not over yet: At 10 p.m. Kim left."""
LETTERED = re.compile(r"\((?:[a-z]|[ivx]{1,4})\)\s")
DASHES = "-–—―"
INITIALS = re.compile(r"(?:^|[^A-Za-z0-9'’])(?:[A-Za-z]\.-?)*[A-Za-z]$")
STARTERS = frozenset(
    (
        "the a an this that these those it it's its he he's she she's they we you i i'm i've his her their our my there there's "
        "here in on at by for from with as after before during since when while if but and or so yet however meanwhile although "
        "though because no not some many most all one two both each what what's who how why where which according under over "
        "also earlier later last next local officials police residents about more such then now once to until unless despite "
        "without within among between through against along across beyond nor another other others several few three four five "
        "six seven eight nine ten every everyone nothing nobody none neither either still even only just today yesterday "
        "tomorrow tonight thus therefore instead moreover furthermore additionally nevertheless that's let let's please is are "
        "was were do does did can could will would should may has have had be your whether whose whoever"
    ).split()
)
SPEECH = (
    "said|says|say|asked|asks|told|added|adds|wrote|writes|replied|tweeted|noted|insisted|argued|explained|exclaimed|shouted|"
    "claimed|warned|recalled|continued|concluded|quipped|declared|stated|announced|answered|responded|remarked|emphasized|"
    "emphasised|stressed|pointed out|cried|called|whispered|commented|complained|joked|pleaded|urged|wondered"
)
ATTRIBUTION = re.compile(
    rf"(?:[A-Z][\w.'’-]*\s+){{1,4}}(?:{SPEECH})(?:\s(?:reporters|him|her|them|me|us|the\s\w+))?\s*(?:([.;])|,\s*(.)|$)"
)
"""Who said it, behind a quotation: Smith said."""
NAMED = re.compile(r"(?:^|\s)(?:Yahoo|Jeopardy|Oh|Mamma Mia|Airplane|Hairspray|Oklahoma|Wham|Panic)!$")
"""Names with a mark of their own."""
WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")


def segments(paragraph: str, lang: str = "en") -> list[tuple[int, int]]:
    """The spans of the sentences of `paragraph`.

    >>> text = '"Why now?" Smith asked. Gen. Lee left the U.S. on Nov. 6 at 3 p.m. He is back.'
    >>> [text[a:b] for a, b in segments(text)]
    ['"Why now?" Smith asked.', 'Gen. Lee left the U.S. on Nov. 6 at 3 p.m.', 'He is back.']
    """
    return cut(paragraph, _final)


def _final(text: str, stop: re.Match[str], start: int) -> bool:
    after = following(text, stop.end())
    if not after:
        return True
    opening = after.lstrip(OPENERS)
    mark = stop[0]
    if not opening or numbered(text, start, stop.end()) or (opening[0].islower() and not LETTERED.match(after)):
        return False
    quoted = len(mark) > 1 and mark[-1] in "\"”'’"
    if quoted and _attributed(mark, after):
        return False
    before = preceding(text, stop.start()).lstrip(OPENERS)
    if mark.startswith(PAUSE):
        return quoted or (opening[0].isupper() and not _again(before, opening))
    if mark[0] != ".":
        return not NAMED.search(text, start, stop.start() + 1)
    if len(mark) > 1:
        return not _either(text, stop.start(), before) or _starts(opening)
    return _ends(text, stop.start(), start, before, after, opening)


def _ends(text: str, position: int, start: int, before: str, after: str, opening: str) -> bool:
    """Whether a full stop at `position` with nothing behind it but white space ends a sentence."""
    word = re.split(r"[-–—/(]", before)[-1]
    bare = word.lower()
    if bare in INSIDE and word == bare:
        return False
    if bare in TITLES and word[0].isupper():
        return (
            bare == "st" and _starts(opening) and text[max(start, position - 5) : position - 2].rstrip()[-1:].isalpha()
        )
    if bare in BEFORE_NUMBERS and (opening[0].isdigit() or after[0] == "#"):
        return False
    if bare in WEEKDAYS and word[0].isupper() and (opening[0].isdigit() or MONTH.match(opening)):
        return False
    if TIME.search(text, max(start, position - 6), position):
        goes_on = after[0] in DASHES or ZONE.match(opening) or _fronted(text, start, position)
        return not goes_on and not opening[0].isdigit()
    if bare in UNITS:
        return not (
            opening[0].isdigit()
            and text[max(0, position - len(word) - 2) : position - len(word)].strip()[-1:].isdigit()
        )
    if _either(text, position, before):
        return _starts(opening) and after[0] not in DASHES and not _fronted(text, start, position)
    return True


def _attributed(mark: str, after: str) -> bool:
    """Whether what follows a quotation says whose it is, and does not begin another: Smith said. But: He added, "..."."""
    said = ATTRIBUTION.match(after)
    if not said:
        return False
    if mark[0] == ".":  # a quotation goes on behind a comma; only the barest words can belong to one behind a full stop
        return said[1] in (".", ";")
    return said[2] is None or said[2] not in "\"“'‘"


def _again(before: str, opening: str) -> bool:
    """Whether the word before a pause is said again behind it: I... I don't know."""
    first = WORD.match(opening)
    return bool(first) and before.lower() == first[0].lower()  # type: ignore[index]


def _fronted(text: str, start: int, position: int) -> bool:
    return position - start < 60 and bool(FRONTED.fullmatch(text[start:position].lstrip(OPENERS + " ")))


def _either(text: str, position: int, word: str) -> bool:
    """Whether `word` (without its last full stop) is an abbreviation that a sentence may end with or go on behind."""
    bare = word.lower()
    if bare in STATES:
        return word[0].isupper() and text[max(0, position - len(word) - 3) : position - len(word)].rstrip()[-1:] in (
            ",",
            "-",
        )
    return (
        bare in EITHER
        or (bool(INITIALS.search(word)) and not (word == "I" and position > 1))
        or bool(re.search(r"[A-Za-z]\.[A-Z][a-z]?$", word))
    )


def _starts(opening: str) -> bool:
    first = WORD.match(opening)
    return bool(first) and first[0].lower().replace("’", "'") in STARTERS  # type: ignore[index]
