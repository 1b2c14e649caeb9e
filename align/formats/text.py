"""What the writers share: the text of a bead, on one line, with nothing that XML cannot hold."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from typing import TypeVar

from align.about import NOTHING, About
from align.model import Alignment, Bead, Document, Unit

Item = TypeVar("Item")

ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
FINDING = ("rule", "severity", "message")
"""What a finding of a unit consists of."""
SPACE = re.compile(r"\s+")
BREAK = re.compile("[\t\n\r\x0b\x0c\x1c-\x1f\x85\u2028\u2029]")


def side(document: Document, indices: tuple[int, ...]) -> str:
    """The segments `indices` of `document` joined with one space, line breaks and tabs as spaces.

    A segment that is empty (a blank line) gives nothing.
    """
    segments = document.segments
    texts = (document.text[segments[i].start : segments[i].end] for i in indices)
    return SPACE.sub(" ", " ".join(text for text in texts if text)).strip()


def units(alignment: Alignment) -> Iterator[tuple[int, Bead, str, str]]:
    """Number, bead and both texts of each bead."""
    for number, bead in enumerate(alignment.beads):
        yield number, bead, side(alignment.source, bead.source), side(alignment.target, bead.target)


def texts(alignment: Alignment) -> list[tuple[str, str]]:
    """Both texts of each bead."""
    return [(source, target) for _, _, source, target in units(alignment)]


def shape(bead: Bead) -> str:
    """1:2, say."""
    return f"{len(bead.source)}:{len(bead.target)}"


def kind(bead: Bead) -> str:
    """1:2, or 1:2 moved."""
    return f"{shape(bead)} moved" if bead.moved else shape(bead)


def first(items: Iterable[Item]) -> tuple[Item | None, Iterator[Item]]:
    """The first of some items, None where there is none, and all of them."""
    rest = iter(items)
    start = list(islice(rest, 1))
    return (start[0] if start else None), chain(start, rest)


def xml(text: str) -> str:
    """`text` escaped for XML content and attributes; what XML cannot hold becomes U+FFFD."""
    return (
        ILLEGAL.sub("\ufffd", text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace('"', "&quot;")
        .replace("\r", "&#13;")
        .replace("\n", "&#10;")
        .replace("\t", "&#9;")
    )


def content(text: str) -> str:
    """`text` escaped for XML content, where line breaks may stay."""
    return ILLEGAL.sub("\ufffd", text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def memory(alignment: Alignment, created: str = "", codes: bool = False) -> Iterator[Unit]:
    """The translation unit of each bead with text on both sides; with `codes` it has the marks of its documents beside its texts."""
    source, target = alignment.source, alignment.target
    about = _about() if codes and (source.codes or target.codes) else None
    for number, bead, left, right in units(alignment):
        if left and right:
            yield Unit(
                left,
                right,
                source.lang,
                target.lang,
                source.name,
                f"{number} {kind(bead)}",
                bead.confidence,
                created,
                alignment.signature,
                source.date.isoformat() if source.date else "",
                about=about(alignment, bead) if about else NOTHING,
            )


def _about() -> Callable[[Alignment, Bead], About]:
    """Imported on use: few articles have codes, and fewer are asked for them."""
    from align.formats.article_codes import about

    return about


def line(text: str) -> str:
    """`text` on one line: a tab or line break is a space."""
    return SPACE.sub(" ", text) if BREAK.search(text) else text
