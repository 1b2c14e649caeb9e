"""English words for the lexicon: lower case, possessive and regular endings removed."""

from __future__ import annotations

import re
from functools import lru_cache

WORD = re.compile(r"[^\W\d_]+(?:[-'’.][^\W\d_]+)*")
VOWEL = re.compile("[aeiouy]")


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """`word` without regular endings: a class of forms to count together, not a dictionary form.

    >>> [stem(w) for w in ("ratifies", "ratified", "ratifying", "ratify", "treaties", "ships", "running", "pass")]
    ['ratifi', 'ratifi', 'ratifi', 'ratifi', 'treati', 'ship', 'run', 'pass']
    """
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-3] + "y" if word.endswith("ies") and len(word) > 4 else word[:-1]
        if word.endswith(("she", "che", "xe", "sse", "zze")):
            word = word[:-1]
    for ending in ("ing", "ed"):
        if word.endswith(ending) and VOWEL.search(word[: -len(ending)]) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "lsz":
                word = word[:-1]
            break
    if len(word) > 4 and word.endswith("ly"):
        word = word[:-2]
    if len(word) > 4 and word.endswith("e"):
        word = word[:-1]
    if len(word) > 3 and word.endswith("y") and word[-2] not in "aeiou":
        word = word[:-1] + "i"
    return word


def tokens(text: str) -> list[str]:
    """The stems of `text` in order; hyphened words in parts; single letters and digits are left out."""
    words = []
    for match in WORD.finditer(text):
        word = match[0].lower().replace("’", "'")
        for part in word.replace(".", "").removesuffix("'s").removesuffix("'").split("-"):
            if len(part) > 1:
                words.append(stem(part))
    return words
