"""English noun phrases: which runs of words can name a thing, and the generic words of bodies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

DETERMINERS = frozenset(
    "a an the this that these those its his her their our my your no any some every each another all both such "
    "either neither one two three four five six seven eight nine ten".split()
)
PREPOSITIONS = frozenset(
    "of in on at to for by with from into onto over under about after before between among through during against "
    "without within toward towards via per as than including regarding concerning despite amid and or but nor "
    "because since until unlike like near behind beyond above below across around along upon throughout outside inside "
    "versus plus minus".split()
)
BEFORE = frozenset("of in by with at for from on as under through into against per between".split())
"""Prepositions that a noun follows as a rule."""
OTHERS = frozenset(
    "i you he she it we they me him them us who whom whose which what when where why how there here not also only just "
    "even still yet too very so then now again already once more most less least much many few several other others "
    "is are was were be been being am has have had having do does did doing done will would can could may might shall "
    "should must ought cannot "
    "said says say saying told tells tell added adds noted notes according asked explained stressed announced reported "
    "first second third fourth fifth last next past previous current recent former latter same new old "
    "year years month months week weeks day days hour hours minute minutes time times today yesterday tomorrow "
    "morning afternoon evening decade decades century "
    "january february march april may june july august september october november december jan feb mar apr jun jul aug "
    "sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun "
    "percent percentage point points won dollar dollars krw usd million billion trillion thousand hundred thousands "
    "millions billions hundreds dozen dozens number amount total average"
    " man men woman women things thing way ways case cases part parts kind result results "
    "however meanwhile therefore thus moreover furthermore instead rather separately earlier later ago far long while "
    "though although if unless whether up down out off back away together apart alone it's that's mr mrs ms dr rep sen "
    "am pm a.m p.m e.g i.e etc".split()
)
FUNCTION = DETERMINERS | PREPOSITIONS | OTHERS
"""Words that name no thing: closed classes, and words of time, measure and report that stand in any article."""
FINITE = frozenset(
    "came come comes fell rose went go goes made make makes took take takes got get gets gave give gives saw see sees "
    "seen found find finds held kept keep keeps left leave leaves led lost lose met meet meets paid put puts ran sent "
    "send sends shut sold sell sells stood began begin begins begun became become becomes brought bring brings built "
    "bought taken given broke break breaks caught chose chosen dealt drew drawn drove driven ate eaten felt fought "
    "flew flown forgot froze frozen grew grown heard hid hurt knew known laid lay lent let lets lit meant rode rang "
    "sang sank sat sought shook shown slept slid spoke spoken spent sprang stole stuck struck swept swam taught tore "
    "thought threw thrown woke won wore wrote written seem seems appear appears remain remains want wants allow "
    "allows save saves expect expects believe believes think thinks know knows continue continues try tries vow vows "
    "urge urges".split()
)
"""Forms that are verbs, or are so as a rule where they end a run of words."""
MODIFYING = frozenset(
    "sports arms sales customs operations systems news affairs rights securities communications sciences economics savings "
    "goods services futures politics statistics physics mathematics ethics athletics logistics electronics robotics "
    "headquarters series species means aerospace diabetes rabies measles telecommunications".split()
)
"""Nouns with an s that stand before another one."""
ENDINGS, SHORT = ("ly", "ed"), 3
NOUNS = frozenset(
    "july ally need seed feed weed deed shed sled reed bleed breed speed family assembly supply monopoly anomaly rally reply "
    "daily weekly monthly yearly quarterly early elderly friendly deadly costly hundred seaweed watershed riverbed seabed".split()
)
"""Nouns and adjectives that end as adverbs and verbs do."""
JOINTS = frozenset("of for and on".split())
"""Small words within names."""
NAMING = frozenset("new first second third national people people's".split())
"""Words that begin names too."""
KINDS = (
    "party bloc alliance",
    "ministry department",
    "board committee commission council panel",
    "agency administration authority service office bureau directorate headquarters",
    "institute institution center centre laboratory lab academy foundation",
    "association federation union confederation society league",
    "court tribunal",
    "assembly parliament congress legislature",
    "corporation corp company co inc ltd group holdings",
    "bank",
    "hospital clinic",
    "university college school",
    "police prosecution",
    "force forces command corps",
)
HEADS = frozenset(
    "board committee commission agency ministry council court bureau office party bank service administration authority "
    "institute union association federation corporation department assembly parliament panel".split()
)
"""Generic words that stand for a body, with its article, once it is named."""
KIND = {word: kind for kind, words in enumerate(KINDS) for word in words.split()}
"""Generic words of bodies -> which of them may stand for each other."""


PRONOUNS = frozenset(
    "it its itself he him his himself she her hers herself they them their theirs themselves one ones".split()
)
POINTING = frozenset("the this that these those such its their his her".split())
GENERIC = frozenset(
    "facility company firm group agency body organization organisation measure move plan issue matter area place device "
    "vehicle product system event item site institution program programme project process rule policy document decision "
    "agreement incident accident figure amount sum money change situation problem sector field".split()
)
"""Nouns that point back at anything named before."""


def plain(word: str) -> str:
    """A word as the tables have it."""
    return word.lower().replace("’", "'").removesuffix("'s").removesuffix("'")


def is_content(word: str) -> bool:
    """Whether a word may name a thing, or a part of one."""
    low = word.lower().replace("’", "'")
    return len(low) > 2 and low[0].isalpha() and plain(word) not in FUNCTION


def noun_phrases(words: Sequence[str], joined: Sequence[bool], free: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Runs `[first, last)` of free words that may be a noun phrase. `joined`: whether a blank alone parts a word from the one before.

    A verb ends one and is in none; a plural ends one, as it modifies no noun; what a determiner follows is a verb.

    >>> list(noun_phrases("The war game ended near schools".split(), [False] + [True] * 5, [True] * 6))
    [(1, 3), (5, 6)]
    """
    start = None
    for k, word in enumerate(words):
        named = free[k] and is_content(word) and not is_verbal(word) and not _governs(words, joined, k)
        if start is not None and (not named or not joined[k]):
            yield start, k
            start = None
        if named and start is None:
            start = k
        if start is not None and is_plural(word):
            yield start, k + 1
            start = None
    if start is not None:
        yield start, len(words)


