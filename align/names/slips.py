"""Names in a text without spaces that are written nearly as the article writes them elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from align.names.inventory import Names
from align.names.likeness import like
from align.names.links import Link
from align.names.texts import Word

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
