"""The lines of a block, joined to one text, and where each stands in the file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

Range = tuple[int, int]


class Content:
    """What is parsed as one: lines joined by LF, pieces of one line by nothing."""

    def __init__(self, file: str, ranges: tuple[Range, ...]) -> None:
        pieces: list[str] = []
        self.starts: list[int] = []
        self.places: list[int] = []
        length, last = 0, -1
        for start, end in ranges:
            if last >= 0 and "\n" in file[last:start]:
                pieces.append("\n")
                length += 1
            self.starts.append(length)
            self.places.append(start)
            pieces.append(file[start:end])
            length += end - start
            last = end
        self.text = "".join(pieces)

    def place(self, offset: int) -> int:
        """The file offset of what stands at an offset of the text."""
        k = bisect_right(self.starts, offset) - 1
        return self.places[k] + offset - self.starts[k]

    def ranges(self, start: int, end: int) -> Iterator[Range]:
        """A span of the text as ranges of the file."""
        while start < end:
            k = bisect_right(self.starts, start)
            stop = min(end, self.starts[k]) if k < len(self.starts) else end
            there = self.place(start)
            yield there, there + stop - start
            start = stop
