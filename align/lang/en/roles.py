"""Who does what in an English sentence: the order of the words says it.

A verb's subject is the one noun known that stands before it in its clause and hangs on no preposition. What is open (two such
nouns, a participle without a subject, a verb behind "and") says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from align.lang.base.roles import (
    ACTOR,
    AGENT,
    ANY,
    COUNTED,
    DOER,
    GOAL,
    HOLDER,
    LESS,
    MAIN,
    MORE,
    NAME,
    NOUN,
    OBJECT,
    OTHER,
    PATH,
    PERSON,
    SAID,
    SIDE,
    START,
    VERB,
    Fact,
    Known,
    Span,
    ends,
    offices,
    titled,
)
from align.lang.base.roles import CLOSED as EMPTY
from align.lang.base.sentences import LONGEST
from align.lang.en.role_words import (
    AUXILIARIES,
    BE,
    BETWEEN,
    CLAUSE,
    CLOSED,
    CONTRAST,
    CONTROL,
    DETERMINERS,
    DIRECT,
    GIVEN,
    GREATER,
    LESSER,
    LINKS,
    LOST,
    MODALS,
    OPEN,
    PARTICIPLES,
    PAST,
    PREPOSITIONS,
    PRESENT,
    PRONOUNS,
    SAYING,
    SPEECH,
    STANDARD,
    SUBJECTS,
    TO,
    WHO,
)

__all__ = ["facts", "kind", "offices", "titled"]
EACH = "respectively"
"""What gives each of some the figure in the order in which they are named."""
WORD = re.compile(
    r"(?:[A-Z]\.){2,}(?:['’]s)?|\b(?:Mr|Ms|Mrs|Dr|Prof|Gen|Gov|Sen|Rep|Lt|Col|Sgt|Capt|Rev|St|No|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Inc|Co|Corp|Ltd)\.|[^\W_]+(?:[-'’.&][^\W_]+)*(?:['’](?=\s))?|\S"
)
STOPS = frozenset(';:—–()[]!?."“”')
SHARE = re.compile(
    r"(?:\s(?:percent(?:age points?)?|per cent|people|members|votes?|seats?|points?|goals?|won|dollars|workers|medals?|[a-z]+s)){0,2}"
    r"\s(?:of|for|from|by|to|among|in)\s(?:the\s|its\s)?(?:[a-z-]+\s){0,1}"
)
"""What stands between a figure and who has it: 63.2 percent of the union."""
NUMBER_OF = re.compile(
    r"\s(?:(?!(?:and|or|but|while|per|a|of|for|from|in|at|on|to|by|with|as|was|were|is|are|had|has)\s)[a-z-]+\s){0,2}"
)
"""What stands between a number and the noun that it counts: 102 opposition lawmakers."""
REACH = 7
"""Words that are looked at behind a verb."""


@dataclass(frozen=True, slots=True)
class Read:
    """A sentence in its words, with those that the other side has."""

    text: str
    tokens: tuple[Span, ...]
    words: Sequence[Known]
    lower: tuple[str, ...]
    """The tokens in lower case, but for those of names: Do and May are no verbs there."""
    ends: dict[int, Known]
    """Which word of both sides ends in a token."""

    def at(self, k: int) -> str:
        """Token number k as it is written; "" outside."""
        return self.text[slice(*self.tokens[k])] if 0 <= k < len(self.tokens) else ""

    def low(self, k: int) -> str:
        """The same in lower case, but for a name."""
        return self.lower[k] if 0 <= k < len(self.lower) else ""

    def known(self, k: int) -> Known | None:
        """The word of both sides that ends in token k."""
        return self.ends.get(k)

    def noun(self, k: int) -> Known | None:
        """The noun that token k belongs to as the last of its phrase: ruling in "the ruling party"."""
        known = self.known(k)
        if known and known.holds:
            return known
        if k <= 0 or not self.at(k)[:1].isalpha() or self.low(k) in CLOSED or not self.at(k - 1)[:1].isalpha():
            return None
        before = self.known(k - 1)
        return before if before and before.holds and self.low(k - 1) not in CLOSED and not self.owner(k - 1) else None

    def first(self, word: Known) -> int:
        """The number of the token in which a word begins."""
        return next(k for k, (_, end) in enumerate(self.tokens) if word.start < end)

    def last(self, word: Known) -> int:
        """The number of the token in which a word ends."""
        return next(k for k, (_, end) in enumerate(self.tokens) if word.end <= end)

    def owner(self, k: int) -> bool:
        """Whether token k is a possessor."""
        return re.search(r"\w['’]s?$", self.at(k)) is not None


def kind(text: str, span: Span) -> str:
    """What stands behind an article, a preposition or a possessor is a noun, behind an auxiliary or "to" a verb."""
    own = text[slice(*span)].lower()
    if own[0].isdigit():
        return EMPTY
    if own in CLOSED or own in PRONOUNS or own in BETWEEN:
        return EMPTY
    before = re.search(r"([\w'’]+)\s$", text[max(0, span[0] - 20) : span[0]])
    word = before[1].lower() if before else ""
    if word in DETERMINERS or word in PREPOSITIONS or word.endswith(("'s", "’s", "s'", "s’")):
        return NOUN
    if word in AUXILIARIES - BE or word == "to":
        return VERB if own not in CLOSED and not text[span[0]].isupper() else NOUN
    return NOUN if text[span[0]].isupper() and before else ""


def facts(text: str, sentence: Span, words: Sequence[Known], figures: Sequence[Span]) -> Iterator[Fact]:
    """What the order of the words says of `words`, and which of them has which of `figures`."""
    if sentence[1] - sentence[0] > LONGEST:
        return
    read = _read(text, sentence, words)
    for k in range(len(read.tokens)):
        if read.low(k) in SPEECH:
            yield from _said(read, k)
        if read.low(k) in SPEECH or read.low(k) in SAYING:
            yield from (Fact(AGENT, ANY, holder.span) for holder in _row(read, k + 1)[:1])
        if read.low(k) == "according" and read.low(k + 1) == "to":
            yield from (Fact(AGENT, SAID, holder.span) for holder in _behind(read, k + 2)[:1])
        elif read.low(k) in ("that", "whether"):
            yield from (Fact(AGENT, ANY, holder.span) for holder in _row(read, k + 1)[:1])
        word = read.known(k)
        if word and read.first(word) == k:
            noun = kind(text, word.span) == NOUN
            if not noun and (word.kind == VERB or (word.kind in (NOUN, "") and _verbal(read, k))):
                yield from _verb(read, k, word.span)
            if noun or word.kind not in (PERSON, NAME, VERB):
                yield from _owned(read, k, word)
    yield from _main(read)
    yield from _compared(read)
    yield from _actors(read)
    yield from _things(read)
    yield from _sides(read)
    if EACH not in text[slice(*sentence)]:
        yield from _figures(read, figures)
    yield from _paths(read, figures)


def _read(text: str, sentence: Span, words: Sequence[Known]) -> Read:
    names = [w for w in words if w.rank < 2]
    tokens = tuple(m.span() for m in WORD.finditer(text, *sentence))
    lower = (text[a:b] if any(w.start <= a < w.end for w in names) else text[a:b].lower() for a, b in tokens)
    return Read(text, tokens, words, tuple(lower), ends(tokens, words))


def _verbal(read: Read, k: int) -> bool:
    """Whether a word has the form of a verb."""
    low = read.low(k)
    known = read.known(k)
    if low in CLOSED - SPEECH or not read.at(k).islower() or low in BETWEEN:
        return False
    if known and kind(read.text, known.span) == NOUN:
        return False
    j = k - 1
    while j > 0 and (read.low(j) in BETWEEN or _adverb(read, j)):
        j -= 1
    if read.low(j) in MODALS and low.isalpha():
        return True
    return low in PRESENT or low.endswith(("ed", "ing")) or low in PARTICIPLES or low in PAST or low in SPEECH


def _main(read: Read) -> Iterator[Fact]:
    """Who does what the sentence tells, and to whom, where it begins with him."""
    if any(read.low(k) == "than" for k in range(len(read.tokens))):
        return
    for k in range(1, len(read.tokens)):
        low = read.low(k)
        known = read.known(k)
        if low in CLAUSE or (low in STOPS and k > 1):
            return
        if (
            low in AUXILIARIES
            or low in BETWEEN
            or _adverb(read, k)
            or (low.endswith("ing") and not BE.intersection(_group(read, k)[1]))
        ):
            continue
        if not ((known and known.kind == VERB) or _verbal(read, k)):
            continue
        start, _ = _group(read, k)
        subject = _subject(read, start)
        if subject and all(read.low(j) not in PREPOSITIONS | CLAUSE | STOPS for j in _opening(read, subject)):
            yield from _verb(read, k, MAIN)
        return


def _compared(read: Read) -> Iterator[Fact]:
    """Than whom something is more, or less: higher than for men, growing faster than Y."""
    for k in range(1, len(read.tokens)):
        if read.low(k) != "than":
            continue
        before = {read.low(k - 1), read.low(k - 2)}
        way = LESS if before & LESSER else MORE if before & GREATER else ""
        start = next((j for j in range(k + 1, k + 4) if read.low(j) not in STANDARD), k + 1)
        if way and _behind(read, start):  # none of two
            yield from (Fact(way, ANY, holder.span) for holder in _row(read, start))


def _actors(read: Read) -> Iterator[Fact]:
    """Who begins the sentence, and who begins another clause of it: X offered it, but Y turned it down."""
    for k in range(-1, len(read.tokens) - 1):
        if k == -1 or read.low(k) in CONTRAST:
            yield from (Fact(ACTOR, ANY, holder.span) for holder in _behind(read, k + 1))


def _opening(read: Read, subject: Known) -> range:
    """The tokens of its phrase before the subject: back to the comma behind "Under the agreement"."""
    first = read.first(subject)
    comma = next((k for k in range(first - 1, -1, -1) if read.at(k) == ","), -1)
    return range(comma + 1, first)


def _said(read: Read, k: int) -> Iterator[Fact]:
    """Who says it: "…," said X; X said; X, who leads Y, said."""
    if read.at(k - 1) in (",", '"', "”", "'", "’", "?", "!"):
        after = _behind(read, k + 1)
        if after:
            yield Fact(AGENT, SAID, after[0].span)
            return
    agent = _subject(read, k)
    if agent:
        yield Fact(AGENT, SAID, agent.span)


def _verb(read: Read, k: int, verb: Span) -> Iterator[Fact]:
    word = read.low(k)
    if word in OPEN or word in CLOSED - SPEECH or not word.isascii():
        return
    start, auxiliaries = _group(read, k)
    by = next((j for j in range(k + 1, min(k + 4, len(read.tokens))) if read.low(j) == "by"), None)
    participle = word.endswith(("ed", "en")) or word in PARTICIPLES
    passive = participle and (bool(BE.intersection(auxiliaries)) or by is not None)
    lost = word in LOST
    subject = _accused(read, k) if word.endswith("ing") else None
    subject = subject or _subject(read, start)
    if subject and not (passive and not auxiliaries):
        beaten = lost and not any(role == OBJECT for role, _ in _others(read, k + 1))
        yield Fact(OBJECT if passive or beaten else AGENT, verb, subject.span)
    if passive:
        if by is not None:
            yield from (Fact(AGENT, verb, holder.span) for holder in _behind(read, by + 1)[:1])
        return
    others = list(_complements(read, k))
    lost = lost and all(role != OBJECT for role, _ in others)
    for role, other in others:
        yield Fact(AGENT if lost and role == OTHER else role, verb, other.span)
        if role == OBJECT and subject:
            yield Fact(DOER, other.span, subject.span)
    yield from (Fact(OTHER, a.span, b.span) for x, a in others for y, b in others if (x, y) == (OBJECT, OTHER))


def _accused(read: Read, k: int) -> Known | None:
    """Who does it in: accused X of breaking, praised X for keeping."""
    return read.noun(k - 2) if read.low(k - 1) in ("of", "for", "from", "into") and not read.owner(k - 2) else None


def _things(read: Read) -> Iterator[Fact]:
    """Who does something with a thing where the verb is none of both sides': X filed a lawsuit against Y."""
    for k in range(1, len(read.tokens)):
        low = read.low(k)
        if read.known(k) or low in OPEN or low in LOST or not _verbal(read, k) or low.endswith("ing"):
            continue
        start, auxiliaries = _group(read, k)
        subject = None if BE.intersection(auxiliaries) else _subject(read, start)
        others = list(_complements(read, k)) if subject else []
        for role, other in others:
            if role == OBJECT and subject:
                yield Fact(DOER, other.span, subject.span)
        yield from (Fact(OTHER, a.span, b.span) for x, a in others for y, b in others if (x, y) == (OBJECT, OTHER))


