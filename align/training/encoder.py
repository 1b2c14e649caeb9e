"""Train a compact dual encoder on parallel text: one Transformer for both languages, a sentence's mean state its embedding.

The loss is the softmax over each batch of which target belongs to which source, both ways (InfoNCE; van den Oord et al. 2018,
as in LaBSE, Feng et al. 2022). A batch is made for alignment: it holds runs of neighbouring sentences, each run cut twice at
random into pieces of one to three, so that a piece competes with its neighbours and with pieces that have a sentence more or
less; and bags of dictionary entries, where running text lacks words. Needs torch, and nothing else does.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import sentencepiece
import torch
from numpy.typing import NDArray
from torch import nn
from torch.nn import functional

Ints = NDArray[np.int64]
Arrays = dict[str, NDArray[np.float32]]

RUN = 8
"""Neighbouring sentences that are cut together."""
SIZES = (0.6, 0.27, 0.13)
"""How often a piece has one, two and three sentences."""
BAG = (3, 10)
"""Entries in a bag: from, to below."""
TOGETHER = {"cpu": 64, "cuda": 512}
"""Pieces that run through the network as one array: few waste least on padding, many fill a GPU."""
MISSING = 0.15
"""Share of subwords that the network does not see, others each time: it is not to learn texts by heart."""
HELD, SHARE = 500, 50
"""Pairs that are not trained on, but tell how training goes: so many, or one in so many where there are few."""
ALONE, WIDER = 0.15, 4
"""Share of the time in which the subword vectors learn alone, and how many times larger batches are then."""
LONGEST = 192
"""Subwords of a piece; more are cut off."""


@dataclass(frozen=True, slots=True)
class Shape:
    """The size of the network."""

    vocabulary: int = 24_000
    width: int = 256
    layers: int = 3
    heads: int = 4
    positions: int = 256


@dataclass(frozen=True, slots=True)
class Texts:
    """Subword numbers of many sentences, one behind the other."""

    ids: NDArray[np.int32]
    starts: Ints
    """Where each begins; one more at the end."""

    @classmethod
    def of(cls, sentences: Sequence[Sequence[int]]) -> Texts:
        starts = np.zeros(len(sentences) + 1, dtype=np.int64)
        np.cumsum([len(s) for s in sentences], out=starts[1:])
        return cls(np.fromiter((i for s in sentences for i in s), np.int32, int(starts[-1])), starts)

    def run(self, start: int, size: int) -> NDArray[np.int32]:
        """The subwords of `size` sentences in a row."""
        return self.ids[self.starts[start] : self.starts[start + size]][:LONGEST]

    def only(self, numbers: Sequence[int]) -> Texts:
        return Texts.of([self.ids[self.starts[k] : self.starts[k + 1]].tolist() for k in numbers])

    def __len__(self) -> int:
        return len(self.starts) - 1


@dataclass(frozen=True, slots=True)
class Parallel:
    """Sentence pairs in the order of their text, and dictionary entries."""

    source: Texts
    target: Texts
    entries: tuple[Texts, Texts]
    """Source and target of each entry."""

    def without(self, number: int) -> tuple[Parallel, list[tuple[NDArray[np.int32], NDArray[np.int32]]]]:
        """All but `number` pairs, taken here and there, and these."""
        size = len(self.source)
        out = {*np.linspace(0, size - 1, number).astype(int)} if number else set()
        kept = [k for k in range(size) if k not in out]
        held = [(self.source.run(k, 1), self.target.run(k, 1)) for k in sorted(out)]
        return Parallel(self.source.only(kept), self.target.only(kept), self.entries), [
            pair for pair in held if len(pair[0]) and len(pair[1])
        ]

    @classmethod
    def of(cls, pairs: Sequence[tuple[str, str]], entries: Sequence[tuple[str, str]], subwords: bytes) -> Parallel:
        """Of texts, cut by a SentencePiece model."""
        model = sentencepiece.SentencePieceProcessor(model_proto=subwords)
        source, target, term, translation = (
            Texts.of(model.encode([pair[side] for pair in some])) for some in (pairs, entries) for side in (0, 1)
        )
        return cls(source, target, (term, translation))


class Block(nn.Module):
    """A layer with its norms ahead, as CTranslate2 runs it."""

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.attention_norm, self.feed_norm = nn.LayerNorm(width), nn.LayerNorm(width)
        self.project, self.out = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.wide, self.narrow = nn.Linear(width, 4 * width), nn.Linear(4 * width, width)
        for last in (self.out, self.narrow):
            nn.init.zeros_(last.weight)
            nn.init.zeros_(last.bias)

    def forward(self, x: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        batch, length, width = x.shape
        heads = self.project(self.attention_norm(x)).view(batch, length, 3, self.heads, -1).permute(2, 0, 3, 1, 4)
        mixed = functional.scaled_dot_product_attention(heads[0], heads[1], heads[2], mask[:, None, None])
        x = x + self.drop(self.out(mixed.transpose(1, 2).reshape(batch, length, width)))
        return x + self.drop(self.narrow(functional.gelu(self.wide(self.feed_norm(x)))))

    def drop(self, x: torch.Tensor) -> torch.Tensor:
        return functional.dropout(x, 0.1, self.training)


class Network(nn.Module):
    """Subword numbers in, unit vectors out."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.embed = nn.Embedding(shape.vocabulary, shape.width)
        nn.init.normal_(self.embed.weight, std=shape.width**-0.5)
        self.register_buffer("places", torch.from_numpy(places(shape.positions, shape.width)))
        self.blocks = nn.ModuleList(Block(shape.width, shape.heads) for _ in range(shape.layers))
        self.norm = nn.LayerNorm(shape.width)
        self.scale = nn.Parameter(torch.tensor(3.0))

    def forward(self, ids: torch.Tensor, mask: torch.Tensor, alone: bool = False) -> torch.Tensor:
        """(rows, width) of (rows, longest) numbers, without the layers where the subwords are `alone`."""
        if self.training:
            seen = mask & (torch.rand(mask.shape, device=mask.device) > MISSING)
            mask = torch.where(seen.any(1, keepdim=True), seen, mask)
        x = functional.dropout(self.embed(ids) + self.places[: ids.shape[1]], 0.1, self.training)
        for block in () if alone else self.blocks:
            x = block(x, mask)
        states = self.norm(x).float() * mask[:, :, None]
        return functional.normalize(states.sum(1) / mask.sum(1, keepdim=True), dim=1)


