"""Which tokens the Korean lexicon should be over: python benchmarks/tokens.py TRAIN GOLD... (the table of docs/tokens.md)

For each kind of token the lexicons are learnt again from TRAIN (laid out as in seeds/NOTICE.md), the weights are fitted
again on GOLD, and the fit is printed: nats a document (lower is better), strict F1 of each folder. Needs scipy, and
kiwipiepy for the last row.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import click

import align.lang.ko.tokens as ko
from align.cli.parallel import entries, pairs
from align.engine.engine import Engine
from align.engine.learning import learn
from align.evaluation import gold as goldens
from align.evaluation.metrics import Tally

sys.path.append(str(Path(__file__).parents[1]))
from benchmarks.fit_report import aligned
from benchmarks.fitting import Article, beginning, fit, weights_of

DOCUMENTS = (
    "gnome_user_docs hf_course mozilla_www nodejs_site opensource_guide python_docs react_docs tensorflow_docs vite_docs "
    "vue_docs"
).split()
Tokens = Callable[[str], list[str]]
SHIPPED: Tokens = ko.tokens


def words(text: str) -> list[str]:
    return ko.WORD.findall(text)


def stems(text: str) -> list[str]:
    return [ko.stem(word) for word in ko.WORD.findall(text)]


def beginnings(text: str) -> list[str]:
    return [word[:2] for word in ko.WORD.findall(text)]


def stems_and_pairs(text: str) -> list[str]:
    return SHIPPED(text) + [f"{stem}." for stem in stems(text) if len(stem) > 2]


def pieces(sample: list[str]) -> Tokens:
    import sentencepiece

    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "text").write_text("\n".join(sample), encoding="utf-8")
        sentencepiece.SentencePieceTrainer.train(
            input=f"{folder}/text",
            model_prefix=f"{folder}/m",
            vocab_size=24000,
            character_coverage=0.9995,
            minloglevel=2,
        )
        model = sentencepiece.SentencePieceProcessor(model_file=f"{folder}/m.model")

    def cut(text: str) -> list[str]:
        found = (piece.replace("▁", "") for piece in model.encode(text, out_type=str))
        return [piece for piece in found if ko.WORD.search(piece)]

    return cut


def morphemes() -> Tokens:
    from kiwipiepy import Kiwi

    kiwi = Kiwi()

    @lru_cache(400_000)
    def cut(text: str) -> list[str]:
        return [m.form for m in kiwi.tokenize(text) if (m.tag[0] in "NVM" or m.tag == "XR") and ko.WORD.search(m.form)]

    return cut


@click.command()
@click.argument("train", type=click.Path(exists=True, path_type=Path))
@click.argument("gold", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
def main(train: Path, gold: tuple[Path, ...]) -> None:
    text = [str(path) for name in DOCUMENTS for path in sorted((train / name).glob("*.tsv"))]
    text += [str(train / "wikidata_names" / f"{name}.train.tsv") for name in ("korean_person", "other_names")]
    permissive = [f"{train}/tico19_terms/tico19.ko-en.tsv", f"{train}/cldr/cldr.ko-en.tsv:3,4", "seeds/ko-en/terms.tsv"]
    shared = [str(train / "korsts" / f"{part}.ko-en.tsv") for part in ("dev", "test")]
    wiktionary = [f"{train}/wiktionary/{name}.tsv" for name in ("enwikt-2015.en-ko", "enwikt-2022.candidates.ko-en")]
    sets = [list(learnable(text, permissive)), list(learnable(shared, wiktionary))]
    kinds: list[tuple[str, Callable[[], Tokens]]] = [
        ("words as they stand", lambda: words),
        ("words without particles and endings", lambda: stems),
        ("first two syllables", lambda: beginnings),
        ("syllable pairs (shipped)", lambda: SHIPPED),
        ("syllable pairs and stems", lambda: stems_and_pairs),
        ("SentencePiece, 24,000 pieces", lambda: pieces([a for part in sets for a, _, _ in part])),
        ("Kiwi morphemes", morphemes),
    ]
    click.echo("| tokens | MB | seconds to learn | " + " | ".join(path.name for path in gold) + " |")
    for name, make in kinds:
        try:
            cut = make()
        except ImportError as error:
            click.echo(f"| {name} | {error} |")
            continue
        start = time.time()
        ko.tokens = cut
        lexicons = tuple(learn(part, "ko", "en") for part in sets)
        seconds, size = time.time() - start, sum(len(lexicon.write()) for lexicon in lexicons) / 1e6
        engine = replace(Engine.load("ko", "en", choice="lexical"), lexicons=lexicons, ours=0)
        articles = {path: [Article(g, engine, True) for g in goldens.load(path)] for path in gold}
        fitted = fit([a for part in articles.values() for a in part], beginning())
        scores = []
        for part in articles.values():
            tally = Tally()
            for a in part:
                tally += Tally.of(
                    a.beads,
                    [(b.source, b.target) for b in aligned(a, weights_of(fitted, a.kind, engine.weights.move), 1.0)],
                )
            scores.append(f"{tally.f1:.4f}")
        click.echo(f"| {name} | {size:.1f} | {seconds:.0f} | " + " | ".join(scores) + " |")


def learnable(text: list[str], dictionaries: list[str]) -> Iterator[tuple[str, str, float]]:
    yield from ((a, b, 1.0) for a, b in pairs(text, "ko", "en", (0, 1)))
    for path in dictionaries:
        yield from entries(path, (0, 1), "ko")


if __name__ == "__main__":
    main()