def _adverb(read: Read, k: int) -> bool:
    """Whether a word has the form of an adverb; an assembly is none."""
    return read.low(k).endswith("ly") and read.at(k).islower() and len(read.at(k)) > 4 and not read.known(k)


def _group(read: Read, k: int) -> tuple[int, list[str]]:
    """Where the verb begins with its auxiliaries, and these; 0 where nobody can say whose verb it is."""
    j: int = k
    found: list[str] = []
    while j > 0:
        word = read.low(j - 1)
        if word in AUXILIARIES:
            found.append(word)
            j -= 1
        elif word in BETWEEN or _adverb(read, j - 1):
            j -= 1
        elif word == "to":
            if read.low(j - 2) in TO:
                if read.low(j - 2) in CONTROL and not BE.intersection((read.low(j - 3), read.low(j - 4))):
                    return 0, found
                j -= 2
                found = []
            else:
                known = read.known(j - 2)
                return (j - 1 if known and known.holds else 0), found
        else:
            break
    return j, found


def _subject(read: Read, start: int) -> Known | None:
    """The noun before a verb that begins at token `start`."""
    j = start
    if j <= 0:
        return None
    if read.low(j - 1) in WHO:
        j -= 2 if read.at(j - 2) == "," else 1
        known = read.noun(j - 1)
        return known if known and not read.owner(j - 1) else None
    if read.at(j - 1) == ",":  # X, who leads Y, said
        comma = next((i for i in range(j - 2, max(-1, j - 20), -1) if read.at(i) == ","), None)
        if comma is None or any(read.at(i) in STOPS for i in range(comma, j)):
            return None
        known = read.noun(comma - 1)
        return known if known and not read.owner(comma - 1) and not _hangs(read, known) else None
    found: list[Known] = []
    for i in range(j - 1, -1, -1):
        low = read.low(i)
        known = read.known(i)
        if known in found:
            continue
        if low in STOPS or low == "," or low in CLAUSE or low in AUXILIARIES or low in SPEECH:
            break
        if low in SUBJECTS:
            return None
        if low in LINKS:
            if not found:
                return _shared(read, i)
            if read.at(i - 1) == ",":
                break
            return None
        if low in ("after", "before", "since", "until", "as") and found:
            break
        if known and known.kind == VERB and not read.at(i).endswith(("ed", "ing")):
            break
        if known and known.holds and not read.owner(i) and not _hangs(read, known):
            found.append(known)
    return _one(found)


