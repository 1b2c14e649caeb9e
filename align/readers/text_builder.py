"""The text of a document, copied piece by piece from its file, with the way back.

All readers write on one: `copy` takes over a range of the file, `put` adds what is not in it. What comes out is NFC,
has LF alone at line ends and no character that XML cannot carry, and each of its offsets leads to the file's.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from html import unescape

from align.lang.scripts import JOINING_JAMO
from align.model import InlineCode

Map = tuple[tuple[int, int], ...]

COMBINING = r"\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u064b-\u065f\u093c\u3099\u309a"
MOST = 30
"""Marks on one letter; those behind are dropped, as in Unicode’s Stream-Safe Text Format: to order them takes the square."""
MARKS = re.compile(f"[{COMBINING}]{{{MOST + 1}}}")
SPECIAL = re.compile(
    "[\x00-\x08\x0b-\x1f\ufeff\ufffe\uffff\u200b\u00ad\ud800-\udfff]"
    f"|[{COMBINING}](?<=[{COMBINING}]{{{MOST + 1}}})[{COMBINING}]*"
)
"""Control characters but tab and LF, marks without width, and what no XML holds."""
LONELY = re.compile(f"[{COMBINING}]")
DROPPED = frozenset("\ufeff\u200b\u00ad")
"""No trace is left of these: byte order mark, zero-width space, soft hyphen. The others become a space."""
CLUSTER = re.compile(rf"[\s\S][{JOINING_JAMO}{COMBINING}]{{0,{MOST}}}")
"""A character with what normalisation may join to it."""


class Tape:
    """A document's text as it is being written."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.length = 0
        self.replaced = 0
        """Control characters that became a space."""
        self.codes: list[InlineCode] = []
        """Marks that are no text, where they stood."""
        self._pieces: list[str] = []
        self._map: list[tuple[int, int]] = []

    def copy(self, start: int, end: int) -> None:
        """Take over file[start:end]."""
        position = start
        for special in SPECIAL.finditer(self.file, start, end):
            self._plain(position, special.start())
            position = special.end()
            character = special[0]
            if character == "\r" and self.file[position : position + 1] == "\n":
                continue  # the LF is copied next
            if character not in DROPPED and not LONELY.match(character):
                self.replaced += character != "\r"
                self._add(" ", special.start())
        self._plain(position, end)

    def put(self, text: str, at: int) -> None:
        """Add `text`, which the file does not have, as if it stood at `at`."""
        self._add(text, at)

    def part(self, at: int, going: bool = False) -> None:
        """What comes next is a paragraph of its own, or goes on with the one before."""
        if self.length:
            self.put(" " if going else "\n\n", at)

    def reference(self, start: int, end: int) -> None:
        """Add what the character reference file[start:end] stands for; a space for any white space."""
        text = Tape.stands_for(self.file[start:end])
        self.put(" " if text.isspace() else Tape.clean(text), start)

    def code(self, code: InlineCode) -> None:
        """Note a mark that stands at the end of what is written."""
        self.codes.append(code)

    @staticmethod
    def stands_for(reference: str) -> str:
        """What a character reference stands for."""
        return unescape(reference)

    @property
    def last(self) -> int:
        """The file offset of the last character."""
        return self._map[-1][1] + len(self._pieces[-1]) - 1 if self._map else 0

    @staticmethod
    def clean(text: str) -> str:
        """Text from elsewhere (a character reference) as a tape may hold it."""
        return unicodedata.normalize("NFC", SPECIAL.sub(lambda m: "" if m[0] in DROPPED else " ", text))

    def ends_with(self, text: str | tuple[str, ...]) -> bool:
        """Whether the last piece ends so; an empty tape ends with anything."""
        return not self._pieces or self._pieces[-1].endswith(text)

    def text(self) -> str:
        self._settle()
        return "".join(self._pieces)

    def map(self) -> Map:
        """Pairs (offset in the text, offset in the file); from one to the next, both run in step."""
        self._settle()
        found: list[tuple[int, int]] = []
        for here, there in self._map or [(0, 0)]:
            if found and found[-1][0] == here:
                found[-1] = (here, there)
            elif not found or there - found[-1][1] != here - found[-1][0]:
                found.append((here, there))
        if found[0][0]:
            found.insert(0, (0, 0))
        return tuple(found)

    def _settle(self) -> None:
        """Normalise what has only become neighbours on the tape: two halves of a syllable with a dropped mark between."""
        text = "".join(self._pieces)
        if not MARKS.search(text) and unicodedata.is_normalized("NFC", text):
            return
        whence, places = self._map, [code.at for code in self.codes]
        self._pieces, self._map, self.length = [], [], 0
        k = moved = 0
        for at, cluster in _clusters(text):
            while moved < len(places) and places[moved] <= at:
                self.codes[moved] = self.codes[moved]._replace(at=self.length)
                moved += 1
            while k + 1 < len(whence) and whence[k + 1][0] <= at:
                k += 1
            self._add(unicodedata.normalize("NFC", cluster), whence[k][1] + at - whence[k][0])
        self.codes[moved:] = [code._replace(at=self.length) for code in self.codes[moved:]]

    def _add(self, text: str, at: int) -> None:
        if text:
            self._map.append((self.length, at))
            self._pieces.append(text)
            self.length += len(text)

    def _plain(self, start: int, end: int) -> None:
        piece = self.file[start:end]
        if unicodedata.is_normalized("NFC", piece):
            self._add(piece, start)
            return
        for at, cluster in _clusters(piece):
            self._add(unicodedata.normalize("NFC", cluster), start + at)


def trimmed(file: str, start: int, end: int) -> tuple[int, int]:
    """A range without the white space at its ends."""
    while start < end and file[start].isspace():
        start += 1
    while start < end and file[end - 1].isspace():
        end -= 1
    return start, end


def _clusters(piece: str) -> Iterator[tuple[int, str]]:
    for match in CLUSTER.finditer(piece):
        yield match.start(), match[0]
