"""Corpora of any size, made of corpora/news: the same seed gives the same articles, on any machine.

Numbers that both sides write alike are changed, alike on both, so that no two articles are the same and the two sides still
agree. `recombined` also leaves out passages, and gives some articles the translation of another.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path

from align.evaluation.gold import load

ROOT = Path(__file__).parents[1]
NUMBER = re.compile(r"\d+")
Article = tuple[str, str]


def changed(source: str, target: str, rng: random.Random) -> Article:
    """Both texts with other digits in the numbers that both have, but for the first digit of each."""
    shared = {n for n in {*NUMBER.findall(source)} & {*NUMBER.findall(target)} if len(n) > 1 and n[0] != "0"}
    others = {n: n[0] + "".join(rng.choice("0123456789") for _ in n[1:]) for n in sorted(shared)}

    def other(match: re.Match[str]) -> str:
        return others.get(match[0], match[0])

    return NUMBER.sub(other, source), NUMBER.sub(other, target)


def multiplied(many: int, seed: int = 1) -> Iterator[Article]:
    """`many` articles: those of corpora/news as they stand, again and again, with changed numbers."""
    rng = random.Random(seed)
    folders = sorted((ROOT / "corpora" / "news").iterdir())
    texts = [[(folder / f"{lang}.txt").read_text(encoding="utf-8") for lang in ("ko", "en")] for folder in folders]
    for k in range(many):
        source, target = texts[k % len(texts)]
        yield changed(source, target, rng)


def recombined(many: int, mismatched: float = 0.1, seed: int = 1) -> Iterator[tuple[str, str, bool]]:
    """`many` articles of passages of corpora/news, and whether the second is the first one's translation.

    A wrong one is the translation of a part of another article, with numbers of its own.
    """
    rng = random.Random(seed)
    gold = load(ROOT / "corpora" / "news")
    for _ in range(many):
        right = rng.random() >= mismatched
        one, other = rng.sample(range(len(gold)), 2)
        source, target = _passages(gold[one], rng)
        if not right:
            target = _passages(gold[other], rng)[1]
        yield *changed(source, target, rng), right


def _passages(item: object, rng: random.Random) -> Article:
    """Two thirds of an article's beads, in their order, in paragraphs of about three sentences; the headline always."""
    sides: tuple[list[str], list[str]] = ([], [])
    for k, bead in enumerate(item.beads):  # type: ignore[attr-defined]
        if k and rng.random() < 1 / 3:
            continue
        space = "\n\n" if not k or rng.random() < 1 / 3 else " "
        for side, segments, numbers in zip(sides, (item.source, item.target), bead, strict=True):  # type: ignore[attr-defined]
            side += [*(text for j in numbers for text in (segments[j], " ")), space]
    return "".join(sides[0]).strip() + "\n", "".join(sides[1]).strip() + "\n"


def written(folder: Path, articles: Iterator[tuple[str, ...]]) -> None:
    """Articles as NAME.ko.txt and NAME.en.txt, a thousand to a folder."""
    for k, (source, target, *_) in enumerate(articles):
        place = folder / f"{k // 1000:03d}"
        place.mkdir(parents=True, exist_ok=True)
        for lang, text in (("ko", source), ("en", target)):
            (place / f"a{k:06d}.{lang}.txt").write_text(text, encoding="utf-8")