def _shared(read: Read, link: int) -> Known | None:
    """The subject of the verb before "and", which the verb behind it has too."""
    for k in range(link - 1, max(0, link - 12), -1):
        low = read.low(k)
        known = read.known(k)
        if read.at(k) in STOPS or low in CLAUSE:
            return None
        if low in AUXILIARIES or low in SPEECH or (known and known.kind == VERB and not low.endswith("ing")):
            return _subject(read, _group(read, k)[0])
    return None


def _one(found: Sequence[Known]) -> Known | None:
    """The one of some nouns in a row, the last first, that the phrase is of: the person or the name, if there is one."""
    best = min((known.rank for known in found), default=2)
    chosen = [known for known in found if known.rank == best]
    return chosen[0] if len(chosen) == 1 or (chosen and best > 0) else None


def _hangs(read: Read, known: Known) -> bool:
    """Whether a noun hangs on a preposition or is one of two."""
    k = read.first(known) - 1
    while k >= 0:
        low = read.low(k)
        if low in PREPOSITIONS or low == "to" or low in LINKS:
            return True
        if not (low in DETERMINERS or read.owner(k) or (low.isalpha() and low not in AUXILIARIES | CLAUSE | SPEECH)):
            return False
        other = read.known(k)
        if other and other != known and other.kind == VERB:
            return False
        k -= 1
    return False


