"""Which files are an article and its translation by their names: a.ko.txt and a.en.md, a_ko.txt and a-en.txt, ko/a.txt and en/a.txt.

A path with a language tag taken out is its key; two files with one key and different languages are a pair. Where one language has
no tag, see align.corpus.untagged.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from align import resources
from align.errors import InputError
from align.readers import readable
from align.readers.file_names import Mark, marks, nfc_name
from align.readers.language_words import words
from align.tags import canonical, primary

EXTENSION = re.compile(r"\.[^./*]*$")
TELL = "--source-lang and --target-lang tell which two are meant"


def keys(path: str) -> Iterator[tuple[str, str]]:
    """(tag, key) for each language tag in a path, the nearest to its end first, then for all tags of a language together.

    >>> list(keys("ko/a.ko.txt"))
    [('ko', 'ko/a*'), ('ko', '*/a.ko'), ('ko', '*/a*')]
    """
    name = plain(path)
    found = tagged(name)
    for mark in found:
        yield mark.tag, _without(name, [mark])
    for tag in dict.fromkeys(mark.tag for mark in found):
        own = [mark for mark in found if mark.tag == tag]
        if len(own) > 1:
            yield tag, _without(name, own)


def plain(path: str) -> str:
    """A path as the keys have it: NFC, with slashes."""
    return nfc_name(path).replace("\\", "/").removeprefix("./")


def tagged(name: str) -> list[Mark]:
    """The language tags in a plain path, the nearest to its end first; behind them the words that stand for a language."""
    found = list(marks(name))
    return found + [w for w in words(name) if all(w.end <= m.start or m.end <= w.start for m in found)]


def _without(name: str, some: Sequence[Mark]) -> str:
    """`name` with a star for each of the marks, the last first, and no extension."""
    for mark in some:
        name = f"{name[: mark.start]}*{name[mark.end :]}"
    return EXTENSION.sub("", name)


def languages(
    paths: Iterable[str], source: str = "", target: str = "", more: Callable[[], Collection[tuple[str, str]]] = tuple
) -> tuple[str, str, str]:
    """What `chosen` says of the languages that files of one key are in; two empty texts where no two names fit each other.

    `more` gives the couples of languages of which one has no tag; it is asked where the usual pair is not among the others.
    """
    if source and target:
        return source, target, ""
    couples = _couples(paths)
    if tuple(sorted(resources.usual())) not in couples or source or target:
        couples |= set(more())
    return chosen(couples, "file names", source, target)


def chosen(
    couples: Collection[tuple[str, str]], where: str, source: str = "", target: str = ""
) -> tuple[str, str, str]:
    """Source language, target language, and a note where that is a guess, by the couples there are, each in alphabetical order.

    `source` and `target` are what the user says; without a word of his it is the usual pair where there is such a couple.
    InputError where there are more languages than can be told apart.
    """
    if source and target:
        return source, target, ""
    found = sorted({lang for couple in couples for lang in couple})
    if source or target:
        given, usual = primary(source or target), resources.usual()[bool(source)]
        others = [lang for lang in found if lang != given and (min(lang, given), max(lang, given)) in couples]
        if len(others) > 1 and usual not in others:
            raise InputError(where, f"{given} goes with {', '.join(others)}", TELL)
        other = usual if usual in others else next(iter(others), "")
        return (source, other, "") if source else (other, target, "")
    if not couples:
        return "", "", ""
    if tuple(sorted(resources.usual())) in couples:
        return *resources.usual(), ""
    if len(couples) > 1:
        raise InputError(where, f"they are in {', '.join(found[:-1])} and {found[-1]}", TELL)
    first, second = next(iter(couples))
    if {(first, second), (second, first)} & resources.pairs():
        return *resources.in_direction(first, second), ""
    main, into = resources.usual()
    if second == main or first == into:
        return second, first, ""
    if first == main or second == into:
        return first, second, ""
    note = f"{first} is taken for the source and {second} for its translation; --source-lang and --target-lang tell"
    return first, second, note


def _couples(paths: Iterable[str]) -> set[tuple[str, str]]:
    """The languages that share a key."""
    having: dict[str, set[str]] = {}
    for path in paths:
        for tag, key in keys(path):
            having.setdefault(key, set()).add(primary(tag))
    return {couple for tags in having.values() for couple in combinations(sorted(tags), 2)}


class Named(NamedTuple):
    """Two files that their names pair, with the languages that these say."""

    source: str
    target: str
    source_lang: str = ""
    target_lang: str = ""


def paired(paths: Sequence[str], source: str, target: str) -> tuple[list[Named], list[str]]:
    """The pairs of two languages, by source path, and a note for each file that cannot be placed as another stands where it would."""
    sides: tuple[dict[str, dict[str, str]], dict[str, dict[str, str]]] = ({}, {})
    ranks: dict[str, int] = {}
    for path in paths:
        for rank, (tag, key) in enumerate(keys(path)):
            side = 0 if fits(tag, source) else 1 if fits(tag, target) else None
            if side is not None:
                sides[side].setdefault(key, {}).setdefault(path, tag)
                ranks[key] = min(ranks.get(key, rank), rank)
    pairs: list[Named] = []
    used: set[str] = set()
    left: dict[str, str] = {}
    for key in sorted(sides[0].keys() & sides[1].keys(), key=lambda k: (ranks[k], k)):
        here, there = ([path for path in side[key] if path not in used] for side in sides)
        for a, b in _matched(here, there):
            pairs.append(Named(a, b, sides[0][key][a], sides[1][key][b]))
            used |= {a, b}
            left |= dict.fromkeys({*here, *there} - {a, b, *left}, f"{a} and {b}")
    notes = [
        f"{path}: {pair} are a pair, and its name would fit too"
        for path, pair in sorted(left.items())
        if path not in used
    ]
    return sorted(pairs), notes


def _matched(sources: Sequence[str], targets: Sequence[str]) -> list[tuple[str, str]]:
    """The pairs among files of one key: those of one kind, each a document of its own; where there are none the best two, which are
    forms of one article, of a known kind if there are such.
    """

    def odd(couple: tuple[str, str]) -> tuple[bool, bool]:
        return not readable(couple[0]), not readable(couple[1])

    every = sorted(((a, b) for a in sources for b in targets), key=odd)
    alike: dict[str, tuple[str, str]] = {}
    for a, b in every:
        if _extension(a) == _extension(b) and readable(a):
            alike.setdefault(_extension(a), (a, b))
    return [*alike.values()] or every[:1]


def _extension(path: str) -> str:
    return path.rsplit(".", 1)[-1].lower()


def fits(tag: str, wanted: str) -> bool:
    """Whether a tag in a name is of the language that is wanted: a region tells only where both have one."""
    ours, theirs = map(canonical, (tag, wanted))
    plain = primary(ours)
    return plain == primary(theirs) and (ours == theirs or plain in (ours, theirs))
