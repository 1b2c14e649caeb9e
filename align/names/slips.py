"""Names in a text without spaces that are written nearly as the article writes them elsewhere, or as no heard name is.

A full name with one character changed is told from the form that the article has; a family name before its title from the only
person whose it may be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from align.names.inventory import Names
from align.names.likeness import like
from align.names.links import Link
from align.names.persons import addressed, titled
from align.names.texts import Texts, Word

Span = tuple[int, int]
SHORT = 2
"""Characters of a name of which one may be changed only where a title tells that it is a name."""


def changed(names: Names) -> Iterator[tuple[int, Span, str, Link]]:
    """The bead, place and form of what is written as a person's full name with one part of it changed, and that person's link."""
    spelling = names.hearing.spelling
    forms = {
        link.form: link
        for bead in names.links
        for link in bead
        if link.kind == "person" and link.family not in ("", link.form)
    }
    for texts, links in zip(names.texts, names.links, strict=True):
        taken = [link.spelt for link in links] + [(s.start, s.end) for s in texts.spelt]
        for at, text in texts.pieces:
            for start, end, link in _like(text, forms, names):
                span = at + start, at + end
                form = text[start:end]
                free = all(span[1] <= a or b <= span[0] for a, b in taken)
                told = len(form) > SHORT or spelling.titled(text, start, end)
                if form not in forms and free and told:
                    taken.append(span)
                    yield texts.bead, span, form, link


def _like(text: str, forms: dict[str, Link], names: Names) -> Iterator[tuple[int, int, Link]]:
    """Where a text has a known form with one character changed, or a name in two parts that is nearly one in two parts."""
    spelling = names.hearing.spelling
    for form, link in forms.items():
        if spelling.script(form) == names.hearing.reading:
            for k in range(len(form)):
                pattern = re.escape(form[:k]) + names.hearing.character + re.escape(form[k + 1 :])
                yield from ((m.start(), m.end(), link) for m in re.finditer(pattern, text))
    parts = [Word(0, *m.span(), m[0]) for m in names.hearing.run.finditer(text)]
    for a, b in pairwise(parts):
        if b.start - a.end == 1:
            plain = spelling.plain(a.text + b.text)
            near = next((link for form, link in forms.items() if like(plain, spelling.plain(form))), None)
            if near is not None:
                yield a.start, b.end, near


def strange(names: Names) -> Iterator[tuple[int, str, Span, Span, str, str]]:
    """One family name of each side before a title, and unlike.

    Bead, heard name, the places of both, what is expected, and whose the other one is.
    """
    hearing = names.hearing
    persons: dict[str, Link] = {}
    for link in (link for bead in names.links for link in bead if link.kind == "person" and link.family):
        persons.setdefault(link.name, link)
    owners = {hearing.spelling.plain(link.family): name for name, link in persons.items()}
    for texts in names.texts:
        heard, there = list(_unrendered(texts, names)), list(_unexplained(texts, names))
        if len(heard) != 1 or len(there) != 1:
            continue
        (word, name), token = heard[0], there[0]
        known = [link for person, link in persons.items() if hearing.family(person) == hearing.family(name)]
        known = [link for link in known if link.heard[0] < word.start][-1:] or known[:1]
        if any(hearing.bears(w.text, token.text) for w in texts.words) or hearing.ratios([(name, token.text)])[0] > 0:
            continue
        alone = name == hearing.family(name)
        usual = known[0].family if known and alone else ""
        same = not usual or hearing.spelling.script(usual) == hearing.spelling.script(token.text)
        meant = owners.get(hearing.spelling.plain(token.text), "") if alone else ""
        if alone and known and same:
            span = word.start, word.start + len(name)
            yield texts.bead, known[0].name, span, (token.start, token.end), usual, meant


def _unrendered(texts: Texts, names: Names) -> Iterator[tuple[Word, str]]:
    """Family names with a title that no link has."""
    hearing, taken = names.hearing, [link.heard for link in names.links[texts.bead]]
    for k, word in enumerate(texts.words):
        family = hearing.family(word.text)
        free = all(word.end <= a or b <= word.start for a, b in taken)
        if family and free and not hearing.is_title(word.text):
            if addressed(family, word, texts.words[k + 1 : k + 2], hearing):
                yield word, family
            elif titled(texts.words, k, hearing) and hearing.full_name(word.text):
                yield word, hearing.full_name(word.text)


def _unexplained(texts: Texts, names: Names) -> Iterator[Word]:
    """Words before a title that no link has: one part of its script, no second part of a name."""
    taken = [link.spelt for link in names.links[texts.bead]] + [(s.start, s.end) for s in texts.spelt]
    for at, text in texts.pieces:
        ends = {match.end() for match in names.hearing.run.finditer(text)}
        for match in names.hearing.run.finditer(text):
            span = at + match.start(), at + match.end()
            if match.start() - 1 in ends or not all(span[1] <= a or b <= span[0] for a, b in taken):
                continue
            if names.hearing.spelling.titled(text, *match.span()):
                yield Word(0, *span, match[0])
