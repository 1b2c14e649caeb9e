"""Which language a text is in, by its script and, for Latin letters, its commonest words. No model."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from align.lang import every
from align.lang.scripts import LATIN, SCRIPTS, Script
from align.tags import UNKNOWN

WORDS = {
    "de": "der die und das von den mit ist nicht zu ein eine auf für",
    "fr": "le la les et des est que dans une pour qui sur pas du",
    "es": "el la los de que y en las por con una para del es se",
    "it": "il di che la e della per con non una sono gli del è",
    "pt": "o de que e do da em para com não uma os no na são",
    "nl": "de het een van en dat is op te voor niet zijn met",
    "sv": "och att det som en på är av för med inte till den har",
    "da": "og at det er en på som af for med ikke til den har de",
    "no": "og det er en på som av for med ikke til at har jeg",
    "is": "og að í á er sem til um það við var fyrir með ekki af",
    "fi": "ja on ei se että oli hän mutta myös kun joka ovat",
    "pl": "i w na się z do nie że jest to o jak przez oraz",
    "cs": "a se v na je že s z do o to za by jsou jako",
    "tr": "ve bir bu da de için ile çok olarak olan daha gibi",
    "vi": "và của là có các cho không được trong một với người",
    "id": "yang dan di dengan untuk ini dari dalam pada tidak itu",
    "hu": "a az és hogy nem is egy van volt meg csak ez de",
    "ro": "și de la în pe cu nu este care din pentru mai sunt",
}
"""The commonest words of languages without a folder of their own."""
TABLE = {
    code: frozenset(words.split())
    for code, words in (*WORDS.items(), *((language.code, language.common) for language in every() if language.common))
}
LOOKED_AT = 20_000
"""Characters of a text that are looked at."""
WORD = re.compile(r"[^\W\d_]+")
LATIN_LETTER = re.compile(f"[{LATIN}]")
MIXED = {a: b for a in SCRIPTS for b in SCRIPTS if a is not b and a.first in b.languages.split()}
"""A script of one language -> the one that it mixes with, which is another's too: kana -> Han."""
SOME = 0.1
"""Share of the mixed-in script's letters from which it is that language: Japanese is known by its kana."""


def language_of(text: str) -> str:
    """The primary BCP 47 subtag of the language of `text`, "und" where it cannot be told.

    >>> language_of("러시아 하원(State Duma)이 비준했다."), language_of("The lower house ratified it."), language_of("123")
    ('ko', 'en', 'und')
    """
    sample = text[:LOOKED_AT]
    counts = {script: script.weight * len(pattern.findall(sample)) for script, pattern in _patterns().items()}
    for script, mixed in MIXED.items():
        if counts[script] > SOME * counts[mixed]:
            counts[script] += counts.pop(mixed)
    most = max(counts, key=lambda script: counts[script])
    latin = len(LATIN_LETTER.findall(sample))
    if counts[most] > latin:
        return most.first
    if not latin:
        return UNKNOWN
    words = Counter(word.lower() for word in WORD.findall(sample))
    scores = {code: sum(words[word] for word in known) for code, known in TABLE.items()}
    best = max(scores, key=lambda code: scores[code])
    return best if scores[best] else UNKNOWN


@cache
def _patterns() -> dict[Script, re.Pattern[str]]:
    return {script: re.compile(f"[{script.letters}]") for script in SCRIPTS}
