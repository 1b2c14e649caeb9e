"""Who does what in an English sentence: the order of the words says it.

A verb's subject is the one noun known that stands before it in its clause and hangs on no preposition. What is open (two such
nouns, a participle without a subject, a verb behind "and") says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from align.lang.base.roles import AGENT, HOLDER, NOUN, OTHER, VERB, Fact, Span

DETERMINERS = frozenset(
    "the a an this that these those its his her their our your my some any no every each all both another other such "
    "more most many several few two three four five".split()
)
PREPOSITIONS = frozenset(
    "of in on at by for with from into onto over under against between among through during before after about around near behind "
    "beside above below within without across along toward towards upon off out up down via per than as like despite amid since "
    "until including following unlike outside inside beyond except plus versus".split()
)
AUXILIARIES = frozenset(
    "is are was were be been being am has have had having do does did will would shall should can could may might must get gets "
    "got getting isn't aren't wasn't weren't won't wouldn't don't doesn't didn't can't couldn't cannot hasn't haven't hadn't".split()
)
BE = frozenset("is are was were be been being am get gets got getting isn't aren't wasn't weren't".split())
BETWEEN = frozenset(
    "not also never only still already even just then now once twice again later soon first finally ultimately eventually".split()
)
"""Adverbs within a verb; others end in -ly."""
TO = frozenset(
    "plans planned plan planning wants wanted want intends intended intend decides decided decide agrees agreed agree vows vowed "
    "vow pledges pledged pledge seeks sought seek tries tried try trying attempts attempted begins began begin starts started start "
    "continues continued continue refuses refused refuse declines declined fails failed fail hopes hoped hope promises promised "
    "promise threatens threatened threaten offers offered offer manages managed need needs needed used likely able unable ready set "
    "due going expected scheduled forced supposed prepared willing moved rushed votes voted vote aims aimed aim opts opted opt chose "
    "chooses hesitated wishes wished wish asked ordered told allowed required urged slated poised bound".split()
)
"""What stands before "to" and has the same subject as the verb behind."""
CONTROL = frozenset("asked ordered told allowed required urged forced expected".split())
"""Of these only behind "be": told the union to go, was told to go."""
LINKS = frozenset("and or but nor".split())
CLAUSE = frozenset(
    "that which who whom whose when while because if although though where whether unless so how why what whereas once".split()
)
WHO = frozenset("who which that".split())
DIRECT = frozenset("to with against from over at on upon toward towards".split())
"""Prepositions of the one to whom, or with whom, it is done."""
SPEECH = frozenset(
    "said says say told tells added adds noted notes stressed stresses explained explains argued argues claimed claims insisted insists announced "
    "announces warned warns remarked replied replies answered stated states emphasized emphasised commented observed recalled declared "
    "pledged promised urged criticized criticised pointed asserted contended maintained lamented quipped assessed predicted "
    "forecast".split()
)
OPEN = frozenset(
    "meet meets met meeting talk talks talked talking agree agrees agreed agreeing discuss discussed discusses fight fights fought "
    "fighting clash clashed clashes marry married marries compete competed competes cooperate cooperated share shared shares sign "
    "signed signs tie tied ties draw drew drawn exchange exchanged differ differs differed lose loses lost losing receive receives "
    "received receiving buy buys bought buying acquire acquires acquired acquiring purchase purchased borrow borrowed hear hears heard "
    "learn learned learnt beat beats beaten defeat defeats defeated get gets got inherit inherited join joins joined negotiate "
    "negotiated negotiating debate debated win wins won winning obtain obtained take takes took taken includes include included "
    "concerns involve involves involved follow follows followed precede preceded please pleased worry worried fear feared interest "
    "mean means meant resemble resembles belong belongs succeed succeeds succeeded replace replaces replaced face faces faced sell "
    "sold sells due according".split()
)
"""Verbs that both do alike, those that say the other way round what another verb says, and those in which the doer is a thing."""
PARTICIPLES = frozenset(
    "beaten beat bitten blown bought broken brought built caught chosen cut dealt done drawn driven eaten fallen fed felt forgotten "
    "found frozen given gone grown heard held hidden hit hurt kept known laid led left lent let lost made met overthrown paid put "
    "read run said seen sent set shaken shot shown shut sold sought spent split spread stolen struck sued swept taken taught thrown "
    "told torn turned understood won worn written".split()
)
WORD = re.compile(r"[^\W_]+(?:[-'’.&][^\W_]+)*(?:['’](?=\s))?|\S")
STOPS = frozenset(";:—–()[]!?.\"“”")
SHARE = re.compile(
    r"(?:\s(?:percent(?:age points?)?|per cent|people|members|votes?|seats?|points?|goals?|won|dollars|workers|cases|medals?|[a-z]+s)){0,2}"
    r"\s(?:of|for|from|by|to|among|in)\s(?:the\s|its\s)?(?:[a-z-]+\s){0,1}"
)
"""What stands between a figure and who has it: 63.2 percent of the union."""
REACH = 7
"""Words that are looked at behind a verb."""


@dataclass(frozen=True, slots=True)
class Read:
    """A sentence in its words, with those that the other side has."""

    text: str
    tokens: tuple[Span, ...]
    words: Sequence[Span]

    def at(self, k: int) -> str:
        """Token number k as it is written; "" outside."""
        return self.text[slice(*self.tokens[k])] if 0 <= k < len(self.tokens) else ""

    def low(self, k: int) -> str:
        """The same in lower case."""
        return self.at(k).lower()

    def known(self, k: int) -> Span | None:
        """The word of both sides that ends in token k."""
        if not 0 <= k < len(self.tokens):
            return None
        start, end = self.tokens[k]
        return next((w for w in self.words if start < w[1] <= end), None)

    def begin(self, word: Span) -> int:
        """The number of the token in which a word begins."""
        return next(k for k, (_, end) in enumerate(self.tokens) if word[0] < end)

    def owner(self, k: int) -> bool:
        """Whether token k is a possessor."""
        return re.search(r"['’]s?$", self.at(k)) is not None


def kind(text: str, span: Span) -> str:
    """A word behind an article, a preposition or a possessor is a noun, one behind an auxiliary or "to" a verb; so is a capital a name."""
    before = re.search(r"([\w'’]+)\s$", text[max(0, span[0] - 20) : span[0]])
    word = before[1].lower() if before else ""
    if word in DETERMINERS or word in PREPOSITIONS or word.endswith(("'s", "’s", "s'", "s’")):
        return NOUN
    if word in AUXILIARIES - BE or word == "to":
        return VERB
    return NOUN if text[span[0]].isupper() and before else ""


def facts(text: str, sentence: Span, words: Sequence[Span], values: Sequence[Span]) -> Iterator[Fact]:
    """What the order of the words says of `words`, and which of them has which of `values`."""
    read = Read(text, tuple(m.span() for m in WORD.finditer(text, *sentence)), words)
    for k in range(len(read.tokens)):
        word = read.known(k)
        if read.low(k) in SPEECH:
            yield from _said(read, k)
        elif read.low(k) == "according" and read.low(k + 1) == "to":
            yield from (Fact(AGENT, None, holder) for holder in _behind(read, k + 2)[:1])
        if word and read.begin(word) == k:
            if kind(text, word) != NOUN:
                yield from _verb(read, k, word)
            if kind(text, word) != VERB:
                yield from _owned(read, k, word)
    yield from _figures(read, values)


def _said(read: Read, k: int) -> Iterator[Fact]:
    """Who says it: "…," said X; X said; X, who leads Y, said."""
    if read.at(k - 1) in (",", '"', "”", "'", "’", "?", "!"):
        after = _behind(read, k + 1)
        if after:
            yield Fact(AGENT, None, after[0])
            return
    agent = _subject(read, k)
    if agent:
        yield Fact(AGENT, None, agent)


def _verb(read: Read, k: int, verb: Span) -> Iterator[Fact]:
    word = read.low(k)
    if word in OPEN or word in PREPOSITIONS or word in AUXILIARIES or not word.isascii():
        return
    start, auxiliaries = _group(read, k)
    by = next((j for j in range(k + 1, min(k + 4, len(read.tokens))) if read.low(j) == "by"), None)
    participle = word.endswith(("ed", "en")) or word in PARTICIPLES
    passive = participle and (bool(BE.intersection(auxiliaries)) or by is not None)
    subject = _subject(read, start, k)
    if subject and not (participle and not auxiliaries and passive):
        yield Fact(OTHER if passive else AGENT, verb, subject)
    if passive:
        if by is not None:
            yield from (Fact(AGENT, verb, holder) for holder in _behind(read, by + 1)[:1])
    else:
        other = _object(read, k + 1)
        if other and (auxiliaries or subject or word.endswith(("ed", "ing", "s"))):
            yield Fact(OTHER, verb, other)


def _group(read: Read, k: int) -> tuple[int, list[str]]:
    """Where the verb begins with its auxiliaries, and these; beyond the beginning where nobody can say whose verb it is."""
    j, found = k, []
    while j > 0:
        word = read.low(j - 1)
        if word in AUXILIARIES:
            found.append(word)
            j -= 1
        elif word in BETWEEN or (word.endswith("ly") and len(word) > 4):
            j -= 1
        elif word == "to" and not read.known(j - 2) and read.low(j - 2) in TO:
            if read.low(j - 2) in CONTROL and not BE.intersection((read.low(j - 3), read.low(j - 4))):
                return 0, found
            j -= 2
            found = []
        elif word == "to" and read.known(j - 2):
            known = read.known(j - 2)
            if read.low(j - 2) in TO:
                j -= 2
                found = []
            else:
                return (j - 1 if known and kind(read.text, known) == NOUN else 0), found
        elif word == "to":
            return 0, found
        else:
            break
    return j, found


def _subject(read: Read, start: int, verb: int | None = None) -> Span | None:
    """The noun before a verb that begins at token `start`."""
    j = start
    if j <= 0:
        return None
    if read.low(j - 1) in WHO:
        j -= 2 if read.at(j - 2) == "," else 1
        known = read.known(j - 1)
        return known if known and not read.owner(j - 1) else None
    if read.at(j - 1) == ",":  # X, who leads Y, said
        comma = next((i for i in range(j - 2, max(-1, j - 20), -1) if read.at(i) == ","), None)
        if comma is None or any(read.at(i) in STOPS for i in range(comma, j)):
            return None
        j = comma
        known = read.known(j - 1)
        return known if known and not read.owner(j - 1) and not _hangs(read, known) else None
    found: list[Span] = []
    for i in range(j - 1, -1, -1):
        low = read.low(i)
        known = read.known(i)
        if known in found:
            continue
        if (
            low in STOPS
            or low == ","
            or low in CLAUSE
            or low in AUXILIARIES
            or low in SPEECH
            or (low in LINKS and not found)
            or (low in LINKS and _clausal(read, i))
        ):
            if low in CLAUSE and low in WHO and not found:
                return None
            break
        if low in LINKS:
            return None
        if low in ("after", "before", "since", "until", "as") and found:
            break
        if known and kind(read.text, known) != VERB and not read.owner(i) and not _hangs(read, known) and _nominal(read, i, known):
            found.append(known)
        elif known and kind(read.text, known) == VERB:
            break
    return found[0] if len(found) == 1 else None


def _clausal(read: Read, i: int) -> bool:
    """Whether "and" joins clauses: a comma stands before it."""
    return read.at(i - 1) == ","


def _nominal(read: Read, i: int, known: Span) -> bool:
    """Whether a known word before a verb can be a noun: what has a capital, an article somewhere before it, or no verb's ending."""
    return read.at(i)[:1].isupper() or kind(read.text, known) == NOUN or not re.search(r"(?:ed|ing|ly)$", read.low(i))


