"""Subtitles, SubRip and WebVTT: what is said, cues joined to sentences, without numbers, times, positions and styles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from align.readers import Parsed, Reader
from align.readers.decoding import decode
from align.readers.text_builder import Tape

TIME = re.compile(r"\s*(?:\d+:)?\d{1,2}:\d\d[,.]\d{1,3}\s*-->\s*(?:\d+:)?\d{1,2}:\d\d[,.]\d{1,3}.*")
MARK = re.compile(r"</?[A-Za-z\d.:][^<>\n]*>|\{\\[^{}\n]*\}|&(?:amp|lt|gt|nbsp|lrm|rlm|quot|#\d{1,7});")
SPEAKER = re.compile(r"\s*[-–—]\s+")
"""What begins the words of another speaker in one cue."""
END = tuple('.!?…。！？♪)]」』”"’')
"""What ends a sentence, as cues write it."""


def read(data: bytes, name: str) -> Parsed:
    """The text of all cues, a paragraph for each sentence or two that are not told to go on; a file without any is text as it is."""
    file = decode(data, name)
    tape = Tape(file)
    ended, found = True, False
    for start, end in _said(file):
        found = True
        speaker = SPEAKER.match(file, start, end)
        begin = speaker.end() if speaker else start
        tape.part(start, going=not (ended or speaker))
        _copy(tape, begin, end)
        ended = file[start:end].rstrip().endswith(END)
    if not found:
        tape.copy(0, len(file))
    return Parsed(tape)


def _said(file: str) -> Iterator[tuple[int, int]]:
    """The lines of cues that hold words."""
    inside = False
    start = 0
    for line in file.splitlines(keepends=True):
        end = start + len(line.rstrip("\r\n"))
        if not line.strip():
            inside = False
        elif inside:
            yield start, end
        elif TIME.fullmatch(file, start, end):
            inside = True
        start += len(line)


def _copy(tape: Tape, start: int, end: int) -> None:
    """A line without its marks."""
    for mark in MARK.finditer(tape.file, start, end):
        tape.copy(start, mark.start())
        if mark[0].startswith("&"):
            tape.reference(*mark.span())
        start = mark.end()
    tape.copy(start, end)


READER = Reader(("srt", "vtt"), place=60, read=read)
