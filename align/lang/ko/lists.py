"""Lists in Korean: 사과, 배와 포도; 사과·배·포도; 한미일; 사과와 배 및 포도 등."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from align.lang.base.lists import BRACKETS, Listing, Span
from align.lang.ko.list_words import (
    ADVERBS,
    BARE,
    BEFORE_NOUNS,
    CLAUSE,
    COPULAS,
    ENDS,
    JOINTS,
    NOUNS,
    OPEN,
    PARTICLES,
    SMALL,
    VERBS,
    WITH,
)
from align.lang.ko.names.following import follows
from align.lang.ko.names.places import COMPOUNDS

WORD = re.compile(r"[^\s\"“”:;!?…]+|[\"“”:;!?…]")
DOTS = re.compile(r"(?<=[^\W\d_])[·ㆍ・‧∙･•](?=[^\W_])|(?<=\d)[·ㆍ・‧∙･•](?=[^\W\d_])")
ASIDE = re.compile(rf"(?:{BRACKETS.pattern})(?P<joint>[가-힣]{{0,3}}[,、]?(?=\s|$)|[·ㆍ・‧∙･•])?")
"""What stands in brackets, which explains an item and is none, with the particle, comma or dot behind it."""
N, L, SS = 4, 8, 20
"""Final consonants as Unicode counts them: of verbs before a noun (인한, 할), and of their past (했고)."""
EDGE = 4
"""Words that are looked at of the first and of the last item, whose other end is not known."""
LONGEST = 7
"""Words of an item that stands between two others."""


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    text: str
    """Without what joins it to the next."""
    joint: str
    """"," or "and" where the next item begins behind it, "." where the sentence has a break there, else ""."""


def lists(text: str) -> Iterator[Listing]:
    """The lists of a sentence.

    >>> text = "서울과 부산, 대구가 만났다."
    >>> [[text[a:b] for a, b in found.items] for found in lists(text)]
    [['서울', '부산', '대구가']]
    """
    words = list(_words(ASIDE.sub(_moved, text)))
    at = 0
    while at < len(words):
        if words[at].joint not in (",", "and"):
            at += 1
            continue
        pieces, end = _pieces(words, at)
        if pieces:
            yield Listing(tuple(_shown(text, *piece) for piece in pieces), _open(words, end))
        at = max(end, at + 1)
    yield from _blocs(text)


def _moved(aside: re.Match[str]) -> str:
    """Spaces for what explains an item; what joins that to the next stands before them: 목포(전남)·강릉."""
    return (aside["joint"] or "").ljust(len(aside[0]))


def _shown(text: str, start: int, end: int) -> Span:
    """An item as it is written: no further than the bracket behind it, of which a particle was taken for a part."""
    opened = max(text.rfind(mark, start, end) for mark in "([（")
    return start, opened if opened > start and not any(mark in text[opened:end] for mark in ")]）") else end


def _words(text: str) -> Iterator[_Word]:
    """The words with what follows each; those joined by dots one by one."""
    every = [(m.start(), m[0]) for m in WORD.finditer(text)]
    for k, (start, word) in enumerate(every):
        after = every[k + 1][1] if k + 1 < len(every) else ""
        if word in JOINTS:
            yield _Word(start, start + len(word), "", "and")
            continue
        at = 0
        for dot in DOTS.finditer(word):
            yield _Word(start + at, start + dot.start(), word[at : dot.start()], "and")
            at = dot.end()
        yield _last(start + at, word[at:], after)


def _last(start: int, word: str, after: str) -> _Word:
    core = word.strip("'‘’「」『』《》〈〉,、.·ㆍ・‧∙･•")
    begin = start + max(0, word.find(core))
    comma = word.rstrip("'’」』》〉").endswith((",", "、", *"·ㆍ・‧∙･•"))
    if not core or word.endswith("."):
        return _Word(begin, begin + len(core), core, ".")
    if comma and core[-1].isdigit() and after[:1].isdigit():
        return _Word(begin, begin + len(core), core, "")  # 1, 2루: two numbers of one thing
    if comma:
        clause = core in ADVERBS or _clause(core)
        size = _joined(core)
        return _Word(begin, begin + (size or len(core)), core, "." if clause and not size else ",")
    size = _joined(core)
    if size and not after.startswith(WITH) and after not in JOINTS:
        return _Word(begin, begin + size, core[:size], "and")
    return _Word(begin, begin + len(core), core, "")


def _joined(word: str) -> int:
    """How long a word is before the particle that says "and" or "or"; 0 where it has none."""
    for particle, closed in (("이나", True), ("이랑", True), ("과", True), ("와", False)):
        stem = word[: -len(particle)]
        if word.endswith(particle) and stem and not NOUNS.fullmatch(word):
            final = _closed(stem[-1])
            if final is None or final == closed:
                return len(stem)
    return 0


def _closed(letter: str) -> bool | None:
    """Whether a syllable ends in a consonant; None where it is none."""
    return (ord(letter) - 0xAC00) % 28 > 0 if "가" <= letter <= "힣" else None


def _pieces(words: Sequence[_Word], first: int) -> tuple[list[Span], int]:
    """The items of the list whose first item ends with word `first`, and the word behind it."""
    begin = first
    while begin > 0 and first - begin < EDGE - 1 and not words[begin - 1].joint and not _ends(words[begin - 1].text):
        begin -= 1
    items = [(words[begin].start, words[first].end)] if words[first].text else []
    at = start = first + 1
    while at < len(words):
        word = words[at]
        if not word.text and word.joint == "and":  # 및
            if at > start:
                items.append((words[start].start, words[at - 1].end))
            at = start = at + 1
        elif at > start and _subject(words[at - 1].text) and not _goes_on(words, at) and not words[at - 1].joint:
            break
        elif word.joint in (",", "and") and at - start < LONGEST:
            items.append((words[start].start, word.end))
            at = start = at + 1
        elif word.joint == ".":
            at += 1
            break
        else:
            if OPEN.fullmatch(word.text):
                break
            at += 1
            if at - start >= LONGEST or (_ends(word.text) and not _goes_on(words, at) and not _later(words, at, start)):
                break
    if at > start and (last := _last_item(words, start, at)):
        items.append(last)
    return (items, at) if len(items) > 1 else ([], at)


def _subject(word: str) -> bool:
    """Whether a word is the subject of what follows, by a particle that fits the sound before it: 은행이, 회사가; not 국가."""
    closed = _closed(word[-2]) if len(word) > 2 else None
    return (word.endswith("이") and closed is True) or (word.endswith("가") and closed is False)


def _last_item(words: Sequence[_Word], start: int, at: int) -> Span | None:
    """The item between words `start` and `at`, as far as it goes; None for a verb, with which the word before is no item's end."""
    verb = words[start].text.endswith(VERBS) and not words[start].text.endswith(COPULAS)
    if verb and not BARE.fullmatch(words[start].text):  # 노조와 협력하고
        return None
    stop = start
    while (
        stop < at - 1
        and stop - start < EDGE
        and (not _ends(words[stop].text) or _goes_on(words, stop + 1))
        and not OPEN.fullmatch(words[stop].text)
    ):
        stop += 1
    return words[start].start, words[stop].end


