"""Markdown and its dialects: the text that a reader of the page sees, each paragraph, heading, item and cell on a line of its own.

No text: code blocks, comments, marks, targets of links. Text too: titles, captions and descriptions, and those in front matter.

Our own parser and not markdown-it-py, whose tokens do not say where in a line they stand; tests compare the two.
"""

from __future__ import annotations

from align.readers import Parsed, Reader
from align.readers.decoding import decode
from align.readers.front_matter import page
from align.readers.marks.blocks import Blocks
from align.readers.marks.parts import Block
from align.readers.marks.writing import Writer
from align.readers.text_builder import Tape


def read(data: bytes, name: str) -> Parsed:
    """The text of a Markdown file and of its front matter; paragraphs are separated by a blank line."""
    file = decode(data, name)
    matter = page(file)
    blocks = Blocks(file, matter.end, name.lower().endswith(".mdx"))
    found = [*map(Block, matter.texts), *blocks.read()]
    tape = Tape(file)
    writer = Writer(tape, blocks.labels, blocks.mdx)
    for block in found:
        writer.write(block)
    return Parsed(tape, matter.date, matter.title, matter.lang)


READER = Reader(("md", "markdown", "mdown", "mkd", "mdx", "qmd", "rmd"), place=20, read=read)