def _behind(read: Read, start: int) -> list[Known]:
    """The noun of the phrase that begins at a token, the last of its row; none where it goes on with "and"."""
    row = _row(read, start)
    chosen = _one(row[::-1])
    return [chosen] if chosen and read.low(read.last(chosen) + 1) not in LINKS else []


def _row(read: Read, start: int) -> list[Known]:
    """The nouns in a row of the phrase that begins at a token."""
    row: list[Known] = []
    for k in range(start, min(start + REACH, len(read.tokens))):
        low = read.low(k)
        if not read.at(k)[0].isalnum() or low in CLOSED - DETERMINERS or (low in DETERMINERS and row):
            break
        known = read.known(k)
        if known and known.kind == VERB and k > start:
            break
        if known and known.holds and known not in row and not read.owner(k):
            row.append(known)
    return row


def _complements(read: Read, k: int) -> Iterator[tuple[str, Known]]:
    """The nouns that verb k goes with, whatever the order: provided Ukraine with missiles, and missiles to Ukraine."""
    found = list(_others(read, k + 1))
    turned = read.low(k) in GIVEN and any(
        role == OTHER and "with" in read.lower[read.first(noun) - 3 : read.first(noun)] for role, noun in found
    )
    yield from (({OBJECT: OTHER, OTHER: OBJECT}[role], noun) if turned else (role, noun) for role, noun in found)


