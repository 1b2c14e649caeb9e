"""Words of English that turn a sentence round: not, fell, fewer than, ahead of, rejected."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from align.lang.base.polarity import BOUND, CONDITION, HALF, MOVEMENT, NEGATION, ORDER, Mark, beginning, of_pairs
from align.lang.en.polarity_words import (
    DOWN,
    DOWN_WORDS,
    HALF_BEGINNINGS,
    HALF_WORDS,
    HALVES,
    LIGHT,
    LOOSE,
    PAIRS,
    PARTICLES,
    PLAIN,
    QUANTITIES,
    TURNED_AWAY,
    UP,
    UP_WORDS,
    side,
    words,
)

KNOWN = True
FIGURE = r"(?:[$€£₩]|(?:us|a)\$)?\d"
SOFT = (
    r"(?:by|to|about|nearly|almost|some|around|an?|as|much|many|only|just|over|more|less|than|further|another|roughly|"
    r"approximately|from|at|sharply|slightly|steeply|modestly|marginally|the|up|least)"
)
"""What stands between a verb and its figure."""
COMPARED = frozenset(("higher", "lower"))
LEVEL = re.compile(
    rf"(?:(?<!\w){FIGURE}[\d,.]*\s?(?:%|[a-z]+\s){{0,3}}|\b(?:clos|finish|open|end|trad|push|driv|drove|sen[dt]|edg|mov|inch|go|went)\w*\s(?:\w+\s)?"
    r"|\b(?:to|will|would|should|could|may|might|must|can|not|and)\s)$"
)
"""What stands before higher and lower where something moves: a lower house does not."""
CLAUSE = re.compile(r"[;:()\"“”]|[,.](?=\s|$)")
LETTERS = re.compile(r"(?<!\w)[a-z]+(?!\w)")
LONGEST = 12
"""Letters of the longest beginning of a word that is half a negation."""
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
BESIDE = 40
"""Characters beside a verb in which a quantity is looked for."""
REACH = 60
"""Characters of a clause looked at beside a mark."""


BEHIND = re.compile(rf"(?:\s{SOFT}){{0,4}}\s?(?P<figure>{FIGURE}[\d,.]*)")


@cache
def _moving() -> dict[str, int]:
    return dict.fromkeys(words(UP, UP_WORDS), 1) | dict.fromkeys(words(DOWN, DOWN_WORDS), -1)


AGAINST = re.compile(r"\bagainst\b")
"""Opposed to it, or playing with them: it says no more than that something may be opposed."""
SUIT = re.compile(
    r"(?:battles?|actions?|teams?|deadlines?|experts?|disputes?|fees?|advis\w+"
    r"|counsel|proceedings?|challenges?|fight|minds?|system|affairs|aid|grounds|right)\b"
)
"""What is legal since it is of the law, not since it is allowed."""


@cache
def _pairs() -> dict[str, tuple[str, int]]:
    ways: dict[str, tuple[str, int]] = {}
    for dimension, both in PAIRS.items():
        for entry, way in zip(both, (1, -1), strict=True):
            for word in side(entry):
                ways.setdefault(word.replace("_", " "), (dimension, way))
    return ways


@cache
def _phrases() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(word for word in _pairs() if ' ' in word)})\b")


MORE = (
    r"(?:more|greater|higher|older|longer|larger|bigger|heavier)\sthan|(?:no|not)\s(?:less|fewer|lower)\sthan|over|above|at\sleast|in\sexcess\sof|upwards?\sof|"
    r"exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|topp?(?:s|ed|ing)|a\sminimum\sof|beyond|north\sof"
)
LESS = (
    r"(?:less|fewer|lower|younger|shorter|smaller|lighter)\sthan|(?:no|not)\s(?:more|higher)\sthan|under|below|at\s(?:the\s)?most|up\sto|"
    r"(?:just\s)?(?:shy|short)\sof|a\smaximum\sof|within"
)
MORE_BEHIND = r"(?:or|and)\s(?:more|above|over|older|higher|greater|longer|up|upwards?|beyond)"
LESS_BEHIND = r"(?:or|and)\s(?:less|below|under|younger|lower|fewer|shorter)"


@cache
def _bounds() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:(?P<more>{MORE})|(?P<less>{LESS}))\s(?:an?\s|the\s|some\s)?(?P<figure>(?:{FIGURE}|[a-z]+\b)[\d,.]*)"
        rf"|(?P<before>(?:(?<![\d,.])\d[\d,.]*|\b[a-z]+)(?:\s[a-z]+){{0,3}}?)\s(?:(?P<moreb>{MORE_BEHIND})|(?P<lessb>{LESS_BEHIND}))\b"
    )


AWAY = re.compile(
    rf"(?:\s(?:the|a|an|its|their|his|her|it|them|him|that|this|[a-z]+))?(?:\s[a-z]+)?\s(?:{PARTICLES.replace(' ', '|')})\b"
)
"""The particle, close behind its verb."""


@cache
def _halves() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{HALVES})(?!\w)")


@cache
def _half_words() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    return frozenset(HALF_WORDS.split()), frozenset(HALF_BEGINNINGS.split()), words(TURNED_AWAY)


@cache
def _negations() -> re.Pattern[str]:
    auxiliary = r"(?:do|does|did|is|are|was|were|has|have|had|wo|would|ca|could|should|must|might|need|ai)n['’]t"
    return re.compile(
        rf"\b(?P<plain>{PLAIN}|{auxiliary})(?![\w-])(?<!or\snot)(?<!,\snot)|\b(?P<fail>fail(?:ed|s|ing)?\sto|unable\sto)\b"
        rf"|\b(?P<no>no|without|unless|none|nobody|nothing|neither|nor)\b(?![,.!?\"”-]|$|\s(?:doubt|way|wonder|question|surprise|exception|reason|better|stranger|secret|matter|less|fewer|more|later|sooner|one\b))|\b(?P<open>none\b|nobody\b|nothing\b|neither\b|nor\b|without\b|within\s(?:(?:the|its|a|their)\s)?(?:[a-z]+\s)?(?:limits?|range|bounds|margin|tolerance)\b|no(?!\.\s?\d|\w)|not\b|the\slast\s(?:thing|person|place|one)\b)"
    )


ORDERS = re.compile(
    r"\b(?:(?P<before>before|prior\sto|ahead\sof|in\sadvance\sof)|(?P<after>after|following|since)"
    r"|(?P<open>until|till|once|when|upon|earlier|later|previously|subsequently|then|next|ago|as\ssoon\sas|by|on|from|preced\w+|follow(?:s|ed)))\b"
)
STANDS = re.compile(
    r"(?:^|[\d,;:(%–—-]|\b(?:is|was|are|were|be|been|and|or|clos\w+|finish\w+|end\w*|trad\w+|stood|percent|points?|index|shares?|stocks?|sales|exports|"
    r"imports|profits?|revenues?|prices?|costs|won|dollars?|year|month|week|day|quarter|still|also|sharply|slightly))\s?$"
)
"""What stands before up and down where they say how something moved: one may give up as well."""
DIFFERENCE = re.compile(
    r"(?P<amount>(?<![\d,.])\d[\d,.]*%?(?:\s(?!or\b|and\b)[a-z]+){0,3}?)\s(?:"
    r"(?P<more>(?:more|greater|larger|bigger|longer|heavier)\sthan|above)|"
    r"(?P<less>(?:less|fewer|smaller|shorter|lighter)\sthan|short\sof|below))\s(?!\d)"
)
"""How much more or less it is than another: 1.2 percent less than last year."""
HALF_MOVES = re.compile(
    r"\b(?:adding|gain\w*|eas(?:e|ed|es|ing)|slow\w*|lift\w*|sink\w*|sank|recover\w*|contract(?:ed|ing|s)?)\b"
)
"""Words that may be said of what goes up or down."""
ASKED = re.compile(r"[^.?!]{0,120}\?")
"""What makes a question of a negation: it may ask for a yes."""
UNTIL = re.compile(r"\b(?:until|till|more\sthan|later\sthan|other\sthan)\b")
"""What makes of a negation no more than a beginning: it did not open until four."""
CONDITIONS = re.compile(
    r"\b(?:(?P<open>if\snot|even\sif|as\sif|only\sif|whether|otherwise|if\s[^,.;]{1,60}?(?:\bnot\b|n['’]t\b|\bno\b|\bfail))|(?P<unless>unless)|(?P<if>if|provided\sthat|as\slong\sas))\b"
)


def marks(text: str) -> Iterator[Mark]:
    """The marks of a text."""
    lowered = text.lower()
    if len(lowered) == len(text):  # offsets stay; a pattern that ignores case costs three times as much
        text = lowered
    yield from _movements(text)
    phrases = list(of_pairs(text, _phrases(), _pairs()))
    yield from phrases
    inside = {k for m in phrases for k in range(m.start, m.end)}
    yield from (m for m in of_pairs(text, WORD, _pairs()) if m.start not in inside and not SUIT.match(text, m.end))
    yield from (Mark("stance", 0, *m.span(), m.span()) for m in AGAINST.finditer(text))
    yield from _of_bounds(text)
    yield from _of_negation(text)
    for m in ORDERS.finditer(text):
        way = 1 if m["after"] else -1 if m["before"] else 0
        yield Mark(ORDER, way, *m.span(), _right(text, m.end()))
    for m in CONDITIONS.finditer(text):
        way = 1 if m["if"] else -1 if m["unless"] else 0
        yield Mark(CONDITION, way, *m.span(), _right(text, m.end()))


def _movements(text: str) -> Iterator[Mark]:
    """Verbs and nouns of going up or down, at the figure behind or before them."""
    for m in WORD.finditer(text):
        way = _moving().get(m[0], 0)
        compared = m[0] in COMPARED
        if not way or (compared and not LEVEL.search(text, max(0, m.start() - 30), m.start())):
            continue
        behind = None if compared else BEHIND.match(text, m.end())
        anchor = behind.span("figure") if behind else _left(text, m.start(), 30)
        if (
            not behind
            and m[0] in _loose()
            and not _quantities().search(text, max(0, m.start() - BESIDE), m.end() + BESIDE)
        ):
            way = 0
        yield Mark(MOVEMENT, way, *m.span(), anchor)
    for m in re.finditer(rf"\b(?:(up)|(down))(?=\s(?:{SOFT}\s){{0,3}}?(?P<figure>{FIGURE}[\d,.]*))(?!\sto)", text):
        if STANDS.search(text, max(0, m.start() - 30), m.start()):
            yield Mark(MOVEMENT, 1 if m[1] else -1, *m.span(), m.span("figure"))
    for m in DIFFERENCE.finditer(text):
        yield Mark(MOVEMENT, 1 if m["more"] else -1, *m.span("more" if m["more"] else "less"), m.span("amount"))
    for m in HALF_MOVES.finditer(text):
        yield Mark(MOVEMENT, 0, *m.span(), m.span())


@cache
def _loose() -> frozenset[str]:
    return words(LOOSE)


@cache
def _quantities() -> re.Pattern[str]:
    return re.compile(rf"\d|%|\b(?:{'|'.join(QUANTITIES.split())})(?:s|es)?\b")


def _of_bounds(text: str) -> Iterator[Mark]:
    for m in _bounds().finditer(text):
        group = next(name for name in ("more", "less", "moreb", "lessb") if m[name])
        anchor = m.span(next(name for name in ("figure", "before") if m[name]))
        yield Mark(BOUND, 1 if group.startswith("more") else -1, *m.span(group), anchor)


def _of_negation(text: str) -> Iterator[Mark]:
    for m in _negations().finditer(text):
        plain = m["plain"] or m["fail"] or m["no"]
        plain = plain and not UNTIL.search(text, m.end(), _right(text, m.end())[1]) and not ASKED.match(text, m.end())
        yield Mark(
            NEGATION, -1 if plain else 0, *m.span(), _denied(text, m.end(), 2 if m["no"] else 1) if plain else m.span()
        )
    for m in _halves().finditer(text):
        yield Mark(HALF, 0, *m.span(), m.span())
    exact, beginnings, turned_away = _half_words()
    for m in LETTERS.finditer(text):
        if m[0] in exact or beginning(m[0], beginnings, LONGEST):
            yield Mark(HALF, 0, *m.span(), m.span())
        elif m[0] in turned_away and (away := AWAY.match(text, m.end())):
            yield Mark(HALF, 0, m.start(), away.end(), (m.start(), away.end()))


def _denied(text: str, start: int, most: int) -> tuple[int, int]:
    """The first words behind a place that are not light, up to `most`; an empty span where the clause has none."""
    low, high = _right(text, start)
    words = list(WORD.finditer(text, low, high))
    heavy = [m for m in words if m[0] not in _light() and not (m[0].endswith("ly") and len(m[0]) > 4)]
    found = (heavy or words)[:most]
    return (found[0].start(), found[-1].end()) if found else (low, low)


@cache
def _light() -> frozenset[str]:
    return frozenset(LIGHT.split())


def _right(text: str, start: int, reach: int = REACH) -> tuple[int, int]:
    """What of the clause stands behind a place."""
    found = CLAUSE.search(text, start, start + reach)
    return start, found.start() if found else min(len(text), start + reach)


def _left(text: str, end: int, reach: int = REACH) -> tuple[int, int]:
    """What of the clause stands before a place."""
    low = max(0, end - reach)
    return max((m.end() for m in CLAUSE.finditer(text, low, end)), default=low), end
