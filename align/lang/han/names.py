"""How names stand in a text without spaces, in kana and Han characters: known ones by longest form, others as runs of katakana.

Japanese and Chinese share it; each has its titles, its abbreviations of countries and what stands around them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from types import MappingProxyType

from align.lang.base.letters import letters
from align.lang.base.names.entries import BODIES, Entry, Spot
from align.lang.base.names.spelling import Index, Spelling
from align.lang.han.folding import folded
from align.model import Mention

HAN = re.compile("[々一-鿿]")
KATAKANA = re.compile("[ァ-ヺー]")
PART = re.compile("[ァ-ヺー]+")
"""A part of a name in katakana; ・, ＝ or a space stands between two."""
JOINTS = " ・＝=‐-\u3000·•"
UNJOINED = str.maketrans("", "", JOINTS)
MARKS = ("「『“‘《〈（(", "」』”’》〉）)")
BODY = 3
"""Characters of a body's name below which it is a common noun too: 国会."""
SCRIPTS = ((KATAKANA, "katakana"), (HAN, "han"))


class Forms(dict[tuple[str, ...], Sequence[Entry]]):
    """Entries by their forms, and how long the forms are that begin with a character, the longest first."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        super().__init__()
        sizes: dict[str, set[int]] = {}
        for entry in entries:
            for form in entry.spelt:
                found = list(self.get((form,), ()))
                if entry not in found:
                    self[(form,)] = (*found, entry)
                sizes.setdefault(form[0], set()).add(len(form))
        self.sizes = {first: tuple(sorted(own, reverse=True)) for first, own in sizes.items()}


class Unspaced(Spelling):
    """Names in Japanese or Chinese."""

    after: tuple[str, ...] = ()
    """What stands behind a person's name."""
    before: tuple[str, ...] = ()
    """What stands before it."""
    towards: str = ""
    """Characters before an abbreviated country: 訪 of 訪米."""
    followers: re.Pattern[str] = re.compile("(?!)")
    """What follows the abbreviation of one country, or of several."""
    common: frozenset[str] = frozenset()
    """Forms that are words or parts of other names too: they explain a name, and ask for none."""
    vetoes: Mapping[str, str] = MappingProxyType({})
    """Forms that are no name behind these characters: 海地 in 上海地区."""
    joints = JOINTS
    unspaced = True

    def words(self, text: str, mentions: Iterable[Mention]) -> list[str]:
        """Latin words, and katakana."""
        return [*super().words(text, mentions), *(m[0] for m in PART.finditer(text) if len(m[0]) > 1)]

    def spans(self, text: str, start: int, end: int, mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
        """Latin words, and parts in katakana."""
        yield from sorted(
            [*super().spans(text, start, end, mentions), *(m.span() for m in PART.finditer(text, start, end))]
        )

    def plain(self, form: str) -> str:
        """Without what stands between its parts, kana full width; Latin letters in a-z."""
        return folded(form).text.translate(UNJOINED) if any(own.search(form) for own, _ in SCRIPTS) else letters(form)

    def lower(self, text: str) -> Iterable[str]:
        """Nothing: no katakana word is written otherwise where it is none."""
        return ()

    def script(self, form: str) -> str:
        """What most of a form is written in: two scripts of one name are no two spellings."""
        return next((name for pattern, name in SCRIPTS if pattern.search(form)), "latin")

    def derived(self, a: str, b: str) -> bool:
        """Whether two forms are too unlike for one to be a slip for the other: one has the other whole, or more than one edit."""
        if a in b or b in a or abs(len(a) - len(b)) > 1:
            return True
        begin = next((k for k, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), 0)
        rests = (a[begin + 1 :], b[begin + 1 :]), (a[begin:], b[begin + 1 :]), (a[begin + 1 :], b[begin:])
        return all(x != y for x, y in rests)

    def index(self, entries: Iterable[Entry]) -> Index:
        """The entries by their forms."""
        return Forms(entries)

    def spots(self, text: str, known: Index) -> list[Spot]:
        """The entries of a text, the longest form first; abbreviations of countries by what stands around them."""
        assert isinstance(known, Forms)
        found: list[Spot] = []
        k = 0
        while k < len(text):
            size = self._size(text, k, known)
            if size > 1:
                form = text[k : k + size]
                weak = form in self.common
                found += [
                    Spot(k, k + size, entry, weak or entry.doubtful or (entry.kind in BODIES and size < BODY))
                    for entry in known[(form,)]
                ]
            elif size:
                size = self._abbreviated(text, k, known)
                found += self._countries(text, k, size, known)
            k += size or 1
        return found

    def _size(self, text: str, k: int, known: Forms) -> int:
        """Characters of the longest form that begins at `k`; 0 where there is none."""
        for size in known.sizes.get(text[k], ()):
            form = text[k : k + size]
            if (
                len(form) == size
                and (form,) in known
                and not self._inside(text, k, k + size)
                and text[k - 1 : k] not in [*self.vetoes.get(form, "")]
            ):
                return size
        return 0

    def _inside(self, text: str, start: int, end: int) -> bool:
        """Whether a run of katakana or Latin letters goes on beyond `[start, end)`."""
        edges = ((text[start - 1 : start], text[start]), (text[end - 1], text[end : end + 1]))
        return any(_sort(a) == _sort(b) != "" for a, b in edges)

    def _abbreviated(self, text: str, k: int, known: Forms) -> int:
        """How many characters in a row from `k` on stand for a country each."""
        size = 1
        while self._size(text, k + size, known) == 1 if k + size < len(text) else False:
            size += 1
        return size if len(set(text[k : k + size])) == size else 1

    def _countries(self, text: str, k: int, size: int, known: Forms) -> Iterator[Spot]:
        """The countries of such a run: several, bounded as a word is, ask for their counterparts; one explains one."""
        head, tail = text[k - 1 : k] if k else "", text[k + size :]
        begins, towards = not (HAN.match(head) or head.isdigit()), bool(head) and head in self.towards
        follows = self.followers.match(tail) is not None
        named = bool(tail) and self._size(text, k + size, known) > 1
        if (size == 1 and not (towards or (begins and named) or follows)) or head.isdigit():
            return
        sure = size > 1 and (begins or follows) and (size > 2 or (begins and follows))
        for at in range(k, k + size):
            yield from (Spot(at, at + 1, entry, generic=not sure) for entry in known[(text[at],)])

    def titled(self, text: str, start: int, end: int) -> bool:
        """Whether a title stands right behind a name or right before it, brackets with another form of it aside."""
        behind = re.sub(r"^(?:氏|さん)?[（(][^）)]{1,20}[）)]", "", text[end : end + 40])
        return behind.startswith(self.after) or text[max(0, start - 12) : start].endswith(self.before)


def _sort(c: str) -> str:
    """What a character is of which a run is one word."""
    return "katakana" if c and KATAKANA.match(c) else "latin" if c.isascii() and c.isalnum() else ""


def runs(text: str) -> Iterator[tuple[int, int, str]]:
    """The runs of one script of a text: start, end, and what it is written in."""
    for sort, group in groupby(enumerate(text), lambda pair: "han" if HAN.match(pair[1]) else _sort(pair[1])):
        places = [k for k, _ in group]
        if sort:
            yield places[0], places[-1] + 1, sort