def _hangs(read: Read, known: Span) -> bool:
    """Whether a noun hangs on a preposition, a possessor, or is one of two."""
    k = read.begin(known) - 1
    while k >= 0:
        low = read.low(k)
        if low in PREPOSITIONS or low == "to" or low in LINKS:
            return True
        if not (low in DETERMINERS or read.owner(k) or (low.isalpha() and low not in AUXILIARIES | CLAUSE | SPEECH)):
            return False
        other = read.known(k)
        if other and other != known and kind(read.text, other) != NOUN:
            return False
        k -= 1
    return False


def _behind(read: Read, start: int) -> list[Span]:
    """The nouns of the phrase that begins at a token, but for what hangs on them; none where it goes on with "and"."""
    for k in range(start, min(start + REACH, len(read.tokens))):
        low = read.low(k)
        if low in STOPS or low == "," or low in PREPOSITIONS | CLAUSE | AUXILIARIES | LINKS or low == "to":
            return []
        known = read.known(k)
        if known and not read.owner(k):
            # of nouns in a row the last one is the head, unless a name stands in it
            last = known
            for i in range(k + 1, min(k + 4, len(read.tokens))):
                if not read.at(i).isalpha() or read.low(i) in PREPOSITIONS | CLAUSE | AUXILIARIES | LINKS | SPEECH:
                    break
                other = read.known(i)
                if other and other != last and not read.owner(i):
                    last = other if read.at(i)[:1].isupper() == read.at(k)[:1].isupper() or read.at(i)[:1].isupper() else last
            follows = read.low(next(i for i, (_, e) in enumerate(read.tokens) if e >= last[1]) + 1)
            return [] if follows in LINKS else [last]
    return []


