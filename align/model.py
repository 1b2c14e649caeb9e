"""The values that every stage takes and returns: nothing else is passed around.

Offsets are code points, half open. `source` and `target` are the two sides everywhere. What only a user of the package asks of
a value (to write it, to look at it) lies on floors above: those methods are bound late, all of them by the table here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

from align.about import NOTHING, About
from align.values import Clock, Code, Quantity, When

if TYPE_CHECKING:
    import os

ABOVE = {
    "bead texts": "align.formats.text:texts",
    "alignment value": "align.saving:alignment_value",
    "report value": "align.saving:report_value",
    "save alignment": "align.saving:save_alignment",
    "save report": "align.saving:save_report",
    "alignment html": "align.page.notebook:alignment_html",
    "report html": "align.page.notebook:report_html",
}
"""What a method of a value does -> the function that does it, on a floor above; imported when the method is called."""


def _above(what: str) -> Any:
    module, _, name = ABOVE[what].partition(":")
    return getattr(import_module(module), name)


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence, headline or list item: `text[start:end]` of its document, in its paragraph (counted from 0)."""

    start: int
    end: int
    paragraph: int


class InlineCode(NamedTuple):
    """A mark of the file that is no text, as `**` or `](https://a.b)`: it stands before `text[at]`."""

    at: int
    kind: str
    """open, close, or alone."""
    pair: int
    """The same number for two that belong together, 0 of one that is alone."""
    raw: str


@dataclass(frozen=True, slots=True)
class Document:
    """One article as it was read: NFC text and, after segmenting, its segments in text order."""

    name: str
    lang: str
    """BCP 47 tag, "" while it is unknown."""
    text: str
    segments: tuple[Segment, ...] = ()
    date: date | None = None
    """Publication date."""
    title: str | None = None
    sha256: str = ""
    """Of the file's bytes, hexadecimal."""
    map: tuple[tuple[int, int], ...] = ((0, 0),)
    """Pairs (offset in `text`, offset in the decoded file): up to the next pair the two run in step."""
    file_lines: tuple[int, ...] = (0,)
    """Offset in the decoded file of each line's start: what turns a file offset into line and column."""
    lines: bool = field(default=False, compare=False)
    """Each line is a segment: its paragraphs tell nothing."""
    notes: tuple[str, ...] = field(default=(), compare=False)
    """Warnings of one line each: no text in it, characters that were replaced."""
    codes: tuple[InlineCode, ...] = field(default=(), compare=False, repr=False)
    """The marks within its sentences, in text order; of Markdown and HTML."""

    def texts(self) -> tuple[str, ...]:
        """The text of each segment."""
        return tuple(self.text[s.start : s.end] for s in self.segments)


@dataclass(frozen=True, slots=True)
class Bead:
    """Segments of the source that say what those of the target say; a null bead has one segment in all."""

    source: tuple[int, ...]
    target: tuple[int, ...]
    confidence: float = 1.0
    """P(a careful person aligns exactly these), calibrated."""
    moved: bool = False
    """In the smallest set of beads whose removal leaves the rest in order."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two documents and their beads, every segment in exactly one, in the canonical order.

    Beads with a source go by their first source index; the null of target j follows the bead that
    holds j-1, the null of target 0 comes first.
    """

    source: Document
    target: Document
    beads: tuple[Bead, ...]
    signature: str = ""
    notes: tuple[str, ...] = field(default=(), compare=False)
    """Warnings: those of the documents, and that they look swapped, the same, or unrelated."""

    def texts(self) -> list[tuple[str, str]]:
        """Both texts of each bead, each on one line; "" for a side that a null bead does not have."""
        found: list[tuple[str, str]] = _above("bead texts")(self)
        return found

    def to_dict(self) -> dict[str, Any]:
        """What the alignment file holds, as a value (schema align/1)."""
        found: dict[str, Any] = _above("alignment value")(self)
        return found

    def save(self, path: str | os.PathLike[str], *, format: str = "", created: str = "") -> None:
        """Write it to a file: json, tmx, xlf, xlf2, tsv, beads, html, jsonl, parquet or moses by its extension, or as `format` says.

        `created` is the date of its units, as YYYYMMDDThhmmssZ: none where it is not given, so that the bytes are the same each time.
        """
        _above("save alignment")(self, path, format, created)

    def _repr_html_(self) -> str:
        """The beads side by side, for a notebook."""
        found: str = _above("alignment html")(self)
        return found

    def parallel(self) -> float:
        """How much of the two documents is sure to say the same: the share of segments in beads with two sides, each by confidence.

        Translations have 0.8 and more, those with half of the text left out 0.56, articles that have nothing to do with each other
        0.5 and less, mostly 0.2; where neither a lexicon nor a table knows the languages, the latter may have 0.8.
        """
        every = len(self.source.segments) + len(self.target.segments)
        both = (b.confidence * (len(b.source) + len(b.target)) for b in self.beads if b.source and b.target)
        return sum(both) / every if every else 1.0