def places(positions: int, width: int) -> NDArray[np.float32]:
    """Sines and cosines of each position (Vaswani et al. 2017), as small as the embeddings that they are added to."""
    angles = np.arange(positions)[:, None] / 10_000.0 ** (np.arange(0, width, 2) / width)
    waves: NDArray[np.float32] = (np.concatenate([np.sin(angles), np.cos(angles)], axis=1) * width**-0.5).astype(
        np.float32
    )
    return waves


def train(
    texts: Parallel,
    shape: Shape,
    *,
    minutes: float,
    steps: int = 1_000_000,
    batch: int = 256,
    rate: float = 1e-3,
    seed: int = 0,
    alone: float = ALONE,
    tell: Callable[[str], None] = lambda line: None,
) -> Arrays:
    """The trained weights by name, after `minutes` or `steps`, whichever comes first; on a GPU where there is one.

    `batch` is the number of pairs that compete with each other, about; the subword vectors learn `alone` for that share of the
    time, and with 1 the layers never join. `tell` is given a line of progress now and then.
    """
    torch.manual_seed(seed)
    random = np.random.default_rng(seed)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    network = Network(shape).to(device)
    network.train()
    optimizer = torch.optim.AdamW(network.parameters(), lr=rate, betas=(0.9, 0.98), weight_decay=0.01)
    began = told = time.monotonic()
    losses = []
    texts, held = texts.without(min(HELD, len(texts.source) // SHARE))
    for step in range(steps):
        done = max(step / steps, (time.monotonic() - began) / (60 * minutes))
        if done >= 1:
            break
        for group in optimizer.param_groups:
            group["lr"] = rate * min(1.0, (step + 1) / 400) * (1 - done)
        bare = done < alone
        pairs = pieces(texts, WIDER * batch if bare else batch, random)
        with torch.autocast(
            device.type, torch.bfloat16, enabled=device.type == "cuda"
        ):  # on most CPUs it is far slower
            source = embedded(network, [a for a, _ in pairs], device, bare)
            target = embedded(network, [b for _, b in pairs], device, bare)
        loss = _loss(source.float(), target.float(), network.scale, pairs)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        losses.append(loss.detach())
        if time.monotonic() - told > 30:
            told = time.monotonic()
            right = f", {found(network, held, device):.1%} of {len(held)} held-out pairs found" if held else ""
            tell(f"step {step + 1}: loss {torch.stack(losses).mean():.3f}{right}, {done:.0%} done")
            losses = []
    return {name: value.detach().cpu().float().numpy() for name, value in network.state_dict().items()}


def found(
    network: Network, pairs: Sequence[tuple[NDArray[np.int32], NDArray[np.int32]]], device: torch.device
) -> float:
    """The share of sources whose nearest target is their own."""
    network.eval()
    with torch.no_grad():
        source, target = (embedded(network, [pair[side] for pair in pairs], device) for side in (0, 1))
    network.train()
    return float((source @ target.T).argmax(1).eq(torch.arange(len(pairs), device=device)).float().mean())


def pieces(
    texts: Parallel, batch: int, random: np.random.Generator
) -> list[tuple[NDArray[np.int32], NDArray[np.int32]]]:
    """About `batch` pairs of pieces and bags; none stands twice."""
    found: dict[tuple[int, int], tuple[NDArray[np.int32], NDArray[np.int32]]] = {}
    source, target = texts.entries
    bags = (batch // 4 if len(texts.source) else batch) if len(source) else 0
    run = min(RUN, len(texts.source))
    most = len(SIZES) * len(texts.source) // 2  # there are no more than twice as many pieces
    while run and len(found) < min(batch - bags, most):
        start = int(random.integers(len(texts.source) - run + 1))
        for _ in range(2):
            i = start
            while i < start + run:
                size = min(int(random.choice(len(SIZES), p=SIZES)) + 1, start + run - i)
                found[i, size] = texts.source.run(i, size), texts.target.run(i, size)
                i += size
    made = [pair for pair in found.values() if len(pair[0]) and len(pair[1])]
    for _ in range(bags):
        some = random.integers(len(source), size=int(random.integers(*BAG)))
        other = random.permutation(some)
        made.append(
            (
                np.concatenate([source.run(int(k), 1) for k in some])[:LONGEST],
                np.concatenate([target.run(int(k), 1) for k in other])[:LONGEST],
            )
        )
    return made


def embedded(
    network: Network, rows: Sequence[NDArray[np.int32]], device: torch.device, alone: bool = False
) -> torch.Tensor:
    """(rows, width): the embeddings, rows of like length run together."""
    order = np.argsort([len(row) for row in rows], kind="stable")
    some = np.array_split(order, -(-len(rows) // TOGETHER[device.type]))
    parts = [network(*padded([rows[k] for k in numbers], device), alone) for numbers in some]
    return torch.cat(parts)[torch.from_numpy(np.argsort(order)).to(device)]


def padded(rows: Sequence[NDArray[np.int32]], device: torch.device) -> tuple[torch.Tensor, torch.Tensor]:
    """(rows, longest) of subword numbers, and where they are real."""
    sizes = np.array([len(row) for row in rows])
    mask = np.arange(sizes.max()) < sizes[:, None]
    ids = np.zeros(mask.shape, dtype=np.int64)
    ids[mask] = np.concatenate(rows)
    return torch.from_numpy(ids).to(device), torch.from_numpy(mask).to(device)


def _loss(
    source: torch.Tensor,
    target: torch.Tensor,
    scale: torch.Tensor,
    pairs: Sequence[tuple[NDArray[np.int32], NDArray[np.int32]]],
) -> torch.Tensor:
    """InfoNCE both ways; a pair whose text stands in another pair too does not compete with that."""
    logits = source @ target.T * scale.exp().clamp(max=50.0)
    same = torch.zeros(logits.shape, dtype=torch.bool)
    for side in (0, 1):
        seen: dict[bytes, list[int]] = {}
        for k, pair in enumerate(pairs):
            seen.setdefault(pair[side].tobytes(), []).append(k)
        for group in seen.values():
            if len(group) > 1:
                same[np.ix_(group, group)] = True
    same.fill_diagonal_(False)
    logits = logits.masked_fill(same.to(logits.device), -1e4)
    wanted = torch.arange(len(logits), device=logits.device)
    return functional.cross_entropy(logits, wanted) + functional.cross_entropy(logits.T, wanted)
