"""align train: a lexicon, or a sentence encoder, from parallel text and dictionaries."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import IO

import click

from align.cli.articles import Tag
from align.errors import FormatError, InputError
from align.files import load, save
from align.lang import primary
from align.readers.decoding import decode
from align.readers.names import language_of_name

ENTRY = 3.0
"""Weight of a dictionary entry against a sentence pair."""
LONGEST_ENTRY = 4
"""Words of a dictionary's translation past which it is an explanation."""


@click.command("train")
@click.argument("text", nargs=-1)
@click.option("-o", "--output", required=True, metavar="OUT", help="The lexicon to write (.npz), or the encoder's folder.")
@click.option("--source-lang", type=Tag(), default="ko", show_default=True)
@click.option("--target-lang", type=Tag(), default="en", show_default=True)
@click.option(
    "--dictionary", multiple=True, metavar="FILE", help="TSV: term, translation (several separated by |); repeatable."
)
@click.option(
    "--columns", default="1,2", show_default=True, metavar="S,T", help="Which columns of a TSV hold source and target."
)
@click.option("--name", default="", help="What signatures call a lexicon; default: the file's name.")
@click.option("--encoder", is_flag=True, help="Train a sentence encoder, for --engine encoder:NAME. Needs torch.")
@click.option(
    "--minutes", type=click.FloatRange(0, min_open=True), default=60.0, show_default=True, help="How long an encoder is trained."
)
@click.option("--vocabulary", type=click.IntRange(100), default=24_000, show_default=True, help="Subwords of an encoder, at most.")
@click.option("--layers", type=click.IntRange(1, 12), default=2, show_default=True, help="Of an encoder.")
@click.option("--bag", is_flag=True, help="An encoder of subword vectors alone: learns in minutes what little text can teach.")
@click.option("--seed", default=0, show_default=True, help="Of an encoder.")
def command(
    text: tuple[str, ...],
    output: str,
    source_lang: str,
    target_lang: str,
    dictionary: tuple[str, ...],
    columns: str,
    name: str,
    encoder: bool,
    minutes: float,
    vocabulary: int,
    layers: int,
    bag: bool,
    seed: int,
) -> None:
    """Learn a lexicon from parallel TEXT: TSV (source, target), TMX, or two Moses files (NAME.ko NAME.en) in turn.

    A column may be named for one file as FILE:3,4. The same input gives the same bytes. Use the result with
    `align pair --lexicon OUT`.

    With --encoder: a small sentence encoder, in OUT as a folder for `align model add NAME OUT`. TEXT is best in the order
    in which it was written, since neighbouring sentences are what an encoder has to tell apart.
    """
    if not text and not dictionary:
        raise click.UsageError("no parallel text and no dictionary: nothing to learn from")
    default = _columns(columns)
    if encoder:
        pieces = [*_parallel(text, source_lang, target_lang, default)]
        entries = [(a, b) for path in dictionary for a, b, _ in _entries(path, default, source_lang)]
        langs = primary(source_lang), primary(target_lang)
        _encoder(pieces, entries, langs, output, minutes, vocabulary, 0 if bag else layers, seed)
        return
    from align.training.lexicon import learn

    pairs = chain(
        ((a, b, 1.0) for a, b in _parallel(text, source_lang, target_lang, default)),
        (entry for path in dictionary for entry in _entries(path, default, source_lang)),
    )
    lexicon = learn(pairs, source_lang, target_lang, name=name or output.replace("\\", "/").rsplit("/", 1)[-1])
    if not len(lexicon.columns):
        raise InputError(", ".join((*text, *dictionary)), "no pairs that tell anything", "are the columns right?")
    save(output, lambda out: _write(out, lexicon.write()))
    click.echo(
        f"{output}: {len(lexicon.source.words):,} and {len(lexicon.target.words):,} words, {len(lexicon.columns):,} pairs",
        err=True,
    )


