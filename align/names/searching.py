"""Persons in a text that has no words to compare: each heard name is searched for in it, by sound and by reading."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from align.lang.base.names.hearing import Found, Hearing
from align.names.links import Link
from align.names.persons import addressed, titled, unheard
from align.names.texts import Texts, Word

FULL = 3
"""Syllables of a name that is told by its characters alone: shorter ones need a title."""


def searched(bead: Texts, hearing: Hearing, bearers: Mapping[str, Collection[str]] = {}) -> Iterator[Link]:
    """The links of the persons of a bead, by the full name or by the family name with a title.

    `bearers` are the persons of the article by family name: a family name may be rendered by the full one.
    """
    for k, word in enumerate(bead.words):
        family = hearing.family(word.text)
        if not family or hearing.is_title(word.text):
            continue
        told = titled(bead.words, k, hearing)
        alone = addressed(family, word, bead.words[k + 1 : k + 2], hearing)
        for at, text in bead.pieces:
            for found in hearing.find(word.text, text):
                if _is_person(word, found, told, text, hearing):
                    yield _link(bead, word, found, at, text, "person")
            for name in bearers.get(family, ()) if alone else ():
                for found in hearing.find(name, text):
                    yield replace(
                        _link(bead, word, found, at, text, "person"),
                        name=name,
                        heard=(word.start, word.start + len(family)),
                    )
            for found in hearing.find_family(family, text) if alone else ():
                if hearing.spelling.titled(text, found.start, found.end) and _bounded(text, found):
                    yield _link(bead, word, found, at, text, "")


def _is_person(word: Word, found: Found, told: bool, text: str, hearing: Hearing) -> bool:
    """Whether a word is a name, as its own text tells or the other one."""
    if told and (found.person or hearing.spelling.titled(text, found.start, found.end)):
        return True
    if found.size < FULL:
        return False
    return found.person and unheard(word.text[: found.size], hearing.code)


def _bounded(text: str, found: Found) -> bool:
    """Whether a family name alone begins a run of its script, or is one that the characters tell."""
    return found.person or found.start == 0 or not text[found.start - 1].isalpha()


def _link(bead: Texts, word: Word, found: Found, at: int, text: str, kind: str) -> Link:
    return Link(
        bead.bead,
        word.text[: found.size],
        kind,
        (word.start, word.start + found.size),
        (at + found.start, at + found.end),
        text[found.start : found.end],
        text[found.start : found.family] if kind else "",
        found.score,
    )
