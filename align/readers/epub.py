"""EPUB books: the text of their chapters in reading order, each read as HTML; a line number is a paragraph's."""

from __future__ import annotations

import posixpath
from urllib.parse import unquote

from align.errors import InputError
from align.readers import Parsed, Reader
from align.readers.packed import nothing, opened, told, tree
from align.trees import tag

KIND, AGAIN = "an EPUB", "save it again as .epub"
CONTAINER = "META-INF/container.xml"
CHAPTERS = frozenset(("application/xhtml+xml", "text/html"))


def read(data: bytes, name: str) -> Parsed:
    """Title and language from the book's own description; the table of contents is no text."""
    from align.readers import html

    with opened(data, name, KIND, AGAIN) as packed:
        container = tree(packed.read(CONTAINER), name, KIND, AGAIN)
        package = next((e.get("full-path", "") for e in container.iter() if tag(e) == "rootfile"), "")
        book = tree(packed.read(package), name, KIND, AGAIN)
        about = {tag(e): (e.text or "").strip() for e in book.iter() if tag(e) in ("title", "language")}
        items = {e.get("id"): e for e in book.iter() if tag(e) == "item"}
        chapters = []
        for each in (e for e in book.iter() if tag(e) == "itemref" and e.get("linear") != "no"):
            item = items.get(each.get("idref"))
            if (
                item is None
                or item.get("media-type") not in CHAPTERS
                or "nav" in (item.get("properties") or "").split()
            ):
                continue
            path = posixpath.normpath(posixpath.join(posixpath.dirname(package), unquote(item.get("href", ""))))
            chapters.append(html.read(packed.read(path), f"{name}:{path}").tape.text())
    if not chapters:
        raise InputError(name, "an EPUB without a chapter", AGAIN)
    texts = filter(None, (chapter.strip() for chapter in chapters))
    return told(texts, "\n\n", about.get("title") or None, about.get("language", ""))


READER = Reader(("epub",), place=70, read=read, decoded=nothing)
