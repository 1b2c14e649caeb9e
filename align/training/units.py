"""The pieces that a static table is to have, and texts drawn from them at random.

What a piece says among others can be asked of a teacher without any text: parallel text that may be had is about software, and the
words of the news stand in these texts as often as all others.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from align.engine.static.segmenter import SPACE, folded
from align.errors import FormatError

SPACED = ("LATIN", "HANGUL")
"""Scripts that write spaces between words, by the first word of their characters' names."""
MIXED = ("HIRAGANA", "KATAKANA")
"""Scripts whose words stand among words of another."""
AMONG = "CJK"
DRAWN = (3, 9)
"""Pieces of a text: from, to below."""
EVEN = 0.6
"""Share of pieces that are drawn evenly; the others by how frequent they are, flattened."""
FLAT = 1.6


@dataclass(frozen=True, slots=True)
class Unit:
    """A piece."""

    piece: str
    """Folded, as `align.engine.static.segmenter.folded` writes words, with or without the space ahead."""
    score: float
    """Log probability."""
    surface: str
    """As the teacher is to read it: its usual case."""


def read(text: str, where: str) -> list[Unit]:
    """The units of a TSV: piece, log probability, surface."""
    found = {}
    for number, line in enumerate(text.splitlines(), 1):
        cells = line.split("\t")
        try:
            unit = Unit(cells[0], float(cells[1]), cells[2] if len(cells) > 2 else cells[0])
        except (IndexError, ValueError):
            raise FormatError(f"{where}:{number}", "no piece and log probability", "tab-separated") from None
        word = unit.piece.removeprefix(SPACE)
        if unit.piece != SPACE and (not word or folded(word) != SPACE + word):
            raise FormatError(f"{where}:{number}", f"{unit.piece!r} is not folded", "lower case, one word")
        found[unit.piece] = unit
    if not found:
        raise FormatError(where, "no pieces", "piece, log probability, surface")
    return [found[piece] for piece in sorted(found)]


def of_model(model: bytes) -> list[Unit]:
    """The units of a SentencePiece model as `align.training.subwords` learns one."""
    import sentencepiece

    read = sentencepiece.SentencePieceProcessor(model_proto=model)
    found: dict[str, Unit] = {}
    for k in range(read.get_piece_size()):
        if read.is_control(k) or read.is_unknown(k):
            continue
        piece, score = unicodedata.normalize("NFKC", read.id_to_piece(k)).casefold(), read.get_score(k)
        if piece and (piece not in found or score > found[piece].score):
            found[piece] = Unit(piece, score, read.id_to_piece(k))
    return [found[piece] for piece in sorted(found)]


def texts(units: Sequence[Unit], each: int, random: np.random.Generator) -> list[list[str]]:
    """`each` random texts for each script that the units are written in."""
    pools: dict[str, list[Unit]] = {}
    for unit in units:
        script = _script(unit.piece)
        if script:
            pools.setdefault(script, []).append(unit)
    return [
        _drawn(script, pools[script], pools.get(AMONG, []) if script in MIXED else [], each, random)
        for script in sorted(pools)
    ]


def _script(piece: str) -> str:
    """Of a piece that is drawn: a script with spaces has its words, with the space ahead, and Hangul its endings too."""
    letters = piece.removeprefix(SPACE)
    if not letters or not letters[0].isalpha():
        return ""
    script = unicodedata.name(letters[0], "").split(" ")[0]
    if script == "LATIN" and not piece.startswith(SPACE):
        return ""
    return script if script in (*SPACED, *MIXED, AMONG) else ""


def _drawn(
    script: str, pool: Sequence[Unit], among: Sequence[Unit], each: int, random: np.random.Generator
) -> list[str]:
    sizes = random.integers(*DRAWN, size=each)
    own = iter(_some(pool, int(sizes.sum()), random))
    other = iter(_some(among, int(sizes.sum()), random)) if among else None
    found = []
    for size in sizes:
        text = ""
        for k in range(size):
            unit = next(other) if other and k % 2 else next(own)
            spaced = script in SPACED and (unit.piece.startswith(SPACE) or random.random() < 0.5)
            text += (" " if spaced else "") + unit.surface.replace(SPACE, "")
        found.append(text.strip())
    return found


def _some(pool: Sequence[Unit], number: int, random: np.random.Generator) -> list[Unit]:
    weights = np.exp(np.array([unit.score for unit in pool]) / FLAT)
    weights = EVEN / len(pool) + (1 - EVEN) * weights / weights.sum()
    return [pool[k] for k in random.choice(len(pool), size=number, p=weights / weights.sum())]
