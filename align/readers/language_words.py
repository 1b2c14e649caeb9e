"""Words in a path that say its language only beside another file: korean/, kr/, docs-ko/, ko_notes.md, notes (ko).md, notes_국문.md.

Such a word alone says nothing (korean-war.md is in English), so that `file_names`, which reads one name, does not know it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from align import resources
from align.readers.file_names import WHOLE, Mark, nfc_name
from align.tags import canonical

WORD = re.compile(r"[^\W_]+")
ENDING = re.compile(r"\.[^./ ]+$")


def words(path: str) -> Iterator[Mark]:
    """Every such word that begins or ends a part of a path, the nearest to its end first; what parts it from the rest included.

    >>> [mark.tag for mark in words("korean/guide (ko).md")]
    ['ko', 'ko']
    """
    path = nfc_name(path).replace("\\", "/")
    end = len(path)
    for k, part in enumerate(reversed(path.split("/"))):
        start = end - len(part)
        yield from _of_part(path, start, start + len(ENDING.sub("", part) if not k else part))
        end = start - 1


def _of_part(path: str, start: int, end: int) -> Iterator[Mark]:
    """The words of a name, without its ending, or of a folder."""
    found = list(WORD.finditer(path, start, end))
    if not found:
        return
    first, last = found[0], found[-1]
    if tag := _tag(last[0]):
        yield Mark(tag, found[-2].end() if len(found) > 1 else start, end)
    if len(found) > 1 and (tag := _tag(first[0])):
        yield Mark(tag, start, found[1].start())


def _tag(word: str) -> str:
    word = word.casefold()
    return canonical(word) if word in WHOLE else _names().get(word, "")


@cache
def _names() -> dict[str, str]:
    """What a language is called -> its tag."""
    rows = (line.split("\t") for line in resources.text("base/language_names.tsv").splitlines() if line[:1] != "#")
    return {name: tag for tag, names in rows for name in names.split()}
