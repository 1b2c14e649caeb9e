"""Text as markup: escaped, and with the places of findings as links to them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from align.formats.text import ILLEGAL
from align.model import Document
from align.triage.decisions import Name


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a finding lies in a document, `[start, end)` of its text, with the id that the finding has in the page."""

    start: int
    end: int
    severity: str
    id: str


@dataclass(frozen=True, slots=True)
class Side:
    """A document with what its markup needs."""

    name: str
    """source or target."""
    document: Document
    names: tuple[Name, ...]
    """Of its segments."""
    hits: Mapping[int, Sequence[Hit]]
    """By segment, the gravest first."""
    running: bool
    """Whether it has paragraphs of more than a segment: then it is marked where one begins."""

    def markup(self, indices: Sequence[int]) -> str:
        """The segments of a bead, with what the page's program has to know of each; quite empty where there is none."""
        lang = "" if self.document.lang == "und" else attribute(self.document.lang)
        segments = " ".join(self._segment(i) for i in indices)
        return f'<p class="{self.name}" lang="{lang}" dir="auto">{segments}</p>'

    def _segment(self, i: int) -> str:
        segments, name = self.document.segments, self.names[i]
        begins = self.running and i > 0 and segments[i].paragraph != segments[i - 1].paragraph
        again = f' data-occurrence="{name.occurrence}"' if name.occurrence > 1 else ""
        return (
            f'<span class="seg{" par" if begins else ""}" data-n="{i}" data-hash="{name.hash}"{again}>'
            f"{''.join(self._pieces(i))}</span>"
        )

    def _pieces(self, i: int) -> Iterator[str]:
        """The text, cut where a finding's place begins or ends; a piece links to the gravest finding of those it is in."""
        start, end = self.document.segments[i].start, self.document.segments[i].end
        hits = self.hits.get(i, ())
        edges = sorted({start, end, *(min(max(x, start), end) for hit in hits for x in (hit.start, hit.end))})
        for left, right in pairwise(edges):
            piece = attribute(self.document.text[left:right])
            over = [hit for hit in hits if hit.start <= left and right <= hit.end]
            if over:
                whole = " whole" if right - left == end - start else ""
                ids = " ".join(hit.id for hit in over)
                piece = f'<a class="hit {over[0].severity}{whole}" href="#{over[0].id}" data-for="{ids}" draggable="false">{piece}</a>'
            yield piece


def attribute(text: str) -> str:
    """`text` escaped for content and for attributes in double quotes; what no page can hold becomes U+FFFD."""
    return escape(ILLEGAL.sub("\ufffd", text))
