"""Sentences of every language without rules of its own: one rule for all, and what `habits` knows of the language.

A stop ends a sentence where what follows can begin one. Abbreviations, initials and ordinals are told by the language's table;
of a language without one, by their form. A script without capital letters goes by its quotations.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from align.lang.base.habits import Habits, habits
from align.lang.base.sentences import FULL, OPENERS, PAUSE, cut, following, numbered, preceding

INITIALS = re.compile(r"(?:^|[^\w'’]|\d)(?:[^\W\d_]{1,2}\.-?)*[^\W\d_]$")
"""At the end: J | z.B | EE.UU | J.-C | 2024г"""
DOTTED = re.compile(r"[^\W\d_]\.-?[^\W\d_]{1,2}$")
SHORT = re.compile(r"[bcdfghjklmnpqrstvwxzбвгджзклмнпрстфхцчшщ]{2,4}")
"""No word, but an abbreviation, in nearly any language: nr, hl, kgl."""
NUMBER = re.compile(r"(?:^|[^\w.,])(\d{1,3})$")
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
CLOSING = "\"'”’“‘»«›‹)]}"
QUOTED = re.compile(r"「[^「」\n]*」|『[^『』\n]*』|“[^“”\n]*”|《[^《》\n]*》|（[^（）\n]{0,400}）")
"""A quotation or remark in a script without capital letters."""
UNKNOWN = Habits(ordinals=frozenset())


def segments(paragraph: str, lang: str) -> list[tuple[int, int]]:
    """The spans of the sentences of `paragraph`.

    >>> text = "Am 3. Mai kam Dr. Roth aus Bonn, z. B. nach 10 Uhr. Er blieb."
    >>> [text[a:b] for a, b in segments(text, "de")]
    ['Am 3. Mai kam Dr. Roth aus Bonn, z. B. nach 10 Uhr.', 'Er blieb.']
    """
    known = habits(lang) or UNKNOWN
    held = _held(paragraph, known) if known.onward or known.speech else []
    begins = [start for start, _ in held]

    def ends(text: str, stop: re.Match[str], start: int) -> bool:
        i = bisect_left(begins, stop.start()) - 1
        if i >= 0 and stop.start() < held[i][1] - 1:
            inside = stop.end() < held[i][1]
            if inside or _goes_on(following(text, held[i][1]), known):
                return False
        return _final(text, stop, start, known)

    return cut(paragraph, ends)


def _held(text: str, known: Habits) -> list[tuple[int, int]]:
    """The quotations that are part of a sentence, so that nothing may be cut inside; one that stands by itself is none."""
    return [
        q.span()
        for q in QUOTED.finditer(text)
        if q[0][0] in "《『"
        or (q.start() and text[q.start() - 1] not in "。！？」』”　\n ")
        or _goes_on(following(text, q.end()), known)
    ]


def _goes_on(after: str, known: Habits) -> bool:
    """Whether the sentence goes on behind a quotation: と述べた | 王明说。 But 他补充说：“ begins another."""
    return after.startswith(known.onward) or bool(known.speech and _attribution(known.speech).match(after))


@cache
def _attribution(verbs: tuple[str, ...]) -> re.Pattern[str]:
    said = "|".join(verbs)
    return re.compile(
        rf"[^。！？：:；，“”「」\n]{{0,16}}?(?:{said})(?:[道称稱過过了]{{0,2}}[，,。]|[^。！？：:，“”「」\n]{{0,10}}。)"
    )


def _final(text: str, stop: re.Match[str], start: int, known: Habits) -> bool:
    after = following(text, stop.end())
    mark = stop[0]
    if not after:
        return True
    if mark[0] in FULL or mark[0] == "．":
        return mark[-1] in FULL + "．" or not _goes_on(after, known)
    opening = after.lstrip(OPENERS + " \u00a0\u202f")
    if not opening or opening[0].islower() or numbered(text, start, stop.end()):
        return False
    if mark[0] != "." or mark.startswith(PAUSE):
        return True
    before = preceding(text, stop.start()).lstrip(OPENERS)
    abbreviated = _abbreviated(before, opening, known)
    if len(mark) > 1 and mark[-1] in CLOSING:
        return not abbreviated or _starts(opening, known)
    if number := NUMBER.search(before):
        return not _ordinal(text, stop.start() - len(number[1]), number[1], opening, known)
    return not abbreviated


def _abbreviated(before: str, opening: str, known: Habits) -> bool:
    """Whether the stop behind `before` is an abbreviation's, and ends no sentence."""
    written = re.split(r"[-–—/'’(«„“\"]", before)[-1]
    last = written.lower()
    if last in known.names or before.lower() in known.names:
        return True
    if last in known.numbers and opening[0].isdigit():
        return True
    if len(written) == 1 and re.match(r"[^\W\d_]\.", opening):
        return True  # A. S. Ivanov, a. C.
    if written in known.letters:
        return False
    if last in known.either or before.lower() in known.either or INITIALS.search(before) or DOTTED.search(before):
        return not _starts(opening, known)
    return known is UNKNOWN and bool(SHORT.fullmatch(last)) and not before.isupper()


def _ordinal(text: str, position: int, number: str, opening: str, known: Habits) -> bool:
    """Whether the number with its stop is an ordinal or part of a date: am 3. Oktober, der 2. Weltkrieg, 3. 10. 2024."""
    if known.ordinals is None or len(number) > 2:
        return False
    if opening[0].isdigit():
        return text[position - 2 : position] == ". " or bool(re.match(r"\d{1,2}\.", opening))
    if _starts(opening, known):
        return False
    word = preceding(text, position - 1).lstrip(OPENERS)
    if not word or not known.ordinals or word.lower() in known.ordinals:
        return True
    return word[0].islower() or word.endswith("s")


def _starts(opening: str, known: Habits) -> bool:
    """Whether the next word is one that begins a sentence, and no initial."""
    first = WORD.match(opening)
    if not first or (len(first[0]) == 1 and opening[1:2] == "."):
        return False
    return first[0].lower() in known.starts or re.split("['’]", first[0].lower())[0] in known.starts