def _clause(word: str) -> bool:
    """Whether a word ends a clause: 했고, 위해, 따르면."""
    if len(word) == 1:
        return False  # 은 is silver
    past = word[-1] in "고지으" and _final(word[-2]) == SS
    return past or (CLAUSE.fullmatch(word) is not None and not BARE.fullmatch(word))


def _later(words: Sequence[_Word], at: int, start: int) -> bool:
    """Whether the item goes on behind a word that may end it: another joint comes before anything ends the sentence."""
    for k in range(at, min(len(words), start + LONGEST)):
        if words[k].joint in (",", "and"):
            return not any(
                _clause(words[j].text) or (words[j].text.endswith(PARTICLES) and not _goes_on(words, j + 1))
                for j in range(at - 1, k)
            )
        if words[k].joint == ".":
            return False
    return False


def _goes_on(words: Sequence[_Word], at: int) -> bool:
    """Whether what stands before word `at` is of the noun behind it: 음주로 인한 사고, 악의가 있는 나라."""
    if at >= len(words) or words[at].joint or not words[at - 1].text.endswith(("이", "가", "에", "로")):
        return False
    word = words[at].text
    return len(word) > 1 and word not in BEFORE_NOUNS and (word.endswith(("는", "던")) or _final(word[-1]) in (N, L))


def _final(letter: str) -> int:
    """The final consonant of a syllable, as Unicode counts them; 0 where it has none, or is no syllable."""
    return (ord(letter) - 0xAC00) % 28 if "가" <= letter <= "힣" else 0


def _ends(word: str) -> bool:
    return len(word) > 1 and ENDS.fullmatch(word) is not None and not word.endswith("의")


def _open(words: Sequence[_Word], at: int) -> bool:
    return at < len(words) and OPEN.fullmatch(words[at].text) is not None


__all__ = ["SMALL", "lists"]


@cache
def _compounds() -> re.Pattern[str]:
    return re.compile(rf"(?<![가-힣])({'|'.join(sorted(COMPOUNDS, key=len, reverse=True))})([가-힣]*)")


def _blocs(text: str) -> Iterator[Listing]:
    """Countries of a syllable each: 한미일."""
    for match in _compounds().finditer(text):
        if follows(match[2]):
            yield Listing(tuple((k, k + 1) for k in range(*match.span(1))))
