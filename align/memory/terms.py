"""What the index finds a text by: terms, numbers of 48 bits that say what they stand for.

A *token* is a word, a number or one character of a script without spaces between words (Han, kana, Thai), among which Hangul
is counted, since its spacing is free. The terms of a text are, for each side apart,

- of a word or number its first nine letters in five bits each, so that the words with one beginning are a range;
- of a word with more than nine letters also its next nine;
- of a character that stands alone, with its next: pairs are found inside a word and across a space;
- one that says that there is a number.

Marks that do not compose with their letter (vowel signs of Thai and of India) are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import zip_longest
from unicodedata import normalize

import numpy as np
from numpy.typing import NDArray

from align.lang import scripts

ALONE = scripts.letters(
    (script.name for script in scripts.SCRIPTS if script.weight > 1 or not script.spaced), rest=True
)
"""Characters of which each is a token, in a class of a pattern: Thai to Lao, Myanmar, Hangul, Khmer, Han and kana."""
SPACED = rf"[^\W\d_{ALONE}]"
"""A letter of a script that has words."""
DIGITS = r"\d+(?:[.,]\d+)*"
"""A number."""
TOKEN = re.compile(rf"(?P<number>{DIGITS})|(?P<alone>(?!_)[^\W\d_](?<=[{ALONE}]))|(?P<word>{SPACED}+)")
LETTERS = 9
"""Of a word in a term."""
SIDES = ("source", "target")
MARK, PAIR, WORD, TAIL = range(4)
"""Kinds of terms."""
GAP, SINGLE, LETTER, DIGIT = range(4)
"""Kinds of characters."""
TOP = 0x3FFFF
"""The last code point with letters; one takes 18 bits."""

Codes = NDArray[np.uint64]


def fold(text: str) -> str:
    """`text` without its case, NFC."""
    return text.casefold() if text.isascii() else normalize("NFC", text.casefold())


def base(kind: int, side: str) -> int:
    """The lowest term of a kind on a side."""
    return (kind << 1 | SIDES.index(side)) << 45


def lengths(side: str) -> int:
    """Not a term: by this the index has the number of tokens of each text."""
    return base(MARK, side)


def number(side: str) -> int:
    """The term of every text that has a number."""
    return base(MARK, side) | 1


def single(token: str) -> bool:
    """Whether it is one character of a script without words."""
    return len(token) == 1 and bool(_kinds()[min(ord(token), TOP)] == SINGLE)


def pair(side: str, one: str, after: str) -> int:
    """The term of a character and the next token, or "": which does not matter where it is no single character."""
    return base(PAIR, side) | min(ord(one), TOP) << 18 | (min(ord(after), TOP) if single(after) else 0)


def character(side: str, one: str) -> tuple[int, int]:
    """The first and last term of a character with any next token."""
    low = base(PAIR, side) | min(ord(one), TOP) << 18
    return low, low | TOP


def word(side: str, letters: str, whole: bool) -> list[tuple[int, int]]:
    """The first and last terms of words, or numbers, that begin with these letters; with `whole` of those that are these."""
    found = [_letters(base(WORD, side), letters[:LETTERS], whole)]
    if len(letters) > LETTERS:
        found.append(_letters(base(TAIL, side), letters[LETTERS : 2 * LETTERS], whole))
    return found


def _letters(low: int, letters: str, whole: bool) -> tuple[int, int]:
    for k, letter in enumerate(letters):
        low |= (ord(letter) & 31 or 31) << 5 * (LETTERS - 1 - k)
    return low, low if whole else low | (1 << 5 * (LETTERS - len(letters))) - 1


def of(side: str, tokens: Sequence[str]) -> list[int]:
    """The terms of a text that has these tokens, each once and ascending, with "#" for any number; without the tails of long words."""
    found = {
        number(side) if token == "#" else pair(side, token, next_) if single(token) else word(side, token, True)[0][0]
        for token, next_ in zip_longest(tokens, tokens[1:], fillvalue="")
    }
    return sorted(found)


def terms(texts: Sequence[str], side: str) -> tuple[Codes, NDArray[np.int64], NDArray[np.int64]]:
    """All terms of some texts, with repeats; the place in `texts` of each; and how many tokens each text has."""
    joined = fold("\0".join(text.replace("\0", " ") for text in texts) + "\0")
    points = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    kinds = _kinds()[np.minimum(points, TOP)]
    marks = np.flatnonzero((points == ord(",")) | (points == ord(".")))
    kinds[marks[(kinds[marks - 1] == DIGIT) & (kinds[marks + 1] == DIGIT)]] = DIGIT  # 1,000.5 is one number
    owner = np.cumsum(points == 0, dtype=np.int32)
    words, at, digits = _words(points, kinds)
    pairs, where = _pairs(points, kinds, owner)
    wholes, numbered = owner[at[0]], owner[at[0][digits]]
    found = [
        words[0] | np.uint64(base(WORD, side)),
        words[1] | np.uint64(base(TAIL, side)),
        pairs | np.uint64(base(PAIR, side)),
        np.full(len(numbered), number(side), dtype=np.uint64),
    ]
    owners = [wholes, owner[at[1]], where, numbered]
    count = np.bincount(wholes, minlength=len(texts)) + np.bincount(where, minlength=len(texts))
    return np.concatenate(found), np.concatenate(owners).astype(np.int64), count[: len(texts)]


def _words(
    points: NDArray[np.uint32], kinds: NDArray[np.uint8]
) -> tuple[tuple[Codes, Codes], tuple[NDArray[np.int64], NDArray[np.int64]], NDArray[np.bool_]]:
    """Letters of the words and numbers and of their tails, where they begin, and which words are numbers."""
    starts = np.concatenate(([0], np.flatnonzero(kinds[1:] != kinds[:-1]) + 1))
    sizes = np.diff(starts, append=len(kinds))
    chosen = kinds[starts] >= LETTER
    starts, sizes = starts[chosen], sizes[chosen]
    long = sizes > LETTERS
    tails = starts[long]
    packed = _packed(points, starts, sizes), _packed(points, tails + LETTERS, sizes[long] - LETTERS)
    return packed, (starts, tails), kinds[starts] == DIGIT


def _packed(points: NDArray[np.uint32], starts: NDArray[np.int64], sizes: NDArray[np.int64]) -> Codes:
    found = np.zeros(len(starts), dtype=np.uint64)
    for k in range(LETTERS):
        letters = points.take(starts + k, mode="clip") & 31
        letters[letters == 0] = 31
        letters[sizes <= k] = 0
        found <<= np.uint64(5)
        found |= letters
    return found


def _pairs(
    points: NDArray[np.uint32], kinds: NDArray[np.uint8], owner: NDArray[np.int32]
) -> tuple[Codes, NDArray[np.int32]]:
    """Each character that stands alone with the next, 0 where a word, a number or the end comes next; and their texts."""
    body = np.flatnonzero(kinds)
    single = kinds[body] == SINGLE
    if not single.any():
        return np.zeros(0, dtype=np.uint64), np.zeros(0, dtype=np.int32)
    character, owners = np.minimum(points[body], TOP).astype(np.uint64), owner[body]
    after = np.zeros(len(body), dtype=np.uint64)
    after[:-1] = np.where(single[1:] & (owners[1:] == owners[:-1]), character[1:], np.uint64(0))
    return (character << np.uint64(18) | after)[single], owners[single]


@lru_cache(1)
def _kinds() -> NDArray[np.uint8]:
    """The kind of each code point up to TOP, as TOKEN has it."""
    kinds = bytearray(TOP + 1)
    for k, letter in enumerate(map(chr, range(TOP + 1))):
        if letter.isalnum():
            kinds[k] = DIGIT if letter.isdecimal() else LETTER
    for span in re.findall("(.)-(.)", ALONE):
        for k in range(ord(span[0]), ord(span[1]) + 1):
            if kinds[k] == LETTER:
                kinds[k] = SINGLE
    return np.frombuffer(kinds, dtype=np.uint8)
