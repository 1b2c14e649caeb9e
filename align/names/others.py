"""Another person in the place of a heard one, in a text without spaces: one who is not heard, or a name that sounds otherwise.

A heard person whom nothing renders needs a title, or has to be named elsewhere in the article; what stands in that place is the
name of somebody whom the article names elsewhere, or a name before the same kind of title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from align.lang.base.names.hearing import Hearing
from align.names.inventory import Names
from align.names.links import Link
from align.names.persons import addressed, titled
from align.names.texts import Texts, Word

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Other:
    """A heard person and who stands in that place; offsets of the two documents."""

    name: str
    heard: Span
    spelt: Span
    expected: str = ""
    """How the article writes the heard one."""
    meant: str = ""
    """The heard name of the other one, where the article has it."""


def others(names: Names, bead: int) -> Iterator[Other]:
    """The one person of a bead whom nothing renders, with who stands there."""
    texts, hearing = names.texts[bead], names.hearing
    missing = list(_missing(names, texts))
    if len(missing) != 1:
        return
    word, name = missing[0]
    span = word.start, word.start + len(name)
    known = _known(names, word, name)
    alone = name == hearing.family(name)
    strangers = list(dict.fromkeys(who for *_, who in _strangers(names, texts)))
    if len(strangers) == 1 and not (known and strangers[0] == known.name):
        at = next(_strangers(names, texts))
        yield Other(known.name if known else name, span, at[:2], _usual(known, alone), strangers[0])
        return
    spelt = next(_misspelt(names, texts, name), None)
    if spelt is not None:
        same = known is not None and hearing.spelling.script(_usual(known, alone)) == hearing.spelling.script(spelt[2])
        if not alone or same:
            yield Other(known.name if known else name, span, spelt[:2], _usual(known, alone) if same else "")


def _usual(known: Link | None, alone: bool) -> str:
    return "" if known is None else known.family if alone else known.form


def _persons(names: Names) -> dict[str, Link]:
    """The persons of the article who are rendered in full somewhere, with the first rendering."""
    found: dict[str, Link] = {}
    for link in (link for bead in names.links for link in bead if link.kind == "person" and link.family):
        if link.form != link.family:
            found.setdefault(link.name, link)
    return found


def _known(names: Names, word: Word, name: str) -> Link | None:
    """The person of the article whom a heard name means: the full name's, else the last bearer of the family name before it."""
    persons = _persons(names)
    if name in persons:
        return persons[name]
    bearers = [link for link in persons.values() if names.hearing.family(link.name) == name]
    return ([link for link in bearers if link.heard[0] < word.start] or bearers)[-1] if bearers else None


def _missing(names: Names, texts: Texts) -> Iterator[tuple[Word, str]]:
    """Words that name a person whom no link of the bead has, with the name in them."""
    hearing, persons = names.hearing, _persons(names)
    taken = [link.heard for link in names.links[texts.bead]] + [(s.start, s.end) for s in texts.heard]
    for k, word in enumerate(texts.words):
        family = hearing.family(word.text)
        if not family or hearing.is_title(word.text) or any(word.start < b and a < word.end for a, b in taken):
            continue
        full = next(
            (name for name in persons if word.text.startswith(name) and hearing.follows(word.text[len(name) :])), ""
        )
        root = hearing.full_name(word.text) or hearing.stem(word.text)
        if full:
            yield word, full
        elif addressed(family, word, texts.words[k + 1 : k + 2], hearing) and not hearing.is_determiner(family):
            yield word, family
        elif _is_full(root, family, hearing) and titled(texts.words, k, hearing) and hearing.may_be_person(root):
            yield word, root


def _is_full(root: str, family: str, hearing: Hearing) -> bool:
    """Whether a word is as long as a family name with a given name."""
    return len(family) < len(root) < len(family) + hearing.longest_given


def _strangers(names: Names, texts: Texts) -> Iterator[tuple[int, int, str]]:
    """Where persons of the article are written whom no word of the bead names: start, end, and the heard name."""
    hearing, taken = names.hearing, [link.spelt for link in names.links[texts.bead]]
    for name, link in _persons(names).items():
        family = hearing.family(name)
        if any(w.text.startswith((name, family)) for w in texts.words):
            continue
        for form in dict.fromkeys((*names.renderings.get(name, ()), link.form, link.family)):
            for at, text in texts.pieces:
                for match in re.finditer(re.escape(form), text):
                    span = at + match.start(), at + match.end()
                    sure = form != link.family or hearing.spelling.titled(text, *match.span())
                    if (
                        sure
                        and all(span[1] <= a or b <= span[0] for a, b in taken)
                        and _whole(text, *match.span(), hearing.run)
                    ):
                        yield *span, name


def _whole(text: str, start: int, end: int, run: re.Pattern[str]) -> bool:
    """Whether no run of letters that are written by sound goes on beyond `[start, end)`."""
    return not any(
        match.start() < start < match.end() or match.start() < end < match.end() for match in run.finditer(text)
    )


def _misspelt(names: Names, texts: Texts, name: str) -> Iterator[tuple[int, int, str]]:
    """What stands before a title, or beside it, and writes a part of a name, or should write a family name: start, end, form."""
    hearing, spelling = names.hearing, names.hearing.spelling
    family = hearing.family(name)
    taken = [link.spelt for link in names.links[texts.bead]] + [(s.start, s.end) for s in texts.spelt]
    for at, text in texts.pieces:
        for start, end, score in _candidates(names, text, name):
            span, form = (at + start, at + end), text[start:end]
            free = all(span[1] <= a or b <= span[0] for a, b in taken)
            told = free and score and spelling.titled(text, start, end) and not hearing.writes(name, form)
            if told and not any(hearing.bears(w.text, form) for w in texts.words if name == family):
                yield *span, form


def _candidates(names: Names, text: str, name: str) -> Iterator[tuple[int, int, bool]]:
    """Start and end of what may be meant for a name, and whether its family name or its given name fits; alone, any may."""
    hearing = names.hearing
    family, given = hearing.family(name), name[len(hearing.family(name)) :]
    parts = list(hearing.run.finditer(text))
    joined = set()
    for a, b in pairwise(parts):
        if b.start() - a.end() == 1 and text[a.end()] in hearing.spelling.joints:
            joined |= {a, b}
            if given:
                yield a.start(), b.end(), hearing.writes(family, a[0]) or hearing.writes(given, b[0])
    if not given:
        yield from ((part.start(), part.end(), True) for part in parts if part not in joined)
        return
    for found in hearing.find_family(family, text):
        end = found.start + len(name)
        own = text[found.start : end]
        alone = text.startswith(hearing.spelling.after, found.end) if hearing.spelling.after else False
        if found.person and not alone and re.fullmatch(f"(?:{hearing.character})+", own):
            yield found.start, end, True