@dataclass(frozen=True, slots=True)
class Mention:
    """A number, date, name or the like that a text holds at `[start, end)`."""

    kind: str
    start: int
    end: int
    text: str
    keys: tuple[str, ...]
    """What the same fact in any language shares, the most exact first: ("n:1500000000",)."""
    value: Quantity | When | Clock | Code | None = None
    """What it says, for the checks; None where it is only a key."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a finding lies on one side: `[start, end)` of the document's text, in its segment of that number."""

    segment: int
    start: int
    end: int


class Replacement(NamedTuple):
    """What repairs a finding: `text` in place of `[start, end)` of the target's text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Witness:
    """What another translation of the same source has where a finding is: the words at `place` of its `document`."""

    document: Document = field(repr=False)
    place: Place

    @property
    def lang(self) -> str:
        """The language of that translation."""
        return self.document.lang

    @property
    def text(self) -> str:
        """Its words."""
        return self.document.text[self.place.start : self.place.end]


@dataclass(frozen=True, slots=True)
class Fact:
    """A value or a name of the source and what a translation has for it."""

    kind: str
    """date, time, number, money, code or name."""
    source: Place
    target: Place | None
    """None where nothing was found for it."""
    apart: bool = False
    """Whether the translation says something else there."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a careful editor would want to look at."""

    rule: str
    severity: str
    """error, warning or info."""
    message: str
    source: Place | None
    target: Place | None
    bead: int
    """Number of the bead in the alignment."""
    confidence: float
    """Of the finding: at most that of the bead."""
    expected: str = ""
    """What the target should say, where that is known."""
    value: str = ""
    """The source's value, written one way however it is worded: part of the fingerprint."""
    silenced: str = ""
    """Why it is not to be shown: "baseline", "align.toml: house style"; "" for one that is."""
    probability: float = 1.0
    """P(a careful editor changes the text for it), fitted on articles with known errors."""
    replacement: Replacement | None = None
    """What would repair it, tried on the article; None where that is not safe to say."""
    where: str = field(default="", compare=False)
    """File, line and column as a compiler says them, treaty.en.txt:5:41; "" where nobody has looked them up."""
    others: tuple[Witness, ...] = field(default=(), compare=False)
    """What other translations of the same source have there, which agree with the source or with each other."""
    lang: str = field(default="", compare=False)
    """Of the translation that it is about, where several were looked at together."""

    def __str__(self) -> str:
        """On one line: treaty.en.txt:5:41: error[date-conflict]: 지난달 30일 is Oct. 30; the translation says Oct. 3."""
        head = f"{self.where}: " if self.where else ""
        return f"{head}{self.severity}[{self.rule}]: {' '.join(self.message.split())}"


@dataclass(frozen=True, slots=True)
class Report:
    """An article pair with what its checks found, by target position, then rule; or a source with several translations."""

    alignment: Alignment
    findings: tuple[Finding, ...]
    checked: tuple[tuple[str, int], ...]
    """What was looked at, and how many: ("names", 12), ("dates", 9), ("numbers", 20), ("dates unresolved", 2)."""
    notes: tuple[str, ...] = field(default=(), compare=False)
    """Warnings of the check itself, besides those of the alignment: that there is no publication date."""
    facts: tuple[Fact, ...] | None = field(default=None, compare=False)
    """What source and translation were compared in, by source position; None where the translation was looked at alone."""
    parts: tuple[Report, ...] = ()
    """Of one source with several translations: the report of each. `findings` are then those of all, `alignment` is the first."""

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    def __str__(self) -> str:
        """A finding a line."""
        return "\n".join(map(str, self.findings))

    def to_dict(self) -> dict[str, Any]:
        """What the JSON report holds, as a value (schema align-findings/1)."""
        found: dict[str, Any] = _above("report value")(self)
        return found

    def save(self, path: str | os.PathLike[str], *, format: str = "") -> None:
        """Write it to a file: html, json, sarif, junit (.xml) or text (.txt) by its extension, or as `format` says."""
        _above("save report")(self, path, format)

    def _repr_html_(self) -> str:
        """The findings with the words that they are about, for a notebook."""
        found: str = _above("report html")(self)
        return found


class Unit(NamedTuple):
    """A translation unit as a memory holds it: what a bead of some document says on both sides. A tuple, since there are millions."""

    source: str
    """As the article says it; segments of a side are joined with one space."""
    target: str
    source_lang: str = ""
    target_lang: str = ""
    document: str = ""
    """The id that the manifest gives the article, else the name of its source file."""
    bead: str = ""
    """Number of the bead in its alignment and its shape: "12 1:2", "12 1:1 moved"."""
    confidence: float = 1.0
    created: str = ""
    """YYYYMMDDThhmmssZ, "" for unknown."""
    signature: str = ""
    """How it was made."""
    date: str = ""
    """Publication date of the document, YYYY-MM-DD."""
    meta: tuple[tuple[str, str], ...] = ()
    """What else is known of the document."""
    findings: tuple[tuple[str, str, str], ...] = ()
    """(rule, severity, message)"""
    flags: tuple[str, ...] = ()
    """Why a corpus builder may not want it: "language", "near-duplicate"."""
    variants: tuple[tuple[str, str], ...] = ()
    """What it says in further languages, (tag, text): a unit of a source and several translations."""
    about: About = NOTHING
    """What else it says of itself: see align.about."""
