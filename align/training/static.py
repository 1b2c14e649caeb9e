"""Make a static table: what a teacher says of sentences, told by the sum of one vector a piece.

Each piece begins with what the teacher says of it alone, turned to the directions that matter most (principal components) and
weighted by how rare it is (Arora et al. 2017). From there the vectors learn three things at once: that sums of pieces come near to
the teacher's vectors of real sentences and of random texts, nearer than to those of other texts (InfoNCE; van den Oord et al.
2018), and that they come near to the sums of translations. Each piece that a step touches is drawn back to where it began: what is
seen rarely keeps what the teacher said of it. Needs torch.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional

from align.engine.static.segmenter import SPACE, Segmenter, keys
from align.engine.static.table import Table
from align.training import units as drawing
from align.training.teacher import Singles, Teacher
from align.training.units import Unit

Langs = tuple[str, str]
Bag = list[int]

WIDTH = 256
COMMON = 1e-4
"""Probability of a piece that weighs half (a of Arora et al. 2017)."""
BATCH = 384
"""Pairs, sentences or texts that compete with each other."""
STEPS, RATE = 600, 3e-3
BACK = 2.0
"""Weight of the square of what a vector leaves its start by."""
TAUGHT = 0.5
"""Weight of the teacher's sentences and of its random texts, each, against that of translations."""
NEAR = 8.0
"""Weight of the distance to the teacher's own vector."""
SHARP, SHARP_TEACHER = 20.0, 15.0
"""What cosines are multiplied by."""
ENTRIES = (3, 8)
"""Dictionary entries of a bag: from, to below."""
SENTENCES, RANDOM = 3000, 8000
"""Sentence pairs of each pair of languages, and random texts of each script, that the teacher reads."""
PAIRS = 16_000
"""Sentence pairs of each pair of languages that are learnt from: more of the same kind of text bring no more words."""
SHORT, LONG, LETTERS = 12, 220, 0.75
"""Characters of a sentence that is learnt from, and their share that are letters or spaces: what is mostly code is left out."""
LONGEST = 96
"""Pieces of a text; more are cut off."""


@dataclass(frozen=True, slots=True)
class Texts:
    """What is learnt from."""

    pairs: dict[Langs, list[tuple[str, str]]]
    """Sentence pairs by their languages."""
    entries: list[tuple[str, str]]
    """Dictionary entries of all languages."""


@dataclass(frozen=True, slots=True)
class Taught:
    """Texts in pieces, with the teacher's vectors: unit, the mean of their kind taken off."""

    bags: list[Bag]
    vectors: Singles


def made(
    units: Sequence[Unit],
    teacher: Teacher,
    texts: Texts,
    *,
    seed: int = 0,
    steps: int = STEPS,
    width: int = WIDTH,
    sentences: int = SENTENCES,
    random_texts: int = RANDOM,
    tell: Callable[[str], None] = lambda line: None,
) -> Table:
    """The table of `units`; the same input gives the same bytes on the same machine."""
    torch.manual_seed(seed)
    torch.set_num_threads(1)
    random = np.random.default_rng(seed)
    chosen = {langs: _chosen(rows, random) for langs, rows in texts.pairs.items()}
    scores = np.array([unit.score for unit in units])
    cut = _cutter(units, scores)
    tell(f"the teacher reads {len(units):,} pieces")
    start, turn = _start(teacher([unit.surface.replace(SPACE, " ").strip() or " " for unit in units]), scores, width)

    def taught(kinds: Iterable[Sequence[str]]) -> Taught:
        bags, vectors = [], []
        for kind in filter(None, kinds):
            found = teacher(kind)
            bags += cut(kind)
            vectors.append((found - found.mean(0)) @ turn)
        filled = [k for k, bag in enumerate(bags) if bag]
        return Taught([bags[k] for k in filled], _unit(np.concatenate(vectors)[filled]) if vectors else start[:0])

    read = [pair[:sentences] for pair in chosen.values()]
    tell(f"the teacher reads {2 * sum(map(len, read)):,} sentences")
    real = taught([row[side] for row in some] for some in read for side in (0, 1))
    free = drawing.texts(units, random_texts, random)
    tell(f"the teacher reads {sum(map(len, free)):,} random texts")
    loose = taught(free)
    parallel = {}
    for langs, rows in chosen.items():
        bags = [*zip(cut([a for a, _ in rows]), cut([b for _, b in rows]), strict=True)]
        parallel[langs] = [pair for pair in bags if all(pair)]
    entries = [*zip(cut([a for a, _ in texts.entries]), cut([b for _, b in texts.entries]), strict=True)]
    vectors = _learnt(
        start, [*parallel.values()], [pair for pair in entries if all(pair)], (real, loose), steps, random, tell
    )
    known = sorted({lang for pair in texts.pairs for lang in pair})
    means = np.stack([_mean(vectors, parallel, lang) for lang in known]) if known else np.zeros((0, vectors.shape[1]))
    return Table.made([unit.piece for unit in units], scores, vectors, known, means)


def _chosen(pairs: Iterable[tuple[str, str]], random: np.random.Generator) -> list[tuple[str, str]]:
    """Some of the pairs of sentences, in an order drawn at random."""
    found = sorted({pair for pair in pairs if pair[0] != pair[1] and all(map(_prose, pair))})
    return [found[k] for k in random.permutation(len(found))[:PAIRS]]