def _object(read: Read, start: int) -> Span | None:
    """The noun that a verb goes with, right behind it or behind to, with, against, from."""
    k = start
    for k in range(start, min(start + REACH, len(read.tokens))):
        low = read.low(k)
        if low in STOPS or low == "," or low in CLAUSE | AUXILIARIES | LINKS | SPEECH:
            return None
        if low in DIRECT:
            found = _behind(read, k + 1)
            return found[0] if found else None
        if low in PREPOSITIONS:
            return None
        known = read.known(k)
        if known and not read.owner(k):
            found = _behind(read, k)
            return found[0] if found else None
    return None


def _owned(read: Read, k: int, noun: Span) -> Iterator[Fact]:
    """Whose a noun is: N from X, N by X, X's N."""
    last = next(i for i, (_, end) in enumerate(read.tokens) if end >= noun[1])
    if read.low(last + 1) in ("by", "from"):
        yield from (Fact(AGENT, noun, holder) for holder in _behind(read, last + 2)[:1])
    for j in range(k - 1, max(-1, k - 4), -1):
        known = read.known(j)
        if read.owner(j):
            if known and known != noun:
                yield Fact(AGENT, noun, known)
            return
        if not read.at(j).isalpha() or read.low(j) in PREPOSITIONS | DETERMINERS | AUXILIARIES | LINKS:
            return


def _figures(read: Read, values: Sequence[Span]) -> Iterator[Fact]:
    """Who has which figure: 63.2 percent of X, or in a list X 63.2 percent."""
    items = sorted([(w, False) for w in read.words if kind(read.text, w) != VERB] + [(v, True) for v in values])
    for n, (value, figure) in enumerate(items):
        if not figure:
            continue
        if n + 1 < len(items) and not items[n + 1][1]:
            after = items[n + 1][0]
            if SHARE.fullmatch(read.text, value[1], after[0]):
                yield Fact(HOLDER, value, after)
                continue
        if n and not items[n - 1][1]:
            before = items[n - 1][0]
            between = read.text[before[1] : value[0]]
            if len(between) < FAR and not re.search(r"[.;!?\"”]|\b(?:and|or|but|than|while)\b", between):
                yield Fact(HOLDER, value, before)


FAR = 45
"""Characters between who has a figure and the figure."""