def _governs(words: Sequence[str], joined: Sequence[bool], k: int) -> bool:
    """Whether a word has a determiner behind it, as verbs have."""
    return k + 1 < len(words) and joined[k + 1] and plain(words[k + 1]) in DETERMINERS


def is_verbal(word: str) -> bool:
    """Whether a word looks like a verb or an adverb where a noun phrase would end.

    >>> [w for w in ("fell", "indicated", "closely", "room") if is_verbal(w)]
    ['fell', 'indicated', 'closely']
    """
    low = word.lower()
    return low in FINITE or (low.endswith(ENDINGS) and len(low) > SHORT and low not in NOUNS and not word[0].isupper())


def is_plural(word: str) -> bool:
    """Whether a word has the s of a plural or of a verb, with which none modifies a noun: schools, dismisses; but sports.

    >>> [w for w in ("dismisses", "schools", "sports", "gas", "crisis", "data") if is_plural(w)]
    ['dismisses', 'schools']
    """
    low = word.lower()
    return len(low) > 3 and low.endswith("s") and not low.endswith(("ss", "us", "is")) and low not in MODIFYING


def is_introduced(before: str) -> bool:
    """Whether a word may stand right before a noun phrase: an article, a preposition, an owner.

    >>> [w for w in ("a", "of", "Seoul's", "to", "was") if is_introduced(w)]
    ['a', 'of', "Seoul's"]
    """
    low = before.lower()
    return low in DETERMINERS or low in BEFORE or low.endswith(("'s", "’s", "s'", "s’"))


def is_pronoun(word: str) -> bool:
    """Whether a word stands for somebody or something named before."""
    return word.lower() in PRONOUNS


def is_anaphor(before: str, last: str) -> bool:
    """Whether a phrase with `before` before it and `last` as its last word points back: the company, this facility.

    >>> is_anaphor("the", "facilities"), is_anaphor("a", "facility"), is_anaphor("the", "software")
    (True, False, False)
    """
    low = plain(last)
    forms = (low, low.removesuffix("s"), low.removesuffix("ies") + "y")
    return before.lower() in POINTING and any(form in GENERIC for form in forms)


def kind(words: Sequence[str]) -> int | None:
    """Which kind of body a capitalised phrase names, by its generic word; None where it has none.

    >>> kind(["Saegil", "Party"]) == kind(["New", "Path", "Party"]), kind(["Jeju", "Island"])
    (True, None)
    """
    return next((KIND[w.lower()] for w in (*reversed(words),) if w[:1].isupper() and w.lower() in KIND), None)


def generic(word: str) -> bool:
    """Whether a word is a body's generic one, whatever its number."""
    low = plain(word)
    return low in KIND or low.removesuffix("s") in KIND


def bodies(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where the capitalised names with a body's generic word stand in `text[start:end]`.

    >>> text = "Separately, the Ministry of Trade, Industry and Energy met Rep. Heo of the Saegil Party."
    >>> [text[a:b] for a, b in bodies(text, 0, len(text))]
    ['Ministry of Trade, Industry and Energy', 'Saegil Party']
    """
    for match in _capitalised().finditer(text, start, end):
        words = list(re.finditer(r"[^\s,]+", match[0]))
        heads = [n for n, w in enumerate(words) if w[0].lower() in KIND]
        if not heads:
            continue
        first, last = 0, len(words)
        before = [n for n in range(heads[0]) if words[n][0] in JOINTS]
        if before and words[before[-1]][0] != "and":  # Chairman of the Saegil Party
            first = before[-1] + 1
        while first < last and words[first][0].lower() in FUNCTION - NAMING:
            first += 1
        if first < heads[0] or heads[0] + 1 < last:
            yield match.start() + words[first].start(), match.start() + words[last - 1].end()


@cache
def _capitalised() -> re.Pattern[str]:
    """Capitalised words in a row, with the small words of names; behind "of" commas too."""
    word = r"[A-Z][\w&-]*(?:['’]s?)?"
    return re.compile(
        rf"(?<![\w'’-]){word}(?: (?:(?:of the|of|for|and|on) )?{word}|(?<=[a-z]), {word}(?=(?:, {word})*,? and [A-Z]))*"
    )


def is_short(word: str, words: Sequence[str]) -> bool:
    """Whether a word is made of the first letters of others: MOTIE.

    >>> is_short("FTC", "Fair Trade Commission".split())
    True
    """
    first = "".join(w[0] for w in words if w.lower() not in PREPOSITIONS).upper()
    return (
        word.isupper() and len(word) > 1 and (word == first or word.removeprefix("K") == first or first.endswith(word))
    )
