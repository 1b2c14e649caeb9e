"""align train: a lexicon, a sentence encoder or a static table, from parallel text and dictionaries."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from typing import IO

import click

from align.cli import parallel
from align.cli.options import Tag
from align.errors import InputError
from align.files import load, save, spared
from align.readers.decoding import decode
from align.resources import usual
from align.tags import primary


@click.command("train")
@click.argument("text", nargs=-1)
@click.option(
    "-o",
    "--output",
    required=True,
    metavar="OUT",
    help="The lexicon (.npz) or table to write, or the encoder's folder.",
)
@click.option("--source-lang", type=Tag(), default=usual()[0], show_default=True)
@click.option("--target-lang", type=Tag(), default=usual()[1], show_default=True)
@click.option(
    "--dictionary", multiple=True, metavar="FILE", help="TSV: term, translation (several separated by |); repeatable."
)
@click.option(
    "--columns", default="1,2", show_default=True, metavar="S,T", help="Which columns of a TSV hold source and target."
)
@click.option("--name", default="", help="What signatures call a lexicon; default: the file's name.")
@click.option("--encoder", is_flag=True, help="Train a sentence encoder, for --engine encoder:NAME. Needs torch.")
@click.option(
    "--minutes",
    type=click.FloatRange(0, min_open=True),
    default=60.0,
    show_default=True,
    help="How long an encoder is trained.",
)
@click.option(
    "--vocabulary", type=click.IntRange(100), default=24_000, show_default=True, help="Subwords of an encoder, at most."
)
@click.option("--layers", type=click.IntRange(1, 12), default=2, show_default=True, help="Of an encoder.")
@click.option(
    "--bag", is_flag=True, help="An encoder of subword vectors alone: learns in minutes what little text can teach."
)
@click.option(
    "--min-pairs",
    type=click.IntRange(1),
    default=1000,
    show_default=True,
    metavar="N",
    help="Sentence pairs and dictionary entries below which no encoder is trained: it would learn them by heart.",
)
@click.option("--seed", default=0, show_default=True, help="Of an encoder or a table.")
@click.option("--static", is_flag=True, help="Make a static table, for --engine static:OUT. Needs torch.")
@click.option(
    "--teacher", default="use", show_default=True, metavar="NAME", help="What a table is made from: use, encoder:NAME."
)
@click.option("--pieces", metavar="FILE", help="TSV: piece, log probability, surface; default: learnt from the texts.")
@click.option("--steps", type=click.IntRange(0), default=600, show_default=True, help="Of training, of a table.")
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
    min_pairs: int,
    seed: int,
    static: bool,
    teacher: str,
    pieces: str | None,
    steps: int,
) -> None:
    """Learn a lexicon from parallel TEXT: TSV (source, target), TMX, or two Moses files (NAME.ko NAME.en) in turn.

    A column may be named for one file as FILE:3,4. The same input gives the same bytes. Use the result with
    `align pair --lexicon OUT`.

    With --encoder: a small sentence encoder, in OUT as a folder for `align model add NAME OUT`. TEXT is best in the order
    in which it was written, since neighbouring sentences are what an encoder has to tell apart.
    """
    if not text and not dictionary:
        raise click.UsageError("no parallel text and no dictionary: nothing to learn from")
    default = parallel.columns(columns)
    spared([output], map(parallel.file_of, (*text, *dictionary)))
    if static:
        _static(
            text, dictionary, (source_lang, target_lang), default, output, teacher, pieces, (vocabulary, steps, seed)
        )
        return
    if encoder:
        pairs_ = [*parallel.pairs(text, source_lang, target_lang, default)]
        entries = [(a, b) for path in dictionary for a, b, _ in parallel.entries(path, default, source_lang)]
        langs = primary(source_lang), primary(target_lang)
        _encoder(pairs_, entries, langs, output, minutes, vocabulary, 0 if bag else layers, min_pairs, seed)
        return
    from align.engine.learning import learn

    pairs = chain(
        ((a, b, 1.0) for a, b in parallel.pairs(text, source_lang, target_lang, default)),
        (entry for path in dictionary for entry in parallel.entries(path, default, source_lang)),
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
    min_pairs: int,
    seed: int,
) -> None:
    """Train an encoder and write it to the folder `output`; InputError where `pairs` and `entries` are too few."""
    from align.training import subwords
    from align.training.export import export
    from align.training.folders import free

    free(Path(output))  # before an hour of training, and not after it
    if len(pairs) + len(entries) < min_pairs:
        raise InputError(
            "--encoder",
            f"{len(pairs):,} sentence pairs and {len(entries):,} dictionary entries are too few to learn from",
            f"give {min_pairs:,} at least, better 100,000, or fewer with --min-pairs",
        )
    try:
        from align.training import encoder
    except ImportError:
        raise InputError("--encoder", "torch is needed to train one", 'pip install "align-toolkit[train]"') from None
    model = subwords.learn((text for pair in (*pairs, *entries) for text in pair), vocabulary)
    texts = encoder.Parallel.of(pairs, entries, model)
    shape = encoder.Shape(layers=max(1, layers), vocabulary=subwords.size(model))  # CTranslate2 wants one, be it idle
    alone = encoder.ALONE if layers else 1.0
    arrays = encoder.train(
        texts, shape, minutes=minutes, seed=seed, alone=alone, tell=lambda line: click.echo(line, err=True)
    )
    export(arrays, shape.heads, model, langs, Path(output))
    click.echo(
        f"{output}: an encoder of {len(pairs):,} pairs and {len(entries):,} entries; align model add NAME {output}",
        err=True,
    )


def _static(
    text: Sequence[str],
    dictionary: Sequence[str],
    langs: tuple[str, str],
    columns: tuple[int, int],
    output: str,
    teacher: str,
    pieces: str | None,
    numbers: tuple[int, int, int],
) -> None:
    """Make a static table and write it to `output`."""
    from align.training import subwords, units
    from align.training.teacher import named

    vocabulary, steps, seed = numbers
    reads = named(teacher)
    try:
        from align.training import static
    except ImportError:
        raise InputError("--static", "torch is needed to make a table", 'pip install "align-toolkit[train]"') from None
    pairs: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for path in text:
        own = parallel.langs(path) or (primary(langs[0]), primary(langs[1]))
        pairs.setdefault(own, []).extend(parallel.pairs([path], *own, columns))
    entries = [
        (a, b) for path in dictionary for a, many in parallel.pairs([path], *langs, columns) for b in many.split("|")
    ]
    if pieces:
        known = units.read(decode(load(pieces), pieces), pieces)
    else:
        every = (side for rows in (*pairs.values(), entries) for pair in rows for side in pair)
        known = units.of_model(subwords.learn(every, vocabulary))
    table = static.made(
        known, reads, static.Texts(pairs, entries), seed=seed, steps=steps, tell=lambda line: click.echo(line, err=True)
    )
    save(output, lambda out: _write(out, table.write()))
    click.echo(f"{output}: {len(known):,} pieces; align pair --engine static:{output}", err=True)


def _write(out: IO[bytes], data: bytes) -> None:
    out.write(data)