def _prose(text: str) -> bool:
    return SHORT <= len(text) <= LONG and sum(c.isalpha() or c == " " for c in text) > LETTERS * len(text)


def _cutter(units: Sequence[Unit], scores: NDArray[np.float64]) -> Callable[[Sequence[str]], list[Bag]]:
    """What cuts texts into the numbers of units."""
    own = keys([unit.piece for unit in units])
    order = np.argsort(own)
    segmenter = Segmenter(own[order], scores[order], max(len(unit.piece) for unit in units))
    place = order.tolist()
    return lambda texts: [[place[k] for k in bag[:LONGEST]] for bag in segmenter.pieces(texts)]


def _start(vectors: Singles, scores: NDArray[np.float64], width: int) -> tuple[Singles, Singles]:
    """(units, width): the teacher's vectors, turned and weighted; and what turns its vectors of texts the same way."""
    weighted = (COMMON / (COMMON + np.exp(scores)))[:, None] * (vectors - vectors.mean(0)).astype(np.float64)
    _, directions = np.linalg.eigh(weighted.T @ weighted)
    turn = directions[:, ::-1][:, :width]
    return (weighted @ turn).astype(np.float32), turn.astype(np.float32)


def _learnt(
    start: Singles,
    parallel: Sequence[Sequence[tuple[Bag, Bag]]],
    entries: Sequence[tuple[Bag, Bag]],
    taught: Sequence[Taught],
    steps: int,
    random: np.random.Generator,
    tell: Callable[[str], None],
) -> NDArray[np.float64]:
    """(units, width): the vectors after training."""
    began = torch.from_numpy(start)
    table = torch.nn.EmbeddingBag(*start.shape, mode="sum", sparse=True)
    table.weight.data = began.clone()
    optimizer = torch.optim.SparseAdam(table.parameters(), lr=RATE, betas=(0.9, 0.99))
    total = 0.0
    for step in range(steps):
        for group in optimizer.param_groups:
            group["lr"] = RATE * (1 - step / steps)
        touched: list[torch.Tensor] = []

        def embedded(bags: Sequence[Bag], touched: list[torch.Tensor] = touched) -> torch.Tensor:
            flat = torch.tensor([piece for bag in bags for piece in bag])
            touched.append(flat)
            starts = torch.tensor(np.cumsum([0, *map(len, bags[:-1])]))
            return functional.normalize(table(flat, starts))

        loss = torch.zeros(())
        pairs = _batch(parallel[step % len(parallel)] if parallel else [], entries, random)
        if pairs:
            sides = [embedded([pair[side] for pair in pairs]) for side in (0, 1)]
            source, target = (functional.normalize(side - side.mean(0)) for side in sides)
            loss = loss + _apart(source, target, SHARP)
        for some in taught:
            if some.bags:
                chosen = random.choice(len(some.bags), min(BATCH, len(some.bags)), replace=False)
                own = embedded([some.bags[k] for k in chosen])
                wanted = torch.from_numpy(some.vectors[chosen])
                loss = loss + TAUGHT * _apart(own, wanted, SHARP_TEACHER)
                loss = loss + TAUGHT * NEAR * (1 - (own * wanted).sum(1)).mean()
        seen = torch.unique(torch.cat(touched))
        left = functional.embedding(seen, table.weight, sparse=True) - began[seen]
        optimizer.zero_grad()
        (loss + BACK * (left**2).sum(1).mean()).backward()
        optimizer.step()
        total += float(loss.detach())
        if (step + 1) % 100 == 0:
            tell(f"step {step + 1} of {steps}: loss {total / 100:.3f}")
            total = 0.0
    found: NDArray[np.float64] = table.weight.detach().numpy().astype(np.float64)
    return found


def _batch(
    pairs: Sequence[tuple[Bag, Bag]], entries: Sequence[tuple[Bag, Bag]], random: np.random.Generator
) -> list[tuple[Bag, Bag]]:
    """Sentence pairs of one pair of languages, and half as many bags of entries."""
    found = [pairs[k] for k in random.choice(len(pairs), min(BATCH, len(pairs)), replace=False)] if pairs else []
    for _ in range(BATCH // 2 if entries else 0):
        some = random.integers(len(entries), size=int(random.integers(*ENTRIES)))
        found.append(([k for i in some for k in entries[i][0]], [k for i in some for k in entries[i][1]]))
    return found


def _apart(one: torch.Tensor, other: torch.Tensor, sharp: float) -> torch.Tensor:
    """InfoNCE both ways: each row belongs to the row of its number."""
    cosines = sharp * one @ other.T
    wanted = torch.arange(len(cosines))
    return functional.cross_entropy(cosines, wanted) + functional.cross_entropy(cosines.T, wanted)


def _mean(vectors: NDArray[np.float64], parallel: dict[Langs, list[tuple[Bag, Bag]]], lang: str) -> NDArray[np.float64]:
    """The mean of the unit vectors of the sentences in a language."""
    bags = [pair[langs.index(lang)] for langs, rows in parallel.items() if lang in langs for pair in rows]
    if not bags:
        return np.zeros(vectors.shape[1])
    sums = np.stack([vectors[bag].sum(0) for bag in bags[:: max(1, len(bags) // 5000)]])
    found: NDArray[np.float64] = (sums / np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-9)).mean(0)
    return found


def _unit(rows: Singles) -> Singles:
    found: Singles = (rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)).astype(np.float32)
    return found
