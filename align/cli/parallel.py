"""Parallel text and dictionaries, as the options of `align train` name them."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

import click

from align.errors import FormatError
from align.files import load, regular
from align.lang import language
from align.readers.decoding import decode
from align.readers.file_names import language_of_name
from align.tags import primary

ENTRY = 3.0
"""Weight of a dictionary entry against a sentence pair."""
LONGEST_ENTRY = 4
"""Words of a dictionary's translation past which it is an explanation."""


def columns(value: str) -> tuple[int, int]:
    """The two columns that `value` numbers from 1, from 0; BadParameter where it does not."""
    parts = value.split(",")
    if len(parts) != 2 or not all(part.strip().isdigit() and int(part) for part in parts):
        raise click.BadParameter(f"{value!r} is no pair of column numbers: 1,2, say", param_hint="--columns")
    return int(parts[0]) - 1, int(parts[1]) - 1


def pairs(paths: Sequence[str], source: str, target: str, default: tuple[int, int]) -> Iterator[tuple[str, str]]:
    """The sentence pairs of files in their order: TSV, TMX, or two Moses files in turn; `default` are the columns of a TSV."""
    waiting: tuple[str, list[str]] | None = None
    for path in paths:
        file = path.rsplit(":", 1)[0] if _own_columns(path) else path
        if file.lower().endswith(".tmx"):
            yield from _tmx(file, source, target)
        elif file.lower().endswith((".tsv", ".csv", ".txt")):
            yield from _table(path, default)
        elif waiting is None:
            waiting = file, _lines(file)
        else:
            other, lines = waiting
            waiting = None
            found = _lines(file)
            if len(found) != len(lines):
                raise FormatError(
                    file, f"{len(found)} lines, but {other} has {len(lines)}", "Moses files run line by line"
                )
            if primary(language_of_name(other)) == primary(target):
                lines, found = found, lines
            yield from zip(lines, found, strict=True)
    if waiting is not None:
        raise FormatError(waiting[0], "one side of a Moses pair without the other", "give NAME.ko NAME.en")


def langs(path: str) -> tuple[str, str] | None:
    """The languages that a name tells: NAME.ko-ja.tsv.

    >>> langs("python-docs.ko-ja.tsv:3,4")
    ('ko', 'ja')
    """
    parts = file_of(path).lower().split(".")[-2:-1]
    found = parts[0].split("-") if parts else []
    if len(found) == 2 and all(language_of_name(f"x.{lang}.txt") for lang in found):
        return primary(found[0]), primary(found[1])
    return None


def _lines(file: str) -> list[str]:
    """The lines of a file; a final newline adds none."""
    text = decode(load(file), file)
    return text.removesuffix("\n").split("\n") if text else []


def _own_columns(path: str) -> bool:
    tail = path.rsplit(":", 1)[-1]
    return ":" in path and tail.replace(",", "").isdigit() and tail.count(",") == 1


def file_of(path: str) -> str:
    """The file of FILE:3,4."""
    return path.rsplit(":", 1)[0] if _own_columns(path) else path


def _table(path: str, default: tuple[int, int]) -> Iterator[tuple[str, str]]:
    """The two columns of a TSV; a header row is known by its language codes."""
    file, (a, b) = (path, default)
    if _own_columns(path):
        file, own = path.rsplit(":", 1)
        a, b = columns(own)
    found = False
    for number, line in enumerate(decode(load(file), file).split("\n")):
        cells = line.rstrip("\r").split("\t")
        if len(cells) <= max(a, b) or not (cells[a].strip() and cells[b].strip()):
            continue
        if number == 0 and len(cells[a]) < 12 and language_of_name(f"x.{cells[a].strip()}"):
            continue
        found = True
        yield cells[a].strip(), cells[b].strip()
    if not found:
        raise FormatError(
            file, f"no line with columns {a + 1} and {b + 1}", "tab-separated; choose others with --columns"
        )


def entries(path: str, default: tuple[int, int], source: str) -> Iterator[tuple[str, str, float]]:
    """Dictionary entries, each under the forms that its term stands in."""
    part = language(source).part("forms")
    for term, translations in _table(path, default):
        shapes = part.forms(part.headword(term))
        for translation in translations.split("|"):
            if len(translation.split()) <= LONGEST_ENTRY:
                for shape in shapes:
                    yield shape, translation, ENTRY if len(shapes) == 1 else ENTRY / 2


def _tmx(path: str, source: str, target: str) -> Iterator[tuple[str, str]]:
    from align.formats.tmx import read

    stream = sys.stdin.buffer if path == "-" else None
    with stream or open(regular(path), "rb") as opened:  # noqa: PTH123 - streamed, since a memory may be larger than memory
        for unit in read(opened, path):
            texts = {primary(lang): text for lang, text in unit.texts}
            if texts.get(primary(source)) and texts.get(primary(target)):
                yield texts[primary(source)], texts[primary(target)]
