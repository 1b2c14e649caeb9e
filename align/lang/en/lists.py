"""Lists in English: A and B; A, B and C; A, B as well as C.

A list is a chain of pieces with commas between them and a conjunction before the last. What cannot stand in an item of a list of
things (a pronoun, an auxiliary, a relative) ends the chain on either side.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from align.lang.base.lists import Listing, Span, unbracketed
from align.lang.en.tokens import stem

TOKEN = re.compile(
    r"(?P<joint>,?(?<!\s)\s++(?:and\s+also|and|or|nor|as\s+well\s+as|along\s+with)(?=\s)|,?(?<!\s)\s*+&(?=\s))|(?P<comma>,(?!\d)|[,;]\s)"
    r"|(?P<stop>[;:!?](?=\s|$)|(?<=[a-z]{4})\.(?=\s)|\.[\"”’']*$|[\"“”—–…]|\s-{1,2}\s)|(?P<word>[$£€₩#]?[^\W_]+(?:[-'’.&][^\W_]+|,\d+)*(?:\.(?=,))?%?)"
)
LONGEST = 9
"""Words of an item that stands between two others."""
EDGE = 7
"""Words that are looked at of the first and of the last item, whose other end is not known."""
BREAKS = frozenset(
    "i you he she it we they him them who whom whose which that what when where why how if whether while although though because "
    "since unless until before after but so yet is are was were be been being am has have had do does did will would shall should "
    "can could may might must cannot not there here then thus however therefore says said "
    "say told added announced reported according respectively".split()
)
"""Words that no item of a list of things has."""
PREPOSITIONS = frozenset(
    "in on at by for from with without to into onto during under over through across between among against about around as "
    "amid despite including excluding besides beyond near toward towards upon via per following regarding".split()
)
OPENERS = frozenset("including such like namely notably especially particularly".split())
"""Words that a list begins with."""
ARTICLES = frozenset("a an the".split())
SMALL = BREAKS | PREPOSITIONS | ARTICLES | OPENERS
SMALL |= frozenset(
    map(
        stem,
        (
            "of and or nor as than own one ones two three both all any every each some few many much several most "
            "more less other another such no only just even too very well about up out off down away this these "
            "those its their his her our your my first last next new same said get got give given take taken make "
            "made come go went see use used put set let way thing people part lot kind type well also still again "
            "ever never always often percent per cent million billion thousand trillion number total number being "
            "mr ms dr"
        ).split(),
    )
)
"""Words by which no item is known: the grammar's, and the lightest."""
INNER = frozenset("of the for a an".split())
"""Small words within a name."""
OTHERS = frozenset("other others etc elsewhere".split())
"""Words of a list that does not name all."""


@dataclass(frozen=True, slots=True)
class _Piece:
    words: tuple[re.Match[str], ...]
    joint: str
    """What stands before it: "" for a break, ",", or "and"."""
    stopped: bool
    """A break follows."""

    @property
    def span(self) -> Span:
        return self.words[0].start(), self.words[-1].end()

    def has(self, words: frozenset[str]) -> bool:
        return any(w[0].lower() in words for w in self.words)

    def begins(self, words: frozenset[str]) -> bool:
        return self.words[0][0].lower() in words


def lists(text: str) -> Iterator[Listing]:
    """The lists of a sentence.

    >>> [[text[a:b] for a, b in l.items] for text in ("Seoul, Busan and Daegu will meet.",) for l in lists(text)]
    [['Seoul', 'Busan', 'Daegu']]
    """
    for run in _runs(unbracketed(text)):
        first = 0
        for k in range(1, len(run) + 1):
            opened = k < len(run) and run[k].begins(OPENERS)
            if k == len(run) or opened or (k > first and len(run[k].words) > LONGEST):
                yield from _listing(run[first : k if opened else k + 1])
                first = k


def _runs(text: str) -> Iterator[list[_Piece]]:
    """The pieces between two breaks."""
    run: list[_Piece] = []
    words: list[re.Match[str]] = []
    joint = ""
    for match in TOKEN.finditer(text):
        kind = match.lastgroup
        if kind == "word" and not _breaks(match[0].lower()):
            words.append(match)
            continue
        if words:
            run.append(_Piece(tuple(words), joint, kind in ("stop", "word")))
            words = []
            joint = ""
        if kind in ("stop", "word"):
            if run:
                yield run
            run, joint = [], ""
        elif run:
            joint = "and" if kind == "joint" or joint == "and" else ","
    if words:
        run.append(_Piece(tuple(words), joint, True))
    if run:
        yield run


def _breaks(word: str) -> bool:
    """Whether it is one of these words, or one with a contraction: we're, won't."""
    word = word.replace("’", "'")
    return (
        word in BREAKS
        or word.endswith("n't")
        or ("'" in word and not word.endswith("'s") and word.split("'")[0] in BREAKS)
    )


def _listing(pieces: Sequence[_Piece]) -> Iterator[Listing]:
    """The list of some pieces, of which one at least follows a conjunction."""
    joined = [k for k, piece in enumerate(pieces) if k and piece.joint == "and"]
    if not joined:
        return
    first, *inner, last = pieces
    spans = [_cut(_name(first.words[::-1])[::-1]), *(p.span for p in inner), _cut(_name(last.words))]
    asides = {k for k in range(len(pieces)) if k > joined[0] or _explains(pieces[k], first)}
    more = [k for k, piece in enumerate(pieces) if [w[0].lower() for w in piece.words] == ["more"]]
    yield Listing(tuple(spans), bool(more) or any(p.has(OTHERS) for p in pieces), frozenset(asides.union(more)))


def _explains(piece: _Piece, first: _Piece) -> bool:
    """Whether it may say what the one before it is, or where: Kim, a lawyer, and Lee; Busan, in the south, and Seoul."""
    article = piece.begins(ARTICLES) and not piece.words[-1][0][0].isupper() and not first.has(ARTICLES)
    return piece.joint == "," and (article or (piece.begins(PREPOSITIONS) and not first.has(PREPOSITIONS)))


def _name(words: Sequence[re.Match[str]]) -> Sequence[re.Match[str]]:
    """The words of an item from its sure end on: no further than its name goes, where it is one."""
    size = 0
    while size < len(words) and (words[size][0][0].isupper() or words[size][0].lower() in INNER):
        size += 1
    while size and words[size - 1][0].islower():
        size -= 1
    return words[:size] if size else words[:EDGE]


def _cut(words: Sequence[re.Match[str]]) -> Span:
    return words[0].start(), words[-1].end()