def _encoder(
    pairs: Sequence[tuple[str, str]],
    entries: Sequence[tuple[str, str]],
    langs: tuple[str, str],
    output: str,
    minutes: float,
    vocabulary: int,
    layers: int,
    seed: int,
) -> None:
    """Train an encoder and write it to the folder `output`."""
    from align.training import subwords
    from align.training.export import export
    from align.training.folders import free

    try:
        from align.training import encoder
    except ImportError:
        raise InputError("--encoder", "torch is needed to train one", 'pip install "align-toolkit[train]"') from None
    free(Path(output))  # before an hour of training, and not after it
    model = subwords.learn((text for pair in (*pairs, *entries) for text in pair), vocabulary)
    texts = encoder.Parallel.of(pairs, entries, model)
    shape = encoder.Shape(layers=max(1, layers), vocabulary=subwords.size(model))  # CTranslate2 wants one, be it idle
    alone = encoder.ALONE if layers else 1.0
    arrays = encoder.train(texts, shape, minutes=minutes, seed=seed, alone=alone, tell=lambda line: click.echo(line, err=True))
    export(arrays, shape.heads, model, langs, Path(output))
    click.echo(f"{output}: an encoder of {len(pairs):,} pairs and {len(entries):,} entries; align model add NAME {output}", err=True)


def _write(out: IO[bytes], data: bytes) -> None:
    out.write(data)


def _columns(value: str) -> tuple[int, int]:
    parts = value.split(",")
    if len(parts) != 2 or not all(part.strip().isdigit() and int(part) for part in parts):
        raise click.BadParameter(f"{value!r} is no pair of column numbers: 1,2, say", param_hint="--columns")
    return int(parts[0]) - 1, int(parts[1]) - 1


def _parallel(paths: Sequence[str], source: str, target: str, default: tuple[int, int]) -> Iterator[tuple[str, str]]:
    waiting: tuple[str, list[str]] | None = None
    for path in paths:
        file = path.rsplit(":", 1)[0] if _own_columns(path) else path
        if file.lower().endswith(".tmx"):
            yield from _tmx(file, source, target)
        elif file.lower().endswith((".tsv", ".csv", ".txt")):
            yield from _table(path, default)
        elif waiting is None:
            waiting = file, decode(load(file), file).split("\n")
        else:
            other, lines = waiting
            waiting = None
            found = decode(load(file), file).split("\n")
            if len(found) != len(lines):
                raise FormatError(
                    file, f"{len(found)} lines, but {other} has {len(lines)}", "Moses files run line by line"
                )
            if language_of_name(other).startswith(target):
                lines, found = found, lines
            yield from zip(lines, found, strict=True)
    if waiting is not None:
        raise FormatError(waiting[0], "one side of a Moses pair without the other", "give NAME.ko NAME.en")


def _own_columns(path: str) -> bool:
    tail = path.rsplit(":", 1)[-1]
    return ":" in path and tail.replace(",", "").isdigit() and tail.count(",") == 1


def _table(path: str, default: tuple[int, int]) -> Iterator[tuple[str, str]]:
    """The two columns of a TSV; a header row is known by its language codes."""
    file, (a, b) = (path, default)
    if _own_columns(path):
        file, own = path.rsplit(":", 1)
        a, b = _columns(own)
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


def _entries(path: str, default: tuple[int, int], source: str) -> Iterator[tuple[str, str, float]]:
    """Dictionary entries, Korean verbs under the forms that they stand in."""
    from align.training.conjugation import forms

    for term, translations in _table(path, default):
        if source.startswith("ko") and term.endswith("하다") and len(term) > 3:
            term = term[:-2]
        shapes = forms(term) if source.startswith("ko") else (term,)
        for translation in translations.split("|"):
            if len(translation.split()) <= LONGEST_ENTRY:
                for shape in shapes:
                    yield shape, translation, ENTRY if len(shapes) == 1 else ENTRY / 2


def _tmx(path: str, source: str, target: str) -> Iterator[tuple[str, str]]:
    from align.formats.tmx import read

    stream = sys.stdin.buffer if path == "-" else None
    with stream or open(path, "rb") as opened:  # noqa: PTH123 - streamed, since a memory may be larger than memory
        for unit in read(opened, path):
            texts = {primary(lang): text for lang, text in unit.texts}
            if texts.get(primary(source)) and texts.get(primary(target)):
                yield texts[primary(source)], texts[primary(target)]