def _others(read: Read, start: int) -> Iterator[tuple[str, Known]]:
    """The nouns that a verb goes with: one right behind it, and one behind to, with, against, from."""
    seen = False
    for k in range(start, min(start + REACH, len(read.tokens))):
        low = read.low(k)
        if not read.at(k)[0].isalnum() or low in CLAUSE | AUXILIARIES | LINKS | SPEECH:
            return
        if low == "to" and read.at(k + 1).islower() and read.low(k + 1) not in DETERMINERS:
            known = read.known(k + 1)
            if not (known and known.kind == NOUN):
                return  # asked X to go
        if low in DIRECT:
            yield from ((OTHER, holder) for holder in _behind(read, k + 1))
            return
        if low in PREPOSITIONS or low == "to":
            return
        if not seen and (found := _behind(read, k)):
            seen = True
            yield OBJECT, found[0]


def _owned(read: Read, k: int, noun: Known) -> Iterator[Fact]:
    """Whose a noun is: N from X, N by X, X's N."""
    last = read.last(noun)
    if read.owner(last) and noun.holds:
        yield Fact(AGENT, ANY, noun.span)
    if read.low(last + 2) == "by" and (read.low(last + 1).endswith("ed") or read.low(last + 1) in PARTICIPLES):
        yield from (Fact(AGENT, noun.span, holder.span) for holder in _behind(read, last + 3)[:1])
    if read.low(last + 1) in ("by", "from"):
        yield from (Fact(AGENT, noun.span, holder.span) for holder in _behind(read, last + 2)[:1])
    for j in range(k - 1, max(-1, k - 4), -1):
        if read.owner(j):
            known = _owner(read, j)
            if known and known != noun:
                yield Fact(AGENT, ANY, known.span)
                yield Fact(AGENT, noun.span, known.span)
            return
        if not read.at(j).isalpha() or read.low(j) in CLOSED:
            return


def _owner(read: Read, k: int) -> Known | None:
    """The possessor whose phrase ends at token k: of several nouns in it a name."""
    row = [known] if (known := read.noun(k)) else []
    for j in range(k - 1, max(-1, k - 4), -1):
        if not read.at(j).isalpha() or read.low(j) in CLOSED:
            break
        before = read.known(j)
        if before and before.holds:
            row.append(before)
    return _one(row)


def _sides(read: Read) -> Iterator[Fact]:
    """Where a person belongs: the noun before him in his phrase, a name first, else one behind of or from."""
    for person in read.words:
        if person.kind != PERSON:
            continue
        row: list[Known] = []
        for k in range(read.first(person) - 1, max(-1, read.first(person) - 4), -1):
            known = read.known(k)
            if not read.at(k).isalpha() or read.low(k) in CLOSED:
                break
            if known and known.holds and known.kind != PERSON:
                row.append(known)
        last = read.last(person)
        if not row and read.low(last + 1) in ("of", "from"):
            near = (read.known(k) for k in range(last + 2, last + 6) if k < len(read.tokens))
            row = [known for known in near if known and known.holds and known.kind != PERSON][:1]
        if row:
            yield Fact(SIDE, person.span, min(row, key=lambda known: known.rank).span)


def _figures(read: Read, figures: Sequence[Span]) -> Iterator[Fact]:
    """Who may have which figure: 63.2 percent of X, or in a list X 63.2 percent."""
    nouns = [w.span for w in read.words if w.holds]
    for n, value in enumerate(figures):
        low = figures[n - 1][1] if n else 0
        high = figures[n + 1][0] if n + 1 < len(figures) else len(read.text)
        after = [w for w in nouns if value[1] <= w[0] < high and SHARE.fullmatch(read.text, value[1], w[0])]
        yield from (Fact(HOLDER, value, w) for w in after)
        if after and n:
            continue
        yield from (
            Fact(COUNTED, value, w)
            for w in nouns
            if value[1] <= w[0] < high and NUMBER_OF.fullmatch(read.text, value[1], w[0])
        )
        for word in nouns:
            between = read.text[word[1] : value[0]]
            if low <= word[0] < value[0] and len(between) < FAR and not re.search(APART, between):
                yield Fact(HOLDER, value, word)


APART = r"[.;!?\"”]|\b(?:and|or|but|than|while)\b"
FAR = 45
"""Characters between who has a figure and the figure."""


def _paths(read: Read, figures: Sequence[Span]) -> Iterator[Fact]:
    """From where to where, or from how much to how much."""
    for item in [*(w.span for w in read.words if w.holds), *figures]:
        before = re.search(PATH_WORD, read.text[max(0, item[0] - 24) : item[0]])
        if before:
            yield Fact(START if before[1] == "from" else GOAL, PATH, item)


PATH_WORD = r"\b(from|to)\s(?:(?:the|a|an|its|about|around|some|nearly|current|previous|a\srecord)\s)?(?:[$€£]\s?)?$"
