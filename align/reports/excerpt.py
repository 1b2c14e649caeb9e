"""The words of a finding in their line, cut to the width of the terminal."""

from __future__ import annotations

from align.reports.width import cells, head, plain, tail

CUT = "…"


def excerpt(text: str, start: int, end: int, width: int) -> tuple[str, str, str]:
    """What stands before, in and after `text[start:end]` on its line, at most `width` cells in all; … for what is left out.

    A span over several lines is quoted as one; of one that is too long its beginning is.
    """
    words = plain(text[start:end])
    if cells(words) > width:
        return "", head(words, width - 1) + CUT, ""
    # a line can be a book: no more of it is looked at than may be shown
    first, last = max(start - width, 0), min(end + width, len(text))
    begin, stop = text.rfind("\n", first, start) + 1 or first, text.find("\n", end, last)
    stop = last if stop < 0 else stop
    before, after = plain(text[begin:start]), plain(text[end:stop]).rstrip()
    clipped = begin > 0 and text[begin - 1] != "\n", stop < len(text) and text[stop] != "\n"
    before = before if clipped[0] else before.lstrip()
    room = width - cells(words)
    before = _left(before, max(room // 2, room - cells(after) - clipped[1]), clipped[0])
    return before, words, _right(after, room - cells(before), clipped[1])


def _left(text: str, width: int, clipped: bool) -> str:
    if not clipped and cells(text) <= width:
        return text
    kept = tail(text, width - 1)
    word = kept.find(" ") + 1
    return (CUT + (kept[word:] if word <= len(kept) / 2 else kept))[: max(width, 0)]


def _right(text: str, width: int, clipped: bool) -> str:
    if not clipped and cells(text) <= width:
        return text
    kept = head(text, width - 1)
    word = kept.rfind(" ")
    return ((kept[:word] if word >= len(kept) / 2 else kept) + CUT)[: max(width, 0)]
