"""English sentences, as newspapers write them.

A stop ends a sentence where what follows can begin one; abbreviations are of three kinds: a name follows (Gen.), a
number follows (No., Nov.), or either the sentence goes on or a new one begins (U.S., Inc.), which its first word tells.
"""

from __future__ import annotations

import re

from align.lang.base.sentences import cut, following, preceding

TITLES = frozenset(
    (
        "mr mrs ms mx dr prof gen col lt maj sgt cpl pvt capt cmdr cdr adm brig rear vice rep reps sen sens gov "
        "lt.gov pres st ste mt ft rev fr hon amb supt insp det atty messrs mme mlle sr.dr vs v cf eg ie e.g i.e "
        "viz approx al ca c natl intl assn univ dept"
    ).split()
)
"""Abbreviations that never end a sentence."""
BEFORE_NUMBERS = frozenset(
    ("no nos vol pp p art sec ch fig jan feb mar apr jun jul aug sep sept oct nov dec nr ext tel").split()
)
EITHER = frozenset(
    ("inc co corp ltd bros llc plc jr sr esq etc a.m p.m am pm ave blvd rd bldg ft in lb oz kg km est edt gmt").split()
)
INITIALS = re.compile(r"(?:^|[^A-Za-z0-9])(?:[A-Za-z]\.)+$")
STARTERS = frozenset(
    (
        "the a an this that these those it its he she they we you i his her their our my there here in on at by "
        "for from with as after before during since when while if but and or so yet however meanwhile although "
        "though because no not some many most all one two both each what who how why where which according under "
        "over also earlier later last next local officials police residents about more such then now once police"
    ).split()
)
SPEECH = (
    "said|says|say|asked|asks|told|added|adds|wrote|writes|replied|tweeted|noted|insisted|argued|explained|exclaimed|shouted|"
    "claimed|warned|recalled|continued|concluded|quipped|declared|stated|announced"
)
ATTRIBUTION = re.compile(
    rf"(?:[A-Z][\w.'’-]*\s+){{1,4}}(?:{SPEECH})\s*(?:[.,;]|$)|(?:{SPEECH})\s+(?:[A-Z]|the\s)|(?:he|she|they|it|we|I)\s+(?:{SPEECH})\b"
)
"""Who said it, behind a quotation: Smith said. | said the minister | she added"""
WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
MARKER = re.compile(r"^\s*(?:\d{1,3}|[A-Za-z]|[ivx]{1,5})[.)]$")


def segments(paragraph: str, lang: str = "en") -> list[tuple[int, int]]:
    """The spans of the sentences of `paragraph`.

    >>> text = '"Why now?" Smith asked. Gen. Lee left the U.S. on Nov. 6 at 3 p.m. He is back.'
    >>> [text[a:b] for a, b in segments(text)]
    ['"Why now?" Smith asked.', 'Gen. Lee left the U.S. on Nov. 6 at 3 p.m.', 'He is back.']
    """
    return cut(paragraph, _final)


def _final(text: str, stop: re.Match[str]) -> bool:
    after = following(text, stop.end())
    if not after:
        return True
    opening = after.lstrip("\"'“‘([-–—*•")
    if not opening:
        return False
    if opening[0].islower():
        return False
    mark = stop[0]
    quoted = len(mark) > 1 and mark[-1] in "\"”'’"
    if quoted and ATTRIBUTION.match(after):
        return False
    if mark.startswith("…") or mark.startswith(".."):
        return quoted or opening[0].isupper()
    if mark[0] != "." or mark[1:2] in (")", "]"):
        return not (
            mark[1:2] in (")", "]")
            and mark[0] == "."
            and _either(preceding(text, stop.start()))
            and not _starts(opening)
        )
    if len(mark) > 1 and not quoted:
        return True
    before = preceding(text, stop.start()).lstrip("\"'“‘([")
    word = before.lower()
    bare = word.rsplit("-", 1)[-1].rsplit("—", 1)[-1]
    if quoted:
        return not (_either(before) and not _starts(opening))
    if bare in TITLES or (bare in BEFORE_NUMBERS and (opening[0].isdigit() or after[0] == "#")):
        return False
    if stop.start() < 6 and MARKER.match(text[: stop.start() + 1]):
        return False
    if _either(before):
        return _starts(opening) and not (len(before) == 1 and before.isupper() and before != "I")
    return True


def _either(word: str) -> bool:
    """Whether `word` (without its last full stop) is an abbreviation that a sentence may end with or go on behind."""
    return (
        word.lower() in EITHER or bool(INITIALS.search(word + ".")) or bool(re.search(r"[A-Za-z]\.[A-Z][a-z]?$", word))
    )


def _starts(opening: str) -> bool:
    first = WORD.match(opening)
    return bool(first) and first[0].lower() in STARTERS  # type: ignore[index]
