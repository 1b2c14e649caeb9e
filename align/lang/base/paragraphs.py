"""Where the paragraphs of a plain text are."""

from __future__ import annotations

import re
from statistics import median

BLOCK = re.compile(r"\S(?:[^\n]|\n(?![^\S\n]*\n))*")
"""From a character to the next blank line."""
END = re.compile(r"[.!?…。！？:;][\"'”’)\]」』]*\s*$")
WRAPPED_AT = range(40, 140)
"""Characters of a line in a hard-wrapped text."""


def paragraphs(text: str) -> list[tuple[int, int]]:
    """The spans of the paragraphs of `text`, without the white space around them.

    A blank line ends a paragraph, and so does every newline, as news agencies write; but where the lines of the text
    are broken at one width in the middle of sentences, they are joined up to the next blank line.
    """
    joined = _wrapped(text)
    found = []
    for block in BLOCK.finditer(text):
        if joined:
            found.append((block.start(), block.start() + len(block[0].rstrip())))
            continue
        start = block.start()
        for line in block[0].split("\n"):
            content = line.strip()
            if content:
                a = start + line.index(content[0])
                found.append((a, a + len(content)))
            start += len(line) + 1
    return found


def _wrapped(text: str) -> bool:
    """Whether the lines are broken at a fixed width: most inner lines about equally long and without an end of sentence."""
    inner = [line for block in BLOCK.findall(text) for line in block.split("\n")[:-1]]
    if len(inner) < 3:
        return False
    width = median(len(line) for line in inner)
    open_ended = sum(not END.search(line) for line in inner)
    even = sum(0.7 * width <= len(line) <= 1.2 * width for line in inner)
    return width in [*WRAPPED_AT] and open_ended > 0.6 * len(inner) and even > 0.7 * len(inner)
