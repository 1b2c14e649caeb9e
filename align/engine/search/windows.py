"""Articles at once and exactly; books piece by piece, in linear time and memory.

A book is cut where two neighbours of one side are clearly two neighbours of the other (`Hints`), and the pieces are aligned
side by side. Where nothing is so clear (no lexicon, a long insertion) a window slides on: it is aligned, what lies before its
last sure 1:1 beads is kept, and the next begins there; a window in which nothing is sure grows on both sides.
What is then left over on both sides is looked at once more (`far`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np

from align.bead_order import longest_increasing, ordered
from align.engine.evidence.features import Evidence
from align.engine.evidence.weights import Weights
from align.engine.search import lattice, moves
from align.engine.search.beads import confident, side_by_side
from align.engine.search.far import Likeness, Piece, Price, rejoined
from align.engine.search.lattice import Floats
from align.engine.search.moves import Aligned
from align.model import Bead

WHOLE = 250
"""Segments of the longer side up to which a pair is aligned at once."""
LOOK = 192
"""Segments of the window in which cuts are looked for."""
FARTHEST = 8 * LOOK
"""Segments of the widest such window: it doubles where there is no cut."""
WINDOW = 64
"""Segments of the window that slides where there are no cuts."""
WIDEST = 8 * WINDOW
"""Segments of the widest such window."""
PIECE = 16
"""Segments of a piece, at least."""
LONGEST = 80
"""Segments of a piece that is aligned at once."""
SIDE_BY_SIDE = 16
"""Pieces that are aligned in one go."""
CLEAR, CLEARER = 6.0, 1.5
"""Nats that a pair of segments has to share for a cut, and how many times more than either shares with any other."""
SURE = 0.9
"""Confidence of the beads that a window may be cut behind."""
RUN = 3
"""How many such beads in a row."""


def align(n: int, m: int, price: Price, hints: Callable[[], Likeness], weights: Weights) -> list[Bead]:
    """The beads of documents of `n` and `m` segments in canonical order; `price` gives the evidence of parts of them."""
    if max(n, m) <= WHOLE:
        return ordered(_exact((range(n), range(m)), price, weights))
    found: list[Bead] = []
    waiting: list[Piece] = []
    likeness = hints()
    for piece in _pieces(n, m, likeness):
        if not piece[0] or not piece[1] or max(map(len, piece)) > LONGEST:
            found += _sliding(piece, price, weights)
        else:
            waiting.append(piece)
        if len(waiting) == 4 * SIDE_BY_SIDE:
            found += _together(waiting, price, weights)
            waiting = []
    found += _together(waiting, price, weights)
    return ordered(rejoined(found, price, likeness, weights))


def articles(evidence: Evidence, weights: Weights) -> list[list[Bead]]:
    """The beads of several article pairs, each as `align` gives them; no side of them is empty.

    All are searched side by side; one in which something may have moved is then looked at alone.
    """
    costs = weights.costs(evidence)
    paths = lattice.cheapest(costs)
    found = side_by_side(costs, [path for _, path in paths], weights.temperature)
    for d in moves.worth(costs, paths, weights.move):
        alone = costs.alone(d)
        aligned = moves.align(alone, weights.move)
        if aligned.moved:
            found[d] = confident(alone, aligned, weights.temperature)
    return [ordered(beads) for beads in found]


def _pieces(n: int, m: int, hints: Likeness) -> Iterator[Piece]:
    """Ranges that cover both sides, in order, as long as there are cuts; then all the rest."""
    i = j = 0
    width = LOOK
    while n - i > PIECE or m - j > PIECE:
        rows, columns = range(i, min(n, i + width)), range(j, min(m, j + width))
        last = rows.stop == n and columns.stop == m
        cuts = [
            (row, column)
            for row, column in _cuts(hints.likeness(rows, columns), rows, columns)
            if last or (row < rows.start + 5 * len(rows) // 6 and column < columns.start + 5 * len(columns) // 6)
        ]
        for row, column in cuts:
            if row - i >= PIECE:
                yield range(i, row), range(j, column)
                i, j = row, column
        if i == rows.start:
            if last or width >= FARTHEST:
                break
            width *= 2
        else:
            width = LOOK
            if last:
                break
    yield range(i, n), range(j, m)


def _cuts(likeness: Floats, rows: range, columns: range) -> list[tuple[int, int]]:
    """Between which segments both sides may be cut: behind and before a clear pair, and the two are neighbours on both sides."""
    if min(likeness.shape) < 2:
        return []
    best = likeness.argmax(1)
    here = np.arange(len(likeness))
    top = likeness[here, best]
    in_row, in_column = np.partition(likeness, -2, axis=1)[:, -2], _others(likeness, best)
    clear = (top >= CLEAR) & (top >= CLEARER * in_row) & (top >= CLEARER * in_column)
    follows = clear[1:] & clear[:-1] & (best[1:] == best[:-1] + 1)
    found = [(int(k) + 1, int(best[k]) + 1) for k in np.flatnonzero(follows)]
    kept = [found[k] for k in longest_increasing([column for _, column in found])]
    return [(rows.start + row, columns.start + column) for row, column in kept]


def _others(likeness: Floats, best: np.ndarray[tuple[int], np.dtype[np.intp]]) -> Floats:
    """The most that any other row shares with the column that is best for each row."""
    two = np.partition(likeness, -2, axis=0)[-2:]
    here = likeness[np.arange(len(best)), best]
    found: Floats = np.where(here >= two[1, best], two[0, best], two[1, best])
    return found


def _together(pieces: Sequence[Piece], price: Price, weights: Weights) -> list[Bead]:
    """The beads of pieces, those of like size side by side."""
    found: list[Bead] = []
    order = sorted(pieces, key=lambda piece: (max(map(len, piece)), piece[0].start))
    for start in range(0, len(order), SIDE_BY_SIDE):
        some = order[start : start + SIDE_BY_SIDE]
        costs = weights.costs(price(some), moving=False)
        for piece, beads in zip(some, side_by_side(costs, lattice.best(costs), weights.temperature), strict=True):
            found += _placed(beads, piece)
    return found


def _sliding(piece: Piece, price: Price, weights: Weights) -> list[Bead]:
    """The beads of a piece of any length, window by window."""
    found: list[Bead] = []
    i, j = piece[0].start, piece[1].start
    n, m = piece[0].stop, piece[1].stop
    width, patient = WINDOW, True
    while i < n or j < m:
        rows, columns = range(i, min(n, i + width)), range(j, min(m, j + width))
        last = rows.stop == n and columns.stop == m
        beads = _exact((rows, columns), price, weights, moving=False)
        keep = len(beads) if last else _cut(beads, rows, columns)
        if keep is None:
            if patient and width < WIDEST:
                width *= 2
                continue
            patient = False  # where even the widest told nothing, the next is not widened
            keep = max(1, len(beads) // 2)
        else:
            patient = True
        for bead in beads[:keep]:
            i, j = max([i, *(k + 1 for k in bead.source)]), max([j, *(k + 1 for k in bead.target)])
        found += beads[:keep]
        width = WINDOW
    return found


def _exact(piece: Piece, price: Price, weights: Weights, moving: bool = True) -> list[Bead]:
    rows, columns = piece
    if not rows or not columns:
        return [*(Bead((i,), ()) for i in rows), *(Bead((), (j,)) for j in columns)]
    costs = weights.costs(price([piece]), moving)
    found = moves.align(costs, weights.move) if moving else Aligned(lattice.best(costs)[0], {})
    return _placed(confident(costs, found, weights.temperature), piece)


def _placed(beads: Sequence[Bead], piece: Piece) -> list[Bead]:
    rows, columns = piece
    return [Bead(tuple(rows[i] for i in b.source), tuple(columns[j] for j in b.target), b.confidence) for b in beads]


def _cut(beads: list[Bead], rows: range, columns: range) -> int | None:
    """Behind how many beads the window may be cut: the last run of sure 1:1 beads well before its end."""
    edge_row, edge_column = rows.stop - len(rows) // 6, columns.stop - len(columns) // 6
    run, found = 0, None
    for k, bead in enumerate(beads):
        sure = len(bead.source) == len(bead.target) == 1 and bead.confidence >= SURE
        run = run + 1 if sure else 0
        if (bead.source and bead.source[-1] >= edge_row) or (bead.target and bead.target[-1] >= edge_column):
            break
        if run >= RUN:
            found = k + 1
    return found
