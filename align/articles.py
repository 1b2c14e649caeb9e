"""From two files to two segmented documents, with the warnings that they deserve."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePath

from align.errors import InputError
from align.files import load, shown
from align.lang.detect import language_of
from align.lang.segmenting import segment
from align.model import Alignment, Document
from align.readers import read
from align.readers.file_names import language_of_name, nfc_name

UNRELATED = 0.4
"""`Alignment.parallel` below which two articles are called unrelated: midway between what translations and others have."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How a pair of articles is read: None where the files themselves tell."""

    source_lang: str | None = None
    target_lang: str | None = None
    published: date | None = None
    target_published: date | None = None
    default: date | None = None
    """The date where nothing else tells one."""
    lines: bool = False
    """Each line is a segment."""


def article(path: str, lang: str | None, published: date | None, lines: bool) -> tuple[Document, tuple[str, ...]]:
    """The segmented document of a file, and warnings; its language by option, file name, the file's own word, or its text."""
    name = nfc_name(path)
    document, notes = read(load(path), name, lang=lang or language_of_name(name))
    document = replace(document, name=shown(PurePath(name).name))  # what is written tells nobody where the file lay
    if published:
        document = replace(document, date=published)
    if not document.lang:
        document = replace(document, lang=language_of(document.text))
    return segment(document, lines), notes


def pair(source: str, target: str, how: Reading) -> tuple[Document, Document, tuple[str, ...]]:
    """Both documents, and warnings, also where they look swapped or identical. InputError where one cannot be read."""
    if source == target == "-":
        raise InputError("-", "standard input cannot be both sides")
    left, notes = article(source, how.source_lang, how.published, how.lines)
    right, others = article(target, how.target_lang, how.target_published or how.published, how.lines)
    left = replace(left, date=left.date or how.default)
    right = replace(right, date=right.date or left.date)
    return left, right, (*notes, *others, *_doubts(left, right))


def _doubts(source: Document, target: Document) -> list[str]:
    if source.text.strip() and source.text.strip() == target.text.strip():
        return [f"{source.name} and {target.name} have the same text"]
    found = []
    for document in (source, target):
        seen = language_of(document.text)
        if seen not in ("und", document.lang.split("-")[0]) and seen in ("ko", "en"):
            other = target if document is source else source
            swapped = language_of(other.text) == document.lang.split("-")[0]
            found.append(
                f"{document.name} is taken for {document.lang} but reads like {seen}"
                + (": are the two sides swapped?" if swapped else "; --source-lang and --target-lang tell")
            )
            break
    if source.lang == target.lang and source.lang != "und":
        found.append(f"both sides are in {source.lang}")
    return found


def unrelated(alignment: Alignment) -> bool:
    """Whether two articles with text on both sides have hardly anything to do with each other."""
    source, target = alignment.source, alignment.target
    return bool(source.segments and target.segments) and source.text != target.text and alignment.parallel() < UNRELATED
